#include "server/merging/entry_identity.h"

#include <algorithm>
#include <string>

#include "common/vn/email.h"
#include "common/vn/fold.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

std::string keyOf(const v1::Phone& phone)
{
    return phone.key().empty() ? vn::digitsOf(phone.number()) : phone.key();
}

std::string keyOf(const v1::Email& email)
{
    const vn::Email parsed = vn::parseEmail(email.address());
    return parsed.isValid() ? parsed.key : vn::toLower(email.address());
}

/// The unit of today, or what was written.
std::string wardOf(const v1::Address& address)
{
    return address.ward_code().empty() ? vn::foldedName(address.ward() + " " + address.district())
                                       : address.ward_code();
}
std::string provinceOf(const v1::Address& address)
{
    return address.province_code().empty() ? vn::foldedName(address.province()) : address.province_code();
}

template <typename Entries>
bool haveCommon(const Entries& some, const Entries& others)
{
    return std::ranges::any_of(some, [&](const auto& one) {
        return std::ranges::any_of(others, [&](const auto& other) { return isSameEntry(one, other); });
    });
}

std::size_t weight(const v1::Contact& contact)
{
    return contact.ByteSizeLong();
}

} // namespace

bool isSameEntry(const v1::Phone& one, const v1::Phone& other)
{
    return keyOf(one) == keyOf(other);
}

bool isSameEntry(const v1::Email& one, const v1::Email& other)
{
    return keyOf(one) == keyOf(other);
}

bool isSameEntry(const v1::Address& one, const v1::Address& other)
{
    return vn::foldedName(one.street()) == vn::foldedName(other.street()) && wardOf(one) == wardOf(other) &&
           provinceOf(one) == provinceOf(other);
}

bool isSameEntry(const v1::Contact& one, const v1::Contact& other)
{
    return vn::foldedName(one.name()) == vn::foldedName(other.name()) &&
           (haveCommon(one.phones(), other.phones()) || haveCommon(one.emails(), other.emails()));
}

bool isSameEntry(const v1::WatchPoint& one, const v1::WatchPoint& other)
{
    return one.text() == other.text() && one.unit_id() == other.unit_id();
}

bool saysMore(const v1::Phone& other, const v1::Phone& one)
{
    return (other.zalo() && !one.zalo()) || (other.use() != 0 && one.use() == 0);
}

bool saysMore(const v1::Email& other, const v1::Email& one)
{
    return other.use() != 0 && one.use() == 0;
}

bool saysMore(const v1::Address& other, const v1::Address& one)
{
    // Written in today's units: the district is gone.
    return one.district().empty() ? false : other.district().empty() && !other.ward_code().empty();
}

bool saysMore(const v1::Contact& other, const v1::Contact& one)
{
    return weight(other) > weight(one);
}

bool saysMore(const v1::WatchPoint&, const v1::WatchPoint&)
{
    return false;
}

} // namespace banhang::server
