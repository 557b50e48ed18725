#include "client/core/directory_cache.h"

#include <QStringList>

#include <algorithm>

#include "client/core/change_feed.h"
#include "common/vn/sort_key.h"

namespace banhang::client {

namespace {

const Method<v1::GetDirectoryRequest, v1::Directory>& getDirectory()
{
    static const Method<v1::GetDirectoryRequest, v1::Directory> method("banhang.v1.IdentityService.GetDirectory");
    return method;
}

QString shortest(const v1::Unit& unit)
{
    return QString::fromStdString(unit.short_name().empty() ? unit.name() : unit.short_name());
}

} // namespace

DirectoryCache::DirectoryCache(RpcClient& rpc, QObject* parent) : QObject(parent), m_rpc(rpc) {}

void DirectoryCache::reload()
{
    m_call = m_rpc.call<v1::GetDirectoryRequest, v1::Directory>(getDirectory(), {}, this,
                                                                [this](Outcome<v1::Directory> outcome) {
                                                                    if (outcome)
                                                                        accept(std::move(outcome).value());
                                                                });
}

void DirectoryCache::clear()
{
    m_call.cancel();
    accept({});
    m_isLoaded = false;
}

void DirectoryCache::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("org_unit") || change.entity == QLatin1String("app_user");
    });
    if (concerns)
        reload();
}

void DirectoryCache::accept(v1::Directory directory)
{
    m_directory.Swap(&directory);
    m_people.clear();
    m_byLeaf.clear();
    m_units.clear();
    m_givenNames.clear();
    for (const auto& person : m_directory.people()) {
        m_people.insert(person.user_id(), &person);
        m_byLeaf.insert(person.unit_id(), &person);
        if (person.active())
            ++m_givenNames[givenNameOf(QString::fromStdString(person.full_name()))];
    }
    for (const auto& unit : m_directory.units())
        m_units.insert(unit.id(), &unit);
    m_isLoaded = true;
    emit changed();
}

const v1::Person* DirectoryCache::person(qint64 userId) const
{
    return m_people.value(userId);
}

const v1::Unit* DirectoryCache::unit(qint64 unitId) const
{
    return m_units.value(unitId);
}

QList<const v1::Person*> DirectoryCache::activePeople() const
{
    return people(true);
}

QList<const v1::Person*> DirectoryCache::formerPeople() const
{
    return people(false);
}

QList<const v1::Person*> DirectoryCache::people(bool active) const
{
    QList<std::pair<std::string, const v1::Person*>> keyed;
    for (const auto& person : m_directory.people()) {
        if (person.active() == active)
            keyed.append({vn::personSortKey(person.full_name()), &person});
    }
    std::sort(keyed.begin(), keyed.end());
    QList<const v1::Person*> people;
    for (const auto& entry : keyed)
        people.append(entry.second);
    return people;
}

QList<const v1::Unit*> DirectoryCache::units() const
{
    QList<const v1::Unit*> found;
    const auto addBelow = [this, &found](qint64 parentId, const auto& self) -> void {
        for (const auto& unit : m_directory.units()) {
            if (unit.parent_id() != parentId || unit.kind() == v1::UNIT_KIND_COMPANY)
                continue;
            found.append(&unit);
            self(unit.id(), self);
        }
    };
    for (const auto& unit : m_directory.units()) {
        if (unit.kind() == v1::UNIT_KIND_COMPANY)
            addBelow(unit.id(), addBelow);
    }
    return found;
}

QString DirectoryCache::fullName(qint64 userId) const
{
    const auto* found = person(userId);
    return found ? QString::fromStdString(found->full_name()) : QString();
}

QString DirectoryCache::givenName(qint64 userId) const
{
    const auto* found = person(userId);
    if (!found)
        return {};
    const QString given = givenNameOf(QString::fromStdString(found->full_name()));
    const auto* place = m_givenNames.value(given) > 1 ? placeOf(found->unit_id()) : nullptr;
    return place ? QStringLiteral("%1 (%2)").arg(given, shortest(*place)) : given;
}

QString DirectoryCache::initials(qint64 userId) const
{
    return initialsOf(fullName(userId));
}

QList<const v1::Unit*> DirectoryCache::pathOf(qint64 unitId) const
{
    QList<const v1::Unit*> path;
    for (const auto* step = unit(unitId); step && step->kind() != v1::UNIT_KIND_COMPANY && path.size() < 16;
         step = unit(step->parent_id()))
        path.append(step);
    return path;
}

const v1::Unit* DirectoryCache::placeOf(qint64 leafUnitId) const
{
    const auto* owner = m_byLeaf.value(leafUnitId);
    return unit(owner ? owner->parent_unit_id() : leafUnitId);
}

QString DirectoryCache::placeName(qint64 unitId) const
{
    QStringList names;
    for (const auto* step : pathOf(unitId))
        names.append(QString::fromStdString(step->name()));
    return names.join(QStringLiteral(", "));
}

QString DirectoryCache::placePath(qint64 leafUnitId) const
{
    const auto* place = placeOf(leafUnitId);
    QStringList names;
    for (const auto* step : place ? pathOf(place->id()) : QList<const v1::Unit*>())
        names.prepend(shortest(*step));
    return names.join(QStringLiteral(" · "));
}

QString DirectoryCache::initialsOf(const QString& fullName)
{
    const auto words = fullName.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString letters;
    for (qsizetype i = std::max<qsizetype>(0, words.size() - 2); i < words.size(); ++i)
        letters += words[i].front().toUpper();
    return letters;
}

QString DirectoryCache::givenNameOf(const QString& fullName)
{
    return fullName.mid(fullName.lastIndexOf(QLatin1Char(' ')) + 1);
}

} // namespace banhang::client
