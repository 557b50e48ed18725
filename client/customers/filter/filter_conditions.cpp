#include "client/customers/filter/filter_conditions.h"

#include <QCoreApplication>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "common/vn/units.h"

namespace banhang::client {

namespace {

using google::protobuf::FieldDescriptor;
using F = ConditionField;

/// Names in the contract; the pick-list is empty for what is none. What has no name turned round is written as the
/// other choices.
struct FieldNames
{
    ConditionField field;
    const char* label;
    const char* wanted;
    const char* unwanted;
    const char* list;
};

constexpr FieldNames kFields[] = {
    {F::Status, QT_TRANSLATE_NOOP("FilterConditions", "Status"), "status_keys", "not_status_keys", "status"},
    {F::Owner, QT_TRANSLATE_NOOP("FilterConditions", "Owner"), "owner_user_ids", "not_owner_user_ids", ""},
    {F::Unit, QT_TRANSLATE_NOOP("FilterConditions", "Team or branch"), "unit_ids", "not_unit_ids", ""},
    {F::Province, QT_TRANSLATE_NOOP("FilterConditions", "Province"), "province_codes", "not_province_codes", ""},
    {F::OldProvince, QT_TRANSLATE_NOOP("FilterConditions", "Former province"), "old_province_codes",
     "not_old_province_codes", ""},
    {F::Source, QT_TRANSLATE_NOOP("FilterConditions", "Source"), "source_keys", "not_source_keys", "source"},
    {F::Kind, QT_TRANSLATE_NOOP("FilterConditions", "Kind"), "kinds", "", ""},
    {F::Tier, QT_TRANSLATE_NOOP("FilterConditions", "Tier"), "tier_keys", "not_tier_keys", "tier"},
    {F::Group, QT_TRANSLATE_NOOP("FilterConditions", "Group"), "group_keys", "not_group_keys", "group"},
    {F::Trade, QT_TRANSLATE_NOOP("FilterConditions", "Line of business"), "trade_keys", "not_trade_keys", "trade"},
    {F::Tag, QT_TRANSLATE_NOOP("FilterConditions", "Tag"), "tag_keys", "not_tag_keys", "tag"},
    {F::Potential, QT_TRANSLATE_NOOP("FilterConditions", "Potential"), "potentials", "", ""},
    {F::Pursuit, QT_TRANSLATE_NOOP("FilterConditions", "Pursuit"), "pursuits", "", ""},
    {F::NextContact, QT_TRANSLATE_NOOP("FilterConditions", "Next contact"), "next_contact", "", ""},
    {F::Callback, QT_TRANSLATE_NOOP("FilterConditions", "Call back"), "callback", "", ""},
    {F::LastContact, QT_TRANSLATE_NOOP("FilterConditions", "Last contact"), "last_contact", "not_last_contact", ""},
    {F::Silent, QT_TRANSLATE_NOOP("FilterConditions", "Silent"), "silent_days", "", ""},
    {F::Created, QT_TRANSLATE_NOOP("FilterConditions", "Created"), "created", "not_created", ""},
};

const FieldNames& namesOf(ConditionField field)
{
    return *std::ranges::find(kFields, field, &FieldNames::field);
}

const FieldDescriptor* named(const char* name)
{
    return v1::CustomerFilter::descriptor()->FindFieldByName(name);
}

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("FilterConditions", text, nullptr, count);
}

QString texted(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QList<ConditionChoice> provinces(const vn::Date& day)
{
    QList<ConditionChoice> choices;
    for (const auto* unit : vn::Units::builtin().provinces(day))
        choices.append({texted(unit->code), QString::fromStdString(unit->shortName())});
    return choices;
}

void addValue(v1::CustomerFilter& filter, const FieldDescriptor* field, const QString& key)
{
    const auto* reflection = filter.GetReflection();
    switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT64:
        reflection->AddInt64(&filter, field, key.toLongLong());
        break;
    case FieldDescriptor::CPPTYPE_ENUM:
        reflection->AddEnumValue(&filter, field, key.toInt());
        break;
    default:
        reflection->AddString(&filter, field, key.toStdString());
    }
}

QString valueAt(const v1::CustomerFilter& filter, const FieldDescriptor* field, int index)
{
    const auto* reflection = filter.GetReflection();
    switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT64:
        return QString::number(reflection->GetRepeatedInt64(filter, field, index));
    case FieldDescriptor::CPPTYPE_ENUM:
        return QString::number(reflection->GetRepeatedEnumValue(filter, field, index));
    default:
        return QString::fromStdString(reflection->GetRepeatedString(filter, field, index));
    }
}

void readCondition(const v1::CustomerFilter& filter, ConditionField field, bool isNot, QList<Condition>& conditions)
{
    const auto& names = namesOf(field);
    const auto* descriptor = named(isNot ? names.unwanted : names.wanted);
    if (!descriptor)
        return;
    Condition condition{field, isNot};
    if (field == F::Silent) {
        if (filter.silent_days() > 0) {
            condition.period.set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
            condition.period.set_days(filter.silent_days());
        }
    } else if (isPeriod(field)) {
        if (filter.GetReflection()->HasField(filter, descriptor))
            condition.period.CopyFrom(filter.GetReflection()->GetMessage(filter, descriptor));
    } else {
        for (int i = 0; i < filter.GetReflection()->FieldSize(filter, descriptor); ++i)
            condition.keys.append(valueAt(filter, descriptor, i));
    }
    if (!condition.isEmpty())
        conditions.append(condition);
}

} // namespace

QList<ConditionField> allConditionFields()
{
    QList<ConditionField> fields;
    for (const auto& names : kFields)
        fields.append(names.field);
    return fields;
}

QString conditionLabel(ConditionField field)
{
    return say(namesOf(field).label);
}

bool isPeriod(ConditionField field)
{
    return isAhead(field) || field == F::LastContact || field == F::Silent || field == F::Created;
}

bool isAhead(ConditionField field)
{
    return field == F::NextContact || field == F::Callback;
}

bool canBeNot(ConditionField field)
{
    return *namesOf(field).unwanted != '\0' || field == F::Kind;
}

bool Condition::isEmpty() const
{
    return isPeriod(field) ? period.kind() == v1::PERIOD_KIND_UNSPECIFIED : keys.isEmpty();
}

QList<ConditionChoice> conditionChoices(ConditionField field, const Workplace& workplace)
{
    QList<ConditionChoice> choices;
    switch (field) {
    case F::Owner:
        for (const auto* person : workplace.directory.activePeople())
            choices.append({QString::number(person->user_id()), QString::fromStdString(person->full_name())});
        break;
    case F::Unit:
        for (const auto* unit : workplace.directory.units())
            choices.append({QString::number(unit->id()), QString::fromStdString(unit->name())});
        break;
    case F::Province:
        return provinces({2026, 1, 1});
    case F::OldProvince:
        return provinces(vn::kLastDayOfOldUnits);
    case F::Kind:
        return {{QString::number(v1::CUSTOMER_KIND_ORGANISATION),
                 say(QT_TRANSLATE_NOOP("FilterConditions", "Organisation"))},
                {QString::number(v1::CUSTOMER_KIND_INDIVIDUAL), say(QT_TRANSLATE_NOOP("FilterConditions", "Person"))}};
    case F::Potential:
        for (const auto value : {v1::POTENTIAL_PROMISING, v1::POTENTIAL_UNCLEAR, v1::POTENTIAL_NONE})
            choices.append({QString::number(value), potentialText(value)});
        choices.append(
            {QString::number(v1::POTENTIAL_UNSPECIFIED), say(QT_TRANSLATE_NOOP("FilterConditions", "Never judged"))});
        break;
    case F::Pursuit:
        for (const auto value : {v1::PURSUIT_GO_ON, v1::PURSUIT_STOP})
            choices.append({QString::number(value), pursuitText(value)});
        choices.append(
            {QString::number(v1::PURSUIT_UNSPECIFIED), say(QT_TRANSLATE_NOOP("FilterConditions", "Never judged"))});
        break;
    case F::NextContact:
    case F::Callback:
    case F::LastContact:
    case F::Silent:
    case F::Created:
        break;
    default:
        for (const auto* item : workplace.picklists.choices(QString::fromLatin1(namesOf(field).list)))
            choices.append({QString::fromStdString(item->key()), PicklistCache::labelOf(*item)});
    }
    return choices;
}

QString periodText(const v1::Period& period, bool isAhead)
{
    switch (period.kind()) {
    case v1::PERIOD_KIND_TODAY:
        return say(QT_TRANSLATE_NOOP("FilterConditions", "today"));
    case v1::PERIOD_KIND_YESTERDAY:
        return say(QT_TRANSLATE_NOOP("FilterConditions", "yesterday"));
    case v1::PERIOD_KIND_THIS_WEEK:
        return say(QT_TRANSLATE_NOOP("FilterConditions", "this week"));
    case v1::PERIOD_KIND_THIS_MONTH:
        return say(QT_TRANSLATE_NOOP("FilterConditions", "this month"));
    case v1::PERIOD_KIND_WITHIN_DAYS:
        return isAhead ? say(QT_TRANSLATE_N_NOOP("FilterConditions", "in the next %Ln days"), period.days())
                       : say(QT_TRANSLATE_N_NOOP("FilterConditions", "in the last %Ln days"), period.days());
    case v1::PERIOD_KIND_OLDER_THAN_DAYS:
        return period.or_never()
                   ? say(QT_TRANSLATE_N_NOOP("FilterConditions", "longer ago than %Ln days, or never"), period.days())
                   : say(QT_TRANSLATE_N_NOOP("FilterConditions", "longer ago than %Ln days"), period.days());
    case v1::PERIOD_KIND_NEVER:
        return isAhead ? say(QT_TRANSLATE_NOOP("FilterConditions", "nothing planned"))
                       : say(QT_TRANSLATE_NOOP("FilterConditions", "never yet"));
    case v1::PERIOD_KIND_BETWEEN:
        if (!period.has_last_day())
            return say(QT_TRANSLATE_NOOP("FilterConditions", "from %1")).arg(dayText(period.first_day()));
        if (!period.has_first_day())
            return say(QT_TRANSLATE_NOOP("FilterConditions", "until %1")).arg(dayText(period.last_day()));
        return QStringLiteral("%1 – %2").arg(dayText(period.first_day()), dayText(period.last_day()));
    default:
        return {};
    }
}

QString conditionText(const Condition& condition, const Workplace& workplace)
{
    QStringList labels;
    if (condition.field == F::Silent)
        labels.append(say(QT_TRANSLATE_N_NOOP("FilterConditions", "for %Ln days, or longer than usual for them"),
                          condition.period.days()));
    else if (isPeriod(condition.field))
        labels.append(periodText(condition.period, isAhead(condition.field)));
    for (const auto& choice : conditionChoices(condition.field, workplace)) {
        if (condition.keys.contains(choice.key))
            labels.append(choice.label);
    }
    // What is no longer offered counts all the same.
    const auto missing = condition.keys.size() - labels.size();
    if (!isPeriod(condition.field) && labels.isEmpty() && missing > 0)
        labels.append(say(QT_TRANSLATE_NOOP("FilterConditions", "%1 chosen")).arg(missing));
    const QString text =
        labels.size() > 3
            ? say(QT_TRANSLATE_NOOP("FilterConditions", "%1 and %2 more")).arg(labels.first()).arg(labels.size() - 1)
            : labels.join(QStringLiteral(", "));
    return condition.isNot ? say(QT_TRANSLATE_NOOP("FilterConditions", "not “%1”")).arg(text) : text;
}

void writeConditions(const QList<Condition>& conditions, v1::CustomerFilter& filter)
{
    const bool isBin = filter.deleted();
    filter.Clear();
    filter.set_deleted(isBin);
    for (const auto& condition : conditions) {
        const auto& names = namesOf(condition.field);
        const auto* field = named(condition.isNot ? names.unwanted : names.wanted);
        if (condition.field == F::Silent) {
            filter.set_silent_days(condition.period.days());
            continue;
        }
        if (field && isPeriod(condition.field)) {
            filter.GetReflection()->MutableMessage(&filter, field)->CopyFrom(condition.period);
            continue;
        }
        if (field) {
            for (const auto& key : condition.keys)
                addValue(filter, field, key);
            continue;
        }
        // Of the two kinds, not the one is the other.
        const auto* wanted = named(names.wanted);
        for (const int kind : {v1::CUSTOMER_KIND_INDIVIDUAL, v1::CUSTOMER_KIND_ORGANISATION}) {
            if (!condition.keys.contains(QString::number(kind)))
                addValue(filter, wanted, QString::number(kind));
        }
    }
}

QList<Condition> conditionsOf(const v1::CustomerFilter& filter)
{
    QList<Condition> conditions;
    for (const auto& names : kFields) {
        readCondition(filter, names.field, false, conditions);
        readCondition(filter, names.field, true, conditions);
    }
    return conditions;
}

} // namespace banhang::client
