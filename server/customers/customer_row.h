// Rows of the customer table as messages and back.
#pragma once

#include <string_view>

#include "banhang/v1/customer.pb.h"
#include "server/core/database/database.h"

namespace banhang::server {

/// Columns of `banhang.customer c` in the list form (CUSTOMER_VIEW_BASIC), for the head of a select list; read by
/// readBasic.
#define BANHANG_BASIC_COLUMNS(ADDRESSES)                                                                               \
    "c.id, c.code, c.version, c.kind, c.name, c.honorific, c.phones, c.emails, " ADDRESSES ", c.tax_code, "            \
    "c.birthday, c.website, c.status_key, c.tier_key, c.group_key, c.source_key, c.trade_key, c.occupation_key, "      \
    "c.need_keys, c.trait_keys, c.tag_keys, c.owner_id, c.unit_id, c.do_not_call, c.created_at, c.updated_at, "        \
    "c.last_contact_at, c.next_contact_at, c.potential, c.pursuit, c.callback_at, c.callback_reason, "                 \
    "c.talk_rhythm_days, c.created_by_id, c.deleted_at"

/// With the first address only.
#define BANHANG_LIST_COLUMNS BANHANG_BASIC_COLUMNS("c.addresses->0")

/// All columns and the contact persons; read by readFull.
#define BANHANG_FULL_COLUMNS                                                                                           \
    BANHANG_BASIC_COLUMNS("c.addresses")                                                                               \
    ", c.gender, c.founded_date, c.income_band_key, c.finances_key, c.habit_keys, "                                    \
    "c.needs_text, c.business_text, c.watch_points, c.parent_id, "                                                     \
    "c.parent_relation, c.note, c.merged_into_id, c.former_codes, "                                                    \
    "(SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'position', t.position, 'honorific', "           \
    "t.honorific, "                                                                                                    \
    "'phones', t.phones, 'emails', t.emails, 'birthday', t.birthday, 'note', t.note) ORDER BY t.ordinal, t.id) "       \
    "FROM banhang.contact t WHERE t.customer_id = c.id AND NOT t.removed)"

/// Customers `c` that the caller sees and that are not in the bin. ALL, LEAVES and SHARES are the places of the first
/// three values of recordSeenBy: BANHANG_CUSTOMER_SEEN("$2", "$3", "$4").
#define BANHANG_CUSTOMER_SEEN(ALL, LEAVES, SHARES)                                                                     \
    "c.deleted_at IS NULL AND (" ALL " OR c.unit_id = ANY (" LEAVES "::bigint[]) OR EXISTS "                           \
    "(SELECT FROM banhang.customer_share s WHERE s.user_id = " SHARES "::bigint AND s.customer_id = c.id))"

/// Of a select list: its commas outside of brackets, and one.
consteval int columnCount(std::string_view columns)
{
    int count = 1;
    int depth = 0;
    for (const char sign : columns) {
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        count += sign == ',' && depth == 0 ? 1 : 0;
    }
    return count;
}

/// What follows BANHANG_FULL_COLUMNS in a select list begins here.
constexpr int kFullColumnCount = columnCount(BANHANG_FULL_COLUMNS);

v1::Customer readBasic(const Row& row);
v1::Customer readFull(const Row& row);

/// Values of the columns that follow from what was typed, in the order of kWrittenColumns in customer_store.cpp.
Params writtenValues(const v1::Customer& customer);

} // namespace banhang::server
