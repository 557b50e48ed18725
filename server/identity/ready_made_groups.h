// The groups that a new office starts with.
#pragma once

#include <vector>

#include "server/identity/group_store.h"

namespace banhang::server {

/// Names of the ready-made groups, as stored; the administrator may rename them.
constexpr const char* kSalesGroup = "Nhân viên kinh doanh";
constexpr const char* kTeamLeadGroup = "Trưởng phòng";
constexpr const char* kBranchDirectorGroup = "Giám đốc chi nhánh";
constexpr const char* kCareGroup = "Chăm sóc khách hàng";
constexpr const char* kAdministratorGroup = "Quản trị";

/// The five groups with their grants and masks, ready for GroupStore::create; without members.
/// Sales work on their own customers; heads on their team's, and hand over; directors on their branch's, and export;
/// care sees and mends the branch's without income and tax codes; administrators everything, the lists, the people and
/// the server included.
std::vector<Group> readyMadeGroups();

} // namespace banhang::server
