// Acts on many customers as a row of calls: each call for some of them, each with what takes it back.
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

class CustomersApi;
struct StepDone;

/// One call of an act, for `size` customers.
struct ActStep
{
    int size = 0;
    std::function<CallHandle(QObject* receiver, std::function<void(Outcome<StepDone>)>)> send{};
};

/// What a call did, and the calls that take back exactly this.
struct StepDone
{
    std::vector<v1::Customer> changed{}; ///< in the list form
    QList<qint64> gone{};                ///< in the bin now
    int done = 0;
    int skipped = 0;
    std::vector<ActStep> undo{};
};

using VersionList = std::vector<v1::CustomerVersion>;

std::vector<ActStep> assignSteps(CustomersApi& api, const VersionList& customers, qint64 ownerUserId,
                                 const QHash<qint64, qint64>& ownersBefore);
std::vector<ActStep> tagSteps(CustomersApi& api, const std::vector<qint64>& ids, const std::vector<std::string>& add,
                              const std::vector<std::string>& remove);
std::vector<ActStep> binSteps(CustomersApi& api, const VersionList& customers);
std::vector<ActStep> restoreSteps(CustomersApi& api, const std::vector<qint64>& ids);

/// How far an act came.
struct ActResult
{
    int done = 0;
    int skipped = 0;
    bool isStopped = false;
    std::optional<AppError> error{}; ///< of the call at which it ended
    std::vector<ActStep> undo{};
};

/// Sends the calls of an act one after the other. Thread: UI.
class ActRun final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void start(std::vector<ActStep> steps);
    /// What has been sent is finished, the rest is left.
    void stop();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int done, int total);
    void stepDone(const banhang::client::StepDone& done);
    void finished(const banhang::client::ActResult& result);

private:
    void sendNext();
    void onStep(const Outcome<StepDone>& outcome);
    void end();

    std::vector<ActStep> m_steps;
    std::size_t m_next = 0;
    int m_sent = 0;
    int m_total = 0;
    bool m_isRunning = false;
    ActResult m_result;
    CallHandle m_call;
};

} // namespace banhang::client
