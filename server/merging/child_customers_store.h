// Branches and daughters of merged customers: they hang on the survivor then.
#pragma once

#include "server/merging/participant.h"

namespace banhang::server {

/// Each of them is a customer that changes, so its own watchers are told. Those out of the caller's sight move too.
class ChildCustomers final : public MergeParticipant
{
public:
    const std::string& link() const override;
    std::vector<std::string> keys() const override { return {"customer.parent_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;
};

} // namespace banhang::server
