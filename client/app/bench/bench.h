// How quick the client is: a person's morning at full speed, with a clock beside it.
#pragma once

#include <QString>

#include "common/connection_file.h"

namespace banhang::client {

struct BenchOptions
{
    QString user;
    QString password;
    int useSeconds = 0; ///< how long to go on at the end, to see what becomes of the memory
};

/// Works through sign-in, list, search, every page, detail, form and scrolling in a real window, and prints what each
/// took as JSON to standard output: milliseconds unless a name says otherwise. Changes nothing on the server. Returns
/// an exit code.
int runBench(const ConnectionFile& file, const BenchOptions& options);

} // namespace banhang::client
