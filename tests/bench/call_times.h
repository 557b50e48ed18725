// Times of what people do all day, each as one call from one machine after another.
#pragma once

#include <memory>
#include <string>

#include <grpcpp/channel.h>
#include <nlohmann/json.hpp>

#include "client/ctl/remote.h"

namespace banhang::bench {

/// Somebody of the demo company, signed in.
struct Person
{
    std::string token;
    std::shared_ptr<client::Remote> remote;
};

/// Throws: AppError.
Person signIn(const std::shared_ptr<grpc::Channel>& channel, const std::string& userName);

/// Lists of each width of view, by each order.
nlohmann::ordered_json listTimes(Person& seller, Person& leader, Person& administrator, int rounds);

/// Searches over the whole company.
nlohmann::ordered_json searchTimes(Person& administrator, int rounds);

/// Reading one customer, checking one that is being typed, saving one.
nlohmann::ordered_json recordTimes(Person& seller, int rounds);

/// A seller saves, the leader's open stream brings the news. "save": from call to answer; "news_after_answer": from the
/// answer, which follows the commit, to the news; "news_after_call": from the call to the news.
nlohmann::ordered_json newsTimes(Person& seller, Person& leader, int rounds);

} // namespace banhang::bench
