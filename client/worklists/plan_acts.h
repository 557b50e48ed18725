// Planning calls for many as a row of calls to the server, each with what takes it back.
#pragma once

#include "banhang/v1/work_lists.pb.h"
#include "client/customers/batch/customer_acts.h"

namespace banhang::client {

class WorkListsApi;

/// `shared` says channel, length and words; its calls are left out. The api must outlive the steps.
std::vector<ActStep> planSteps(WorkListsApi& api, const std::vector<v1::TalkSlot>& calls,
                               const v1::PlanTalksRequest& shared);

} // namespace banhang::client
