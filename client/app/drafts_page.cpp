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
    : QWidget(parent),
      m_drafts(drafts),
      m_pane(new Pane(Pane::Ground::Base)),
      m_rows(new QVBoxLayout(m_pane)),
      m_none(new StateView(StateView::Kind::Empty))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    auto* head = new QHBoxLayout;
    auto* close = new Button(ButtonKind::Flat, {}, tr("Close"));
    close->setKey(QKeySequence(Qt::Key_Escape));
    head->addWidget(new Label(tr("Drafts on this machine"), TextSize::Title, TextWeight::Strong));
    head->addStretch(1);
    head->addWidget(close);
    layout->addLayout(head);
    m_pane->setEdges(int(Pane::Edge::Box));
    m_rows->setContentsMargins(12, 4, 12, 4);
    m_rows->setSpacing(0);
    layout->addWidget(m_pane);
    m_none->setTexts(tr("No drafts"), tr("What you type is kept here until it is saved."));
    layout->addWidget(m_none, 1);
    layout->addStretch(0);
    setFocusProxy(close);
    connect(close, &Button::clicked, this, &DraftsPage::closeRequested);
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
    static_cast<QVBoxLayout*>(layout())->setStretch(3, drafts.isEmpty() ? 0 : 1);
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
    m_drafts.remove(draft.key);
    emit discarded(draft);
    setFocus();
}

} // namespace banhang::client
