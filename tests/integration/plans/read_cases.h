// Requests for every method that reads, with the filters, orders and words that people use.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include "tests/integration/plans/served_office.h"

namespace banhang::test {

/// One request, in protobuf's text form. "$customer" and the like stand for facts of the asker, "$day-30" for a day and
/// "$time-30" for a moment so many days ago.
struct ReadCase
{
    std::string method; ///< "CustomersService.GetCustomer"
    std::string name;   ///< what is particular about it; unique within the method
    std::string request;
    /// What it is answered with; whoever lacks the right is denied all the same.
    std::string key = "OK";
};

/// All of them.
const std::vector<ReadCase>& readCases();
/// Lists in each order and by each filter, searches, cards. A filter's field without a value here is told by a test.
std::vector<ReadCase> customerCases();

/// Nothing if the asker has no such fact: a seller who has merged nothing.
std::unique_ptr<google::protobuf::Message>
requestOf(const ReadCase& asked, const google::protobuf::MethodDescriptor& method, const Asker& asker);
/// The same for the page behind an answer; nothing behind the last one, and where there are no pages.
std::unique_ptr<google::protobuf::Message> nextPage(const google::protobuf::MethodDescriptor& method,
                                                    const google::protobuf::Message& request,
                                                    const std::string& answer);

/// By name, all that are neither streams nor writes: those have a field request_id, but for a few that are harmless to
/// repeat.
std::map<std::string, const google::protobuf::MethodDescriptor*> readMethods();

} // namespace banhang::test
