// The contrasts that the token table promises, on the grounds on which each token may stand.
#include "client/ui/look/look.h"
#include "client/ui/look/theme.h"

#include <QApplication>
#include <QPalette>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <cmath>

using namespace banhang::client;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1, relative luminance.
double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

class ThemeTokens : public testing::TestWithParam<const Theme*>
{
protected:
    void expectOn(const QColor& color, std::initializer_list<QColor> grounds, double least) const
    {
        for (const QColor& ground : grounds)
            EXPECT_GE(contrast(color, ground), least)
                << color.name().toStdString() << " on " << ground.name().toStdString();
    }
    const Theme& t = *GetParam();
};

} // namespace

TEST_P(ThemeTokens, textIsReadableOnEveryRowGround)
{
    for (const QColor& text : {t.text, t.text2})
        expectOn(text, {t.window, t.base, t.alt, t.hover, t.selInactive, t.sel, t.accentBg, t.peerBg, t.button}, 4.5);
}

TEST_P(ThemeTokens, hintIsReadableOnUnselectedGrounds)
{
    expectOn(t.text3, {t.window, t.base, t.alt, t.hover}, 4.5);
}

TEST_P(ThemeTokens, fieldBordersAreSeen)
{
    expectOn(t.input, {t.window, t.base}, 3.0);
}

TEST_P(ThemeTokens, meaningsAreReadableOnTheirGroundsAndOnPanes)
{
    expectOn(t.accent, {t.window, t.base, t.alt, t.accentBg, t.sel}, 4.5);
    expectOn(t.ok, {t.window, t.base, t.okBg}, 4.5);
    expectOn(t.warn, {t.window, t.base, t.warnBg}, 4.5);
    expectOn(t.err, {t.window, t.base, t.errBg}, 4.5);
    expectOn(t.peer, {t.window, t.base, t.peerBg}, 4.5);
    expectOn(t.onAccent, {t.accent, t.accentHover}, 4.5);
}

TEST_P(ThemeTokens, stateFramesAreSeen)
{
    expectOn(t.warnBorder, {t.base, t.window}, 3.0);
    expectOn(t.err, {t.base, t.window}, 3.0);
    expectOn(t.accent, {t.base, t.window}, 3.0);
}

TEST_P(ThemeTokens, tagsAvatarsAndToastsAreReadable)
{
    expectOn(t.vip.text, {t.vip.ground}, 4.5);
    for (const ColorPair& person : t.people)
        expectOn(person.text, {person.ground}, 4.5);
    expectOn(t.tipText, {t.tip}, 4.5);
    expectOn(t.tipLink, {t.tip}, 4.5);
    expectOn(t.text2, {t.selInactive}, 4.5); // grey tags of an offline table
}

TEST_P(ThemeTokens, chartColorsAreSeen)
{
    for (const QColor& color : t.chart)
        expectOn(color, {t.base}, 3.0);
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeTokens, testing::Values(&Theme::light(), &Theme::dark()),
                         [](const auto& tested) { return tested.param->isDark ? "dark" : "light"; });

TEST(Look, switchingAppearanceChangesThePaletteAndTellsOnce)
{
    Look& look = Look::instance();
    look.setAppearance(Appearance::Light);
    QSignalSpy changed(&look, &Look::changed);
    look.setAppearance(Appearance::Dark);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), Theme::dark().window);
    EXPECT_EQ(QApplication::palette().color(QPalette::HighlightedText), Theme::dark().text);
    look.setAppearance(Appearance::Dark);
    EXPECT_EQ(changed.size(), 1);
    look.setAppearance(Appearance::Light);
    EXPECT_EQ(QApplication::palette().color(QPalette::Inactive, QPalette::Highlight), Theme::light().selInactive);
}

TEST(Look, textSizeIsClampedToWhatPagesAreLaidOutFor)
{
    Look& look = Look::instance();
    look.setTextPercent(400);
    EXPECT_EQ(look.textPercent(), 150);
    look.setTextPercent(10);
    EXPECT_EQ(look.textPercent(), 90);
    look.setTextPercent(100);
}
