// The two ends of a stream of messages, as files that go up and come down have them.
#pragma once

#include <google/protobuf/message.h>

namespace banhang::client {

/// The messages of a stream towards the server, one after the other. Thread: gRPC's, one at a time.
class MessageSource
{
public:
    virtual ~MessageSource() = default;
    /// Fills the next one; false after the last. Throws: AppError, which ends the call.
    virtual bool next(google::protobuf::Message& message) = 0;
};

/// Takes the messages of a stream from the server as they come; the next one is asked for when this one was taken, so a
/// slow disk slows the server down instead of filling the memory. Thread: gRPC's, one at a time.
class MessageSink
{
public:
    virtual ~MessageSink() = default;
    /// Throws: AppError, which ends the call.
    virtual void take(const google::protobuf::Message& message) = 0;
};

} // namespace banhang::client
