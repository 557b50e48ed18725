// After how many days the office calls a customer forgotten, as last read from the server.
#pragma once

#include <QObject>

#include "client/views/work_lists_api.h"

namespace banhang::client {

struct RecordChange;

/// Thread: UI.
class WorkListDays final : public QObject
{
    Q_OBJECT
public:
    explicit WorkListDays(RpcClient& rpc, QObject* parent = nullptr);

    /// Those that come with the server until it has answered.
    const v1::WorkListSettings& settings() const { return m_settings; }
    void reload();
    void onChanges(const QList<RecordChange>& changes);

signals:
    void changed();

private:
    WorkListsApi m_api;
    v1::WorkListSettings m_settings;
    CallHandle m_call;
};

} // namespace banhang::client
