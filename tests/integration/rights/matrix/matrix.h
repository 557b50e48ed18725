// The permission matrix: what each method of the contract answers whom. One table for each group of services.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <google/protobuf/message.h>

namespace banhang::test {

/// What a request may need to name.
struct Target
{
    std::int64_t customerId = 0;
    std::int64_t version = 0;
    std::int64_t ownerId = 0;     ///< out of the scope of whoever may not see the customer
    std::int64_t colleagueId = 0; ///< whom to share with
    std::int64_t otherId = 0;     ///< a second customer, of the same owner
    std::int64_t activityId = 0;  ///< of the owner, with the customer
    std::int64_t activityVersion = 0;
    std::int64_t seriesId = 0;     ///< of the owner
    std::int64_t occurrenceId = 0; ///< of that series
    std::int64_t careId = 0;       ///< of the owner, with the customer
    std::int64_t careVersion = 0;
    std::int64_t itemId = 0;
    std::int64_t attachmentId = 0; ///< of the customer
    std::string requestId;
};

using MakeRequest = std::function<std::unique_ptr<google::protobuf::Message>(const Target&)>;

/// One method.
struct Entry
{
    MakeRequest request;
    /// The key that a row out of the caller's scope is answered with; "" = the row is left out of an answer that is
    /// otherwise fine; nothing = the method is about no customer.
    std::optional<std::string> foreign;
    /// What the method answers whoever holds the right; "OK" unless its state stands in the way.
    std::string allowed = "OK";
    /// What a method for everybody signed in answers who holds no right at all; "" = as `allowed`.
    std::string rightless = {};
};

/// By "CustomersService.GetCustomer".
using Entries = std::map<std::string, Entry>;

template <typename Request>
MakeRequest with(void (*fill)(Request&, const Target&))
{
    return [fill](const Target& target) {
        auto request = std::make_unique<Request>();
        fill(*request, target);
        return request;
    };
}
template <typename Request>
MakeRequest plain()
{
    return [](const Target&) { return std::make_unique<Request>(); };
}

Entries peopleEntries();
Entries customersEntries();
Entries workEntries();
Entries careEntries();
/// All of them.
const Entries& matrix();

} // namespace banhang::test
