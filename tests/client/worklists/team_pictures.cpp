// Pictures of the leader's page and of the work lists over samples: --page team|plan|lists|settings
#include <QTest>

#include "client/app/client.h"
#include "client/app/window/window_head.h"
#include "client/customers/batch/batch_bar.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"
#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "client/workday/team_page.h"
#include "client/workday/team_rows.h"
#include "client/worklists/plan_page.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/activities/sample_day.h"
#include "tests/client/support/picture_program.h"
#include "tests/client/worklists/fake_work_lists.h"

namespace {

using namespace banhang;
using namespace banhang::client;

struct Memory
{
    test::FakeDay day;
    test::FakeWorkLists lists;

    std::vector<test::FakeServiceMaker> makers()
    {
        auto all = day.makers();
        all.push_back(lists.maker());
        return all;
    }
};

struct Office final : Memory, WindowFixture
{
    Office() : WindowFixture(makers())
    {
        for (const auto& [id, name] : {std::pair{3, "Trần Thu Hà"},
                                       {4, "Hoàng Hồng Nhung"},
                                       {5, "Trịnh Gia Bảo"},
                                       {6, "Đặng Khánh Linh"},
                                       {7, "Nguyễn Quốc Huy"}})
            server.addPerson(id, name);
        for (const auto& [key, label] :
             {std::pair{"call", "Gọi điện"}, {"email", "Email"}, {"meeting", "Gặp trực tiếp"}})
            server.addPick("channel", key, label);
        for (const auto& [key, label] :
             {std::pair{"new", "Mới"}, {"contacting", "Đang tiếp cận"}, {"trading", "Đang giao dịch"}})
            server.addPick("status", key, label);
        test::fillSampleDay(day);
        fillReport();
        fillCustomers();
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY, v1::RESOURCE_PICKLIST})
            for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE,
                                      v1::ACTION_EXPORT, v1::ACTION_ASSIGN}) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(action);
                right->set_scope(v1::SCOPE_ALL);
            }
        server.setMe(me);
        v1::BatchGetCustomerCountsResponse counts;
        for (const int number : {6, 9, 27, 4, 501})
            counts.add_capped_counts(number);
        server.setCounts(counts);
    }
    void TestBody() override {}

    void fillReport()
    {
        struct Work
        {
            int user, done, planned, missed, forgotten, minutes;
        };
        v1::ActivityReport report;
        for (const auto& work : {Work{1, 12, 6, 1, 2, 143}, Work{2, 21, 4, 3, 0, 205}, Work{3, 5, 2, 0, 0, 48},
                                 Work{4, 16, 9, 2, 1, 156}, Work{5, 4, 11, 5, 7, 22}, Work{6, 9, 3, 0, 0, 91}}) {
            auto* summary = report.add_summaries();
            summary->set_user_id(work.user);
            summary->set_done(work.done);
            summary->set_planned(work.planned);
            summary->set_missed(work.missed);
            summary->set_forgotten(work.forgotten);
            summary->set_duration_seconds(std::int64_t{60} * work.minutes);
        }
        day.setReport(report);
    }

    void fillCustomers()
    {
        const char* reasons[] = {"Bận kiểm kê, hẹn sau ngày 20", "Đang ở nước ngoài", "Chờ hội đồng trường duyệt chi",
                                 "Xem giá kèm gói mực 12 tháng"};
        for (int id = 1; id <= 30; ++id) {
            auto customer = server.stored(id);
            customer.set_owner_user_id(1 + id % 6);
            customer.set_tier_key(id % 5 == 0 ? "vip" : "");
            customer.set_potential(v1::POTENTIAL_PROMISING);
            customer.set_talk_rhythm_days(7 + id % 20);
            customer.set_callback_reason(reasons[id % 4]);
            *customer.mutable_callback_time() =
                toTimestamp(officeTime(officeNow().date().addDays(id / 4 - 2), QTime(9 + id % 8, 0)));
            customer.add_phones()->set_number("09123456" + std::to_string(10 + id));
            server.put(customer);
        }
    }

    void settle() { test::settle(window->client()->workplace().rpc); }

    void show(const QString& what)
    {
        QApplication::setActiveWindow(window.get());
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        settle();
        if (what == QLatin1String("team")) {
            for (auto* button : window->findChildren<RailButton*>())
                if (button->accessibleName().startsWith(window->findChild<TeamPage*>()->windowTitle()))
                    button->click();
        } else if (what == QLatin1String("plan")) {
            QList<qint64> ids;
            for (int id = 1; id <= 18; ++id)
                ids.append(id);
            emit window->customers()->planRequested(ids);
        } else if (what == QLatin1String("lists")) {
            QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
            list().views()->choose(ListViews::Builtin::CallBack);
        } else {
            emit window->findChild<WindowHead*>()->settingsRequested();
        }
        settle();
    }
};

} // namespace

int main(int argc, char** argv)
{
    const test::PictureProgram program(argc, argv);
    Office office;
    office.window->resize(program.size({1366, 738}));
    office.show(program.page("team"));
    return program.save(*office.window);
}
