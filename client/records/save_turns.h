// What an editor that shows one record after the other has sent to be saved.
#pragma once

#include <optional>
#include <utility>

#include "client/core/idempotency_key.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// One save of a record at a time. The answer may come when the editor shows another record, or nothing. Thread: UI.
class SaveTurns final
{
public:
    /// What was shown when something was sent.
    struct Turn
    {
        qint64 recordId = 0; ///< 0 = a new one
        int clearCount = 0;

        bool operator==(const Turn&) const = default;
    };

    /// Another record is shown, or the same anew; 0 = a new one. It can be saved before the one before is answered.
    void show(qint64 recordId)
    {
        if (recordId != m_shown.recordId)
            m_update.release();
        m_shown.recordId = recordId;
        m_isWantedAgain = false;
    }
    /// Nothing is shown. What is being saved goes on; its answer finds nothing to fill in.
    void clear()
    {
        ++m_shown.clearCount;
        m_update.release();
        m_create.release();
        show(0);
    }

    /// Nothing while one is on its way that is to be answered first: then it is wanted again. A new one waits for every
    /// new one, since it may be the same.
    std::optional<Turn> begin()
    {
        m_isWantedAgain = m_update.isActive() || (m_shown.recordId == 0 && m_create.isActive());
        return m_isWantedAgain ? std::nullopt : std::optional(m_shown);
    }
    /// For `request_id` of a new one.
    const std::string& numberOf(const google::protobuf::Message& request) { return m_newNumber.of(request); }
    void send(CallHandle call) { (m_shown.recordId == 0 ? m_create : m_update) = std::move(call); }

    /// Whether what was sent in this turn is still shown. A new one has its id from then on.
    template <typename Record>
    bool hear(const Turn& turn, const Outcome<Record>& outcome)
    {
        if (turn.recordId == 0)
            m_newNumber.onAnswer(outcome);
        const bool isHere = turn == m_shown;
        if (isHere && outcome)
            m_shown.recordId = outcome->id();
        return isHere;
    }
    /// Whether it was to be saved once more meanwhile; told once.
    bool takeWish() { return std::exchange(m_isWantedAgain, false); }

private:
    Turn m_shown;
    CallHandle m_update;
    CallHandle m_create;
    IdempotencyKey m_newNumber;
    bool m_isWantedAgain = false;
};

} // namespace banhang::client
