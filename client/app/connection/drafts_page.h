// What was typed and has not reached the server, and how the connection to it has been.
#pragma once

#include "client/core/draft_store.h"
#include "client/core/workplace.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

class ConnectionLog;
class DraftList;
class Pane;
class StateView;

class DraftsPage final : public TitledPage
{
    Q_OBJECT
public:
    DraftsPage(const Workplace& workplace, const ConnectionLog& log, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& key);
    void discardRequested(const banhang::client::Draft& draft);

private:
    void update();

    DraftStore& m_drafts;
    Pane* m_pane;
    DraftList* m_list;
    StateView* m_none;
};

} // namespace banhang::client
