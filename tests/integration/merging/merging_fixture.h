// The small office of the customers' tests, with merges.
#pragma once

#include "banhang/v1/merges.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "server/merging/merges_service.h"
#include "server/reminders/notifications_service.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {

using MergesStub = v1::MergesService::Stub;

class MergingFixture : public CustomersFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CustomersFixture::makeServices(parts);
        services.push_back(std::make_unique<server::MergesService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::NotificationsService>(parts.calls, parts.signer));
        return services;
    }

    void SetUp() override
    {
        CustomersFixture::SetUp();
        merges = stub<v1::MergesService>();
    }

    static v1::GetMergePreviewRequest previewing(const std::vector<v1::Customer>& some)
    {
        v1::GetMergePreviewRequest request;
        for (const v1::Customer& customer : some)
            request.add_customer_ids(customer.id());
        request.set_survivor_id(some.front().id());
        return request;
    }
    v1::MergePreview preview(const std::string& token, const std::vector<v1::Customer>& some)
    {
        return call(*merges, &MergesStub::GetMergePreview, previewing(some), token);
    }

    /// All proposals taken, as a person would who agrees with everything.
    v1::MergeCustomersRequest agreeing(const v1::MergePreview& shown)
    {
        v1::MergeCustomersRequest request;
        request.set_survivor_id(shown.customers(0).id());
        for (const v1::Customer& customer : shown.customers()) {
            request.add_versions()->set_customer_id(customer.id());
            request.mutable_versions()->rbegin()->set_version(customer.version());
        }
        *request.mutable_result() = shown.proposed();
        for (const v1::MergeField& field : shown.fields())
            if (!field.equal())
                request.mutable_update_mask()->add_paths(field.field());
        request.set_request_id(newRequestId());
        return request;
    }
    v1::MergeCustomersResponse merge(const std::string& token, const v1::MergeCustomersRequest& request)
    {
        return call(*merges, &MergesStub::MergeCustomers, request, token);
    }
    v1::MergeCustomersResponse merge(const std::string& token, const std::vector<v1::Customer>& some)
    {
        return merge(token, agreeing(preview(token, some)));
    }
    static v1::UndoMergeRequest undoing(std::int64_t mergeId)
    {
        v1::UndoMergeRequest request;
        request.set_merge_id(mergeId);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::UndoMergeResponse undo(const std::string& token, std::int64_t mergeId)
    {
        return call(*merges, &MergesStub::UndoMerge, undoing(mergeId), token);
    }
    v1::UndoPreview undoPreview(const std::string& token, std::int64_t mergeId)
    {
        v1::GetUndoPreviewRequest request;
        request.set_merge_id(mergeId);
        return call(*merges, &MergesStub::GetUndoPreview, request, token);
    }

    /// News of a person, newest first, as "key ended*count | code name".
    std::string news(const std::string& token)
    {
        const auto list = call(*stub<v1::NotificationsService>(), &v1::NotificationsService::Stub::ListNotifications,
                               v1::ListNotificationsRequest(), token);
        std::string text;
        for (const v1::Notification& one : list.notifications())
            text += one.key() + " " + one.args().at("code") + "*" + one.args().at("count") + " | " +
                    one.customer_code() + " " + one.title() + "\n";
        return text;
    }

    void share(const std::string& token, std::int64_t customerId, const TestUser& colleague,
               v1::ShareLevel level = v1::SHARE_LEVEL_VIEW)
    {
        v1::ShareCustomerRequest request;
        request.mutable_share()->set_customer_id(customerId);
        request.mutable_share()->set_user_id(colleague.id);
        request.mutable_share()->set_level(level);
        request.set_request_id(newRequestId());
        call(*customers, &CustomersStub::ShareCustomer, request, token);
    }
    void unshare(const std::string& token, std::int64_t customerId, const TestUser& colleague)
    {
        v1::UnshareCustomerRequest request;
        request.set_customer_id(customerId);
        request.set_user_id(colleague.id);
        request.set_request_id(newRequestId());
        call(*customers, &CustomersStub::UnshareCustomer, request, token);
    }

    void assign(const std::string& token, const std::vector<v1::Customer>& some, const TestUser& owner)
    {
        v1::AssignCustomersRequest request;
        for (const v1::Customer& customer : some)
            request.add_customer_ids(customer.id());
        request.set_owner_user_id(owner.id);
        request.set_request_id(newRequestId());
        call(*customers, &CustomersStub::AssignCustomers, request, token);
    }

    /// The story of the picture: one company, entered twice.
    v1::Customer thienAn(const std::string& token)
    {
        v1::Customer customer = organisation("Công ty TNHH Thương mại Thiên Ân", "0106697817");
        customer.add_phones()->set_number("0389 333 999");
        customer.add_emails()->set_address("lan.pt@thienan.example");
        customer.add_contacts()->set_name("Phan Thị Lan");
        customer.mutable_contacts(0)->add_phones()->set_number("0912 345 678");
        customer.set_source_key("yellow_pages");
        customer.set_note("Chỉ nghe máy sau 14 giờ");
        return create(token, customer);
    }
    v1::Customer thienAnAgain(const std::string& token)
    {
        v1::Customer customer = organisation("CTY TNHH TM THIEN AN", "106697817");
        customer.add_phones()->set_number("0243 555 0126");
        customer.add_emails()->set_address("ketoan@thienan.example");
        customer.add_contacts()->set_name("Vũ Đình Cường");
        customer.set_trade_key("trading");
        customer.set_do_not_call(true);
        return create(token, customer);
    }

    /// Every row of what takes part in a merge, as text; versions only grow and are left out.
    std::string everyByte()
    {
        return sql().text(
            "SELECT concat_ws(E'\\n',"
            " (SELECT string_agg((to_jsonb(c) - 'version')::text, E'\\n' ORDER BY c.id) FROM banhang.customer c),"
            " (SELECT string_agg(t::text, E'\\n' ORDER BY t.id) FROM banhang.contact t),"
            " (SELECT string_agg(s::text, E'\\n' ORDER BY s.customer_id, s.user_id) FROM banhang.customer_share s),"
            " (SELECT string_agg(s::text, E'\\n' ORDER BY s.customer_id) FROM banhang.customer_search s),"
            " (SELECT string_agg(f::text, E'\\n' ORDER BY f.customer_id) FROM banhang.duplicate_form f),"
            " (SELECT string_agg(k::text, E'\\n' ORDER BY k.customer_id, k.key) FROM banhang.duplicate_key k),"
            " (SELECT string_agg(g::text, E'\\n' ORDER BY g.customer_id, g.tag_key) FROM banhang.customer_tag g),"
            " (SELECT string_agg(a::text, E'\\n' ORDER BY a.id) FROM banhang.activity a))");
    }

    /// A talk of lan with the customer, `days` from now: done if they are negative. The customer knows of it.
    std::int64_t addTalk(const v1::Customer& customer, int days, v1::Potential potential = v1::POTENTIAL_UNSPECIFIED)
    {
        const std::string id = std::to_string(customer.id());
        const std::int64_t talk = sql().number(
            "INSERT INTO banhang.activity (kind, state, channel_key, customer_id, owner_id, unit_id,"
            " creator_id, starts_at, closed_at, potential) SELECT 1, CASE WHEN d < 0 THEN 2 ELSE 1 END, 'call',"
            " $1::bigint, $2::bigint, $3::bigint, $2::bigint, date_trunc('day', now()) + d * interval '1 day',"
            " CASE WHEN d < 0 THEN now() END, $4::smallint FROM (SELECT $5::int AS d) AS days RETURNING id",
            {id, std::to_string(lan.id), std::to_string(lan.unitId), std::to_string(static_cast<int>(potential)),
             std::to_string(days)});
        sql().run("SELECT banhang.follow_contacts(ARRAY[$1::bigint])", {id});
        return talk;
    }
    std::int64_t customerOf(std::int64_t activity)
    {
        return sql().number("SELECT customer_id FROM banhang.activity WHERE id = $1::bigint",
                            {std::to_string(activity)});
    }

    std::unique_ptr<MergesStub> merges;
};

} // namespace banhang::test
