// A day with more on it than one answer holds says so, and leads to where the rest is.
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/ui/parts/label.h"
#include "tests/client/activities/day_fixture.h"

namespace banhang::client {
namespace {

struct CutDayTest : DayFixture
{
};

TEST_F(CutDayTest, saysThatThereIsMoreThanItShows)
{
    day.put(task(1, "Gửi hồ sơ bảo hành", officeNow().date().addDays(-1)));
    v1::Workday more;
    more.set_more_overdue(true);
    day.setDay(more);
    signInToDay();
    const auto section = page().model()->index(0);
    EXPECT_TRUE(section.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(" 1+")));
}

TEST_F(CutDayTest, leadsToTheCalendarForWhatItDoesNotShow)
{
    const QDate tomorrow = officeNow().date().addDays(1);
    day.put(call(1, 7, 600));
    day.put(task(2, "Khảo sát chỗ đặt máy", tomorrow));
    v1::Workday more;
    more.set_more_timed(true);
    more.set_more_coming(true);
    day.setDay(more);
    signInToDay();
    const auto& model = *page().model();
    QList<int> lines;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.row(row).kind == DayRows::RowKind::More)
            lines.append(row);
    ASSERT_EQ(lines, (QList<int>{model.rowOf(1) + 1, model.rowOf(2) + 1})) << "each at the end of its list";
    QSignalSpy asked(&page(), &WorkdayPage::calendarRequested);
    view().setFocus();
    view().setCurrentIndex(model.index(lines.last()));
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.at(0).at(0).toDate(), tomorrow);
    EXPECT_FALSE(page().isVisible()) << "the calendar has come";
}

TEST_F(CutDayTest, saysThatThereAreMoreBirthdaysThanItShows)
{
    v1::Workday more;
    for (int i = 1; i <= 50; ++i) {
        auto& occasion = *more.add_occasions();
        *occasion.mutable_day() = toDate(officeNow().date());
        occasion.set_customer_id(i);
        occasion.set_customer_name("Khách " + std::to_string(i));
        occasion.set_key("occasion.birthday");
    }
    more.set_more_occasions(true);
    day.setDay(more);
    signInToDay();
    const auto labels = page().findChildren<Label*>();
    EXPECT_TRUE(test::waitUntil([&] {
        return std::ranges::any_of(labels, [](const Label* label) { return label->text() == QStringLiteral("50+"); });
    }));
}

} // namespace
} // namespace banhang::client
