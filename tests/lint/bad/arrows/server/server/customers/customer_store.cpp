#include "server/customers/customer_store.h"

#include <QString>
#include <grpcpp/grpcpp.h>
#include <libpq-fe.h>

#include "../core/database/tx.h"
#include "client/core/session.h"
#include "server/app/app.h"
