// The open care requests of the person signed in, soonest promise first, kept in step with the server.
#pragma once

#include <QObject>
#include <QTimer>

#include "client/care/care_api.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// Asks for nothing while the person may not see care requests. Thread: UI.
class CareDue final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxRequests = 8;

    explicit CareDue(const Workplace& workplace, QObject* parent = nullptr);

    void reload();
    void clear();
    const QList<v1::CareRequest>& requests() const { return m_requests; }
    /// There are more than these.
    bool hasMore() const { return m_hasMore; }

signals:
    void changed();

private:
    void onChanges(const QList<RecordChange>& changes);

    Workplace m_workplace;
    CareApi m_api;
    QList<v1::CareRequest> m_requests;
    bool m_hasMore = false;
    QTimer m_gather;
    CallHandle m_call;
};

} // namespace banhang::client
