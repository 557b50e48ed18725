#pragma once
#include "common/vn/fold.h"
#include "server/core/tx.h"
