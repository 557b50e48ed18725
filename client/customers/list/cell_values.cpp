#include "client/customers/list/cell_values.h"

#include <QCoreApplication>

#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "client/customers/list/customer_columns.h"
#include "client/customers/list/customer_model.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

using M = CustomerModel;

const QString kYes = QStringLiteral("1");

QString pickList(int column)
{
    switch (column) {
    case M::Status:
        return QStringLiteral("status");
    case M::Tier:
        return QStringLiteral("tier");
    case M::Group:
        return QStringLiteral("group");
    case M::Source:
        return QStringLiteral("source");
    case M::Trade:
        return QStringLiteral("trade");
    case M::Occupation:
        return QStringLiteral("occupation");
    default:
        return {};
    }
}

std::string* textField(int column, v1::Customer& customer)
{
    switch (column) {
    case M::Status:
        return customer.mutable_status_key();
    case M::Tier:
        return customer.mutable_tier_key();
    case M::Group:
        return customer.mutable_group_key();
    case M::Source:
        return customer.mutable_source_key();
    case M::Trade:
        return customer.mutable_trade_key();
    case M::Occupation:
        return customer.mutable_occupation_key();
    case M::Name:
        return customer.mutable_name();
    case M::TaxCode:
        return customer.mutable_tax_code();
    case M::Website:
        return customer.mutable_website();
    default:
        return nullptr;
    }
}

template <typename Entries, typename Set>
void setFirst(Entries& entries, const QString& text, Set set)
{
    if (text.isEmpty()) {
        if (!entries.empty())
            entries.erase(entries.begin());
        return;
    }
    set(entries.empty() ? *entries.Add() : entries[0], text.toStdString());
}

} // namespace

CellInput cellInput(int column)
{
    switch (column) {
    case M::Name:
    case M::Phone:
    case M::Email:
    case M::TaxCode:
    case M::Website:
        return CellInput::Line;
    case M::DoNotCall:
        return CellInput::Choice;
    default:
        return pickList(column).isEmpty() ? CellInput::None : CellInput::Choice;
    }
}

QList<CellChoice> cellChoices(int column, const PicklistCache& picklists)
{
    if (column == M::DoNotCall)
        return {{QString(), QCoreApplication::translate("CellValues", "Ads allowed")},
                {kYes, QCoreApplication::translate("CellValues", "No ads")}};
    QList<CellChoice> choices;
    if (column != M::Status)
        choices.append({QString(), QCoreApplication::translate("CellValues", "– none –")});
    for (const auto* item : picklists.choices(pickList(column)))
        choices.append({QString::fromStdString(item->key()), PicklistCache::labelOf(*item)});
    return choices;
}

QString cellText(int column, const v1::Customer& customer)
{
    switch (column) {
    case M::Phone:
        return customer.phones().empty() ? QString() : QString::fromStdString(customer.phones(0).number());
    case M::Email:
        return customer.emails().empty() ? QString() : QString::fromStdString(customer.emails(0).address());
    case M::DoNotCall:
        return customer.do_not_call() ? kYes : QString();
    default:
        v1::Customer copy = customer;
        const auto* field = textField(column, copy);
        return field ? QString::fromStdString(*field) : QString();
    }
}

void setCellText(int column, const QString& text, v1::Customer& customer)
{
    switch (column) {
    case M::Phone:
        setFirst(*customer.mutable_phones(), text, [](v1::Phone& phone, const std::string& number) {
            phone.set_number(number);
            phone.clear_key(); // of the old number
        });
        break;
    case M::Email:
        setFirst(*customer.mutable_emails(), text,
                 [](v1::Email& email, const std::string& address) { email.set_address(address); });
        break;
    case M::DoNotCall:
        customer.set_do_not_call(!text.isEmpty());
        break;
    default:
        if (auto* field = textField(column, customer))
            *field = text.toStdString();
    }
}

bool isCellHidden(int column, const v1::Customer& customer)
{
    return isMasked(customer, columnInfo(column).field);
}

std::optional<QString> pastedText(int column, const QString& text, const PicklistCache& picklists)
{
    QString trimmed = text.trimmed();
    if (cellInput(column) != CellInput::Choice)
        return trimmed;
    const std::string wanted = vn::fold(trimmed.toStdString());
    for (const auto& choice : cellChoices(column, picklists)) {
        if (vn::fold(choice.label.toStdString()) == wanted || (!trimmed.isEmpty() && choice.key == trimmed))
            return choice.key;
    }
    const bool mayBeEmpty = column != M::Status;
    if (mayBeEmpty && (trimmed.isEmpty() || trimmed == QStringLiteral("–")))
        return QString();
    return std::nullopt;
}

QList<QStringList> tableOf(const QString& clipboard)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    const auto endCell = [&] {
        row.append(cell);
        cell.clear();
    };
    const auto endRow = [&] {
        endCell();
        rows.append(row);
        row.clear();
    };
    for (qsizetype i = 0; i < clipboard.size(); ++i) {
        const QChar letter = clipboard[i];
        if (isQuoted && letter == QLatin1Char('"')) {
            const bool isDoubled = i + 1 < clipboard.size() && clipboard[i + 1] == QLatin1Char('"');
            if (isDoubled)
                cell += clipboard[++i];
            else
                isQuoted = false;
        } else if (!isQuoted && letter == QLatin1Char('"') && cell.isEmpty()) {
            isQuoted = true;
        } else if (!isQuoted && letter == QLatin1Char('\t')) {
            endCell();
        } else if (!isQuoted && letter == QLatin1Char('\n')) {
            endRow();
        } else if (isQuoted || letter != QLatin1Char('\r')) {
            cell += letter;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

} // namespace banhang::client
