// The kinds of push buttons: the style draws them, `Button` sets them.
#pragma once

namespace banhang::client {

enum class ButtonKind {
    Normal,      // bordered
    Primary,     // one a page: what is done there most
    Flat,        // escape
    Destructive, // brick; its text says how many
    Link,        // accent text inside a line
    Small,       // bordered, 24 high, for rows and bars
    SmallPrimary,
};

/// Dynamic properties of push buttons read by the style; set them through `Button`.
inline constexpr const char* kKindProperty = "kind";             // int(ButtonKind)
inline constexpr const char* kKeyHintProperty = "keyHint";       // QString
inline constexpr const char* kIconNameProperty = "iconName";     // QString, icon of the set
inline constexpr const char* kNoRightProperty = "noRight";       // bool, disabled because a right is missing
inline constexpr const char* kOnTipProperty = "onTip";           // bool, stands on the dark ground of a toast
inline constexpr const char* kStrongPartProperty = "strongPart"; // QString, shown in 600 after the text

} // namespace banhang::client
