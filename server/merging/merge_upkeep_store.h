// Forgets what only an undo needs, once its time is over.
#pragma once

#include "server/core/database/tx.h"

namespace banhang::server {

/// The merge itself stays on record. As the system role; now and then.
void forgetOldMerges(Tx& tx);

} // namespace banhang::server
