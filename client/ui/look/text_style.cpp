#include "client/ui/look/text_style.h"

#include "client/ui/look/look.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>

namespace banhang::client {

namespace {

constexpr const char* kFamily = "Banhang Sans";
constexpr std::array kFallbackFamilies{"Segoe UI", "Noto Sans"};
constexpr std::array kFontFiles{":/banhang/fonts/banhang-sans-400.otf", ":/banhang/fonts/banhang-sans-500.otf",
                                ":/banhang/fonts/banhang-sans-600.otf"};

qreal points(TextSize size)
{
    switch (size) {
    case TextSize::Tiny:
        return 7.5;
    case TextSize::Small:
        return 8.25;
    case TextSize::Second:
        return 9;
    case TextSize::Body:
        return 9.75;
    case TextSize::Title:
        return 11.25;
    case TextSize::Record:
        return 12.75;
    case TextSize::Figure:
        return 16.5;
    }
    return 9.75;
}

} // namespace

bool loadFonts()
{
    static const bool isLoaded = std::ranges::all_of(
        kFontFiles, [](const char* file) { return QFontDatabase::addApplicationFont(QLatin1String(file)) >= 0; });
    return isLoaded;
}

QString fontFamily()
{
    if (loadFonts())
        return QLatin1String(kFamily);
    const QStringList present = QFontDatabase::families();
    for (const char* family : kFallbackFamilies) {
        if (present.contains(QLatin1String(family)))
            return QLatin1String(family);
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QFont textFont(TextSize size, TextWeight weight)
{
    static const QString family = fontFamily();
    QFont font(family);
    font.setPointSizeF(points(size) * Look::instance().textPercent() / 100.0);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int scaled(int pixels)
{
    return qRound(pixels * Look::instance().textPercent() / 100.0);
}

int rowHeight(const QFontMetrics& metrics)
{
    return std::max(30, metrics.height() + 12);
}
int fieldHeight(const QFontMetrics& metrics)
{
    return std::max(28, metrics.height() + 10);
}
int smallHeight(const QFontMetrics& metrics)
{
    return std::max(24, metrics.height() + 6);
}
int headerHeight(const QFontMetrics& metrics)
{
    return std::max(26, metrics.height() + 9);
}

} // namespace banhang::client
