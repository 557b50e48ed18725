#pragma once

#include "server/core/call/call.h"
