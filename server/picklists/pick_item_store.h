// The items of all pick-lists.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/picklists.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ConstraintErrors;

void registerPicklistsConstraints(ConstraintErrors& errors);

/// All SQL on pick_item. Scope: everybody signed in sees all items; who may write is the method's right alone.
class PickItemStore
{
public:
    /// Where a page starts: behind this item. Empty = at the first.
    struct Place
    {
        std::string listKey;
        std::int64_t position = -1;
        std::int64_t id = 0;
    };

    /// By list, position and id.
    static std::vector<v1::PickItem> list(Tx& tx, const Place& behind, int count);

    /// Adds the item at the end of its list, and records it.
    /// Throws: AppError AlreadyExists "pick_item.key_taken".
    static v1::PickItem create(Call& call, const v1::PickItem& wanted);

    /// The stored item, kept from changing until the transaction ends.
    /// Throws: AppError NotFound "pick_item.not_found".
    static v1::PickItem locked(Tx& tx, std::int64_t itemId);
    /// The whole list that the item is of, in no order, kept from changing; empty if there is no such item.
    static std::vector<v1::PickItem> lockedList(Tx& tx, std::int64_t itemId);
    /// Stores labels, position and activity of `after` and records what differs from `before`, which `locked` returned.
    static v1::PickItem update(Call& call, const v1::PickItem& before, v1::PickItem after);
};

} // namespace banhang::server
