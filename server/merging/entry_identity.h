// When two entries of a list of a customer are one and the same, and which of them says more.
#pragma once

#include "banhang/v1/customer.pb.h"

namespace banhang::server {

/// Phones by number of today, e-mails by address without case, addresses by place, persons by name and a common number
/// or address, points to watch by their words.
bool isSameEntry(const v1::Phone& one, const v1::Phone& other);
bool isSameEntry(const v1::Email& one, const v1::Email& other);
bool isSameEntry(const v1::Address& one, const v1::Address& other);
bool isSameEntry(const v1::Contact& one, const v1::Contact& other);
bool isSameEntry(const v1::WatchPoint& one, const v1::WatchPoint& other);

/// Of two that are the same: whether `other` holds more than `one`, so that it should stand in its place.
bool saysMore(const v1::Phone& other, const v1::Phone& one);
bool saysMore(const v1::Email& other, const v1::Email& one);
bool saysMore(const v1::Address& other, const v1::Address& one);
bool saysMore(const v1::Contact& other, const v1::Contact& one);
bool saysMore(const v1::WatchPoint& other, const v1::WatchPoint& one);

} // namespace banhang::server
