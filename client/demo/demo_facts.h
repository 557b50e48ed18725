// Made-up facts that the demo gives to its customers: phones, mailboxes, addresses, traits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "client/demo/seeded_random.h"

namespace banhang::demo {

/// Where the people of one branch find their customers.
enum class Region { North, Central, South };

/// A mobile number around 555 that no other call gives: `serial` 0 .. 29,999. A few come in the form from before 2018.
std::string phoneOf(std::size_t serial, SeededRandom& random);

/// "lan.pt@thienan.example", from a folded name and a domain word.
std::string mailbox(std::string_view localPart, std::string_view domainWord);

/// A street with number in a ward of a province of that region, with the codes of the list since 2025-07-01; about one
/// in six as written before that day, with district and old names.
v1::Address addressIn(Region region, SeededRandom& random);

/// Status, tier, group, source, traits and habits, as an office of some years would have them.
void addHabits(v1::Customer& customer, SeededRandom& random);

/// A note or a point to watch for about one in eight.
void addRemarks(v1::Customer& customer, SeededRandom& random);

} // namespace banhang::demo
