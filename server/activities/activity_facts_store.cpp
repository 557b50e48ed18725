#include "server/activities/activity_facts_store.h"

#include "server/activities/activity_row.h"

namespace banhang::server {

namespace {

/// $1 customer named; $2 to $8 as in BANHANG_ACTIVITY_SEEN; $9 contact person, $10 channel, $11 participants.
constexpr Statement kFacts{
    "SELECT (extract(epoch FROM now()) * 1000000)::bigint,"
    " EXISTS (SELECT FROM banhang.pick_item i WHERE i.list_key = 'channel' AND i.key = $10), named.id,"
    " EXISTS (SELECT FROM banhang.contact t WHERE t.id = $9::bigint AND t.customer_id = named.id AND NOT t.removed),"
    " ARRAY(SELECT u.id FROM banhang.app_user u WHERE u.id = ANY ($11::bigint[]) AND u.active)"
    " FROM (SELECT) AS one LEFT JOIN (SELECT c.id FROM banhang.customer c"
    " WHERE c.id = banhang.survivor_of($1) AND " BANHANG_ACTIVITY_CUSTOMER_SEEN
    " AND $2::bigint IS NOT NULL AND $6::boolean IS NOT NULL AND $7::bigint[] IS NOT NULL"
    " AND $8::boolean IS NOT NULL) AS named ON true"};

} // namespace

ActivityFacts activityFacts(Call& call, const v1::Activity& activity)
{
    Params params = activitySeenBy(call.caller, activity.customer_id());
    params.add(activity.contact_id());
    params.add(activity.channel_key());
    params.add(
        std::vector<std::int64_t>(activity.participant_user_ids().begin(), activity.participant_user_ids().end()));
    const Rows rows = call.tx.run(kFacts, params);
    const Row row = rows.front();
    ActivityFacts facts;
    facts.nowMicros = row.int64(0);
    facts.isChannelKnown = row.boolean(1);
    facts.customerId = row.isNull(2) ? 0 : row.int64(2);
    facts.isContactOfCustomer = row.boolean(3);
    const std::vector<std::int64_t> people = row.int64s(4);
    facts.activePeople.insert(people.begin(), people.end());
    return facts;
}

} // namespace banhang::server
