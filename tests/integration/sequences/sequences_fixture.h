// The office of the activity tests with care sequences, called through the real service; the job is run by hand.
#pragma once

#include "banhang/v1/sequences.grpc.pb.h"
#include "server/sequences/sequence_job.h"
#include "server/sequences/sequence_store.h"
#include "server/sequences/sequences_service.h"
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {

using SequencesStub = v1::SequencesService::Stub;

/// People as in ActivitiesFixture; boss keeps the settings of the office.
class SequencesFixture : public ActivitiesFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = ActivitiesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::SequencesService>(parts.calls, parts.signer));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override
    {
        ActivitiesFixture::addConstraints(errors);
        server::registerSequencesConstraints(errors);
    }
    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        sequences = stub<v1::SequencesService>();
        const TestUser boss =
            world().addUserWith("boss", world().company(), {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}});
        bossToken = world().signIn(boss);
    }

    /// Made at once, whatever day of work it is put off to.
    static v1::SequenceStep step(v1::CareStepKind kind, v1::CareStepBase base, int days, const std::string& title)
    {
        v1::SequenceStep one;
        one.set_kind(kind);
        one.set_base(base);
        one.set_offset_days(days);
        one.set_title(title);
        one.set_channel_key("zalo");
        one.set_ahead_days(kAhead);
        return one;
    }
    /// Not made yet, but after kFar days without fail: the longest holidays are shorter than its days ahead.
    static v1::SequenceStep farStep(const std::string& title)
    {
        v1::SequenceStep one = step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, kFar, title);
        one.set_ahead_days(kAhead);
        return one;
    }
    static v1::SequenceStep callToday()
    {
        return step(v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_START, 0, "Gọi hỏi thăm");
    }
    static v1::SequenceStep visitAfter(int days)
    {
        return step(v1::CARE_STEP_KIND_VISIT, v1::CARE_STEP_BASE_PREVIOUS, days, "Thăm");
    }

    static v1::CreateSequenceRequest definition(const std::string& name, const std::vector<v1::SequenceStep>& steps)
    {
        v1::CreateSequenceRequest request;
        request.mutable_sequence()->set_name(name);
        request.mutable_sequence()->set_active(true);
        for (const v1::SequenceStep& one : steps)
            *request.mutable_sequence()->add_steps() = one;
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Sequence define(const std::string& name, const std::vector<v1::SequenceStep>& steps)
    {
        return call(*sequences, &SequencesStub::CreateSequence, definition(name, steps), bossToken);
    }
    static v1::UpdateSequenceRequest redefinition(const v1::Sequence& sequence, const std::vector<std::string>& fields,
                                                  bool movesEnrolled = false)
    {
        v1::UpdateSequenceRequest request;
        *request.mutable_sequence() = sequence;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_moves_enrolled(movesEnrolled);
        request.set_request_id(newRequestId());
        return request;
    }

    static v1::StartSequenceRequest starting(const v1::Sequence& sequence, const std::vector<std::int64_t>& ids)
    {
        v1::StartSequenceRequest request;
        request.set_sequence_id(sequence.id());
        request.mutable_customer_ids()->Add(ids.begin(), ids.end());
        request.set_request_id(newRequestId());
        return request;
    }
    v1::StartSequenceResponse start(const std::string& token, const v1::Sequence& sequence,
                                    const std::vector<std::int64_t>& ids)
    {
        return call(*sequences, &SequencesStub::StartSequence, starting(sequence, ids), token);
    }
    v1::StopSequenceResponse stop(const std::string& token, const v1::Sequence& sequence, std::int64_t customerId)
    {
        v1::StopSequenceRequest request;
        request.set_sequence_id(sequence.id());
        request.add_customer_ids(customerId);
        request.set_request_id(newRequestId());
        return call(*sequences, &SequencesStub::StopSequence, request, token);
    }
    v1::CustomerEnrolments care(const std::string& token, std::int64_t customerId)
    {
        v1::GetCustomerEnrolmentsRequest request;
        request.set_customer_id(customerId);
        return call(*sequences, &SequencesStub::GetCustomerEnrolments, request, token);
    }

    /// Done as people do it: a talk has been at a moment.
    v1::Activity finish(v1::Activity activity)
    {
        if (activity.kind() != v1::ACTIVITY_KIND_TALK)
            return close(anToken, activity);
        activity.clear_day();
        *activity.mutable_start_time() = google::protobuf::util::TimeUtil::GetCurrentTime();
        return close(anToken, activity, v1::ACTIVITY_STATE_DONE, {"day", "start_time", "pursuit"});
    }

    /// All that the servers' job has to do by now.
    void work()
    {
        while (server::reconcileDueEnrolments(system(), listeners, 3) > 0) {
        }
    }
    /// As if so many days had gone by.
    void letPass(int days)
    {
        const std::string by = std::to_string(days);
        sql().run("UPDATE banhang.care_enrolment SET start_day = start_day - $1::integer,"
                  " look_day = look_day - $1::integer, paused_day = paused_day - $1::integer",
                  {by});
        sql().run("UPDATE banhang.care_step SET day = day - $1::integer", {by});
        sql().run("UPDATE banhang.activity SET day = day - $1::integer, closed_at = closed_at - make_interval(days => "
                  "$1::integer)",
                  {by});
    }
    /// "title:state" of a customer's activities in the order in which they were made.
    std::string made(std::int64_t customerId)
    {
        return sql().text(
            "SELECT coalesce(string_agg(title || ':' || state, '|' ORDER BY id), '') FROM banhang.activity"
            " WHERE customer_id = $1::bigint",
            {std::to_string(customerId)});
    }
    v1::Activity newest(std::int64_t customerId)
    {
        return read(anToken, sql().number("SELECT max(id) FROM banhang.activity WHERE customer_id = $1::bigint",
                                          {std::to_string(customerId)}));
    }

    static constexpr int kAhead = 15;
    static constexpr int kFar = 60;
    std::string bossToken;
    std::unique_ptr<SequencesStub> sequences;
};

} // namespace banhang::test
