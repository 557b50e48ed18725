// Words beside a phone number in a cell: as many as the number's field takes, and what is left over.
#pragma once

#include <string>

#include "common/vn/phone.h"

namespace banhang::client {

struct FittedPhone
{
    std::string number; ///< with the words nearest to it
    std::string rest;   ///< all other words; empty if everything fits
};

/// `written` is the number as it is to be stored, `phone` what it was read as.
FittedPhone fitPhone(const std::string& written, const vn::Phone& phone);

} // namespace banhang::client
