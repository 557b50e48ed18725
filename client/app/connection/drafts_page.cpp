#include "client/app/connection/drafts_page.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "client/app/connection/connection_view.h"
#include "client/app/connection/draft_list.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

DraftsPage::DraftsPage(const Workplace& workplace, const ConnectionLog& log, QWidget* parent)
    : TitledPage(tr("Drafts and connection"), parent),
      m_drafts(workplace.drafts),
      m_pane(new Pane(Pane::Ground::Base)),
      m_list(new DraftList(workplace)),
      m_none(new StateView(StateView::Kind::Empty))
{
    auto* content = new Pane(Pane::Ground::Window);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_pane->setEdges(int(Pane::Edge::Box));
    auto* rows = new QVBoxLayout(m_pane);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->addWidget(m_list);
    rows->addWidget(m_none);
    m_none->setIcon(QStringLiteral("save"));
    m_none->setTexts(tr("No drafts"), tr("What you type is kept here until it is saved."));
    column->addWidget(m_pane);
    auto* connection = new Pane(Pane::Ground::Base);
    connection->setEdges(int(Pane::Edge::Box));
    auto* inner = new QVBoxLayout(connection);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(new ConnectionView(log));
    column->addWidget(connection);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setAccessibleName(tr("Drafts and connection"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    body()->addWidget(area, 1);
    connect(m_list, &DraftList::openRequested, this, &DraftsPage::openRequested);
    connect(m_list, &DraftList::discardRequested, this, [this](const Draft& draft) {
        emit discardRequested(draft);
        setFocus();
    });
    connect(&m_drafts, &DraftStore::changed, this, &DraftsPage::update);
    update();
}

void DraftsPage::update()
{
    const bool isEmpty = m_drafts.all().isEmpty();
    m_list->setVisible(!isEmpty);
    m_none->setVisible(isEmpty);
}

} // namespace banhang::client
