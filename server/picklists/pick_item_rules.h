// What an item of a pick-list must be like.
#pragma once

#include <string_view>
#include <vector>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/picklists.pb.h"

namespace banhang::server {

/// Whether records refer to a list of this name.
bool isPickList(std::string_view listKey);

/// What is wrong with a new item; empty if nothing is. Uniqueness is the table's to tell.
std::vector<v1::FieldIssue> newItemIssues(const v1::PickItem& item);

/// What is wrong with the labels and the position of an item, new or changed.
std::vector<v1::FieldIssue> itemIssues(const v1::PickItem& item);

/// Puts one item of a list behind another one, or first when `behindId` is 0, and answers those whose position is then
/// another one, with it. `items` is the whole list in any order and holds both. The places stay as they are, and who
/// stands on them changes; places that several share are pulled apart.
std::vector<v1::PickItem> moved(std::vector<v1::PickItem> items, std::int64_t id, std::int64_t behindId);

} // namespace banhang::server
