#pragma once
#include <libpq-fe.h>
#include "server/identity/user_store.h"
