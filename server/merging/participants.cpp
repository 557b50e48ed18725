#include "server/merging/participant.h"

#include "server/merging/attachment_rows_store.h"
#include "server/merging/child_customers_store.h"
#include "server/merging/contact_rows_store.h"
#include "server/merging/enrolment_rows_store.h"
#include "server/merging/row_participants_store.h"

namespace banhang::server {

std::map<std::int64_t, std::int64_t> MergeParticipant::count(Call&, const std::vector<std::int64_t>&) const
{
    return {};
}

void MergeParticipant::move(Call&, const MergeSides&) const {}

std::vector<v1::UndoLink> MergeParticipant::undoCounts(Call&, const MergeSides&) const
{
    return {};
}

void MergeParticipant::restore(Call&, const MergeSides&) const {}

const std::vector<std::unique_ptr<MergeParticipant>>& mergeParticipants()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<MergeParticipant>> list;
        list.push_back(std::make_unique<ContactRows>());
        // Before activities: who makes one for an enrolment holds that, and is waited for here.
        list.push_back(std::make_unique<EnrolmentRows>());
        list.push_back(std::make_unique<OwnedRows>("activity"));
        list.push_back(std::make_unique<AttachmentRows>());
        list.push_back(std::make_unique<OwnedRows>("care_request"));
        list.push_back(
            std::make_unique<JoinedRows>("customer_share", "customer_id", "user_id", "banhang.moved_shares_stale"));
        list.push_back(std::make_unique<ChildCustomers>());
        // Written anew from the customer whenever it is stored.
        list.push_back(std::make_unique<KeptRows>("customer_search", std::vector<std::string>{"customer_id"}));
        list.push_back(std::make_unique<KeptRows>("duplicate_form", std::vector<std::string>{"customer_id"}));
        list.push_back(std::make_unique<KeptRows>("customer_tag", std::vector<std::string>{"customer_id"}));
        // People were told of the customer that it was.
        list.push_back(std::make_unique<KeptRows>("untouched_notice", std::vector<std::string>{"customer_id"}));
        // Which customer a row of a file became.
        list.push_back(std::make_unique<KeptRows>("import_row", std::vector<std::string>{"customer_id"}));
        // A chain of merges is followed link by link, so that each can be taken back by itself.
        list.push_back(std::make_unique<KeptRows>("customer", std::vector<std::string>{"merged_into_id"}));
        list.push_back(std::make_unique<KeptRows>("customer_merge", std::vector<std::string>{"survivor_id"}));
        list.push_back(std::make_unique<KeptRows>("customer_merge_loser", std::vector<std::string>{"customer_id"}));
        // What was said and found of a customer as it was; a merged one is not asked about.
        list.push_back(std::make_unique<KeptRows>("duplicate_decision", std::vector<std::string>{"low_id", "high_id"}));
        list.push_back(std::make_unique<KeptRows>("duplicate_link", std::vector<std::string>{"low_id", "high_id"}));
        return list;
    }();
    return all;
}

} // namespace banhang::server
