// An office in which one person follows two things and a department a third.
#pragma once

#include "client/core/office_time.h"
#include "tests/client/subscriptions/fake_subscriptions.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::test {

/// Made before the server that answers from it.
struct HeldSubscriptions
{
    std::vector<FakeServiceMaker> makers()
    {
        return {[this](FakeCalls& calls) { return std::make_unique<FakeSubscriptions>(calls, memory); },
                [this](FakeCalls& calls) {
                    auto made = std::make_unique<FakeNews>(calls);
                    news = made.get();
                    return made;
                }};
    }

    SubscriptionMemory memory;
    FakeNews* news = nullptr;
};

/// Everything that the pages need.
class SubscriptionsOffice : public HeldSubscriptions, public WorkplaceAt<FakeServer>
{
public:
    explicit SubscriptionsOffice(bool isFilled = true) : WorkplaceAt(makers())
    {
        drafts.open(folder.path(), client::DraftSeal(QByteArray(32, 'm'), "machine"));
        if (isFilled)
            fill();
        memory.check.set_capped_count(12);
        *memory.check.mutable_since_time() = client::toTimestamp(client::officeNow().addDays(-7));
        server.addPerson(1, "Lê Quang Minh");
        server.addPerson(2, "Vũ Ngọc Diệp");
        server.addPick("status", "new", "Mới");
        server.addPick("status", "trading", "Đang giao dịch");
        server.addPick("group", "close", "Thân thiết");
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        auto& right = *me.add_rights();
        right.set_resource(v1::RESOURCE_SUBSCRIPTION);
        right.set_action(v1::ACTION_EDIT);
        right.set_scope(v1::SCOPE_ALL);
        server.setMe(me);
        directory.reload();
        picklists.reload();
        session.begin(me);
    }

    static v1::Subscription subscription(std::int64_t id, const char* name, const std::vector<std::string>& fields,
                                         std::int64_t unitId = 0)
    {
        v1::Subscription one;
        one.set_id(id);
        one.set_version(3);
        one.set_name(name);
        one.set_owner_user_id(1);
        one.set_unit_id(unitId);
        one.set_entity(v1::SUBSCRIBED_ENTITY_CUSTOMER);
        one.set_on_change(true);
        one.mutable_fields()->Add(fields.begin(), fields.end());
        one.set_may_edit(true);
        one.set_is_for_caller(true);
        return one;
    }

    static v1::FieldChange change(const char* field, const char* before, const char* after)
    {
        v1::FieldChange one;
        one.set_field(field);
        one.set_old_json(before);
        one.set_new_json(after);
        return one;
    }

private:
    void fill()
    {
        memory.subscriptions.push_back(
            subscription(1, "Khách thân thiết đổi trạng thái", {"owner_user_id", "status_key"}));
        memory.subscriptions.back().mutable_filter()->add_group_keys("close");
        memory.subscriptions.push_back(subscription(2, "Khiếu nại mới", {}));
        memory.subscriptions.back().set_entity(v1::SUBSCRIBED_ENTITY_CARE_REQUEST);
        memory.subscriptions.back().set_on_create(true);
        memory.subscriptions.push_back(subscription(3, "Kế toán: mã số thuế", {"tax_code"}, 1));
    }
};

} // namespace banhang::test
