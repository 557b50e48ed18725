// Writes into the audit what left the program as a file.
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace banhang::server {

struct Call;

/// Who, when, and which: `kind` ("list", "attachment", "calendar") and what was asked for. In the transaction that
/// reads what is given out, so that nothing leaves without it. Nobody's feed tells of it.
void recordExport(Call& call, std::string_view kind, const nlohmann::json& asked);

} // namespace banhang::server
