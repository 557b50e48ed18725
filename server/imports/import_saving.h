// Rows into customers: checked, compared within the file, saved with what became of each.
#pragma once

#include "banhang/v1/imports.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Both store nothing. Throws: AppError Invalid for more than 200 rows or numbers that are none.
void checkRows(Call& call, const v1::CheckImportRowsRequest& wanted, v1::CheckImportRowsResponse& reply);
void findDuplicateRows(Call& call, const v1::FindDuplicateRowsRequest& wanted, v1::FindDuplicateRowsResponse& reply);

/// Scope: what saveNewCustomer and saveChanges allow; a row that is not allowed is rejected like a faulty one.
/// Throws: AppError Invalid as above, NotFound, Refused "import.undone".
void saveRows(Call& call, const v1::SaveImportRowsRequest& wanted, v1::SaveImportRowsResponse& reply);

} // namespace banhang::server
