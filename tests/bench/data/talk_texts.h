// What talks, appointments and tasks of a measured office say.
#pragma once

#include "server/core/database/connection.h"

namespace banhang::bench {

/// Makes the temporary table bench_text (place, title, course, result, and the texts in which a timeline is searched,
/// of all and of the title alone) for activities.sql; titles are unique.
void writeTalkTexts(server::Connection& connection);

} // namespace banhang::bench
