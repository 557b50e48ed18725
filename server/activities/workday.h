// The start page of one person, in one answer.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope: one's own day, or that of somebody in the caller's view scope. Throws: AppError Denied.
void getWorkday(Call& call, const v1::GetWorkdayRequest& wanted, v1::Workday& reply);

} // namespace banhang::server
