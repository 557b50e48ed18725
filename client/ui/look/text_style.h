// The few text sizes and weights that the interface knows.
#pragma once

#include <QFont>
#include <QFontMetrics>

namespace banhang::client {

enum class TextSize {
    Tiny,   // 7.5 pt, lunar days only
    Small,  // 8.25 pt: rail, keys, tags, legal form
    Second, // 9 pt: second lines, table headers, status line
    Body,   // 9.75 pt
    Title,  // 11.25 pt, page title
    Record, // 12.75 pt, name of the open record
    Figure, // 16.5 pt
};

enum class TextWeight { Regular = 400, Medium = 500, Strong = 600 };

/// Fonts follow the text size chosen by the user (`Look::textPercent`); ask again after `Look::changed`.
QFont textFont(TextSize size, TextWeight weight = TextWeight::Regular);

/// Registers the compiled-in fonts once; false if a file did not load, then a system family stands in.
bool loadFonts();
/// The family used: "Banhang Sans", or the first one present of Segoe UI, Noto Sans.
QString fontFamily();

/// A length, given for 100 %, at the text size chosen by the user: icons, avatars and columns grow with the words.
int scaled(int pixels);

/// Heights that grow with the font: row 30, field 28, small button 24, header 26 at 100 %.
int rowHeight(const QFontMetrics& metrics);
int fieldHeight(const QFontMetrics& metrics);
int smallHeight(const QFontMetrics& metrics);
int headerHeight(const QFontMetrics& metrics);

} // namespace banhang::client
