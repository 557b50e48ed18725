#pragma once
#include "banhang/v1/customers.pb.h"
#include "server/core/database/tx.h"
#include "server/identity/user_store.h"
