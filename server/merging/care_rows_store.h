// Care requests of merged customers: they go to the survivor, those of colleagues too.
#pragma once

#include "server/merging/participant.h"

namespace banhang::server {

/// The care requests themselves stay as they are, but for the customer that they name: their watchers learn by the news
/// of the customers.
class CareRequestRows final : public MergeParticipant
{
public:
    const std::string& link() const override;
    std::vector<std::string> keys() const override { return {"care_request.customer_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;
};

} // namespace banhang::server
