#include "client/customers/list/customer_columns.h"

#include <algorithm>
#include <iterator>

#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

using M = CustomerModel;
using S = ColumnShape;

/// In the order of CustomerModel::Column.
constexpr ColumnInfo kColumns[] = {
    {"name", "name", M::Name, S::Name, 0, true},
    {"code", "", M::Code, S::Figure, 76, true},
    {"tier", "tier_key", M::Tier, S::Tag, 58, true},
    {"group", "group_key", M::Group, S::Tag, 80, true},
    {"phone", "phones", M::Phone, S::Figure, 114, true},
    {"owner", "owner_user_id", M::Owner, S::Person, 78, true},
    {"last_contact", "last_contact_time", M::LastContact, S::Figure, 72, true},
    {"status", "status_key", M::Status, S::Text, 100, false},
    {"province", "addresses", M::Province, S::Text, 100, false},
    {"source", "source_key", M::Source, S::Text, 110, false},
    {"created", "", M::Created, S::Figure, 84, false},
    {"email", "emails", M::Email, S::Text, 170, false},
    {"tax_code", "tax_code", M::TaxCode, S::Figure, 104, false},
    {"address", "addresses", M::Address, S::Text, 220, false},
    {"trade", "trade_key", M::Trade, S::Text, 120, false},
    {"kind", "", M::Kind, S::Text, 84, false},
    {"team", "owner_user_id", M::Team, S::Text, 130, false},
    {"tags", "tag_keys", M::Tags, S::Text, 150, false},
    {"do_not_call", "do_not_call", M::DoNotCall, S::Text, 90, false},
    {"updated", "", M::Updated, S::Figure, 84, false},
    {"next_contact", "next_contact_time", M::NextContact, S::Figure, 84, false},
    {"potential", "potential", M::PotentialOf, S::Tag, 110, false},
    {"all_phones", "phones", M::AllPhones, S::Text, 210, false},
    {"all_emails", "emails", M::AllEmails, S::Text, 220, false},
    {"ward", "addresses", M::Ward, S::Text, 130, false},
    {"birthday", "birthday", M::BirthdayOf, S::Text, 96, false},
    {"occupation", "occupation_key", M::Occupation, S::Text, 120, false},
    {"needs", "need_keys", M::Needs, S::Text, 160, false},
    {"traits", "trait_keys", M::Traits, S::Text, 160, false},
    {"website", "website", M::Website, S::Text, 150, false},
    {"callback", "callback_time", M::Callback, S::Figure, 84, false},
    {"callback_reason", "callback_reason", M::CallbackReason, S::Text, 160, false},
    {"talk_rhythm", "talk_rhythm_days", M::TalkRhythm, S::Figure, 96, false},
    {"creator", "creator_user_id", M::Creator, S::Person, 92, false},
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
        return "address";
    case M::Created:
        return "create_time";
    case M::Updated:
        return "update_time";
    case M::Kind:
        return "kind";
    case M::Ward:
        return "ward";
    case M::NextContact:
        return "next_contact_time";
    case M::Team:
    case M::Creator:
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
