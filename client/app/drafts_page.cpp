#include "client/app/drafts_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/core/moment_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

DraftsPage::DraftsPage(DraftStore& drafts, QWidget* parent)
    : TitledPage(tr("Drafts on this machine"), parent),
      m_drafts(drafts),
      m_pane(new Pane(Pane::Ground::Base)),
      m_rows(new QVBoxLayout(m_pane)),
      m_none(new StateView(StateView::Kind::Empty))
{
    m_pane->setEdges(int(Pane::Edge::Box));
    m_rows->setContentsMargins(12, 4, 12, 4);
    m_rows->setSpacing(0);
    body()->addWidget(m_pane);
    m_none->setTexts(tr("No drafts"), tr("What you type is kept here until it is saved."));
    body()->addWidget(m_none, 1);
    body()->addStretch(0);
    // Queued: the row whose button was pressed is going to be deleted.
    connect(
        &m_drafts, &DraftStore::changed, this,
        [this] {
            if (isVisible())
                fill();
        },
        Qt::QueuedConnection);
}

void DraftsPage::showEvent(QShowEvent* event)
{
    fill();
    QWidget::showEvent(event);
}

void DraftsPage::fill()
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto drafts = m_drafts.all();
    for (const auto& draft : drafts)
        m_rows->addWidget(makeRow(draft));
    m_pane->setVisible(!drafts.isEmpty());
    m_none->setVisible(drafts.isEmpty());
    body()->setStretch(2, drafts.isEmpty() ? 0 : 1);
}

QWidget* DraftsPage::makeRow(const Draft& draft)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 0, 6);
    auto* name = new Label(draft.title, TextSize::Body, TextWeight::Medium);
    name->setElided(true);
    line->addWidget(new IconLabel(QStringLiteral("square-pen"), Tone::Quiet));
    line->addWidget(name, 1);
    line->addWidget(new Label(tr("kept %1").arg(longMoment(draft.keptAt, QDateTime::currentDateTime())),
                              TextSize::Second, TextWeight::Regular, Tone::Quiet));
    auto* open = new Button(ButtonKind::Small, QStringLiteral("pencil"), tr("Open"));
    auto* drop = new Button(ButtonKind::Small, QStringLiteral("trash-2"), tr("Discard"));
    open->setAccessibleName(tr("Open %1").arg(draft.title));
    drop->setAccessibleName(tr("Discard %1").arg(draft.title));
    line->addWidget(open);
    line->addWidget(drop);
    connect(open, &Button::clicked, this, [this, key = draft.key] { emit openRequested(key); });
    connect(drop, &Button::clicked, this, [this, draft] { discard(draft); });
    return row;
}

void DraftsPage::discard(const Draft& draft)
{
    m_drafts.discard(draft.key);
    emit discarded(draft);
    setFocus();
}

} // namespace banhang::client
