// Finds care requests whose promised time has passed, and tells the leaders of their owners.
#pragma once

#include "server/core/database/tx.h"

namespace banhang::server {

struct Escalated
{
    int requests = 0;
    int notifications = 0;
};

/// At most `limit` care requests, as banhang_system. Those that another server works on are passed by. A promised time
/// is settled with its notifications in one transaction, so each is told once, whoever is killed when.
Escalated escalateDueCareRequests(Tx& tx, int limit);

} // namespace banhang::server
