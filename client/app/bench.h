// How quick the client is: a person's morning at full speed, with a clock beside it.
#pragma once

#include <QString>

#include "common/connection_file.h"

namespace banhang::client {

/// Works through sign-in, list, search, scrolling, detail and form in a real window, and prints what each took as JSON
/// to standard output: milliseconds unless a name says otherwise. Changes nothing on the server. Returns an exit code.
int runBench(const ConnectionFile& file, const QString& user, const QString& password);

} // namespace banhang::client
