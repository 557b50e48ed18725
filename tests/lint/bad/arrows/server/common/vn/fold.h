#pragma once
#include <utf8proc.h>

#include "banhang/v1/customers.pb.h"
#include "common/error.h"
