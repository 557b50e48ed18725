// The number under which something is sent, so that the server does it once however often it is sent.
#pragma once

#include <QUuid>

#include <string>

#include <google/protobuf/message.h>

#include "client/core/outcome.h"

namespace banhang::client {

/// Of one form. Thread: UI.
class IdempotencyKey final
{
public:
    /// For `request_id`. The one before for the same request, as long as nobody knows whether that arrived.
    const std::string& of(const google::protobuf::Message& request)
    {
        std::string content = request.SerializeAsString();
        if (m_number.empty() || content != m_content)
            m_number = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        m_content = std::move(content);
        return m_number;
    }

    template <typename Reply>
    void onAnswer(const Outcome<Reply>& outcome)
    {
        if (outcome ||
            (outcome.error().code() != ErrorCode::Unavailable && outcome.error().code() != ErrorCode::Timeout))
            m_number.clear();
    }

private:
    std::string m_number;
    std::string m_content; ///< of the request that it was given to
};

} // namespace banhang::client
