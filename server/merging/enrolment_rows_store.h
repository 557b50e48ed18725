// Care sequences of merged customers: they go to the survivor; of two on the same sequence the survivor's goes on.
#pragma once

#include "server/merging/participant.h"

namespace banhang::server {

/// What nobody has touched of the one that ends is cancelled by the job of the sequences, and made again after an undo.
class EnrolmentRows final : public MergeParticipant
{
public:
    const std::string& link() const override;
    std::vector<std::string> keys() const override { return {"care_enrolment.customer_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;
};

} // namespace banhang::server
