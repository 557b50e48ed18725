// Every page of the window fits the smallest screen: in both languages, in usual and in large letters, chosen while the
// program runs. And keys go through it as one reads.
#include <QApplication>
#include <QHeaderView>
#include <QTest>

#include <algorithm>

#include "client/app/window/places.h"
#include "client/calendar/calendar_page.h"
#include "client/care/care_page.h"
#include "client/core/language.h"
#include "client/customers/form/customer_form.h"
#include "client/records/record_editor.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/table/data_table.h"
#include "client/workday/workday_page.h"
#include "tests/client/app/tree_checks.h"
#include "tests/client/app/whole_office.h"
#include "tests/client/support/quiet.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// A screen of 1366 x 768 less the title bar of the system.
constexpr QSize kSmallest(1366, 738);
/// The same screen where the system draws everything half as large again: 911 x 512, less the title bar.
constexpr QSize kSmallestEnlarged(911, 482);
constexpr int kLarge = 150;
constexpr int kQuietMs = 100;

struct EveryPage : WholeOffice, testing::WithParamInterface<Language>
{
    EveryPage()
    {
        setLanguage(GetParam());
        window->rebuild();
        QApplication::setActiveWindow(window.get());
        QApplication::setCursorFlashTime(0);
    }
    ~EveryPage() override
    {
        Look::instance().setTextPercent(100);
        setLanguage(Language::Vietnamese);
    }

    void begin()
    {
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline(); }));
        ASSERT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
    }

    /// What was asked of the server has come, and stands where it belongs.
    void settle()
    {
        ASSERT_TRUE(test::waitUntilQuiet(window->client()->workplace().rpc, kQuietMs));
        // An answer may have come last of all; its words take their place, and so does what holds them.
        for (int i = 0; i < 5; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    void check(const std::string& place)
    {
        SCOPED_TRACE(place + " at " + std::to_string(Look::instance().textPercent()) + " %");
        settle();
        const QSize wanted = window->minimumSizeHint();
        EXPECT_LE(wanted.width(), screen.width());
        EXPECT_LE(wanted.height(), screen.height());
        EXPECT_EQ(window->size(), screen);
        checkElision(*window);
        checkInside(*window);
        checkMnemonics(*window);
        checkTabOrder(*window);
        if (const QString into = qEnvironmentVariable("BANHANG_PAGES"); !into.isEmpty())
            window->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                    .arg(into, QString::fromStdString(place))
                                    .arg(int(GetParam()))
                                    .arg(screen == kSmallest ? QString::number(Look::instance().textPercent())
                                                             : QStringLiteral("enlarged")));
        window->resize(screen);
    }

    /// Keys of the place go to its page, others to what has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QApplication::setActiveWindow(window.get()); // keys reach an active window alone
        QWidget* focused = QApplication::focusWidget();
        QWidget* page = window->findChild<Places*>()->currentWidget();
        QTest::keyClick(modifiers == Qt::NoModifier && focused ? focused : page, key, modifiers);
    }

    /// With what is written there in sight.
    void checkEditor(const std::string& place)
    {
        const auto isOpen = [this] {
            const auto editors = window->findChildren<RecordEditor*>();
            return std::ranges::any_of(editors, [](const RecordEditor* editor) { return editor->isVisible(); });
        };
        EXPECT_TRUE(waitUntil(isOpen)) << place;
        check(place);
        press(Qt::Key_Escape);
    }

    void checkPages()
    {
        auto* places = window->findChild<Places*>();
        for (int i = 0; i < places->count(); ++i) {
            auto* page = places->widget(i);
            places->showPlace(page);
            check(page->metaObject()->className());
        }
    }

    void checkCustomers()
    {
        auto* customers = window->customers();
        window->showCustomers();
        customers->openCustomer(1);
        ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
        for (int tab = 0; tab < 6; ++tab) {
            check("detail-" + std::to_string(tab));
            detail().nextTab(1);
        }
        customers->addCustomer();
        check("new-organisation");
        emit customers->form()->findChild<Segmented*>()->chosen(v1::CUSTOMER_KIND_INDIVIDUAL);
        check("new-person");
        press(Qt::Key_Escape);
        customers->editCustomer(1);
        check("edit");
        press(Qt::Key_Escape);
        emit list().assignRequested({3});
        check("give-away");
        press(Qt::Key_Escape);
        emit customers->planRequested({1, 2, 3, 4});
        check("plan");
        emit customers->sequenceRequested({1, 2});
        check("put-on-sequence");
        window->showCustomers();
    }

    template <typename Page>
    void show()
    {
        window->findChild<Places*>()->showPlace(window->findChild<Page*>());
        settle();
    }

    void checkEditors()
    {
        show<WorkdayPage>();
        press(Qt::Key_T, Qt::ControlModifier);
        checkEditor("today-talk");
        show<CarePage>();
        press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        checkEditor("care-new");
        show<CalendarPage>();
        press(Qt::Key_N, Qt::ControlModifier);
        checkEditor("calendar-new");
        press(Qt::Key_F9);
        checkEditor("quick-call");
    }

    void checkAll()
    {
        checkPages();
        checkCustomers();
        checkEditors();
    }

    QSize screen = kSmallest;
};

std::string nameOfLanguage(const testing::TestParamInfo<Language>& info)
{
    return info.param == Language::English ? "English" : "Vietnamese";
}

TEST_P(EveryPage, fitsTheSmallestScreen)
{
    begin();
    checkAll();
}

TEST_P(EveryPage, fitsItInLargeLettersChosenWhileRunning)
{
    begin();
    checkPages(); // everything is made, and has been seen in usual letters
    Look::instance().setTextPercent(kLarge);
    checkAll();
}

TEST_P(EveryPage, fitsItWhereTheSystemDrawsLarger)
{
    screen = kSmallestEnlarged;
    begin();
    window->resize(screen);
    checkAll();
}

TEST_P(EveryPage, takesNothingAlongFromAnotherTextSize)
{
    begin();
    window->showCustomers();
    settle();
    const auto rowHeights = [this] {
        QList<int> heights;
        for (auto* table : window->findChildren<DataTable*>())
            heights.append(table->verticalHeader()->defaultSectionSize());
        return heights;
    };
    const QSize wanted = window->minimumSizeHint();
    const QList<int> heights = rowHeights();
    Look::instance().setTextPercent(kLarge);
    settle();
    Look::instance().setTextPercent(100);
    settle();
    EXPECT_EQ(window->minimumSizeHint(), wanted);
    EXPECT_EQ(rowHeights(), heights);
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryPage, testing::Values(Language::Vietnamese, Language::English),
                         nameOfLanguage);

} // namespace
} // namespace banhang::client
