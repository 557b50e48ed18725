#include "client/workday/team_page.h"

#include <QComboBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"
#include "client/workday/colleague_day.h"
#include "client/workday/day_view.h"
#include "client/workday/team_bars.h"
#include "client/workday/team_period.h"
#include "client/workday/team_rows.h"

namespace banhang::client {

namespace {

constexpr int kGatherMs = 400;
constexpr int kMaxPeople = 200;
constexpr int kPersonWidth = 190;
constexpr int kTimeWidth = 94;
constexpr int kMinBarWidth = 110;
constexpr int kMinUnitsWidth = 110;
/// Stands for a unit in the choice of units.
constexpr qint64 kThoseWhoLeft = -2;

} // namespace

TeamPage::TeamPage(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_model(new TeamRowsModel(workplace, this)),
      m_table(new DataTable),
      m_period(new TeamPeriod),
      m_units(new QComboBox),
      m_sum(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_day(new ColleagueDay(workplace)),
      m_splitter(new QSplitter(Qt::Horizontal))
{
    setWindowTitle(tr("Team"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTeam());
    m_splitter->addWidget(m_day);
    m_splitter->setSizes({760, 520});
    setFocusProxy(m_table);
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &TeamPage::reload);
    connect(m_period, &TeamPeriod::changed, this, [this] {
        if (isVisible())
            reload();
    });
    connect(m_units, &QComboBox::activated, this, &TeamPage::reload);
    connect(m_table, &DataTable::currentSettled, this, [this](const QModelIndex& index) {
        m_day->show(index.isValid() ? m_model->row(index.row()).userId : 0, takers());
    });
    connect(m_table, &DataTable::rowActivated, this, [this] { m_day->view()->setFocus(); });
    connect(m_day, &ColleagueDay::customerRequested, this, &TeamPage::customerRequested);
    connect(m_day, &ColleagueDay::undoOffered, this, &TeamPage::undoOffered);
    connect(m_day, &ColleagueDay::newsHappened, this, &TeamPage::newsHappened);
    connect(m_day, &ColleagueDay::failed, this, &TeamPage::failed);
    connect(&m_workplace.feed, &ChangeFeed::changesArrived, this, &TeamPage::onChanges);
    connect(&m_workplace.feed, &ChangeFeed::resyncNeeded, this, [this] { m_gather.start(); });
    connect(&m_workplace.directory, &DirectoryCache::changed, this, [this] {
        if (isVisible())
            m_gather.start();
    });
}

QWidget* TeamPage::makeTeam()
{
    auto* team = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(team);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_notice->hide();
    column->addWidget(m_notice);
    m_table->setModel(m_model);
    m_table->setColumnKind(TeamRowsModel::Person, CellKind::Person, kPersonWidth);
    m_table->setColumnKind(TeamRowsModel::Bar, CellKind::Text, 0);
    // As wide as their heads ask for.
    for (const auto& [number, width] : {std::pair{TeamRowsModel::Done, 60},
                                        {TeamRowsModel::Planned, 72},
                                        {TeamRowsModel::Missed, 84},
                                        {TeamRowsModel::Forgotten, 76}})
        m_table->setColumnKind(number, CellKind::Figure, width);
    m_table->setColumnKind(TeamRowsModel::TalkTime, CellKind::Figure, kTimeWidth);
    // What is forgotten is what leaders look for: it stays longest.
    m_table->setYieldingColumns({TeamRowsModel::TalkTime, TeamRowsModel::Planned, TeamRowsModel::Missed}, kMinBarWidth);
    m_table->setItemDelegateForColumn(TeamRowsModel::Bar, new TeamBarDelegate(m_model, this));
    m_table->setAccessibleName(tr("The team's work"));
    column->addWidget(m_table, 1);
    return team;
}

QWidget* TeamPage::makeHead()
{
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(8);
    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    m_units->setAccessibleName(tr("Team or branch"));
    m_units->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_units->setMinimumWidth(kMinUnitsWidth); // long names yield to a narrow page
    first->addWidget(new Label(tr("Team"), TextSize::Title, TextWeight::Strong));
    first->addWidget(m_units);
    first->addStretch(1);
    first->addWidget(m_period);
    auto* second = new QHBoxLayout;
    m_sum->setElided(true);
    second->addWidget(m_sum, 1);
    second->addWidget(new TeamLegend);
    rows->addLayout(first);
    rows->addLayout(second);
    return head;
}

bool TeamPage::isFor(const Workplace& workplace)
{
    return workplace.session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW) > v1::SCOPE_OWN;
}

void TeamPage::begin()
{
    m_period->goToToday();
    m_day->applyRights();
    forgetUnits();
}

void TeamPage::end()
{
    m_gather.stop();
    m_call.cancel();
    m_model->setRows({});
    m_day->show(0, {});
    forgetUnits();
}

void TeamPage::forgetUnits()
{
    m_units->clear();
    m_unitChoices.clear();
}

/// The highest unit whose people the caller follows; 0 = the whole company.
qint64 TeamPage::topUnit() const
{
    const auto scope = m_workplace.session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW);
    if (scope == v1::SCOPE_ALL)
        return 0;
    const auto& directory = m_workplace.directory;
    const auto* place = directory.placeOf(m_workplace.session.me().unit_id());
    while (scope == v1::SCOPE_BRANCH && place && place->kind() == v1::UNIT_KIND_TEAM)
        place = directory.unit(place->parent_id());
    return place ? place->id() : -1;
}

bool TeamPage::isBelow(qint64 unitId, qint64 topUnitId) const
{
    for (const auto* unit = m_workplace.directory.unit(unitId); unit;
         unit = m_workplace.directory.unit(unit->parent_id()))
        if (unit->id() == topUnitId)
            return true;
    return topUnitId == 0;
}

void TeamPage::fillUnits()
{
    const auto& directory = m_workplace.directory;
    const qint64 top = topUnit();
    QList<std::pair<QString, qint64>> choices;
    if (top == 0)
        choices.append({tr("Everybody"), 0});
    for (const auto* unit : directory.units())
        if (isBelow(unit->id(), top))
            choices.append({QString::fromStdString(unit->name()), unit->id()});
    // What they had to do, and their customers, are still to be handed over.
    if (!idsBelow(top, directory.formerPeople()).isEmpty())
        choices.append({tr("Those who left"), kThoseWhoLeft});
    if (choices == m_unitChoices)
        return;
    m_unitChoices = choices;
    const QVariant chosen = m_units->currentData();
    m_units->clear();
    for (const auto& [name, id] : std::as_const(choices))
        m_units->addItem(name, qlonglong(id));
    m_units->setCurrentIndex(std::max(0, m_units->findData(chosen)));
    m_units->setVisible(m_units->count() > 1);
}

QList<qint64> TeamPage::idsBelow(qint64 unitId, const QList<const v1::Person*>& people) const
{
    QList<qint64> ids;
    for (const auto* person : people)
        if (isBelow(person->parent_unit_id(), unitId))
            ids.append(person->user_id());
    return ids;
}

QList<qint64> TeamPage::everybody() const
{
    const auto& directory = m_workplace.directory;
    const qint64 chosen = m_units->count() > 0 ? m_units->currentData().toLongLong() : topUnit();
    return chosen == kThoseWhoLeft ? idsBelow(topUnit(), directory.formerPeople())
                                   : idsBelow(chosen, directory.activePeople());
}

QList<qint64> TeamPage::people() const
{
    return everybody().mid(0, kMaxPeople);
}

QList<qint64> TeamPage::takers() const
{
    if (m_units->currentData().toLongLong() != kThoseWhoLeft)
        return people();
    return idsBelow(topUnit(), m_workplace.directory.activePeople()).mid(0, kMaxPeople);
}

void TeamPage::reload()
{
    m_gather.stop();
    if (!isFor(m_workplace) || !m_workplace.directory.isLoaded())
        return;
    fillUnits();
    v1::GetActivityReportRequest request;
    for (const qint64 userId : people())
        request.add_user_ids(userId);
    const auto days = m_period->stretch();
    *request.mutable_first_day() = toDate(days.first);
    *request.mutable_last_day() = toDate(days.last);
    m_call = m_api.report(request, this, [this](const Outcome<v1::ActivityReport>& outcome) {
        m_notice->setVisible(!outcome);
        if (outcome)
            accept(outcome.value());
        else
            m_notice->setFailure(tr("The team's work could not be loaded."), errorText(outcome.error()),
                                 [this] { reload(); });
    });
    if (m_day->userId() != 0)
        m_day->reload();
}

void TeamPage::accept(const v1::ActivityReport& report)
{
    const qint64 before = m_day->userId();
    m_model->setRows(teamRows(report, people()));
    showSum();
    if (m_model->rowCount() == 0) {
        m_day->show(0, {});
        return;
    }
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(before)), TeamRowsModel::Person));
}

void TeamPage::showSum()
{
    const auto sum = m_model->sum();
    QStringList parts{tr("%1/%2 done").arg(sum.done).arg(sum.total())};
    if (const auto all = everybody().size(); all > m_model->rowCount())
        parts.prepend(tr("showing %1 of %2").arg(m_model->rowCount()).arg(all));
    if (sum.forgotten > 0)
        parts.append(tr("%1 forgotten").arg(sum.forgotten));
    if (sum.talkSeconds > 0)
        parts.append(tr("%1 talked").arg(durationText(sum.talkSeconds)));
    m_sum->setText(parts.join(QStringLiteral("  ·  ")));
}

void TeamPage::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("activity");
    });
    if (concerns && isVisible() && !m_gather.isActive())
        m_gather.start();
}

void TeamPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload(); // nothing is followed while nobody looks
}

bool TeamPage::nextPane()
{
    if (m_table->hasFocus())
        m_day->view()->setFocus();
    else
        m_table->setFocus();
    return true;
}

} // namespace banhang::client
