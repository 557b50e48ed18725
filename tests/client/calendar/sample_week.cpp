#include "tests/client/calendar/sample_week.h"

namespace banhang::test {

namespace {

using client::officeTime;
using client::toDate;
using client::toTimestamp;

/// One line of the sample: day of November, times, words.
struct Entry
{
    std::int64_t id = 0;
    int day = 0;
    QTime from{};
    QTime to{};
    const char* title = "";
    const char* where = "";
    bool isDone = false;
    bool isReminded = false;
    bool isRepeated = false;
    std::int64_t owner = kMinh;
    std::int64_t with = 0;
};

v1::Activity activity(const Entry& entry)
{
    v1::Activity made;
    made.set_id(entry.id);
    made.set_version(1);
    made.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    made.set_state(entry.isDone ? v1::ACTIVITY_STATE_DONE : v1::ACTIVITY_STATE_PLANNED);
    made.set_title(entry.title);
    made.set_place(entry.where);
    made.set_owner_user_id(entry.owner);
    if (entry.with != 0)
        made.add_participant_user_ids(entry.with);
    const QDate day(2026, 11, entry.day);
    if (entry.from.isValid()) {
        *made.mutable_start_time() = toTimestamp(officeTime(day, entry.from));
        *made.mutable_end_time() = toTimestamp(officeTime(day, entry.to));
    } else {
        *made.mutable_day() = toDate(day);
    }
    if (entry.isReminded)
        made.add_reminder_lead_minutes(15);
    if (entry.isRepeated)
        made.set_series_id(7);
    return made;
}

QTime at(int hour, int minute = 0)
{
    return {hour, minute};
}

void fillDone(CalendarMemory& memory)
{
    const Entry entries[] = {
        {1, 16, at(8), at(9), "Họp đầu tuần", "phòng họp 2", true, false, true},
        {2, 16, at(9, 30), at(11), "Khảo sát kho", "Hải Long Biển", true},
        {3, 16, at(16), at(17), "Gửi báo giá bản 2", "Thiên Ân", true},
        {4, 17, at(8, 30), at(9, 15), "Gọi anh Dũng", "Thiên Hương Phát", true},
        {5, 17, at(10), at(11, 30), "Giới thiệu máy A3", "Mộc Lâm Viên", true},
        {6, 17, at(14), at(15, 30), "Thương lượng giá", "May mặc Thiên Hương Phát", true},
        {7, 18, at(8, 30), at(9), "Chị Lan", "", true},
    };
    for (const Entry& entry : entries)
        memory.put(activity(entry));
}

void fillPlanned(CalendarMemory& memory)
{
    const Entry entries[] = {
        {kTeamMeeting, 18, at(10), at(11), "Họp nhóm tuần", "phòng họp 2", false, true, true},
        {8, 18, at(11, 15), at(11, 45), "Chốt lịch lắp", "Sao Mai Bắc"},
        {kFirstMeeting, 18, at(14, 30), at(16), "Gặp anh Hải", "46 Nguyễn Trãi, P. Thanh Xuân, Hà Nội", false, true},
        {kSecondMeeting, 18, at(15), at(16, 30), "Bàn giao máy dùng thử", "Tâm Phúc An"},
        {9, 18, at(17), at(17, 45), "Ghi kết quả ngày", "", false, false, true},
        {10, 19, at(9), at(10, 30), "Khảo sát chỗ đặt máy", "Hải Long Biển", false, true},
        {12, 19, at(13, 30), at(14, 15), "Gọi chốt phụ lục", "", false, true},
        {13, 19, at(15), at(16, 30), "Gặp cùng Diệp", "Bao bì Tân Kỷ Nguyên", false, true, false, kDiep},
        {14, 20, at(8), at(11), "Chúc mừng 20/11", "4 trường: Nắng Mai, Bồ Công Anh, Hoa Sen, Mầm Non", false, true},
        {15, 20, at(14), at(15), "Bảo trì định kỳ", "Tâm Phúc An", false, false, true, kBaoTri},
        {16, 20, at(16), at(17), "Xem lại tuần", "nhóm", false, false, true},
        {17, 21, at(8, 30), at(10), "Gọi anh Dũng", "Thiên Hương Phát", false, true},
        {18, 18, {}, {}, "Bác Hòa, 60 tuổi", ""},
        {19, 21, {}, {}, "Hết hạn hợp đồng", "", false, false, false, kBaoTri},
    };
    for (const Entry& entry : entries)
        memory.put(activity(entry));
    v1::Activity meeting = memory.at(kFirstMeeting);
    meeting.set_customer_id(412);
    meeting.set_customer_name("Công ty TNHH Nội thất Mộc Lâm Viên");
    meeting.add_reminder_lead_minutes(60);
    meeting.set_preparation("hỏi lịch thay mực, mang mẫu giấy 300 g");
    memory.put(meeting);
}

void addReminder(CalendarMemory& memory, std::int64_t id, const char* title, const char* customer, const QDateTime& due,
                 const QDateTime& event)
{
    v1::Reminder& reminder = *memory.reminders.add_coming();
    reminder.set_id(id);
    reminder.set_entity("activity");
    reminder.set_entity_id(id);
    reminder.set_title(title);
    reminder.set_customer_name(customer);
    *reminder.mutable_due_time() = toTimestamp(due);
    *reminder.mutable_event_time() = toTimestamp(event);
}

} // namespace

QDateTime sampleNow()
{
    return officeTime(QDate(2026, 11, 18), QTime(9, 42));
}

void fillSampleWeek(CalendarMemory& memory)
{
    fillDone(memory);
    fillPlanned(memory);
    std::int64_t id = kUntimedTask;
    for (const char* title :
         {"Sửa báo giá BG2026-0418", "Gọi giới thiệu máy in A3", "Gọi lần đầu anh Lưu Quốc Trọng"}) {
        v1::Activity task;
        task.set_id(id++);
        task.set_version(1);
        task.set_kind(v1::ACTIVITY_KIND_TASK);
        task.set_state(v1::ACTIVITY_STATE_PLANNED);
        task.set_title(title);
        task.set_owner_user_id(kMinh);
        memory.put(task);
    }
    const QDate today = sampleNow().date();
    const auto moment = [&today](int hour, int minute, int days = 0) {
        return officeTime(today.addDays(days), QTime(hour, minute));
    };
    addReminder(memory, kTeamMeeting, "Họp nhóm tuần", "", moment(9, 45), moment(10, 0));
    addReminder(memory, 8, "Gọi chốt lịch lắp", "Sao Mai Bắc", moment(11, 0), moment(11, 15));
    addReminder(memory, kFirstMeeting, "Gặp anh Hải", "Mộc Lâm Viên", moment(13, 30), moment(14, 30));
    addReminder(memory, 10, "Khảo sát chỗ đặt máy", "Hải Long Biển", moment(8, 0, 1), moment(9, 0, 1));
    const std::scoped_lock lock(memory.mutex);
    v1::Clash& clash = *memory.check.add_clashes();
    clash.set_user_id(kMinh);
    clash.set_activity_id(kSecondMeeting);
    clash.set_title("Bàn giao máy dùng thử");
    *clash.mutable_start_time() = toTimestamp(moment(15, 0));
    *clash.mutable_end_time() = toTimestamp(moment(16, 30));
    *memory.check.mutable_free_start_time() = toTimestamp(moment(13, 0));
}

} // namespace banhang::test
