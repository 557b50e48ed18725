// Steps between states, and what settings may say.
#include "server/care/care_request_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::server {
namespace {

v1::CareState anyState()
{
    return static_cast<v1::CareState>(*rc::gen::inRange(1, v1::CareState_ARRAYSIZE));
}

v1::CareSettings settings()
{
    v1::CareSettings made;
    for (int severity = v1::CARE_SEVERITY_LOW; severity <= v1::CARE_SEVERITY_URGENT; ++severity) {
        v1::CarePromise& promise = *made.add_promises();
        promise.set_severity(static_cast<v1::CareSeverity>(severity));
        promise.set_promise_minutes(60);
        promise.set_remind_minutes(10);
    }
    return made;
}

std::string saying(const Issues& issues)
{
    std::string text;
    for (const v1::FieldIssue& issue : issues)
        text += issue.path() + "=" + issue.key() + " ";
    return text;
}

RC_GTEST_PROP(CareSteps, leadBackToWorkFromEverywhere, ())
{
    const v1::CareState from = anyState();
    RC_ASSERT(isCareStep(from, v1::CARE_STATE_WORKING) == (from != v1::CARE_STATE_WORKING));
}

RC_GTEST_PROP(CareSteps, neverLeadNowhereNorToTheBeginning, ())
{
    const v1::CareState from = anyState();
    RC_ASSERT(!isCareStep(from, from));
    RC_ASSERT(!isCareStep(from, v1::CARE_STATE_NEW));
    RC_ASSERT(!isCareStep(from, v1::CARE_STATE_UNSPECIFIED));
}

TEST(CareSteps, endWhatIsOpenAndCloseWhatIsAnswered)
{
    for (const auto from : {v1::CARE_STATE_NEW, v1::CARE_STATE_WORKING, v1::CARE_STATE_WAITING}) {
        EXPECT_TRUE(isCareStep(from, v1::CARE_STATE_RESOLVED));
        EXPECT_TRUE(isCareStep(from, v1::CARE_STATE_CANCELLED));
        EXPECT_FALSE(isCareStep(from, v1::CARE_STATE_CLOSED));
    }
    EXPECT_TRUE(isCareStep(v1::CARE_STATE_RESOLVED, v1::CARE_STATE_CLOSED));
    EXPECT_FALSE(isCareStep(v1::CARE_STATE_RESOLVED, v1::CARE_STATE_CANCELLED));
    EXPECT_FALSE(isCareStep(v1::CARE_STATE_CANCELLED, v1::CARE_STATE_RESOLVED));
}

TEST(CareRequest, needsAnAnswerOnceItIsAnswered)
{
    v1::CareRequest request;
    request.set_kind_key("complaint");
    request.set_channel_key("call");
    request.set_customer_id(1);
    request.set_subject("Máy hỏng");
    request.mutable_promised_time()->set_seconds(1'800'000'000);
    request.set_state(v1::CARE_STATE_WORKING);
    prepareCareRequest(request);
    EXPECT_EQ(request.severity(), v1::CARE_SEVERITY_NORMAL);
    EXPECT_EQ(saying(checkCareShape(request)), "");
    request.set_state(v1::CARE_STATE_RESOLVED);
    EXPECT_EQ(saying(checkCareShape(request)), "answer=care_request.answer_missing ");
    request.mutable_promised_time()->set_seconds(0);
    EXPECT_EQ(saying(checkCareShape(request)), "answer=care_request.answer_missing promised_time=date.impossible ");
}

TEST(CareRequest, mayKeepWhatHasGoneSince)
{
    v1::CareRequest request;
    request.set_contact_id(7);
    CareFacts facts;
    facts.customerId = 3;
    EXPECT_EQ(saying(checkCareNames(request, facts, {"subject"})), "");
    EXPECT_EQ(saying(checkCareNames(request, facts, {"contact_id"})), "contact_id=contact.not_found ");
    EXPECT_EQ(saying(checkCareNames(request, {}, {"customer_id"})), "customer_id=customer.not_found ");
}

TEST(CareSettings, nameEachSeverityOnce)
{
    EXPECT_EQ(saying(checkCareSettings(settings())), "");
    v1::CareSettings twice = settings();
    twice.mutable_promises(1)->set_severity(v1::CARE_SEVERITY_LOW);
    EXPECT_EQ(saying(checkCareSettings(twice)), "promises[1].severity=care_settings.twice ");
    v1::CareSettings less = settings();
    less.mutable_promises()->RemoveLast();
    EXPECT_EQ(saying(checkCareSettings(less)), "promises=care_settings.incomplete ");
}

TEST(CareSettings, remindBeforeThePromisedTime)
{
    v1::CareSettings late = settings();
    late.mutable_promises(2)->set_remind_minutes(60);
    late.mutable_promises(3)->set_promise_minutes(1);
    EXPECT_EQ(saying(checkCareSettings(late)), "promises[2].remind_minutes=care_settings.reminder_out_of_range"
                                               " promises[3].promise_minutes=care_settings.promise_out_of_range ");
}

} // namespace
} // namespace banhang::server
