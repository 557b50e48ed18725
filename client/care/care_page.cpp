#include "client/care/care_page.h"

#include <QVBoxLayout>

#include <algorithm>

#include "client/care/care_editor.h"
#include "client/care/care_pane.h"
#include "client/core/change_feed.h"

namespace banhang::client {

namespace {

constexpr int kGatherMs = 400;
constexpr int kCapped = 100;

QString capped(int count)
{
    return count >= kCapped ? QStringLiteral("99+") : QString::number(count);
}

} // namespace

CarePage::CarePage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Customer care"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_pane(new CarePane(workplace, m_api, CarePane::Place::Page))
{
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_pane);
    setFocusProxy(m_pane);
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &CarePage::count);
    connect(m_pane, &CarePane::counted, &m_gather, qOverload<>(&QTimer::start));
    // Esc leaves the editor first.
    connect(m_pane->editor(), &CareEditor::opened, this, [this] { setEscapeTaken(true); });
    connect(m_pane->editor(), &CareEditor::closed, this, [this] { setEscapeTaken(false); });
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, [this](const QList<RecordChange>& changes) {
        if (std::ranges::any_of(changes, [](const RecordChange& change) { return change.entity == u"care_request"; }))
            m_gather.start();
    });
}

void CarePage::count()
{
    m_call = m_api.counts(this, [this](const Outcome<v1::CareCounts>& outcome) {
        if (!outcome)
            return; // counted again with the next news
        // Of those whose requests are listed.
        setAside(m_pane->isOwn() ? tr("yours: %1 open, %2 overdue")
                                       .arg(capped(outcome->capped_own_open()), capped(outcome->capped_own_overdue()))
                                 : tr("everybody's: %1 open, %2 overdue")
                                       .arg(capped(outcome->capped_all_open()), capped(outcome->capped_all_overdue())));
        emit openWorkChanged(outcome->capped_own_open(), outcome->capped_own_overdue() > 0);
    });
}

void CarePage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    emit shownChanged(true);
}

void CarePage::hideEvent(QHideEvent* event)
{
    TitledPage::hideEvent(event);
    emit shownChanged(false);
}

} // namespace banhang::client
