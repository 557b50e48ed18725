#include "client/calendar/people_panel.h"

#include <QVBoxLayout>

#include <algorithm>

#include "client/calendar/calendar_check.h"
#include "client/calendar/calendar_colors.h"
#include "client/calendar/calendar_model.h"
#include "client/core/directory_cache.h"
#include "client/core/local_settings.h"
#include "client/core/session.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tab_order.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
/// More calendars than can be told apart help nobody; ListActivities takes at most 100 people.
constexpr int kMaxPeople = 40;

} // namespace

PeoplePanel::PeoplePanel(const Workplace& workplace, CalendarModel& model, CalendarColors& colors, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_model(model), m_colors(colors), m_rows(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(0);
    auto* heading = new Label(tr("Show calendars of"), TextSize::Second, TextWeight::Strong, Tone::Quiet);
    heading->setContentsMargins(kMargin, 0, kMargin, 4);
    layout->addWidget(heading);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    connect(&workplace.directory, &DirectoryCache::changed, this, &PeoplePanel::rebuild);
    connect(&workplace.session, &Session::updated, this, &PeoplePanel::rebuild);
    connect(&model, &CalendarModel::changed, this, &PeoplePanel::refreshCounts);
    connect(&Look::instance(), &Look::changed, this, &PeoplePanel::refreshCounts);
}

void PeoplePanel::rebuild()
{
    qDeleteAll(m_checks);
    m_checks.clear();
    delete m_team;
    m_team = nullptr;
    m_people.clear();
    const qint64 own = m_workplace.session.userId();
    if (own == 0)
        return;
    const QStringList kept = localSetting(key()).toStringList();
    const auto isKept = [&kept](qint64 person) { return kept.contains(QString::number(person)); };
    add(own, tr("You (%1)").arg(m_workplace.directory.givenName(own)), kept.isEmpty() || isKept(own));
    const QList<qint64> team = teamOf();
    for (const qint64 person : team)
        add(person, m_workplace.directory.givenName(person), isKept(person));
    add(0, tr("Everybody, holidays"), kept.isEmpty() || isKept(0));
    QList<qint64> people = m_people;
    people.removeAll(0);
    if (!team.isEmpty()) {
        const auto* place = m_workplace.directory.placeOf(m_workplace.session.me().unit_id());
        const QString name =
            place ? QString::fromStdString(place->short_name().empty() ? place->name() : place->short_name())
                  : QString();
        m_team = new CalendarCheck(name.isEmpty() ? tr("Whole team") : tr("Whole %1").arg(name));
        m_rows->addWidget(m_team);
        connect(m_team, &CalendarCheck::clicked, this, [this](bool isOn) {
            for (auto entry = m_checks.begin(); entry != m_checks.end(); ++entry)
                if (entry.key() != 0 && entry.key() != m_workplace.session.userId())
                    entry.value()->setChecked(isOn);
            onToggled();
        });
    }
    tabWithin(this);
    m_colors.setPeople(people);
    m_model.setPeople(people);
    applyShown();
    refreshCounts();
}

QList<qint64> PeoplePanel::teamOf() const
{
    QList<qint64> team;
    const auto scope = m_workplace.session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW);
    const auto* own = m_workplace.directory.person(m_workplace.session.userId());
    if (!own || scope == v1::SCOPE_UNSPECIFIED)
        return team;
    for (const auto* person : m_workplace.directory.activePeople())
        if (person->user_id() != own->user_id() && person->parent_unit_id() == own->parent_unit_id() &&
            team.size() < kMaxPeople)
            team.append(person->user_id());
    return team;
}

void PeoplePanel::add(qint64 person, const QString& name, bool isShown)
{
    auto* check = new CalendarCheck(name);
    check->setChecked(isShown);
    m_people.append(person);
    m_checks.insert(person, check);
    m_rows->addWidget(check);
    connect(check, &CalendarCheck::clicked, this, &PeoplePanel::onToggled);
}

void PeoplePanel::onToggled()
{
    QStringList kept;
    for (const qint64 person : m_people)
        if (m_checks[person]->isChecked())
            kept.append(QString::number(person));
    // Nothing ticked is a choice too, not the first start.
    setLocalSetting(key(), kept.isEmpty() ? QStringList{QStringLiteral("-")} : kept);
    applyShown();
    emit shownChanged();
}

void PeoplePanel::applyShown()
{
    const QList<qint64> shown = shownPeople();
    m_model.setShown(QSet<qint64>(shown.begin(), shown.end()), m_checks.contains(0) && m_checks[0]->isChecked());
}

QList<qint64> PeoplePanel::shownPeople() const
{
    QList<qint64> shown;
    for (const qint64 person : m_people)
        if (person != 0 && m_checks[person]->isChecked())
            shown.append(person);
    return shown;
}

QString PeoplePanel::nameOf(qint64 person) const
{
    const QString name = m_workplace.directory.fullName(person);
    return person == m_workplace.session.userId() ? tr("%1 (you)").arg(name) : name;
}

void PeoplePanel::refreshCounts()
{
    int all = 0;
    int others = 0;
    int shownOthers = 0;
    for (const qint64 person : m_people) {
        const int count = person == 0 ? m_model.holidayCount() : m_model.countOf(person);
        m_checks[person]->setCount(count);
        m_checks[person]->setColor(m_colors.of(person));
        if (person == 0)
            continue;
        all += count;
        if (person != m_workplace.session.userId()) {
            ++others;
            shownOthers += m_checks[person]->isChecked() ? 1 : 0;
        }
    }
    if (m_team) {
        m_team->setCount(all);
        m_team->setColor(theme().text2);
        m_team->setChecked(others > 0 && shownOthers == others);
    }
}

QString PeoplePanel::key() const
{
    return QStringLiteral("calendar/shown/%1").arg(m_workplace.session.userId());
}

} // namespace banhang::client
