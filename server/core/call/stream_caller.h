// Who is behind a stream of many transactions, asked anew in each of them.
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <string>

#include <grpcpp/support/server_callback.h>

#include "server/core/call/call.h"
#include "server/core/call/caller_source.h"
#include "server/core/database/database_pool.h"

namespace banhang::server {

/// Thread: one at a time, as a stream's steps come one after the other.
class StreamCaller
{
public:
    StreamCaller(grpc::CallbackServerContext& context, CallerSource& callers);

    /// Reads the token. Throws AppError SignedOut "session.missing".
    void begin();
    /// For streams in which the client may leave the server waiting. Throws AppError Invalid "call.deadline_missing".
    void demandDeadline() const;
    /// How long the next step may wait and work; from now on.
    void renewPatience();
    std::chrono::steady_clock::time_point deadline() const { return m_deadline; }

    /// Runs one step as the caller: what was taken away meanwhile ends the stream.
    /// Throws: AppError SignedOut, Refused "identity.password_change_required", and what `body` throws.
    void transact(ConnectionSlot& slot, Tx::Mode mode, const std::function<void(Call&)>& body);

    /// What a failure of a step is told as; logs what is no refusal.
    AppError errorOf(const std::exception_ptr& failure) const;

    const std::string& id() const { return m_id; }
    /// As of the last step; nobody before the first one.
    const Caller& caller() const { return *m_signed.caller; }

private:
    void runOnce(Tx& tx, const CallerSource::Signed& known, const std::function<void(Call&)>& body);
    AppError databaseError(const DatabaseError& error) const;
    AppError fault(const std::string& what) const;

    grpc::CallbackServerContext& m_context;
    CallerSource& m_callers;
    const std::string m_id;
    std::string m_token;
    std::string m_address;
    CallerSource::Signed m_signed;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace banhang::server
