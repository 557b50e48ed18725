// Writes pictures of the working day over the sample, to be looked at:
//   day_pictures FILE.png [--page today|talk|plan|detail|bell|call] [--dark] [--english] [--width N] [--text 150]
#include <QApplication>
#include <QPainter>
#include <QTest>

#include "client/app/client.h"
#include "client/core/language.h"
#include "client/notifications/notice_model.h"
#include "client/ui/look/look.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/activities/sample_day.h"

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

    void settle()
    {
        for (int i = 0; i < 60; ++i)
            QTest::qWait(10);
    }

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
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto valueOf = [&arguments](const QString& name, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.value(at + 1);
    };
    Look::instance().install(app);
    Look::instance().setAppearance(arguments.contains(QLatin1String("--dark")) ? Appearance::Dark : Appearance::Light);
    Look::instance().setTextPercent(valueOf(QStringLiteral("--text"), QStringLiteral("100")).toInt());
    setLanguage(arguments.contains(QLatin1String("--english")) ? Language::English : Language::Vietnamese);
    Office office;
    office.window->resize(valueOf(QStringLiteral("--width"), QStringLiteral("1366")).toInt(),
                          valueOf(QStringLiteral("--height"), QStringLiteral("738")).toInt());
    office.show(valueOf(QStringLiteral("--page"), QStringLiteral("today")));
    QPixmap picture = office.window->grab();
    if (auto* popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(office.window->mapFromGlobal(popup->pos()), popup->grab());
    }
    return picture.save(arguments.value(1)) ? 0 : 1;
}
