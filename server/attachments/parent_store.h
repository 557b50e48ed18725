// What the parents of files keep of them.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Counts the files of a locked activity anew and fills count, version and time.
void countFiles(Call& call, v1::Activity& activity);

} // namespace banhang::server
