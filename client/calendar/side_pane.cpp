#include "client/calendar/side_pane.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/calendar/chosen_panel.h"
#include "client/calendar/coming_list.h"
#include "client/calendar/unscheduled_list.h"
#include "client/core/change_feed.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kComing = 5;
constexpr int kReloadMs = 300;
constexpr int kMargin = 12;
constexpr int kHeadPadding = 6;

} // namespace

SidePane::SidePane(const Workplace& workplace, ActivitiesApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_notifications(workplace.rpc),
      m_chosen(new ChosenPanel(workplace, api)),
      m_coming(new ComingList),
      m_untimedModel(new UnscheduledModel(workplace.picklists, this)),
      m_untimed(new UnscheduledList(m_untimedModel))
{
    auto* content = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chosen);
    column->addWidget(heading(tr("Reminders to come")));
    column->addWidget(m_coming);
    column->addWidget(heading(tr("Without an hour"), tr("drag to a time")));
    column->addWidget(m_untimed);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadMs);
    connect(&m_reloadTimer, &QTimer::timeout, this, &SidePane::reload);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, [this](const QList<RecordChange>& changes) {
        const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
            return change.entity == QLatin1String("activity") || change.entity == QLatin1String("notification");
        });
        if (concerns && isVisible())
            m_reloadTimer.start();
    });
    connect(m_coming, &ComingList::activityChosen, this, &SidePane::activityChosen);
    connect(m_untimed, &UnscheduledList::placeRequested, this, &SidePane::placeRequested);
}

QWidget* SidePane::heading(const QString& text, const QString& aside)
{
    auto* bar = new Pane(Pane::Ground::Alt);
    bar->setEdges(static_cast<int>(Pane::Edge::Top) | static_cast<int>(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(kMargin, kHeadPadding, kMargin, kHeadPadding);
    row->addWidget(new Label(text, TextSize::Body, TextWeight::Strong));
    auto* hint = new Label(aside, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    hint->setElided(true);
    row->addWidget(hint, 1);
    return bar;
}

void SidePane::reload()
{
    m_remindersCall = m_notifications.reminders(kComing, this, [this](const Outcome<v1::Reminders>& outcome) {
        if (outcome)
            m_coming->setReminders({outcome->coming().begin(), outcome->coming().end()});
    });
    m_workdayCall = m_api.workday(0, this, [this](const Outcome<v1::Workday>& outcome) {
        if (!outcome)
            return;
        std::vector<v1::Activity> open;
        std::copy_if(outcome->untimed().begin(), outcome->untimed().end(), std::back_inserter(open), isPlanned);
        m_untimedModel->setActivities(std::move(open));
    });
}

void SidePane::clear()
{
    m_remindersCall.cancel();
    m_workdayCall.cancel();
    m_reloadTimer.stop();
    m_coming->setReminders({});
    m_untimedModel->setActivities({});
    m_chosen->show(nullptr);
}

void SidePane::setNow(const QDateTime& now)
{
    m_coming->setNow(now);
}

const v1::Activity* SidePane::untimed(qint64 id) const
{
    return m_untimedModel->find(id);
}

} // namespace banhang::client
