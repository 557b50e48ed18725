#include "client/workday/day_rows.h"

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"

namespace banhang::client {

namespace {

using Activities = google::protobuf::RepeatedPtrField<v1::Activity>;

/// When the other one begins that takes the same time; empty for none.
QString clashOf(const v1::Activity& activity, const Activities& others)
{
    if (!activity.has_end_time() || isClosed(activity))
        return {};
    for (const auto& other : others) {
        const bool isOther = other.id() != activity.id() && other.has_end_time() && isPlanned(other);
        if (isOther && activityStart(other) < activityEnd(activity) && activityStart(activity) < activityEnd(other))
            return activityStart(other).toString(QStringLiteral("HH:mm"));
    }
    return {};
}

int doneIn(const Activities& activities)
{
    return static_cast<int>(std::count_if(activities.begin(), activities.end(), isClosed));
}

bool replaceIn(Activities* activities, const v1::Activity& activity)
{
    const auto found = std::find_if(activities->begin(), activities->end(),
                                    [&activity](const v1::Activity& one) { return one.id() == activity.id(); });
    if (found == activities->end())
        return false;
    if (activity.has_delete_time())
        activities->erase(found);
    else
        *found = activity;
    return true;
}

} // namespace

DayRows::DayRows(const Workplace& workplace, Whose whose, QObject* parent)
    : QAbstractListModel(parent), m_workplace(workplace), m_whose(whose)
{
}

int DayRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags DayRows::flags(const QModelIndex& index) const
{
    const bool leadsOn = index.isValid() && row(index.row()).kind == RowKind::More && m_whose == Whose::Own;
    const bool isChoosable = activityAt(index) || leadsOn;
    return isChoosable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant DayRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& one = row(index.row());
    if (one.kind == RowKind::Section)
        return role == Qt::DisplayRole          ? QVariant(one.section)
               : role == Qt::AccessibleTextRole ? QVariant(one.section + QLatin1Char(' ') + one.count)
                                                : QVariant();
    if (one.kind == RowKind::More)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole
                   ? QVariant(m_whose == Whose::Own ? tr("There are more; the calendar has all of them")
                                                    : tr("There are more than are shown here"))
                   : QVariant();
    if (one.kind == RowKind::Now)
        return role == Qt::AccessibleTextRole ? tr("now") : QVariant();
    const auto& activity = one.activity;
    const QString title = activityTitle(activity, m_workplace.picklists);
    if (role == Qt::DisplayRole)
        return title;
    if (role == Qt::CheckStateRole)
        return isClosed(activity) ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    QStringList parts{title, activityWhom(activity), whenText(activity, officeNow()), stateWord(activity.state()),
                      lateText(activity, officeNow())};
    if (!one.clash.isEmpty())
        parts.append(tr("clashes with %1").arg(one.clash));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void DayRows::setDay(const v1::Workday& day)
{
    m_day = day;
    beginResetModel();
    build();
    endResetModel();
}

void DayRows::clear()
{
    setDay({});
}

void DayRows::build()
{
    m_rows.clear();
    m_ahead = 0;
    const QDate today = toDay(m_day.today());
    addSection(tr("Overdue"), m_day.overdue(), true, false, m_day.more_overdue());
    if (m_day.more_overdue() && !m_day.overdue().empty())
        addMore(activityDay(*m_day.overdue().rbegin()));
    addTimed();
    addSection(tr("Any time of the day"), m_day.untimed(), false, false, m_day.more_untimed());
    if (m_day.more_untimed())
        addMore(today);
    const QDate coming = toDay(m_day.coming_day());
    const bool isTomorrow = today.isValid() && today.daysTo(coming) == 1;
    addSection(isTomorrow         ? tr("Tomorrow, %1").arg(nearDay(coming, today))
               : coming.isValid() ? nearDay(coming, today)
                                  : QString(),
               m_day.coming(), false, true, m_day.more_coming());
    if (m_day.more_coming())
        addMore(coming);
}

void DayRows::addSection(const QString& name, const Activities& activities, bool isOverdue, bool isOtherDay,
                         bool hasMore)
{
    if (activities.empty())
        return;
    Row section;
    section.kind = RowKind::Section;
    section.section = name;
    section.count = QString::number(activities.size()) + (hasMore ? QStringLiteral("+") : QString());
    section.isOverdue = isOverdue;
    m_rows.push_back(section);
    for (const auto& activity : activities) {
        Row item;
        item.activity = activity;
        item.isOverdue = isOverdue;
        item.isOtherDay = isOtherDay;
        item.clash = clashOf(activity, activities);
        m_rows.push_back(std::move(item));
    }
}

void DayRows::addTimed()
{
    addSection(tr("At a set time"), m_day.timed(), false, false, m_day.more_timed());
    if (m_day.timed().empty())
        return;
    const auto now = officeNow();
    const auto first = m_rows.end() - m_day.timed_size();
    const auto next =
        std::find_if(first, m_rows.end(), [&now](const Row& row) { return activityStart(row.activity) > now; });
    Row line;
    line.kind = RowKind::Now;
    m_ahead = m_rows.end() - next;
    m_rows.insert(next, line);
    if (m_day.more_timed())
        addMore(toDay(m_day.today()));
}

void DayRows::addMore(const QDate& day)
{
    Row more;
    more.kind = RowKind::More;
    more.day = day;
    m_rows.push_back(more);
}

void DayRows::apply(const v1::Activity& activity)
{
    bool isKnown = false;
    for (auto* list : {m_day.mutable_overdue(), m_day.mutable_timed(), m_day.mutable_untimed(), m_day.mutable_coming(),
                       m_day.mutable_callbacks()})
        isKnown = replaceIn(list, activity) || isKnown;
    const int place = rowOf(activity.id());
    if (!isKnown || place < 0)
        return;
    if (activity.has_delete_time()) {
        beginResetModel();
        build();
        endResetModel();
        return;
    }
    m_rows[static_cast<size_t>(place)].activity = activity;
    emit dataChanged(index(place), index(place));
}

void DayRows::tick()
{
    if (m_rows.empty())
        return;
    const auto now = officeNow();
    const auto isAhead = [&now](const v1::Activity& one) { return activityStart(one) > now; };
    const auto ahead = std::count_if(m_day.timed().begin(), m_day.timed().end(), isAhead);
    if (ahead == m_ahead) {
        emit dataChanged(index(0), index(rowCount() - 1)); // "18 min to go" counts down
        return;
    }
    beginResetModel();
    build();
    endResetModel();
}

const v1::Activity* DayRows::activityAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount() || row(index.row()).kind != RowKind::Item)
        return nullptr;
    return &row(index.row()).activity;
}

int DayRows::rowOf(qint64 activityId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [activityId](const Row& row) {
        return row.kind == RowKind::Item && row.activity.id() == activityId;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int DayRows::doneCount() const
{
    return doneIn(m_day.overdue()) + doneIn(m_day.timed()) + doneIn(m_day.untimed());
}

int DayRows::totalCount() const
{
    return m_day.overdue_size() + m_day.timed_size() + m_day.untimed_size();
}

} // namespace banhang::client
