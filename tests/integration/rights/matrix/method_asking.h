// Asks any method of the contract by its descriptor.
#pragma once

#include <string>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <grpcpp/grpcpp.h>

#include "banhang/v1/common.pb.h"

namespace banhang::test {

struct MethodAnswer
{
    std::string key;           ///< "OK", or that of the error
    std::string bytes;         ///< what was answered, for streams all of it
    v1::FieldIssue issue = {}; ///< the first field that was refused
};

/// Of a stream without an end the first event is enough.
MethodAnswer askMethod(const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
                       const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request);

} // namespace banhang::test
