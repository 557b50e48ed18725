// Files of customers in a merge: they go along, and come back.
#pragma once

#include "server/merging/participant.h"

namespace banhang::server {

/// The same file of two customers stays twice: each tells who added it, and when.
class AttachmentRows final : public MergeParticipant
{
public:
    const std::string& link() const override;
    std::vector<std::string> keys() const override { return {"attachment.customer_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;
};

} // namespace banhang::server
