#pragma once
#include "client/customers/customer_model.h"
