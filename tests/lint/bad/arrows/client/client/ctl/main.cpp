#include <QCoreApplication>
#include <grpcpp/grpcpp.h>

#include "client/connection/connection_file.h"
#include "client/core/session.h"
#include "server/core/database/tx.h"
