#include "server/core/tx.h"
