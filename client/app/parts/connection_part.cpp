#include "client/app/parts/connection_part.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "client/app/connection/connection_view.h"
#include "client/app/connection/draft_list.h"
#include "client/app/connection/drafts_page.h"
#include "client/app/window/window_head.h"
#include "client/customers/detail/detail_part.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

QWidget* makeHeading(DraftStore& drafts)
{
    auto* bar = new Pane(Pane::Ground::Alt);
    bar->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 6, 14, 6);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("save"), Tone::Quiet));
    row->addWidget(new Label(ConnectionPart::tr("Drafts on this machine"), TextSize::Body, TextWeight::Strong));
    auto* count = new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    const auto show = [count, &drafts] { count->setText(QString::number(drafts.all().size())); };
    QObject::connect(&drafts, &DraftStore::changed, count, show);
    show();
    row->addWidget(count);
    row->addStretch(1);
    row->addWidget(new Label(ConnectionPart::tr("kept when the computer is switched off"), TextSize::Second,
                             TextWeight::Regular, Tone::Quiet));
    return bar;
}

/// Drafts and log in the detail.
class WaitingPart final : public DetailPart
{
public:
    WaitingPart(const Workplace& workplace, const ConnectionLog& log, QObject* parent)
        : DetailPart(parent), m_drafts(new DraftList(workplace)), m_area(new QScrollArea)
    {
        auto* body = new Pane(Pane::Ground::Base);
        auto* column = new QVBoxLayout(body);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeHeading(workplace.drafts));
        column->addWidget(m_drafts);
        column->addWidget(new ConnectionView(log), 1);
        m_area->setAccessibleName(ConnectionPart::tr("What waits for the connection"));
        m_area->setWidgetResizable(true);
        m_area->setFrameShape(QFrame::NoFrame);
        m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_area->setWidget(body);
    }

    QWidget* waitingView() override { return m_area; }
    void showCustomer(const v1::Customer&) override {}
    DraftList* drafts() const { return m_drafts; }

private:
    DraftList* m_drafts;
    QScrollArea* m_area;
};

} // namespace

ConnectionPart::ConnectionPart(const Workplace& workplace, ConnectionLog& log, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_log(log), m_page(new DraftsPage(workplace, log))
{
    connect(m_page, &DraftsPage::openRequested, this, &ConnectionPart::draftRequested);
    connect(m_page, &DraftsPage::discardRequested, this, &ConnectionPart::discard);
}

QList<QWidget*> ConnectionPart::pages()
{
    return {m_page};
}

void ConnectionPart::addEntries(WindowHead* head)
{
    connect(head, &WindowHead::draftsRequested, this, &ConnectionPart::showPage);
}

DetailPart* ConnectionPart::makeDetailPart(QObject* parent)
{
    auto* part = new WaitingPart(m_workplace, m_log, parent);
    connect(part->drafts(), &DraftList::openRequested, this, &ConnectionPart::draftRequested);
    connect(part->drafts(), &DraftList::discardRequested, this, &ConnectionPart::discard);
    return part;
}

void ConnectionPart::showPage()
{
    emit pageRequested(m_page);
}

void ConnectionPart::end()
{
    m_log.clear();
}

void ConnectionPart::discard(const Draft& draft)
{
    m_workplace.drafts.discard(draft.key);
    emit undoOffered(tr("Discarded the draft %1").arg(draft.title),
                     [&drafts = m_workplace.drafts, draft] { drafts.keep(draft); });
}

} // namespace banhang::client
