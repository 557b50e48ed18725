// Contact persons in a merge: they go to the survivor with all that names them.
#pragma once

#include "server/merging/participant.h"

namespace banhang::server {

/// Those that were not kept are taken off the form, and come back on it with an undo.
class ContactRows final : public MergeParticipant
{
public:
    const std::string& link() const override;
    std::vector<std::string> keys() const override { return {"contact.customer_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;
};

} // namespace banhang::server
