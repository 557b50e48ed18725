#pragma once
#include "server/customers/customer_store.h"
