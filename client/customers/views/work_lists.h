// The lists by which customers are worked through: conditions, order and columns that come with the program.
#pragma once

#include "banhang/v1/work_lists.pb.h"
#include "client/customers/views/list_setup.h"

namespace banhang::client {

enum class WorkList { CallBack, Untouched, Promising, Overlooked, Silent };

constexpr WorkList kWorkLists[] = {WorkList::CallBack, WorkList::Untouched, WorkList::Promising, WorkList::Overlooked,
                                   WorkList::Silent};

QString workListTitle(WorkList list);
/// With the days that the office agreed on.
ListSetup workListSetup(WorkList list, const v1::WorkListSettings& days);

} // namespace banhang::client
