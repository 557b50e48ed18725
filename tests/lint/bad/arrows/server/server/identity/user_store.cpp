#include "common/demo/office.h"
