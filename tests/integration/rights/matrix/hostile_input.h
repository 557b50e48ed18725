// Requests that no client of ours would send: each field of a request in turn holds what is as wrong as its type
// allows.
#pragma once

#include <functional>
#include <string>

#include <google/protobuf/message.h>

namespace banhang::test {

/// Calls `visit` with one request after the other, each `request` with one value exchanged, and the name of what was
/// exchanged: "customer.note = a zero byte". Request ids stay as they are.
void forEachHostile(const google::protobuf::Message& request,
                    const std::function<void(const google::protobuf::Message&, const std::string&)>& visit);

} // namespace banhang::test
