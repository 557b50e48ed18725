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

} // namespace banhang::server
