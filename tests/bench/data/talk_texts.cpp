#include "tests/bench/data/talk_texts.h"

#include <array>
#include <string>

#include <fmt/format.h>

#include "server/activities/timeline_text.h"

namespace banhang::bench {

namespace {

constexpr std::array kMatters = {"báo giá",  "hợp đồng năm", "giao hàng",  "công nợ",         "mẫu mới",
                                 "bảo hành", "đơn hàng",     "chiết khấu", "lịch thanh toán", "khảo sát tại xưởng"};
constexpr std::array kDeeds = {"Trao đổi về", "Hỏi lại", "Chốt", "Gửi", "Nhắc", "Giải đáp"};
constexpr std::array kCourses = {
    "Khách hỏi kỹ về giá và thời hạn giao, đã giải thích từng mục trong bảng gửi hôm trước.",
    "Khách đang bận, nói ngắn; hẹn gửi thêm tài liệu qua Zalo rồi gọi lại đầu tuần.",
    "Khách so với bên khác, muốn thêm chiết khấu nếu lấy cả năm. Đã ghi lại số lượng dự kiến từng quý.",
    "Kế toán bên khách cần hóa đơn trước ngày 25; đã chuyển cho bộ phận liên quan."};
constexpr std::array kResults = {"Đồng ý xem báo giá mới.", "Hẹn gặp tuần sau tại văn phòng.",
                                 "Chưa quyết, chờ ý kiến giám đốc.", "Đặt thử một đơn nhỏ.",
                                 "Không có nhu cầu lúc này."};

constexpr const char* kMake = "CREATE TEMP TABLE bench_text (place integer, title text, course text, result text,"
                              " marked text, folded text, marked_title text, folded_title text)";
constexpr const char* kPut = "INSERT INTO bench_text VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

} // namespace

void writeTalkTexts(server::Connection& connection)
{
    connection.runScript(kMake);
    int place = 0;
    for (const char* matter : kMatters)
        for (const char* deed : kDeeds) {
            v1::Activity activity;
            activity.set_title(fmt::format("{} {}", deed, matter));
            const server::TimelineText title = server::timelineText(activity);
            activity.set_course(kCourses[static_cast<std::size_t>(place) % kCourses.size()]);
            activity.set_result(kResults[static_cast<std::size_t>(place) % kResults.size()]);
            const server::TimelineText all = server::timelineText(activity);
            connection.sendOnce(kPut, server::Params::of(place, activity.title(), activity.course(), activity.result(),
                                                         all.marked, all.folded, title.marked, title.folded));
            ++place;
        }
    connection.roundTrip();
}

} // namespace banhang::bench
