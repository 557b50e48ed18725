#include "tests/client/activities/sample_day.h"

#include "client/core/office_time.h"

namespace banhang::test {

namespace {

using client::officeNow;
using client::officeTime;
using client::toDate;
using client::toTimestamp;

constexpr int kQuarter = 900;

struct Entry
{
    v1::ActivityKind kind{};
    const char* channel = "";
    const char* title = "";
    const char* customer = "";
    int customerId = 0;
    const char* contact = "";
    const char* place = "";
};

/// A quarter of an hour, so many of them from now.
QDateTime quarter(int steps)
{
    const qint64 now = officeNow().toSecsSinceEpoch() / kQuarter * kQuarter;
    return QDateTime::fromSecsSinceEpoch(now + qint64{steps} * kQuarter, client::officeZone());
}

v1::Activity make(const Entry& entry)
{
    static std::int64_t id = 100;
    v1::Activity activity;
    activity.set_id(++id);
    activity.set_kind(entry.kind);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_channel_key(entry.channel);
    activity.set_title(entry.title);
    activity.set_customer_name(entry.customer);
    activity.set_customer_id(entry.customerId);
    activity.set_contact_name(entry.contact);
    activity.set_place(entry.place);
    activity.set_owner_user_id(1);
    activity.set_creator_user_id(1);
    return activity;
}

v1::Activity at(v1::Activity activity, const QDateTime& start, int minutes = 0)
{
    *activity.mutable_start_time() = toTimestamp(start);
    if (minutes)
        *activity.mutable_end_time() = toTimestamp(start.addSecs(qint64{60} * minutes));
    return activity;
}

v1::Activity on(v1::Activity activity, const QDate& day)
{
    *activity.mutable_day() = toDate(day);
    return activity;
}

v1::Activity done(v1::Activity activity, int seconds)
{
    activity.set_state(v1::ACTIVITY_STATE_DONE);
    activity.set_duration_seconds(seconds);
    return activity;
}

constexpr auto kTalk = v1::ACTIVITY_KIND_TALK;
constexpr auto kMeeting = v1::ACTIVITY_KIND_APPOINTMENT;
constexpr auto kTask = v1::ACTIVITY_KIND_TASK;

void fillOverdue(FakeDay& day)
{
    const QDate today = officeNow().date();
    auto callback =
        at(make({kTalk, "call", "", "Đặng Văn Thắng", 3, "", ""}), officeTime(today.addDays(-2), QTime(9, 0)));
    callback.set_is_callback(true);
    callback.set_callback_reason("Đang ở nước ngoài");
    day.put(callback);
    day.put(on(make({kTask, "", "Gửi hồ sơ bảo hành", "Công ty TNHH Giao nhận Hải Long Biển", 4, "", ""}),
               today.addDays(-1)));
}

void fillToday(FakeDay& day)
{
    const QDate today = officeNow().date();
    day.put(done(at(make({kTalk, "call", "Gọi hỏi kết quả dùng thử", "Công ty TNHH Thương mại Thiên Ân", 7, "", ""}),
                    quarter(-6)),
                 720));
    day.put(done(
        at(make({kTalk, "email", "Gửi bảng giá mực", "Công ty May mặc Thiên Hương Phát", 8, "", ""}), quarter(-4)), 0));
    day.put(at(make({kMeeting, "", "Họp nhóm tuần", "", 0, "", "phòng họp 2"}), quarter(1), 45));
    day.put(at(make({kTalk, "call", "Gọi chốt lịch lắp máy", "Công ty CP Thực phẩm Sao Mai Bắc", 9, "chị Hoa", ""}),
               quarter(5)));
    day.put(at(make({kMeeting, "meeting", "Gặp tại 46 Nguyễn Trãi", "Công ty CP Nội thất Mộc Lâm Viên", 10, "",
                     "46 Nguyễn Trãi"}),
               quarter(8), 60));
    day.put(at(make({kMeeting, "meeting", "Bàn giao máy dùng thử", "Phòng khám Tâm Phúc An", 11, "", ""}), quarter(10),
               60));
    day.put(
        on(make({kTask, "", "Sửa báo giá BG2026-0418 bản 3", "Công ty TNHH Thương mại Thiên Ân", 7, "", ""}), today));
    auto given = on(make({kTask, "", "Soạn phụ lục gia hạn bảo trì", "Khách sạn Sông Thương", 12, "", ""}), today);
    given.set_creator_user_id(3);
    day.put(given);
    auto urgent =
        on(make({kTalk, "call", "Gọi giới thiệu máy in A3", "Trung tâm Anh ngữ Bồ Công Anh", 13, "", ""}), today);
    day.put(urgent);
    auto report = on(make({kTask, "", "Ghi kết quả buổi gặp thứ Sáu", "Phòng khám Tâm Phúc An", 11, "", ""}), today);
    report.set_priority(v1::PRIORITY_HIGH);
    day.put(report);
    day.put(at(make({kMeeting, "meeting", "Khảo sát chỗ đặt máy", "Công ty TNHH Giao nhận Hải Long Biển", 4, "",
                     "kho Hải Long"}),
               officeTime(today.addDays(1), QTime(9, 0)), 60));
    day.put(at(make({kTalk, "call", "Gọi chốt phụ lục bảo trì", "Khách sạn Sông Thương", 12, "", ""}),
               officeTime(today.addDays(1), QTime(13, 30))));
}

void fillCallbacks(FakeDay& day)
{
    const QDate today = officeNow().date();
    const auto add = [&day](const Entry& entry, const QDateTime& start, const char* reason) {
        auto callback = at(make(entry), start);
        callback.set_is_callback(true);
        callback.set_callback_reason(reason);
        day.put(callback);
    };
    add({kTalk, "call", "", "Công ty May mặc Thiên Hương Phát", 8, "Anh Trần Văn Dũng", ""},
        officeTime(today.addDays(3), QTime(9, 0)), "Bận kiểm kê, hẹn sau ngày 20");
    add({kTalk, "call", "", "Trường Tiểu học Nắng Mai", 14, "Cô Hạnh", ""}, officeTime(today.addDays(5), QTime(10, 0)),
        "Chờ hội đồng trường duyệt chi");
    add({kTalk, "call", "", "Công ty TNHH Thương mại Thiên Ân", 7, "Chị Phan Thị Lan", ""},
        officeTime(today.addDays(7), QTime(14, 30)), "Xem giá kèm gói mực 12 tháng");
}

void fillTimeline(FakeDay& day)
{
    const QDate today = officeNow().date();
    auto talk = done(at(make({kTalk, "call", "", "Công ty TNHH Thương mại Thiên Ân", 7, "Chị Phan Thị Lan", ""}),
                        officeTime(today.addDays(-3), QTime(8, 50))),
                     720);
    talk.set_preparation("Hỏi kết quả dùng thử máy A3 màu");
    talk.set_course("Chị Lan khen bản in nét, ngại tiền mực; so với bên đang thuê.");
    talk.set_result("Gửi lại giá kèm gói mực 12 tháng");
    talk.set_goal("Chốt gói mực trước cuối tháng");
    talk.set_potential(v1::POTENTIAL_PROMISING);
    day.put(talk);
    auto visit = done(at(make({kMeeting, "meeting", "Gặp tại văn phòng khách", "Công ty TNHH Thương mại Thiên Ân", 7,
                               "", "18 Duy Tân"}),
                         officeTime(today.addDays(-10), QTime(14, 30)), 60),
                      0);
    visit.add_participant_user_ids(4);
    visit.set_result("Đồng ý dùng thử một máy trong hai tuần.");
    day.put(visit);
    auto mail =
        done(at(make({kTalk, "email", "Gửi hướng dẫn dùng thử máy A3", "Công ty TNHH Thương mại Thiên Ân", 7, "", ""}),
                officeTime(today.addDays(-24), QTime(10, 12))),
             0);
    mail.set_owner_user_id(4);
    mail.set_course("Chị Lan đã trả lời cùng ngày.");
    day.put(mail);
}

void fillBeside(FakeDay& day)
{
    const QDate today = officeNow().date();
    v1::Workday beside;
    const auto untouched = [&](const char* name, const char* source, int days) {
        auto* customer = beside.add_untouched();
        customer->set_customer_id(15 + beside.untouched_size());
        customer->set_name(name);
        customer->set_source_key(source);
        *customer->mutable_create_time() = toTimestamp(officeTime(today.addDays(-days), QTime(9, 0)));
    };
    untouched("Lưu Quốc Trọng", "Internet", 16);
    untouched("Hộ kinh doanh Gốm Bến Xanh", "Trang vàng", 13);
    untouched("Công ty TNHH Bao bì Phù Sa", "Hồng Nhung chuyển sang", 6);
    untouched("Trung tâm Anh ngữ Bồ Công Anh", "mối quan hệ", 2);
    beside.set_capped_untouched_count(9);
    const auto occasion = [&](const char* customer, const char* contact, const char* key, int days, int years,
                              bool isLunar) {
        auto* one = beside.add_occasions();
        one->set_customer_id(20 + beside.occasions_size());
        one->set_customer_name(customer);
        one->set_contact_name(contact);
        one->set_key(key);
        one->set_years(years);
        one->set_is_lunar(isLunar);
        *one->mutable_day() = toDate(today.addDays(days));
    };
    occasion("Nguyễn Văn Hòa", "", "occasion.birthday", 0, 60, false);
    occasion("Công ty TNHH Thương mại Thiên Ân", "Chị Phan Thị Lan", "occasion.birthday", 2, 0, true);
    occasion("Công ty CP Nội thất Mộc Lâm Viên", "", "occasion.founded", 4, 10, false);
    day.setDay(beside);
}

void fillNews(FakeDay& day)
{
    const auto now = officeNow();
    const auto add = [&day](std::int64_t id, const char* key, int actor, const char* title, const char* customer,
                            const QDateTime& when, const QDateTime& event, bool isRead) {
        v1::Notification notice;
        notice.set_id(id);
        notice.set_key(key);
        notice.set_actor_user_id(actor);
        notice.set_title(title);
        notice.set_customer_name(customer);
        notice.set_entity("activity");
        notice.set_entity_id(100 + id);
        *notice.mutable_create_time() = toTimestamp(when);
        if (event.isValid())
            *notice.mutable_event_time() = toTimestamp(event);
        if (isRead)
            *notice.mutable_read_time() = toTimestamp(when);
        if (notice.key() == "notification.overdue_summary")
            (*notice.mutable_args())["count"] = "7";
        day.putNotice(notice);
    };
    add(9, "notification.reminder", 0, "Họp nhóm tuần", "", now.addSecs(-60), quarter(1), false);
    add(8, "notification.assigned", 3, "Soạn phụ lục gia hạn bảo trì", "Khách sạn Sông Thương", now.addSecs(-1200),
        officeTime(now.date(), QTime(0, 0)), false);
    add(7, "notification.invited", 4, "Gặp tại 46 Nguyễn Trãi", "Nội thất Mộc Lâm Viên", now.addSecs(-3000), quarter(8),
        false);
    add(6, "notification.moved", 5, "Bàn giao máy dùng thử", "Phòng khám Tâm Phúc An", now.addSecs(-90'000),
        quarter(10), true);
    add(5, "notification.overdue_summary", 0, "", "", now.addDays(-2), {}, true);
}

} // namespace

void fillSampleDay(FakeDay& day)
{
    fillOverdue(day);
    fillToday(day);
    fillCallbacks(day);
    fillTimeline(day);
    fillBeside(day);
    fillNews(day);
}

} // namespace banhang::test
