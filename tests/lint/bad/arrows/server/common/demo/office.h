#pragma once
#include "common/error.h"
#include "common/vn/fold.h"
