// An office with two care sequences and a customer on one of them, signed in as who keeps the settings.
#pragma once

#include "client/core/office_time.h"
#include "tests/client/sequences/fake_sequences.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::test {

/// Made before the server that answers from it.
struct HeldSequences
{
    std::vector<FakeServiceMaker> makers()
    {
        return {[this](FakeCalls& calls) { return std::make_unique<FakeSequences>(calls, memory); }};
    }

    SequenceMemory memory;
};

/// Everything that the pages need.
class SequencesOffice : public HeldSequences, public WorkplaceAt<FakeServer>
{
public:
    explicit SequencesOffice(bool mayEdit = true) : WorkplaceAt(makers())
    {
        drafts.open(folder.path(), client::DraftSeal(QByteArray(32, 'm'), "machine"));
        fill();
        server.addPerson(1, "Lê Quang Minh");
        server.addPerson(2, "Vũ Ngọc Diệp");
        for (const auto& [key, label] :
             {std::pair{"call", "Gọi điện"}, {"zalo", "Zalo"}, {"message", "Tin nhắn"}, {"meeting", "Gặp trực tiếp"}})
            server.addPick("channel", key, label);
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        grant(me, v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT);
        grant(me, v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE);
        if (mayEdit)
            grant(me, v1::RESOURCE_PICKLIST, v1::ACTION_EDIT);
        server.setMe(me);
        directory.reload();
        picklists.reload();
        session.begin(me);
    }

    static void grant(v1::Me& me, v1::Resource resource, v1::Action action)
    {
        auto& right = *me.add_rights();
        right.set_resource(resource);
        right.set_action(action);
        right.set_scope(v1::SCOPE_ALL);
    }

private:
    static v1::SequenceStep step(int number, v1::CareStepKind kind, v1::CareStepBase base, int days, const char* title)
    {
        v1::SequenceStep one;
        one.set_number(number);
        one.set_kind(kind);
        one.set_base(base);
        one.set_offset_days(days);
        one.set_title(title);
        one.set_who(v1::CARE_STEP_WHO_OWNER);
        one.set_ahead_days(7);
        return one;
    }

    void addDay(int index, const QDate& day, const char* lunar, bool isGuess)
    {
        auto& one = *memory.check.add_days();
        one.set_step_index(index);
        *one.mutable_day() = client::toDate(day);
        one.set_lunar_day(lunar);
        one.set_is_guess(isGuess);
    }

    void fill()
    {
        auto& first = *memory.sequences.add_sequences();
        first.set_id(1);
        first.set_version(3);
        first.set_name("Khách mới");
        first.set_description("Ba tháng đầu với khách vừa mua lần đầu");
        first.set_active(true);
        first.set_enrolled_count(24);
        first.set_earlier_edition_count(3);
        *first.add_steps() = step(1, v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_START, 3, "Hỏi thăm sau lần mua đầu");
        *first.add_steps() = step(2, v1::CARE_STEP_KIND_VISIT, v1::CARE_STEP_BASE_START, 30, "Thăm khách, nghe góp ý");
        *first.add_steps() =
            step(3, v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_PREVIOUS, 2, "Gửi lại báo giá theo góp ý");
        auto greeting = step(4, v1::CARE_STEP_KIND_GREETING, v1::CARE_STEP_BASE_TET, -3, "Chúc Tết");
        greeting.set_channel_key("zalo");
        greeting.set_is_yearly(true);
        greeting.set_preparation("Năm mới, kính chúc anh chị và gia đình mạnh khỏe, vạn sự như ý.");
        *first.add_steps() = greeting;
        auto& second = *memory.sequences.add_sequences();
        second.set_id(2);
        second.set_version(1);
        second.set_name("Sau báo giá");
        second.set_active(false);
        *second.add_steps() = step(1, v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_START, 2, "Hỏi đã nhận báo giá chưa");
        auto& group = *memory.sequences.add_groups();
        group.set_id(4);
        group.set_name("Chăm sóc");
        addDay(0, {2026, 11, 23}, "15/10", false);
        memory.check.mutable_days(0)->mutable_moved_from()->set_year(2026);
        memory.check.mutable_days(0)->mutable_moved_from()->set_month(11);
        memory.check.mutable_days(0)->mutable_moved_from()->set_day(21);
        addDay(1, {2026, 12, 18}, "10/11", false);
        addDay(2, {2026, 12, 21}, "13/11", true);
        addDay(3, {2027, 2, 3}, "27/12", false);
        fillCare(first);
    }

    void fillCare(const v1::Sequence& sequence)
    {
        auto& running = *memory.care.add_enrolments();
        running.set_id(11);
        running.set_sequence_id(1);
        running.set_sequence_name(sequence.name());
        running.set_state(v1::ENROLMENT_STATE_RUNNING);
        *running.mutable_start_day() = client::toDate({2026, 10, 20});
        running.set_starter_user_id(2);
        const v1::ActivityState states[] = {v1::ACTIVITY_STATE_DONE, v1::ACTIVITY_STATE_PLANNED};
        for (int i = 0; i < sequence.steps_size(); ++i) {
            auto& one = *running.add_steps();
            *one.mutable_step() = sequence.steps(i);
            *one.mutable_day() = client::toDate(QDate(2026, 10, 23).addDays(qint64{30} * i));
            one.set_is_guess(i == 2);
            if (i > 1)
                continue;
            one.mutable_activity()->set_id(70 + i);
            one.mutable_activity()->set_state(states[i]);
            one.set_is_untouched(i == 1);
        }
        auto& over = *memory.care.add_enrolments();
        over.set_id(10);
        over.set_sequence_name("Sau báo giá");
        over.set_state(v1::ENROLMENT_STATE_LEFT);
        *over.mutable_start_day() = client::toDate({2026, 9, 1});
        over.set_starter_user_id(1);
        over.set_ender_user_id(1);
    }
};

} // namespace banhang::test
