#include "client/worklists/plan_acts.h"

#include <algorithm>

#include "client/views/work_lists_api.h"

namespace banhang::client {

namespace {

/// As acts on customers: Stop takes effect behind so many.
constexpr std::size_t kAtOnce = 100;

ActStep undoPlannedTalks(WorkListsApi& api, const v1::PlanTalksResponse& planned)
{
    v1::UndoPlannedTalksRequest request;
    *request.mutable_talks() = planned.talks();
    return {planned.talks_size(), [&api, request](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                return api.undoPlannedTalks(
                    request, receiver,
                    [handler = std::move(handler)](const Outcome<v1::UndoPlannedTalksResponse>& outcome) {
                        if (!outcome) {
                            handler(outcome.error());
                            return;
                        }
                        StepDone done;
                        done.done = outcome->activity_ids_size();
                        done.skipped = outcome->kept_activity_ids_size();
                        handler(done);
                    });
            }};
}

ActStep planStep(WorkListsApi& api, const v1::PlanTalksRequest& request)
{
    return {request.talk_slots_size(),
            [&api, request](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                return api.plan(request, receiver,
                                [&api, handler = std::move(handler)](const Outcome<v1::PlanTalksResponse>& outcome) {
                                    if (!outcome) {
                                        handler(outcome.error());
                                        return;
                                    }
                                    StepDone done;
                                    done.done = outcome->talks_size();
                                    done.skipped = outcome->skipped_size();
                                    if (done.done > 0)
                                        done.undo.push_back(undoPlannedTalks(api, outcome.value()));
                                    handler(done);
                                });
            }};
}

} // namespace

std::vector<ActStep> planSteps(WorkListsApi& api, const std::vector<v1::TalkSlot>& calls,
                               const v1::PlanTalksRequest& shared)
{
    std::vector<ActStep> steps;
    for (std::size_t from = 0; from < calls.size(); from += kAtOnce) {
        v1::PlanTalksRequest request = shared;
        request.clear_talk_slots();
        for (std::size_t i = from; i < std::min(from + kAtOnce, calls.size()); ++i)
            *request.add_talk_slots() = calls[i];
        steps.push_back(planStep(api, request));
    }
    return steps;
}

} // namespace banhang::client
