// The page of drafts and connection, and what of it stands beside a customer who waits for a choice.
#pragma once

#include "client/app/connection/connection_log.h"
#include "client/app/parts/window_part.h"
#include "client/core/draft_store.h"
#include "client/core/workplace.h"

namespace banhang::client {

class DraftsPage;

class ConnectionPart final : public WindowPart
{
    Q_OBJECT
public:
    /// `log` lives longer.
    ConnectionPart(const Workplace& workplace, ConnectionLog& log, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    DetailPart* makeDetailPart(QObject* parent) override;
    void end() override;

public slots:
    void showPage();

signals:
    void draftRequested(const QString& key);

private:
    void discard(const Draft& draft);

    Workplace m_workplace;
    ConnectionLog& m_log;
    DraftsPage* m_page;
};

} // namespace banhang::client
