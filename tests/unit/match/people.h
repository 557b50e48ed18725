// Short ways to write down customers for the comparison.
#pragma once

#include <string>

#include "common/match/reading.h"

namespace banhang::match {

inline Texts person(const std::string& name, const std::string& phone = {})
{
    Texts texts;
    texts.kind = Kind::Person;
    texts.name = name;
    if (!phone.empty())
        texts.phones.push_back(phone);
    return texts;
}

inline Texts company(const std::string& name, const std::string& taxCode = {})
{
    Texts texts;
    texts.kind = Kind::Organisation;
    texts.name = name;
    texts.taxCode = taxCode;
    return texts;
}

inline Texts at(Texts texts, const std::string& address)
{
    texts.addresses.push_back({address, {}, {}, {}, {}, {}, {}});
    return texts;
}

inline Texts born(Texts texts, int year, int month, int day)
{
    texts.birthday = {year, month, day};
    return texts;
}

inline Texts mail(Texts texts, const std::string& email)
{
    texts.emails.push_back(email);
    return texts;
}

} // namespace banhang::match
