#include "client/demo/demo_care.h"

#include <array>

namespace banhang::demo {

namespace {

constexpr std::int64_t kHour = 3600;

struct Story
{
    const char* kind;
    const char* channel;
    const char* subject;
    const char* description;
    v1::CareSeverity severity;
    v1::CareState state;
    const char* answer;
    /// From when the customer was stored; 0 = as the settings promise.
    std::int64_t promiseHours;
};
constexpr std::array kStories{
    Story{"complaint", "call", "Máy giao bị xước vỏ, xin đổi",
          "Xước một vệt dài ở mặt trước, khách gửi ảnh qua Zalo. Khách cần máy trước buổi khai trương.",
          v1::CARE_SEVERITY_URGENT, v1::CARE_STATE_WORKING, "", -3},
    Story{"warranty", "zalo", "Quạt gió kêu to sau ba tháng", "Kêu khi chạy số 2, máy mua theo đơn tháng trước.",
          v1::CARE_SEVERITY_HIGH, v1::CARE_STATE_NEW, "", 0},
    Story{"request", "email", "Xin hướng dẫn lắp đặt bằng tiếng Việt", "Kỹ thuật viên của khách không đọc tiếng Anh.",
          v1::CARE_SEVERITY_NORMAL, v1::CARE_STATE_RESOLVED, "Đã gửi bản tiếng Việt và video lắp đặt.", 0},
    Story{"feedback", "call", "Khen nhân viên giao hàng nhiệt tình", "Khách đề nghị chuyển lời cảm ơn.",
          v1::CARE_SEVERITY_LOW, v1::CARE_STATE_WAITING, "", 0},
};

} // namespace

DemoCare careOf(const v1::Customer& customer, std::size_t number)
{
    const Story& story = kStories[number % kStories.size()];
    DemoCare made{.request = {}, .state = story.state, .answer = story.answer};
    made.request.set_customer_id(customer.id());
    made.request.set_kind_key(story.kind);
    made.request.set_channel_key(story.channel);
    made.request.set_subject(story.subject);
    made.request.set_description(story.description);
    made.request.set_severity(story.severity);
    if (story.promiseHours != 0)
        made.request.mutable_promised_time()->set_seconds(customer.create_time().seconds() +
                                                          story.promiseHours * kHour);
    return made;
}

} // namespace banhang::demo
