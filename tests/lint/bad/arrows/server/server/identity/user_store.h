#pragma once
#include "server/core/database.h"
#include "server/customers/customer_store.h"
