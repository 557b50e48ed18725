#include "client/letters/letter.h"

#include <algorithm>

#include "common/vn/utf8.h"

namespace banhang::letters {

namespace {

bool holdsAny(const std::vector<std::string>& addresses, const std::vector<std::string>& theirs)
{
    return std::ranges::any_of(theirs, [&](const std::string& address) {
        return std::ranges::find(addresses, vn::toLower(vn::trim(address))) != addresses.end();
    });
}

} // namespace

LetterWay wayOf(const Letter& letter, const std::vector<std::string>& theirs)
{
    const bool isFromThem = holdsAny(letter.from, theirs);
    const bool isToThem = holdsAny(letter.to, theirs);
    if (isFromThem == isToThem)
        return LetterWay::Unknown;
    return isFromThem ? LetterWay::FromThem : LetterWay::FromUs;
}

} // namespace banhang::letters
