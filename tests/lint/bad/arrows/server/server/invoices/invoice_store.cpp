#include "server/core/database/tx.h"
