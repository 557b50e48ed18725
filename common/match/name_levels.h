// The agreement of two names. Used by compare.cpp alone.
#pragma once

#include "common/match/compare.h"

namespace banhang::match {

/// The same both ways. Unknown if one side has no name.
Level compareNames(const Record& mine, const Record& theirs, const WordShares& shares);

} // namespace banhang::match
