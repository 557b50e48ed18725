// Takes back what an import did, as far as nobody has worked with it since.
#pragma once

#include "banhang/v1/imports.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope: the delete right on customers that were created, the edit right on those that were filled; rows beyond it
/// are kept and told. Throws: AppError NotFound, Refused "import.too_old".
void undoRows(Call& call, const v1::UndoImportRequest& wanted, v1::UndoImportResponse& reply);

/// The wire form of a remembered row.
v1::RememberedRow rememberedRow(int number, v1::RowOutcome outcome, std::int64_t customerId,
                                const std::string& keptReason);

} // namespace banhang::server
