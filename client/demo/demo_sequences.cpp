#include "client/demo/demo_sequences.h"

namespace banhang::demo {

namespace {

constexpr int kEight = 8 * 60;
constexpr int kNine = 9 * 60;

v1::Sequence named(const char* name, const char* description)
{
    v1::Sequence sequence;
    sequence.set_name(name);
    sequence.set_description(description);
    sequence.set_active(true);
    return sequence;
}

v1::SequenceStep& add(v1::Sequence& sequence, v1::CareStepKind kind, v1::CareStepBase base, int days, const char* title)
{
    v1::SequenceStep& step = *sequence.add_steps();
    step.set_kind(kind);
    step.set_base(base);
    step.set_offset_days(days);
    step.set_title(title);
    step.set_who(v1::CARE_STEP_WHO_OWNER);
    step.set_ahead_days(7);
    return step;
}

v1::SequenceStep& addGreeting(v1::Sequence& sequence, v1::CareStepBase base, int days, const char* title,
                              const char* text)
{
    v1::SequenceStep& step = add(sequence, v1::CARE_STEP_KIND_GREETING, base, days, title);
    step.set_channel_key("zalo");
    step.set_preparation(text);
    step.set_is_yearly(true);
    step.set_start_minute(kEight);
    step.add_reminder_lead_minutes(0);
    return step;
}

v1::Sequence newCustomer()
{
    v1::Sequence sequence = named("Khách mới", "Ba tháng đầu với khách vừa mua lần đầu");
    v1::SequenceStep& call =
        add(sequence, v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_START, 3, "Hỏi thăm sau lần mua đầu");
    call.set_preparation("Hàng đến đủ chưa, dùng có vướng gì không, ai là người phụ trách đặt hàng lần sau?");
    v1::SequenceStep& visit =
        add(sequence, v1::CARE_STEP_KIND_VISIT, v1::CARE_STEP_BASE_START, 30, "Thăm khách, nghe góp ý");
    visit.set_start_minute(kNine);
    visit.add_reminder_lead_minutes(60);
    add(sequence, v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_PREVIOUS, 2, "Gửi lại báo giá theo góp ý");
    addGreeting(sequence, v1::CARE_STEP_BASE_TET, -3, "Chúc Tết",
                "Năm mới, kính chúc anh chị và gia đình mạnh khỏe, vạn sự như ý. Cảm ơn anh chị đã tin tưởng!");
    return sequence;
}

v1::Sequence goodCustomer()
{
    v1::Sequence sequence = named("Khách thân thiết", "Giữ liên lạc quanh năm");
    addGreeting(sequence, v1::CARE_STEP_BASE_BIRTHDAY, 0, "Chúc mừng sinh nhật",
                "Chúc mừng sinh nhật anh chị! Kính chúc nhiều sức khỏe và niềm vui.");
    addGreeting(sequence, v1::CARE_STEP_BASE_ANNIVERSARY, 0, "Cảm ơn một năm đồng hành",
                "Cảm ơn anh chị đã đồng hành cùng chúng em thêm một năm.");
    v1::SequenceStep& gift = add(sequence, v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_TET, -14, "Chuẩn bị quà Tết");
    gift.set_is_yearly(true);
    addGreeting(sequence, v1::CARE_STEP_BASE_TET, -3, "Chúc Tết",
                "Năm mới, kính chúc anh chị và gia đình mạnh khỏe, vạn sự như ý.");
    return sequence;
}

v1::Sequence afterQuote()
{
    v1::Sequence sequence = named("Sau báo giá", "Theo đuổi báo giá cho đến khi có câu trả lời");
    add(sequence, v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_START, 2, "Hỏi đã nhận báo giá chưa");
    add(sequence, v1::CARE_STEP_KIND_CALL, v1::CARE_STEP_BASE_PREVIOUS, 5, "Xin ý kiến về báo giá");
    v1::SequenceStep& message =
        add(sequence, v1::CARE_STEP_KIND_MESSAGE, v1::CARE_STEP_BASE_PREVIOUS, 7, "Nhắc hạn báo giá");
    message.set_channel_key("zalo");
    return sequence;
}

} // namespace

std::vector<v1::Sequence> careSequences()
{
    return {newCustomer(), goodCustomer(), afterQuote()};
}

} // namespace banhang::demo
