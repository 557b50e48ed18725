// Walks through the main work on a demo company and writes a picture of each step, so that the pictures in the
// documents are never older than the program.
#pragma once

#include <QString>

#include "common/connection_file.h"

namespace banhang::client {

/// Runs the event loop itself. Returns 0, or 1 after saying on stderr which step did not come about.
/// The connection file is that of a server with the demo company.
int takeTour(const ConnectionFile& file, const QString& folder);

} // namespace banhang::client
