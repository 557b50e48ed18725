// The conditions of a list as people put them together, and as the server takes them.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "banhang/v1/customers.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

enum class ConditionField {
    Status,
    Owner,
    Unit,
    Province,
    OldProvince,
    Source,
    Kind,
    Tier,
    Group,
    Trade,
    Tag,
    Potential,
    Pursuit,
    NextContact,
    Callback,
    LastContact,
    Silent,
    Created
};
QList<ConditionField> allConditionFields();
QString conditionLabel(ConditionField field);
/// About days, not about values.
bool isPeriod(ConditionField field);
/// About days that lie ahead: what is planned.
bool isAhead(ConditionField field);
/// "None of these" can be said of it.
bool canBeNot(ConditionField field);

/// One chip: any of the values, or none of them.
struct Condition
{
    ConditionField field = ConditionField::Status;
    bool isNot = false;
    QStringList keys{};
    v1::Period period{}; ///< of fields about days

    bool isEmpty() const;
};

struct ConditionChoice
{
    QString key;
    QString label;
};

/// What a field can be compared with, in the order in which it is offered. Empty for fields about days.
QList<ConditionChoice> conditionChoices(ConditionField field, const Workplace& workplace);
/// "Miền Bắc, Hà Nội", "not “Stopped”", "longer ago than 30 days".
QString conditionText(const Condition& condition, const Workplace& workplace);
/// `isAhead`: the days are those to come.
QString periodText(const v1::Period& period, bool isAhead = false);

/// `deleted` is the list's own business and stays as it is.
void writeConditions(const QList<Condition>& conditions, v1::CustomerFilter& filter);
QList<Condition> conditionsOf(const v1::CustomerFilter& filter);

} // namespace banhang::client
