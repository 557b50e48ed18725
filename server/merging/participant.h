// What hangs on a customer and must go with it into a merge, and come back out of it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/merges.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The customers of one merge, by id.
struct MergeSides
{
    std::int64_t mergeId = 0;
    std::int64_t survivorId = 0;
    std::vector<std::int64_t> loserIds;
    /// Contact persons that stay on the form; the others are taken off it.
    std::vector<std::int64_t> keptContactIds = {};
};

/// A kind of rows with a key to the customer. Every such key of the database belongs to exactly one participant: a test
/// walks the catalogue. All statements run as the caller, in the transaction of the merge or of its undo, with the
/// customers locked.
class MergeParticipant
{
public:
    virtual ~MergeParticipant() = default;

    /// Under which its rows are put on record: the table, unless one table has several participants.
    virtual const std::string& link() const = 0;
    /// The foreign keys that it answers for: "contact.customer_id".
    virtual std::vector<std::string> keys() const = 0;

    /// Rows on each of the customers that would move; customers without any may be left out.
    virtual std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const;
    /// Moves the losers' rows to the survivor, and puts on record what is needed to bring them back.
    virtual void move(Call& call, const MergeSides& sides) const;
    /// What restore() would do.
    virtual std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const;
    /// Brings back what move() put on record, and leaves what came since.
    virtual void restore(Call& call, const MergeSides& sides) const;
};

/// All of them. A feature whose table has a key to customer adds a line in participants.cpp.
/// Owner: the program; never changes.
const std::vector<std::unique_ptr<MergeParticipant>>& mergeParticipants();

} // namespace banhang::server
