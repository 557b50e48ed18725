// How leaders follow the work: what each person planned, did, missed and forgot.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope: people in the caller's view scope. Throws: AppError Denied, Invalid.
void getActivityReport(Call& call, const v1::GetActivityReportRequest& wanted, v1::ActivityReport& reply);

} // namespace banhang::server
