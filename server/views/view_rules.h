// What a saved view must be like.
#pragma once

#include <vector>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/views.pb.h"

namespace banhang::server {

/// The part of a view that its maker decides on, in the form that is stored; the rest is empty.
v1::SavedView tidiedView(const v1::SavedView& typed);

/// What is wrong with it; empty if nothing is. Uniqueness of the name is the table's to tell, conditions the list's.
std::vector<v1::FieldIssue> viewIssues(const v1::SavedView& view);

/// 0 = none.
bool isQuickKey(int key);

} // namespace banhang::server
