#include "server/core/database/database.h"
#include "server/customers/customer_store.h"
