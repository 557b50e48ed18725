// The language of the interface: Vietnamese unless chosen otherwise.
#pragma once

#include <QString>

namespace banhang::client {

enum class Language { Vietnamese, English };

/// Installs the translations and the locale of numbers and dates; widgets made before keep their texts.
/// Thread: UI, with an application.
void setLanguage(Language language);
Language language();
bool isVietnamese();

} // namespace banhang::client
