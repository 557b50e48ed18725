// What of a change a person sees through their masks.
#pragma once

#include "server/core/call/caller.h"
#include "server/subscriptions/matching.h"

namespace banhang::server {

/// Of the fields that are meant, those of which the person sees something else than before.
FieldNames seenFields(const Caller& caller, const Match& match);

} // namespace banhang::server
