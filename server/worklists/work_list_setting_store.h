// The row of days that the office has agreed on.
#pragma once

#include "banhang/v1/work_lists.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

v1::WorkListSettings findWorkListSettings(Tx& tx);
/// Until the end of the transaction.
v1::WorkListSettings lockWorkListSettings(Tx& tx);
/// Stores a locked row and puts it on record; fills version.
void saveWorkListSettings(Call& call, const v1::WorkListSettings& before, v1::WorkListSettings& after);

} // namespace banhang::server
