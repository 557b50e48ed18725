#include "client/demo/demo_activities.h"

#include <array>
#include <string>

#include "client/demo/seeded_random.h"
#include "common/vn/date.h"

namespace banhang::demo {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
/// Viet Nam keeps UTC+7 all the year round.
constexpr std::int64_t kZone = 7 * kHour;
constexpr int kFriday = 5;

struct Story
{
    const char* channel;
    const char* title;
    const char* preparation;
    const char* course;
    const char* result;
    const char* goal;
};
constexpr std::array kStories{
    Story{"call", "Giới thiệu bảng giá mới", "Bảng giá quý này, chính sách chiết khấu",
          "Khách hỏi kỹ về thời hạn giao hàng và công nợ 30 ngày.", "Đồng ý xem báo giá chi tiết", "Chốt đơn đầu tiên"},
    Story{"call", "Hỏi thăm sau giao hàng", "Đơn giao tuần trước, biên bản giao nhận",
          "Hàng đến đủ, một thùng móp góc, khách không đòi đổi.", "Hài lòng, sẽ đặt tiếp tháng sau",
          "Nhắc lịch đặt hàng định kỳ"},
    Story{"meeting", "Gặp tại văn phòng khách", "Danh mục mẫu, hợp đồng nguyên tắc",
          "Trao đổi với giám đốc và kế toán trưởng, xem mẫu tại chỗ.", "Thống nhất điều khoản thanh toán",
          "Ký hợp đồng nguyên tắc"},
    Story{"zalo", "Gửi hình mẫu", "Ảnh sản phẩm và video hướng dẫn", "Khách xem ngay và hỏi giá hai mẫu.",
          "Chờ khách chọn màu", "Nhận xác nhận màu và số lượng"},
    Story{"email", "Gửi báo giá", "Báo giá kèm điều khoản bảo hành", "Đã gửi, khách báo đã nhận.",
          "Khách trình sếp duyệt", "Gọi lại xin ý kiến"},
    Story{"call", "Gọi chào hàng", "Tìm hiểu ngành hàng của khách trên website",
          "Người nghe máy là trợ lý, hẹn gọi lại cho chị phụ trách.", "", "Gặp được người phụ trách"},
};
constexpr std::array kCalls{"Gọi lại về báo giá", "Gọi nhắc thanh toán đợt 2", "Gọi hỏi ý kiến về mẫu",
                            "Gọi chốt lịch giao hàng", "Gọi mời dự hội thảo"};
constexpr std::array kVisits{"Gặp khách bàn hợp đồng", "Khảo sát tại xưởng", "Giới thiệu sản phẩm mới",
                             "Nghiệm thu lô hàng"};
constexpr std::array kTasks{"Soạn báo giá", "Gửi hồ sơ năng lực", "Chuẩn bị hàng mẫu", "Kiểm tra công nợ"};
constexpr std::array kOfficeTasks{"Nộp báo cáo tuần", "Cập nhật danh sách khách tiềm năng", "Rà soát công nợ quá hạn",
                                  "Chuẩn bị tài liệu họp nhóm"};
constexpr std::array kReasons{"Đang họp, hẹn gọi lại", "Đi công tác, tuần sau về", "Chờ sếp duyệt ngân sách",
                              "Bận kiểm kê cuối tháng"};
/// The company of the first ten minutes: what was said to it reads on from talk to talk.
constexpr const char* kStoryCompany = "Công ty TNHH Thương mại Thiên Ân";
constexpr std::array kLongStory{
    Story{"email", "Gửi hướng dẫn dùng thử máy A3", "", "Chị Lan báo đã nhận, hỏi cách nạp giấy dày.", "", ""},
    Story{"meeting", "Giao máy dùng thử tại 18 Duy Tân", "Máy A3 màu, hai hộp mực, biên bản bàn giao",
          "Cài cho ba máy tính; chị Lan và kế toán in thử tại chỗ.", "Đồng ý dùng thử một máy trong hai tuần",
          "Hỏi kết quả sau một tuần"},
    Story{"call", "Hỏi kết quả dùng thử", "Số trang đã in, phiếu góp ý",
          "Chị Lan khen bản in nét, ngại tiền mực; đang so với bên cho thuê.", "Gửi lại giá kèm gói mực 12 tháng",
          "Chốt gói mực trước cuối tháng"},
};
constexpr std::array kLongStoryDays{-20, -9, -2};
constexpr std::array kPlaces{"Văn phòng khách", "Quán cà phê gần công ty khách", "Phòng họp tầng 3"};

/// Midnight in Viet Nam, some days of work away from the day of `moment`. That day itself is one also on a Sunday: a
/// demo is looked at on the day on which it is made.
std::int64_t dayFrom(std::int64_t moment, int workdays)
{
    vn::Date day = vn::fromDays((moment + kZone) / kDay);
    const int step = workdays < 0 ? -1 : 1;
    for (int i = 0; i != workdays; i += step)
        do
            day = vn::addDays(day, step);
        while (vn::weekday(day) > kFriday);
    return vn::toDays(day) * kDay - kZone;
}

/// A quarter of an hour of the morning or the afternoon.
std::int64_t officeTime(std::int64_t midnight, SeededRandom& random)
{
    const auto quarter = static_cast<std::int64_t>(random.below(28));
    return midnight + (quarter < 14 ? 8 * kHour : 10 * kHour) + quarter * 15 * kMinute;
}

void setTime(v1::Activity& activity, std::int64_t start, std::int64_t length)
{
    activity.mutable_start_time()->set_seconds(start);
    if (length > 0)
        activity.mutable_end_time()->set_seconds(start + length);
}

v1::Activity with(const v1::Customer& customer, v1::ActivityKind kind, SeededRandom& random)
{
    v1::Activity activity;
    activity.set_kind(kind);
    activity.set_customer_id(customer.id());
    if (!customer.contacts().empty() && random.chance(80))
        activity.set_contact_id(customer.contacts(0).id());
    return activity;
}

void writeDown(v1::Activity& talk, const Story& story)
{
    talk.set_course(story.course);
    talk.set_result(story.result);
    talk.set_goal(story.goal);
}

v1::Activity talkAbout(const Story& story, const v1::Customer& customer, std::int64_t midnight, SeededRandom& random)
{
    v1::Activity talk = with(customer, v1::ACTIVITY_KIND_TALK, random);
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    talk.set_channel_key(story.channel);
    talk.set_title(story.title);
    talk.set_direction(v1::TALK_DIRECTION_OUT);
    talk.set_preparation(story.preparation);
    setTime(talk, officeTime(midnight, random), 0);
    return talk;
}

v1::Activity doneTalk(const v1::Customer& customer, std::int64_t midnight, SeededRandom& random)
{
    const Story& story = random.pick(kStories);
    v1::Activity talk = talkAbout(story, customer, midnight, random);
    talk.set_direction(random.chance(80) ? v1::TALK_DIRECTION_OUT : v1::TALK_DIRECTION_IN);
    if (!random.chance(88)) {
        talk.set_state(v1::ACTIVITY_STATE_MISSED);
        return talk;
    }
    writeDown(talk, story);
    talk.set_duration_seconds(static_cast<int>(60 + random.below(1500)));
    if (random.chance(50)) {
        talk.set_potential(random.chance(60)   ? v1::POTENTIAL_PROMISING
                           : random.chance(50) ? v1::POTENTIAL_UNCLEAR
                                               : v1::POTENTIAL_NONE);
        talk.set_pursuit(talk.potential() == v1::POTENTIAL_NONE ? v1::PURSUIT_STOP : v1::PURSUIT_GO_ON);
    }
    return talk;
}

v1::Activity planned(const v1::Customer& customer, std::int64_t midnight, SeededRandom& random)
{
    if (random.chance(20)) {
        v1::Activity task = with(customer, v1::ACTIVITY_KIND_TASK, random);
        task.set_title(random.pick(kTasks));
        task.set_priority(random.chance(25) ? v1::PRIORITY_HIGH : v1::PRIORITY_NORMAL);
        const vn::Date day = vn::fromDays((midnight + kZone) / kDay);
        task.mutable_day()->set_year(day.year);
        task.mutable_day()->set_month(day.month);
        task.mutable_day()->set_day(day.day);
        return task;
    }
    if (random.chance(35)) {
        v1::Activity visit = with(customer, v1::ACTIVITY_KIND_APPOINTMENT, random);
        visit.set_title(random.pick(kVisits));
        visit.set_channel_key("meeting");
        visit.set_place(random.pick(kPlaces));
        visit.add_reminder_lead_minutes(30);
        setTime(visit, officeTime(midnight, random), static_cast<std::int64_t>(2 + random.below(5)) * 15 * kMinute);
        return visit;
    }
    v1::Activity talk = with(customer, v1::ACTIVITY_KIND_TALK, random);
    talk.set_channel_key("call");
    talk.set_title(random.pick(kCalls));
    talk.set_direction(v1::TALK_DIRECTION_OUT);
    talk.add_reminder_lead_minutes(5);
    setTime(talk, officeTime(midnight, random), random.chance(60) ? 15 * kMinute : 0);
    if (random.chance(35)) {
        talk.set_is_callback(true);
        talk.set_callback_reason(random.pick(kReasons));
    }
    return talk;
}

std::vector<v1::Activity> longStory(const v1::Customer& customer, std::int64_t today, SeededRandom& random)
{
    std::vector<v1::Activity> activities;
    for (std::size_t i = 0; i < kLongStory.size(); ++i) {
        v1::Activity talk = talkAbout(kLongStory[i], customer, dayFrom(today, kLongStoryDays[i]), random);
        writeDown(talk, kLongStory[i]);
        activities.push_back(std::move(talk));
    }
    activities.back().set_duration_seconds(720);
    activities.back().set_potential(v1::POTENTIAL_PROMISING);
    activities.back().set_pursuit(v1::PURSUIT_GO_ON);
    v1::Activity callback = with(customer, v1::ACTIVITY_KIND_TALK, random);
    callback.set_channel_key("call");
    callback.set_direction(v1::TALK_DIRECTION_OUT);
    callback.set_is_callback(true);
    callback.set_callback_reason("Xem giá kèm gói mực 12 tháng");
    callback.add_reminder_lead_minutes(15);
    setTime(callback, dayFrom(today, 5) + 14 * kHour + 30 * kMinute, 15 * kMinute);
    activities.push_back(std::move(callback));
    return activities;
}

} // namespace

std::vector<v1::Activity> activitiesWith(const v1::Customer& customer, std::uint64_t number)
{
    SeededRandom random(number * 7919 + 17);
    const std::int64_t today = customer.create_time().seconds();
    if (customer.name() == kStoryCompany)
        return longStory(customer, today, random);
    std::vector<v1::Activity> activities;
    if (random.chance(14))
        for (std::size_t i = 1 + random.below(3); i > 0; --i)
            activities.push_back(doneTalk(customer, dayFrom(today, -1 - static_cast<int>(random.below(80))), random));
    // About a dozen for each person who sells: a week behind them and a week ahead.
    if (random.chance(5))
        activities.push_back(planned(customer, dayFrom(today, static_cast<int>(random.below(8)) - 1), random));
    return activities;
}

std::vector<v1::Activity> officeWork(std::int64_t today, std::uint64_t userNumber)
{
    SeededRandom random(userNumber * 104729 + 5);
    std::vector<v1::Activity> activities;
    for (int day = 0; day < 5; day += 2) {
        v1::Activity task;
        task.set_kind(v1::ACTIVITY_KIND_TASK);
        task.set_title(random.pick(kOfficeTasks));
        const vn::Date due = vn::fromDays((dayFrom(today, day) + kZone) / kDay);
        task.mutable_day()->set_year(due.year);
        task.mutable_day()->set_month(due.month);
        task.mutable_day()->set_day(due.day);
        activities.push_back(std::move(task));
    }
    v1::Activity meeting;
    meeting.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    meeting.set_title("Họp nhóm đầu tuần");
    meeting.set_place("Phòng họp tầng 3");
    meeting.add_reminder_lead_minutes(15);
    setTime(meeting, dayFrom(today, 1) + 8 * kHour + 30 * kMinute, kHour);
    activities.push_back(std::move(meeting));
    return activities;
}

} // namespace banhang::demo
