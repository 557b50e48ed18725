// What was typed and has not reached the server: open it again, or give it up.
#pragma once

#include "client/core/draft_store.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

class Pane;
class StateView;

class DraftsPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit DraftsPage(DraftStore& drafts, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& key);
    /// Removed from this machine; whoever keeps `draft` again undoes it.
    void discarded(const banhang::client::Draft& draft);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    QWidget* makeRow(const Draft& draft);
    void discard(const Draft& draft);

    DraftStore& m_drafts;
    Pane* m_pane;
    QVBoxLayout* m_rows;
    StateView* m_none;
};

} // namespace banhang::client
