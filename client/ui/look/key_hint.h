// The keys that are written in buttons, for rows that leave them out where there is no room.
#pragma once

class QString;

namespace banhang::client {

/// Dynamic property of push buttons, bool: the key is known, and not written.
inline constexpr const char* kKeyHiddenProperty = "keyHidden";

/// By how much a key makes its button wider.
int keyHintWidth(const QString& hint);

} // namespace banhang::client
