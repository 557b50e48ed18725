#include "server/customers/name_comparison.h"
