#include "client/app/connection/draft_list.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "client/core/change_feed.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/customers/form/customer_draft.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

QString iconOf(const std::optional<CustomerDraft>& draft)
{
    return !draft                  ? QStringLiteral("square-pen")
           : draft->base.id() == 0 ? QStringLiteral("user-plus")
                                   : QStringLiteral("pencil");
}

} // namespace

DraftList::DraftList(const Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    // Queued: the row whose button was pressed is going to be deleted.
    const auto fillIfSeen = [this] {
        if (isVisible())
            fill();
    };
    connect(&m_workplace.drafts, &DraftStore::changed, this, fillIfSeen, Qt::QueuedConnection);
    connect(&m_workplace.feed, &ChangeFeed::stateChanged, this, fillIfSeen, Qt::QueuedConnection);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, fillIfSeen, Qt::QueuedConnection);
}

void DraftList::showEvent(QShowEvent* event)
{
    fill();
    QWidget::showEvent(event);
}

void DraftList::fill()
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& draft : m_workplace.drafts.all())
        m_rows->addWidget(makeRow(draft));
}

QWidget* DraftList::makeRow(const Draft& draft)
{
    const auto ofCustomer = readDraft(draft);
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(int(Pane::Edge::Bottom));
    auto* line = new QHBoxLayout(pane);
    line->setContentsMargins(14, 6, 14, 6);
    line->setSpacing(8);
    line->addWidget(new IconLabel(iconOf(ofCustomer), Tone::Quiet), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* name = new Label(draft.title, TextSize::Body, TextWeight::Medium);
    name->setElided(true);
    words->addWidget(name);
    QStringList facts;
    if (ofCustomer && ofCustomer->base.id() == 0 && !m_workplace.feed.isOnline())
        facts.append(tr("duplicates are looked for before it is sent"));
    facts.append(tr("kept %1").arg(longMoment(draft.keptAt, officeNow())));
    auto* about = new Label(facts.join(QStringLiteral("  ·  ")), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    about->setElided(true);
    words->addWidget(about);
    line->addLayout(words, 1);
    if (ofCustomer && ofCustomer->theirTime.isValid())
        line->addWidget(new Tag(tr("waits for your choice"), CellTone::Peer));
    else if (ofCustomer && ofCustomer->isWaiting)
        line->addWidget(new Tag(tr("waits to be sent"), CellTone::Warn));
    auto* open = new Button(ButtonKind::Link, {}, tr("Open"));
    open->setAccessibleName(tr("Open %1").arg(draft.title));
    line->addWidget(open);
    line->addWidget(makeMore(draft));
    connect(open, &Button::clicked, this, [this, key = draft.key] { emit openRequested(key); });
    return pane;
}

/// Behind a menu: a slip beside "Open" must not throw away what was typed.
QWidget* DraftList::makeMore(const Draft& draft)
{
    auto* more =
        qobject_cast<QToolButton*>(makeIconButton(QStringLiteral("ellipsis"), tr("More for %1").arg(draft.title)));
    auto* menu = new QMenu(more);
    connect(menu->addAction(tr("Discard this draft")), &QAction::triggered, this,
            [this, draft] { emit discardRequested(draft); });
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    return more;
}

} // namespace banhang::client
