#pragma once
#include "common/vn/fold.h"
#include "server/core/database/tx.h"
