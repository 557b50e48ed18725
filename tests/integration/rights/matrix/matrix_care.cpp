// The rows of the permission matrix that are about what comes after the sale: care requests and sequences.
#include "banhang/v1/care_requests.pb.h"
#include "banhang/v1/sequences.pb.h"
#include "tests/integration/rights/matrix/matrix.h"

namespace banhang::test {

namespace {

const std::string kHidden = "customer.not_found";
const std::string kHiddenCare = "care_request.not_found";

} // namespace

Entries careEntries()
{
    using namespace v1;
    return {
        {"CareRequestsService.GetCareRequest",
         {with<GetCareRequestRequest>([](auto& r, const Target& t) { r.set_care_request_id(t.careId); }), kHiddenCare}},
        {"CareRequestsService.BatchGetCareRequests",
         {with<BatchGetCareRequestsRequest>([](auto& r, const Target& t) { r.add_care_request_ids(t.careId); }), ""}},
        {"CareRequestsService.ListCareRequests", {plain<ListCareRequestsRequest>(), ""}},
        {"CareRequestsService.GetCareCounts", {plain<GetCareCountsRequest>(), ""}},
        {"CareRequestsService.CreateCareRequest",
         {with<CreateCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_kind_key("complaint");
              r.mutable_care_request()->set_channel_key("call");
              r.mutable_care_request()->set_customer_id(t.customerId);
              r.mutable_care_request()->set_subject("Ma trận");
              r.set_request_id(t.requestId);
          }),
          "call.invalid"}},
        {"CareRequestsService.UpdateCareRequest",
         {with<UpdateCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_id(t.careId);
              r.mutable_care_request()->set_version(t.careVersion);
              r.mutable_care_request()->set_subject("Ma trận");
              r.mutable_update_mask()->add_paths("subject");
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.MoveCareRequest",
         {with<MoveCareRequestRequest>([](auto& r, const Target& t) {
              r.mutable_care_request()->set_id(t.careId);
              r.mutable_care_request()->set_version(t.careVersion);
              r.set_state(CARE_STATE_WORKING);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.AssignCareRequests",
         {with<AssignCareRequestsRequest>([](auto& r, const Target& t) {
              r.add_care_request_ids(t.careId);
              r.set_owner_user_id(t.ownerId);
              r.set_request_id(t.requestId);
          }),
          "call.denied"}},
        {"CareRequestsService.DeleteCareRequest",
         {with<DeleteCareRequestRequest>([](auto& r, const Target& t) {
              r.set_care_request_id(t.careId);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.UndeleteCareRequest",
         {with<UndeleteCareRequestRequest>([](auto& r, const Target& t) {
              r.set_care_request_id(t.careId);
              r.set_request_id(t.requestId);
          }),
          kHiddenCare}},
        {"CareRequestsService.GetCareSettings", {plain<GetCareSettingsRequest>(), {}}},
        {"CareRequestsService.UpdateCareSettings",
         {with<UpdateCareSettingsRequest>([](auto& r, const Target& t) {
              for (int severity = CARE_SEVERITY_LOW; severity <= CARE_SEVERITY_URGENT; ++severity) {
                  CarePromise& promise = *r.mutable_care_settings()->add_promises();
                  promise.set_severity(static_cast<CareSeverity>(severity));
                  promise.set_promise_minutes(600);
              }
              r.mutable_update_mask()->add_paths("promises");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"SequencesService.ListSequences", {plain<ListSequencesRequest>(), {}}},
        {"SequencesService.CheckSequence", {plain<CheckSequenceRequest>(), {}}},
        {"SequencesService.CreateSequence",
         {with<CreateSequenceRequest>([](auto& r, const Target& t) {
              r.mutable_sequence()->set_name("Ma trận " + t.requestId);
              r.mutable_sequence()->add_steps()->set_kind(CARE_STEP_KIND_CALL);
              r.mutable_sequence()->mutable_steps(0)->set_base(CARE_STEP_BASE_START);
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"SequencesService.UpdateSequence",
         {with<UpdateSequenceRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "sequence.not_found"}},
        {"SequencesService.GetCustomerEnrolments",
         {with<GetCustomerEnrolmentsRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }),
          kHidden}},
        // Nobody has laid one down.
        {"SequencesService.StartSequence",
         {with<StartSequenceRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_request_id(t.requestId);
          }),
          {},
          "sequence.not_found"}},
        {"SequencesService.StopSequence",
         {with<StopSequenceRequest>([](auto& r, const Target& t) {
              r.add_customer_ids(t.customerId);
              r.set_request_id(t.requestId);
          }),
          ""}},
    };
}

} // namespace banhang::test
