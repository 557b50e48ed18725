// Pictures of the working day over the sample: --page today|talk|plan|detail|bell|call
#include <QTest>

#include "client/app/client.h"
#include "client/notifications/notice_model.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/activities/sample_day.h"
#include "tests/client/support/picture_program.h"

namespace {

using namespace banhang;
using namespace banhang::client;

struct Office final : DayFixture
{
    Office()
    {
        for (const auto& [id, name] : {std::pair{3, "Trần Thu Hà"}, {4, "Vũ Hồng Nhung"}, {5, "Đỗ Gia Bảo"}})
            server.addPerson(id, name);
        test::fillSampleDay(day);
        auto customer = server.stored(7);
        customer.set_name("Công ty TNHH Thương mại Thiên Ân");
        customer.set_code("KH000412");
        customer.set_tax_code("0106697817");
        customer.set_tier_key("vip");
        customer.add_phones()->set_number("0389333999");
        customer.add_emails()->set_address("lan.pt@thienan.example");
        auto* contact = customer.add_contacts();
        contact->set_id(1);
        contact->set_name("Phan Thị Lan");
        contact->set_honorific(v1::HONORIFIC_CHI);
        server.put(customer);
    }
    void TestBody() override {}

    void settle() { test::settle(window->client()->workplace().rpc); }

    void show(const QString& what)
    {
        signInToDay();
        settle();
        if (what == QLatin1String("today"))
            return;
        if (what == QLatin1String("bell") || what == QLatin1String("call")) {
            QTest::keyClick(window.get(), what == QLatin1String("bell") ? Qt::Key_F7 : Qt::Key_F9);
        } else {
            window->customers()->openCustomer(7);
            QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
            settle();
            if (what == QLatin1String("talk"))
                QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
            if (what == QLatin1String("plan"))
                QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
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
    office.show(program.page("today"));
    return program.save(*office.window);
}
