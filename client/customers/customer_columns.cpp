#include "client/customers/customer_columns.h"

#include <algorithm>
#include <iterator>

#include "client/customers/customer_model.h"

namespace banhang::client {

namespace {

using M = CustomerModel;
using S = ColumnShape;

/// In the order of CustomerModel::Column.
constexpr ColumnInfo kColumns[] = {
    {M::Name, "name", S::Name, 0, true, "name"},
    {M::Code, "code", S::Figure, 76, true},
    {M::Tier, "tier", S::Tag, 66, true, "tier_key"},
    {M::Group, "group", S::Tag, 82, true, "group_key"},
    {M::Phone, "phone", S::Figure, 114, true, "phones"},
    {M::Owner, "owner", S::Person, 78, true, "owner_user_id"},
    {M::LastContact, "last_contact", S::Figure, 72, true, "last_contact_time"},
    {M::Status, "status", S::Text, 100, false, "status_key"},
    {M::Province, "province", S::Text, 100, false, "addresses"},
    {M::Source, "source", S::Text, 110, false, "source_key"},
    {M::Created, "created", S::Figure, 84, false},
    {M::Email, "email", S::Text, 170, false, "emails"},
    {M::TaxCode, "tax_code", S::Figure, 104, false, "tax_code"},
    {M::Address, "address", S::Text, 220, false, "addresses"},
    {M::Trade, "trade", S::Text, 120, false, "trade_key"},
    {M::Kind, "kind", S::Text, 84, false},
    {M::Team, "team", S::Text, 130, false, "owner_user_id"},
    {M::Tags, "tags", S::Text, 150, false, "tag_keys"},
    {M::DoNotCall, "do_not_call", S::Text, 90, false, "do_not_call"},
    {M::Updated, "updated", S::Figure, 84, false},
};
static_assert(std::size(kColumns) == M::ColumnCount);

} // namespace

const ColumnInfo& columnInfo(int column)
{
    return kColumns[column];
}

int columnOfKey(const std::string& key)
{
    const auto found = std::ranges::find_if(kColumns, [&key](const ColumnInfo& info) { return key == info.key; });
    return found == std::end(kColumns) ? -1 : found->column;
}

std::string exportField(int column)
{
    switch (column) {
    case M::Code:
        return "code";
    case M::LastContact:
        return "last_contact_time";
    case M::Province:
        return "province";
    case M::Address:
        return "street";
    case M::Created:
        return "create_time";
    case M::Updated:
        return "update_time";
    case M::Kind:
        return "kind";
    case M::Team:
        return {};
    default:
        return columnInfo(column).field;
    }
}

QList<ShownColumn> usualColumns()
{
    QList<ShownColumn> shown;
    for (const auto& info : kColumns) {
        if (info.isShownAtFirst)
            shown.append({info.column, 0});
    }
    return shown;
}

bool isAlwaysShown(int column)
{
    return column == M::Name || column == M::Tier;
}

} // namespace banhang::client
