// Exit codes of banhangctl; scripts depend on them, so a number never changes its meaning.
#pragma once

#include <stdexcept>

#include "common/error.h"

namespace banhang::client {

enum class ExitCode : int {
    Ok = 0,
    Fault = 1,            ///< a fault of the server or of this program
    Usage = 2,            ///< the command line or an input file is wrong
    SignedOut = 3,        ///< not signed in, or the session ended
    Denied = 4,           ///< the right is missing
    NotFound = 5,         ///< absent, or not visible to this user
    Refused = 6,          ///< the input is invalid or the state does not allow it
    Conflict = 7,         ///< changed by somebody else meanwhile
    Unavailable = 8,      ///< server or database away, or too slow
    Partial = 9,          ///< an import left rows out; see the file of rejected rows
    DuplicatesFound = 10, ///< `duplicate check` found some
};

ExitCode exitCodeFor(ErrorCode code);

/// A mistake of the person at the command line; the text is shown as it is.
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace banhang::client
