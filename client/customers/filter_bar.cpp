#include "client/customers/filter_bar.h"

#include <QMenu>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/customers/flow_layout.h"
#include "client/ui/parts/chip.h"
#include "common/vn/units.h"

namespace banhang::client {

namespace {

constexpr int kGap = 8;
constexpr const char* kStopped = "stopped";

QString pickList(int field)
{
    // In the order of FilterBar::Field; empty for those that are no pick-list.
    static const QStringList names = {
        QStringLiteral("status"), QStringLiteral("status"), {}, {}, {}, QStringLiteral("source"), {},
        QStringLiteral("tier"),   QStringLiteral("group")};
    return names.value(field);
}

QString currentDayKey(const vn::Unit& unit)
{
    return QString::fromUtf8(unit.code.data(), static_cast<qsizetype>(unit.code.size()));
}

} // namespace

FilterBar::FilterBar(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_flow(new FlowLayout(kGap, this)),
      m_add(new Chip(Chip::Kind::Add, tr("Add condition")))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_flow->addWidget(m_add);
    connect(m_add, &Chip::clicked, this, &FilterBar::openAddMenu);
    connect(&m_workplace.picklists, &PicklistCache::changed, this, &FilterBar::rebuild);
    connect(&m_workplace.directory, &DirectoryCache::changed, this, &FilterBar::rebuild);
    reset(true);
}

QList<FilterBar::Field> FilterBar::allFields()
{
    return {Field::Status, Field::NotStatus, Field::Owner, Field::Unit, Field::Province,
            Field::Source, Field::Kind,      Field::Tier,  Field::Group};
}

QString FilterBar::labelOf(Field field)
{
    switch (field) {
    case Field::Status:
    case Field::NotStatus:
        return tr("Status");
    case Field::Owner:
        return tr("Owner");
    case Field::Unit:
        return tr("Unit");
    case Field::Province:
        return tr("Province");
    case Field::Source:
        return tr("Source");
    case Field::Kind:
        return tr("Kind");
    case Field::Tier:
        return tr("Tier");
    case Field::Group:
        return tr("Group");
    }
    return {};
}

QList<FilterBar::Choice> FilterBar::choicesOf(Field field) const
{
    QList<Choice> choices;
    switch (field) {
    case Field::Owner:
        for (const auto* person : m_workplace.directory.activePeople())
            choices.append({QString::number(person->user_id()), QString::fromStdString(person->full_name())});
        break;
    case Field::Unit:
        for (const auto* unit : m_workplace.directory.units())
            choices.append({QString::number(unit->id()), QString::fromStdString(unit->name())});
        break;
    case Field::Province:
        for (const auto* unit : vn::Units::builtin().provinces({2026, 1, 1}))
            choices.append({currentDayKey(*unit), QString::fromStdString(unit->shortName())});
        break;
    case Field::Kind:
        choices = {{QString::number(v1::CUSTOMER_KIND_ORGANISATION), tr("Organisation")},
                   {QString::number(v1::CUSTOMER_KIND_INDIVIDUAL), tr("Person")}};
        break;
    default:
        for (const auto* item : m_workplace.picklists.choices(pickList(static_cast<int>(field))))
            choices.append({QString::fromStdString(item->key()), PicklistCache::labelOf(*item)});
        break;
    }
    return choices;
}

QString FilterBar::valueText(const Condition& condition) const
{
    QStringList labels;
    for (const auto& choice : choicesOf(condition.field)) {
        if (condition.keys.contains(choice.key))
            labels.append(choice.label);
    }
    const QString text = labels.size() > 3 ? tr("%1 and %2 more").arg(labels.first()).arg(labels.size() - 1)
                                           : labels.join(QStringLiteral(", "));
    return condition.field == Field::NotStatus ? tr("without “%1”").arg(text) : text;
}

void FilterBar::write(const Condition& condition, v1::CustomerFilter& filter)
{
    for (const auto& key : condition.keys) {
        const std::string text = key.toStdString();
        switch (condition.field) {
        case Field::Status:
            filter.add_status_keys(text);
            break;
        case Field::NotStatus:
            filter.add_not_status_keys(text);
            break;
        case Field::Owner:
            filter.add_owner_user_ids(key.toLongLong());
            break;
        case Field::Unit:
            filter.add_unit_ids(key.toLongLong());
            break;
        case Field::Province:
            filter.add_province_codes(text);
            break;
        case Field::Source:
            filter.add_source_keys(text);
            break;
        case Field::Kind:
            filter.add_kinds(static_cast<v1::CustomerKind>(key.toInt()));
            break;
        case Field::Tier:
            filter.add_tier_keys(text);
            break;
        case Field::Group:
            filter.add_group_keys(text);
            break;
        }
    }
}

v1::CustomerFilter FilterBar::filter() const
{
    v1::CustomerFilter filter;
    for (const auto& condition : m_conditions)
        write(condition, filter);
    return filter;
}

void FilterBar::reset(bool isUsual)
{
    m_conditions.clear();
    if (isUsual)
        m_conditions.append({Field::NotStatus, {QString::fromLatin1(kStopped)}});
    rebuild();
    emit changed();
}

QStringList FilterBar::keysOf(Field field) const
{
    for (const auto& condition : m_conditions) {
        if (condition.field == field)
            return condition.keys;
    }
    return {};
}

void FilterBar::setKeys(Field field, const QStringList& keys)
{
    const auto found = std::find_if(m_conditions.begin(), m_conditions.end(),
                                    [field](const Condition& condition) { return condition.field == field; });
    if (found == m_conditions.end())
        m_conditions.append({field, keys});
    else if (keys.isEmpty())
        m_conditions.erase(found);
    else
        found->keys = keys;
    rebuild();
    emit changed();
}

void FilterBar::fillMenu(QMenu* menu, Field field)
{
    const auto chosen = keysOf(field);
    for (const auto& choice : choicesOf(field)) {
        auto* action = menu->addAction(choice.label);
        action->setCheckable(true);
        action->setChecked(chosen.contains(choice.key));
        connect(action, &QAction::toggled, this, [this, field, key = choice.key](bool isOn) {
            auto keys = keysOf(field);
            keys.removeAll(key);
            if (isOn)
                keys.append(key);
            setKeys(field, keys);
        });
    }
}

void FilterBar::openMenu(Field field, QWidget* below)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, field);
    menu->popup(below->mapToGlobal(QPoint(0, below->height())));
}

void FilterBar::openAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto field : allFields()) {
        const QString title = field == Field::NotStatus ? tr("Status, without") : labelOf(field);
        fillMenu(menu->addMenu(title), field);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Take away all conditions")), &QAction::triggered, this, [this] { reset(false); });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void FilterBar::rebuild()
{
    // Chips may be rebuilt by a signal of one of them.
    for (auto* chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_add);
    for (const auto& condition : std::as_const(m_conditions)) {
        const auto field = condition.field;
        auto* chip = new Chip(Chip::Kind::Filter, labelOf(field), valueText(condition), this);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
        connect(chip, &Chip::clicked, this, [this, field, chip] { openMenu(field, chip); });
        connect(chip, &Chip::removeRequested, this, [this, field] {
            setKeys(field, {});
            m_add->setFocus();
        });
    }
    m_flow->addWidget(m_add);
    m_flow->invalidate();
    m_flow->activate();
    updateGeometry();
}

} // namespace banhang::client
