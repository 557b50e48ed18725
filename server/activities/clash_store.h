// Who is wanted in two places at once, and when all are free.
#pragma once

#include <optional>
#include <vector>

#include <google/protobuf/timestamp.pb.h>

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Other planned activities that take the time of its people while it does; at most 20, by time. Nothing for what is
/// not planned or takes no time. What the caller does not see has neither id nor title.
std::vector<v1::Clash> findClashes(Call& call, const v1::Activity& activity);

/// The beginning nearest to its own, on the same day between 08:00 and 18:00, at which all its people are free for as
/// long as it takes.
std::optional<google::protobuf::Timestamp> freeStart(Call& call, const v1::Activity& activity);

} // namespace banhang::server
