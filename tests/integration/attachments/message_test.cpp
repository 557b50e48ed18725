// Talks that are mails: each mail once for a customer.
#include <future>

#include "tests/integration/attachments/attachments_fixture.h"

namespace banhang::test {
namespace {

class Messages : public AttachmentsFixture
{
protected:
    v1::Activity mail(const std::string& messageId) const
    {
        v1::Activity activity = talk(-100, "email");
        activity.set_state(v1::ACTIVITY_STATE_DONE);
        activity.set_title("Báo giá");
        activity.set_message_id(messageId);
        return activity;
    }
};

TEST_F(Messages, areTakenOnceForACustomer)
{
    const v1::Activity stored = plan(lanToken, mail("abc@khach.vn"));
    EXPECT_EQ(stored.message_id(), "abc@khach.vn");
    const AppError error =
        refusal(*activities, &ActivitiesStub::CreateActivity, creation(mail("abc@khach.vn")), minhToken);
    EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(error.key(), "activity.known_message");
    EXPECT_EQ(error.detail().args().at("activity_id"), std::to_string(stored.id()));
    v1::Activity elsewhere = mail("abc@khach.vn");
    elsewhere.set_customer_id(addCustomer(lan, "Người nhận khác"));
    EXPECT_EQ(plan(lanToken, elsewhere).message_id(), "abc@khach.vn");
    bin(lanToken, stored.id());
    EXPECT_NE(plan(lanToken, mail("abc@khach.vn")).id(), stored.id()) << "the first one lies in the bin";
}

TEST_F(Messages, droppedByTwoAtOnceAreOneTalk)
{
    const auto drop = [&](const std::string& token) {
        return std::async(std::launch::async, [this, token]() -> std::string {
            try {
                plan(token, mail("xyz@khach.vn"));
                return "OK";
            } catch (const AppError& error) {
                return error.key();
            }
        });
    };
    auto one = drop(lanToken);
    auto other = drop(minhToken);
    EXPECT_EQ((std::multiset<std::string>{one.get(), other.get()}),
              (std::multiset<std::string>{"OK", "activity.known_message"}));
}

TEST_F(Messages, areTalksAndStayTheMailTheyAre)
{
    v1::Activity work = task("Gửi báo giá");
    work.set_message_id("abc@khach.vn");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::CreateActivity, creation(work), lanToken).key(), "call.invalid");
    v1::Activity stored = plan(lanToken, mail("abc@khach.vn"));
    stored.set_message_id("khac@khach.vn");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {"message_id"}), lanToken).key(),
              "call.invalid");
}

} // namespace
} // namespace banhang::test
