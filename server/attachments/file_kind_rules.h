// Which kinds of files are kept, by the end of their names and by their first bytes.
#pragma once

#include <string>
#include <string_view>

#include "server/attachments/content_rules.h"

namespace banhang::server {

/// Key of the refusal, "attachment.kind_refused", for what an office machine would run when it is opened; empty for
/// others.
std::string_view refusalOfName(std::string_view name);

/// Key of the refusal of a content under such a name, "attachment.is_program" or "attachment.kind_differs"; empty if it
/// is taken.
std::string_view refusalOfContent(std::string_view name, ContentKind content);

/// "application/pdf"; "application/octet-stream" for what is unknown.
std::string contentType(std::string_view name);

/// Whether documents of this name are meant to bring programs along: ".docm".
bool isMacroName(std::string_view name);

} // namespace banhang::server
