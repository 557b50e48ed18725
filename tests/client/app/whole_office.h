// The window of an office in which every feature has something to show: a day's work, requests, files, sequences.
#pragma once

#include <utility>
#include <vector>

#include "client/core/office_time.h"
#include "tests/client/activities/sample_day.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/attachments/fake_attachments.h"
#include "tests/client/care/fake_care.h"
#include "tests/client/sequences/fake_sequences.h"
#include "tests/client/worklists/fake_work_lists.h"

namespace banhang::client {

/// Made before the server that answers from it.
struct OfficeMemory
{
    test::FakeDay day;
    test::FakeCare care;
    test::FakeFiles files;
    test::FakeWorkLists lists;
    test::SequenceMemory sequences;

    std::vector<test::FakeServiceMaker> makers()
    {
        auto all = day.makers();
        for (auto& maker : care.makers())
            all.push_back(std::move(maker));
        all.push_back(files.maker());
        all.push_back(lists.maker());
        all.push_back(
            [this](test::FakeCalls& calls) { return std::make_unique<test::FakeSequences>(calls, sequences); });
        return all;
    }
};

struct WholeOffice : OfficeMemory, WindowFixture
{
    WholeOffice() : WindowFixture(makers())
    {
        fillLists();
        fillCustomer();
        fillRights();
        test::fillSampleDay(day);
        fillCare();
        fillSequences();
    }

private:
    void fillLists()
    {
        for (const auto& [id, name] : {std::pair{3, "Trần Thu Hà"}, {4, "Hoàng Hồng Nhung"}, {5, "Trịnh Gia Bảo"}})
            server.addPerson(id, name);
        for (const auto& [key, label] :
             {std::pair{"call", "Gọi điện"}, {"email", "Email"}, {"meeting", "Gặp trực tiếp"}, {"zalo", "Zalo"}})
            server.addPick("channel", key, label);
        for (const auto& [key, label] : {std::pair{"vip", "VIP"}, {"normal", "Thường"}})
            server.addPick("tier", key, label);
        for (const auto& [key, label] : {std::pair{"loyal", "Thân thiết"}, {"new", "Mới"}})
            server.addPick("group", key, label);
        for (const auto& [key, label] :
             {std::pair{"new", "Mới"}, {"contacting", "Đang tiếp cận"}, {"trading", "Đang giao dịch"}})
            server.addPick("status", key, label);
        server.addPick("care_kind", "complaint", "Khiếu nại");
    }

    void fillCustomer()
    {
        v1::Customer full = server.stored(1);
        full.set_code("KH000001");
        full.set_name("Công ty Trách nhiệm hữu hạn Thương mại và Dịch vụ Xuất nhập khẩu Thiên Ân");
        full.set_tax_code("0106697817");
        full.set_tier_key("vip");
        full.set_group_key("loyal");
        full.set_status_key("trading");
        full.set_potential(v1::POTENTIAL_PROMISING);
        full.set_owner_user_id(2);
        full.add_phones()->set_number("0168 9333 999");
        full.add_emails()->set_address("hanhchinh@thienan.example");
        full.add_watch_points()->set_text("Chỉ nghe máy sau 14 giờ; mọi báo giá phải gửi kèm bản cho kế toán.");
        server.put(full);
    }

    void fillRights()
    {
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY, v1::RESOURCE_PICKLIST,
                                    v1::RESOURCE_CARE_REQUEST, v1::RESOURCE_IDENTITY, v1::RESOURCE_LIST_VIEW})
            for (int action = v1::ACTION_VIEW; action <= v1::ACTION_APPROVE; ++action) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(static_cast<v1::Action>(action));
                right->set_scope(v1::SCOPE_ALL);
            }
        server.setMe(me);
    }

    void fillCare()
    {
        for (int id = 1; id <= 4; ++id) {
            v1::CareRequest request;
            request.set_id(id);
            request.set_code("YC00000" + std::to_string(id));
            request.set_state(v1::CARE_STATE_WORKING);
            request.set_kind_key("complaint");
            request.set_channel_key("call");
            request.set_severity(id % 2 ? v1::CARE_SEVERITY_URGENT : v1::CARE_SEVERITY_NORMAL);
            request.set_customer_id(id);
            request.set_customer_name(server.stored(id).name());
            request.set_subject("Máy giao bị xước vỏ, xin đổi");
            request.set_owner_user_id(1);
            *request.mutable_promised_time() = toTimestamp(officeNow().addSecs(qint64{3600} * (id - 2)));
            care.put(request);
        }
    }

    void fillSequences()
    {
        auto& one = *sequences.sequences.add_sequences();
        one.set_id(1);
        one.set_name("Khách mới");
        one.set_description("Ba tháng đầu với khách vừa mua lần đầu");
        one.set_active(true);
        one.set_enrolled_count(24);
        one.set_earlier_edition_count(3);
        for (const auto kind : {v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_KIND_VISIT, v1::CARE_STEP_KIND_TASK}) {
            auto& step = *one.add_steps();
            step.set_kind(kind);
            step.set_base(v1::CARE_STEP_BASE_START);
            step.set_offset_days(3);
            step.set_title("Hỏi thăm sau lần mua đầu");
            step.set_who(v1::CARE_STEP_WHO_OWNER);
        }
        auto& running = *sequences.care.add_enrolments();
        running.set_id(11);
        running.set_sequence_id(1);
        running.set_sequence_name(one.name());
        running.set_state(v1::ENROLMENT_STATE_RUNNING);
        *running.mutable_start_day() = toDate(officeNow().date());
        *running.add_steps()->mutable_step() = one.steps(0);
    }
};

} // namespace banhang::client
