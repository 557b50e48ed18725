// Tests of the client run with a real application, offscreen, with the look and the language of the office, and keep
// nothing of this machine: several programs of them run at once.
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

#include "client/core/language.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/ui/look/look.h"
#include "tests/client/support/own_home.h"
#include "tests/client/support/ui_guard.h"

namespace {

/// QTest leaves the modifiers of the last key pressed, and what Qt does for the next test asks for them.
class KeysUp final : public testing::EmptyTestEventListener
{
    void OnTestStart(const testing::TestInfo&) override
    {
        QWidget nobody;
        QTest::keyRelease(&nobody, Qt::Key_Control);
    }
};

/// BANHANG_TEST_NOW=2027-12-31T23:59:50 lets all tests run at that time of the office.
void setClock()
{
    const auto wanted = QDateTime::fromString(qEnvironmentVariable("BANHANG_TEST_NOW"), Qt::ISODate);
    if (wanted.isValid())
        banhang::client::OfficeClock::instance().setTo(banhang::client::officeTime(wanted.date(), wanted.time()));
}

} // namespace

int main(int argc, char** argv)
{
    const banhang::test::OwnHome home;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    banhang::test::GuardedApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("banhang-tests"));
    QApplication::setApplicationName(QStringLiteral("banhang-tests"));
    banhang::client::Look::instance().install(app);
    banhang::client::setLanguage(banhang::client::Language::Vietnamese);
    setClock();
    testing::InitGoogleTest(&argc, argv);
    testing::UnitTest::GetInstance()->listeners().Append(new KeysUp);
    banhang::test::watchTests();
    return RUN_ALL_TESTS();
}
