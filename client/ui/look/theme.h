// The colours of the interface: one token table for light, one for dark. No other file holds a colour literal.
#pragma once

#include <QColor>

#include <array>

namespace banhang::client {

/// What a coloured thing means. Violet (`Peer`) is kept for other people and nothing else.
enum class Tone { Normal, Quiet, Hint, Accent, OnAccent, Ok, Warn, Error, Peer, Disabled };

/// Ground and letters of a tag or avatar; the pair is readable together.
struct ColorPair
{
    QColor ground;
    QColor text;
};

/// Every colour of one appearance; `theme_test` holds the contrasts.
struct Theme
{
    bool isDark;
    QColor window, base, alt, hover, selInactive, sel, accentBg;
    QColor border, grid, input;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, onAccent;
    QColor ok, okBg;
    QColor warn, warnBg, warnBorder;
    QColor err, errBg;
    QColor peer, peerBg, peerBorder;
    QColor button, buttonHover;
    QColor tip, tipText, tipLink; // tool tips and toasts: dark in both appearances
    QColor scrollThumb;
    ColorPair vip;
    std::array<QColor, 6> chart;
    std::array<ColorPair, 8> people;

    QColor tone(Tone tone) const;
    /// Ground that belongs to a tone: `warnBg` for `Warn`, `accentBg` for `Accent`, `selInactive` for the quiet ones.
    QColor toneGround(Tone tone) const;
    /// Frame around such a ground.
    QColor toneBorder(Tone tone) const;

    static const Theme& light();
    static const Theme& dark();
};

/// The theme that is in force. Thread: UI only.
const Theme& theme();

} // namespace banhang::client
