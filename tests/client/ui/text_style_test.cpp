// The compiled-in font: equal figures, every Vietnamese letter, nothing clipped in the lowest row.
#include "client/ui/look/text_style.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QRawFont>

#include <gtest/gtest.h>

#include <set>

using namespace banhang::client;

namespace {

constexpr TextWeight kWeights[] = {TextWeight::Regular, TextWeight::Medium, TextWeight::Strong};
constexpr int kLowestRow = 26;

/// The 134 letters of Vietnamese that carry a mark, both cases.
QString markedLetters()
{
    return QString::fromUtf8("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
                             "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ");
}

/// Rows of the picture that hold ink, as [first, last]; an empty letter gives first > last.
std::pair<int, int> inkRows(const QImage& image)
{
    int first = image.height(), last = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 200) {
                first = std::min(first, y);
                last = std::max(last, y);
            }
        }
    }
    return {first, last};
}

/// The letter drawn as rows draw it, but on a sheet with room above and below.
QImage drawn(QChar letter, TextWeight weight, int rowTop, int sheetHeight)
{
    QImage image(40, sheetHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(textFont(TextSize::Body, weight));
    painter.setPen(Qt::black);
    painter.drawText(QRect(4, rowTop, 36, kLowestRow), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
                     QString(letter));
    return image;
}

} // namespace

TEST(Font, isTheCompiledInOneInEveryWeight)
{
    ASSERT_TRUE(loadFonts());
    EXPECT_EQ(fontFamily(), "Banhang Sans");
    for (TextWeight weight : kWeights) {
        const QRawFont raw = QRawFont::fromFont(textFont(TextSize::Body, weight));
        EXPECT_EQ(raw.familyName(), "Banhang Sans");
        EXPECT_EQ(raw.weight(), static_cast<int>(weight));
    }
}

TEST(Font, allFiguresAreEquallyWide)
{
    for (TextWeight weight : kWeights) {
        const QFontMetricsF metrics(textFont(TextSize::Body, weight));
        std::set<qreal> widths;
        for (const QChar figure : QStringLiteral("0123456789"))
            widths.insert(metrics.horizontalAdvance(figure));
        EXPECT_EQ(widths.size(), 1u);
        EXPECT_DOUBLE_EQ(metrics.horizontalAdvance("111.111"), metrics.horizontalAdvance("409.738"));
    }
}

TEST(Font, holdsEveryLetterAndSignOfTheInterface)
{
    const QString needed = markedLetters() + QString::fromUtf8("₫↳→←▲▼–…“”‘’·×•");
    for (TextWeight weight : kWeights) {
        const QRawFont raw = QRawFont::fromFont(textFont(TextSize::Body, weight));
        for (const QChar letter : needed)
            EXPECT_TRUE(raw.supportsCharacter(letter)) << QString(letter).toStdString();
    }
}

TEST(Font, noMarkedLetterIsClippedInTheLowestRow)
{
    const QString letters = markedLetters();
    ASSERT_EQ(letters.size(), 134);
    for (TextWeight weight : kWeights) {
        for (const QChar letter : letters) {
            const auto [first, last] = inkRows(drawn(letter, weight, kLowestRow, 3 * kLowestRow));
            EXPECT_LE(first, last) << QString(letter).toStdString() << " draws nothing";
            EXPECT_GE(first, kLowestRow) << QString(letter).toStdString();
            EXPECT_LT(last, 2 * kLowestRow) << QString(letter).toStdString();
        }
    }
}

TEST(Font, linesAreFarEnoughApartForStackedMarks)
{
    const QFontMetricsF metrics(textFont(TextSize::Body));
    EXPECT_GE(metrics.lineSpacing() / QFontInfo(textFont(TextSize::Body)).pixelSize(), 1.3);
    EXPECT_EQ(rowHeight(QFontMetrics(textFont(TextSize::Body))), 30);
    EXPECT_EQ(fieldHeight(QFontMetrics(textFont(TextSize::Body))), 28);
    EXPECT_EQ(headerHeight(QFontMetrics(textFont(TextSize::Second))), 26);
}
