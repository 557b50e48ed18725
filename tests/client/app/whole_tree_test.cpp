// What holds for every widget of every page: it can be read, hit, named and told apart.
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>

#include <cmath>
#include <functional>
#include <map>

#include "client/app/window/window_head.h"
#include "client/core/language.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/toast.h"
#include "tests/client/app/tree_checks.h"
#include "tests/client/app/window_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

constexpr int kMinTarget = 24;
constexpr double kMinContrast = 4.5;
constexpr int kScale = 3; // strokes of letters are then wider than their soft edges

/// A page, and how it comes to be seen.
struct Page
{
    const char* name;
    std::function<void()> open;
};

double luminance(QRgb color)
{
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// Of what differs most from the commonest colour, which is the ground.
double contrastIn(const QImage& picture)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb ground = 0;
    int most = 0;
    for (const auto& [color, count] : counts) {
        if (count > most)
            ground = color, most = count;
    }
    double best = 1;
    for (const auto& [color, count] : counts)
        best = std::max(best, contrast(color, ground));
    return best;
}

struct WholeTreeTest : WindowFixture
{
    WholeTreeTest()
    {
        v1::Customer full = server.stored(1);
        full.set_code("KH000001");
        full.set_tax_code("0106697817");
        full.add_phones()->set_number("0168 9333 999");
        full.add_emails()->set_address("hanhchinh@thienan.example");
        full.set_owner_user_id(2);
        server.put(full);
        auto binned = server.stored(30);
        binned.mutable_delete_time()->set_seconds(1'700'000'000);
        server.put(binned);
        QApplication::setActiveWindow(window.get());
        QApplication::setCursorFlashTime(0);
    }
    ~WholeTreeTest() override
    {
        Look::instance().setAppearance(Appearance::Light);
        Look::instance().setTextPercent(100);
        setLanguage(Language::Vietnamese);
    }

    QList<Page> pages()
    {
        auto* head = window->findChild<WindowHead*>();
        auto* customers = window->customers();
        return {{"customers", [] {}},
                {"history", [this] { detail().nextTab(1); }},
                {"new customer", [customers] { customers->addCustomer(); }},
                {"giving away", [this] { emit list().assignRequested({3}); }},
                {"bin", [head] { emit head->binRequested(); }},
                {"drafts", [head] { emit head->draftsRequested(); }},
                {"settings", [head] { emit head->settingsRequested(); }},
                {"keys", [head] { emit head->keysRequested(); }},
                {"password", [head] { emit head->passwordRequested(); }}};
    }

    /// Calls `check` on each page, the sign-in first.
    void onEveryPage(const std::function<void()>& check)
    {
        {
            SCOPED_TRACE("sign-in");
            settle(); // fields that were hidden without an office take their place
            check();
        }
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
        ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline(); }));
        for (const auto& page : pages()) {
            SCOPED_TRACE(page.name);
            page.open();
            settle();
            check();
        }
    }

    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        // An answer may have come last of all; its words take their place, and so does what holds them.
        for (int i = 0; i < 5; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    template <typename Widget>
    QList<Widget*> visible() const
    {
        return seenIn<Widget>(*window);
    }

    void checkContrast()
    {
        QImage picture(window->size() * kScale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(kScale);
        window->render(&picture);
        for (auto* widget : visible<QWidget>()) {
            const auto* label = qobject_cast<QLabel*>(widget);
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool isText = (label && !label->text().isEmpty()) || (button && !button->text().isEmpty());
            if (!isText || !widget->isEnabled() || widget->visibleRegion().boundingRect() != widget->rect())
                continue;
            const QRect place(widget->mapTo(window.get(), QPoint()) * kScale, widget->size() * kScale);
            EXPECT_GE(contrastIn(picture.copy(place)), kMinContrast) << nameOf(widget);
        }
    }

    void checkTargets()
    {
        for (auto* widget : visible<QWidget>()) {
            if (!(qobject_cast<QAbstractButton*>(widget) || isEditor(widget)) || isInner(widget))
                continue;
            EXPECT_GE(widget->height(), kMinTarget) << nameOf(widget);
            EXPECT_GE(widget->width(), kMinTarget) << nameOf(widget);
        }
    }

    void checkNames()
    {
        for (auto* widget : visible<QWidget>()) {
            if (isInner(widget) || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto* interface = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(interface, nullptr) << nameOf(widget);
            EXPECT_FALSE(const_cast<QAccessibleInterface*>(interface)->text(QAccessible::Name).isEmpty())
                << nameOf(widget) << " in " << nameOf(widget->parentWidget());
        }
    }

    /// Each editor that is seen is led to by a label, or says itself what it is for.
    void checkLabels()
    {
        for (auto* widget : visible<QWidget>()) {
            if (!isEditor(widget) || isInner(widget))
                continue;
            const auto* interface = QAccessible::queryAccessibleInterface(widget);
            const bool hasLabel = !interface->relations(QAccessible::Label).isEmpty();
            EXPECT_TRUE(hasLabel || !widget->accessibleName().isEmpty()) << nameOf(widget);
        }
    }
};

TEST_F(WholeTreeTest, textIsReadableInBothAppearances)
{
    onEveryPage([this] {
        for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
            Look::instance().setAppearance(appearance);
            settle();
            checkContrast();
        }
    });
}

TEST_F(WholeTreeTest, targetsAreLargeEnoughToBeHit)
{
    onEveryPage([this] { checkTargets(); });
}

TEST_F(WholeTreeTest, everythingThatTakesTheFocusHasAName)
{
    onEveryPage([this] { checkNames(); });
}

TEST_F(WholeTreeTest, everyEditorHasALabel)
{
    onEveryPage([this] { checkLabels(); });
}

TEST_F(WholeTreeTest, aLetterUnderAltLeadsToOnePlace)
{
    onEveryPage([this] { checkMnemonics(*window); });
}

TEST_F(WholeTreeTest, aLetterUnderAltLeadsToOnePlaceInEnglishToo)
{
    setLanguage(Language::English);
    window->rebuild();
    onEveryPage([this] { checkMnemonics(*window); });
}

TEST_F(WholeTreeTest, noWordsAreCutOffWithoutATip)
{
    onEveryPage([this] { checkElision(*window); });
}

TEST_F(WholeTreeTest, noWordsAreCutOffInLargeLettersEither)
{
    Look::instance().setTextPercent(150);
    window->resize(1920, 1080);
    onEveryPage([this] { checkElision(*window); });
}

} // namespace
} // namespace banhang::client
