// Texts as people typed them, made into the form that is compared.
#pragma once

#include <string>
#include <vector>

#include "common/match/record.h"

namespace banhang::match {

/// An address in parts; what is written in one line stands in `street` alone and is taken apart.
struct AddressTexts
{
    std::string street;
    std::string ward;
    std::string district;
    std::string province;
    std::string wardCode;     ///< present list; empty if unknown
    std::string oldWardCode;  ///< old list; used where wardCode is empty
    std::string provinceCode; ///< present list
};

/// One customer. Phones and e-mails may hold several values in one text.
struct Texts
{
    Kind kind = Kind::Person;
    std::string name;
    std::vector<std::string> phones;
    std::vector<std::string> emails;
    std::string taxCode;
    std::string nationalId;
    vn::Date birthday;
    std::vector<AddressTexts> addresses;
};

/// Numbers and codes of other countries are kept by their digits and letters, so that equal ones still meet.
/// E-mails that were typed to get past a required field are left out.
Record read(const Texts& texts);

} // namespace banhang::match
