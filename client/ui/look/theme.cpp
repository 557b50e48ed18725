#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr QColor rgb(unsigned value)
{
    return QColor(static_cast<int>(value >> 16 & 0xFF), static_cast<int>(value >> 8 & 0xFF),
                  static_cast<int>(value & 0xFF));
}

constexpr ColorPair pair(unsigned ground, unsigned text)
{
    return {rgb(ground), rgb(text)};
}

constexpr Theme kLight{
    .isDark = false,
    .window = rgb(0xEEF0F3),
    .base = rgb(0xFFFFFF),
    .alt = rgb(0xF7F8FA),
    .hover = rgb(0xEDF1F5),
    .selInactive = rgb(0xE3E7EC),
    .sel = rgb(0xD6E6F7),
    .accentBg = rgb(0xE6F0FB),
    .border = rgb(0xD0D6DC),
    .grid = rgb(0xE7EAEE),
    .input = rgb(0x7C8692),
    .text = rgb(0x1A2028),
    .text2 = rgb(0x4A5461),
    .text3 = rgb(0x5D6774),
    .disabled = rgb(0x8D96A1),
    .accent = rgb(0x1A5FA8),
    .accentHover = rgb(0x164F8C),
    .onAccent = rgb(0xFFFFFF),
    .ok = rgb(0x0A6B50),
    .okBg = rgb(0xE1F4EC),
    .warn = rgb(0x7F5200),
    .warnBg = rgb(0xFFF3D1),
    .warnBorder = rgb(0xB27C0E),
    .err = rgb(0xAE2A1F),
    .errBg = rgb(0xFCE9E6),
    .peer = rgb(0x6A3DA0),
    .peerBg = rgb(0xF0E8FA),
    .peerBorder = rgb(0xA583D1),
    .button = rgb(0xFBFCFD),
    .buttonHover = rgb(0xEDF1F5),
    .tip = rgb(0x2B3440),
    .tipText = rgb(0xF2F5F8),
    .tipLink = rgb(0x9CCBFA),
    .scrollThumb = rgb(0xB4BCC6),
    .vip = pair(0x2B3440, 0xF6D98B),
    .chart = {rgb(0x2F6DB5), rgb(0xD07C1F), rgb(0x1A9484), rgb(0x8E5BB5), rgb(0xB5483A), rgb(0x7A8490)},
    .people = {pair(0xCFE0F4, 0x174A80), pair(0xFBDDC3, 0x7A3B00), pair(0xE5D8F5, 0x5B3192), pair(0xC9E7EC, 0x0B5361),
               pair(0xE6E6B8, 0x525000), pair(0xDADFE5, 0x3B4550), pair(0xF8D5D8, 0x8A1F34), pair(0xD2EBD3, 0x1F5A2A)},
};

constexpr Theme kDark{
    .isDark = true,
    .window = rgb(0x1E2227),
    .base = rgb(0x24292F),
    .alt = rgb(0x282D34),
    .hover = rgb(0x2E353D),
    .selInactive = rgb(0x353C45),
    .sel = rgb(0x1F4266),
    .accentBg = rgb(0x1F3550),
    .border = rgb(0x3D454F),
    .grid = rgb(0x30363E),
    .input = rgb(0x76808C),
    .text = rgb(0xE4E8ED),
    .text2 = rgb(0xB3BCC7),
    .text3 = rgb(0xA3ADB8),
    .disabled = rgb(0x717B87),
    .accent = rgb(0x7DB5F0),
    .accentHover = rgb(0x9AC7F6),
    .onAccent = rgb(0x10243A),
    .ok = rgb(0x5CC9A1),
    .okBg = rgb(0x1A382F),
    .warn = rgb(0xE9B949),
    .warnBg = rgb(0x3A311B),
    .warnBorder = rgb(0xA9852F),
    .err = rgb(0xF5998C),
    .errBg = rgb(0x42241F),
    .peer = rgb(0xC3A1EC),
    .peerBg = rgb(0x352A47),
    .peerBorder = rgb(0x7E5DAE),
    .button = rgb(0x2D333B),
    .buttonHover = rgb(0x363D46),
    .tip = rgb(0x2B3440),
    .tipText = rgb(0xF2F5F8),
    .tipLink = rgb(0x9CCBFA),
    .scrollThumb = rgb(0x59636F),
    .vip = pair(0x5C4614, 0xF9DC8E),
    .chart = {rgb(0x6AA3E8), rgb(0xE59A46), rgb(0x3DB8A6), rgb(0xB48BDB), rgb(0xE07A69), rgb(0xA0A9B4)},
    .people = {pair(0x1D4470, 0xCFE4FB), pair(0x6B3A0A, 0xFFDDBB), pair(0x4E2F7A, 0xE6D6FA), pair(0x124C58, 0xC4ECF3),
               pair(0x4B4A0E, 0xEBEBAE), pair(0x404953, 0xE1E6EB), pair(0x6F1D2F, 0xFBD3DA), pair(0x1F5230, 0xCBEFD2)},
};

} // namespace

const Theme& Theme::light()
{
    return kLight;
}
const Theme& Theme::dark()
{
    return kDark;
}

QColor Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Quiet:
        return text2;
    case Tone::Hint:
        return text3;
    case Tone::Accent:
        return accent;
    case Tone::OnAccent:
        return onAccent;
    case Tone::Ok:
        return ok;
    case Tone::Warn:
        return warn;
    case Tone::Error:
        return err;
    case Tone::Peer:
        return peer;
    case Tone::Disabled:
        return disabled;
    case Tone::Normal:
        break;
    }
    return text;
}

QColor Theme::toneGround(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accentBg;
    case Tone::Ok:
        return okBg;
    case Tone::Warn:
        return warnBg;
    case Tone::Error:
        return errBg;
    case Tone::Peer:
        return peerBg;
    default:
        return selInactive;
    }
}

QColor Theme::toneBorder(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accent;
    case Tone::Ok:
        return ok;
    case Tone::Warn:
        return warnBorder;
    case Tone::Error:
        return err;
    case Tone::Peer:
        return peerBorder;
    default:
        return border;
    }
}

} // namespace banhang::client
