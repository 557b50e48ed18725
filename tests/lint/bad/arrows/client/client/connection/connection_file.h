#pragma once
#include <QFile>
#include <grpcpp/grpcpp.h>

#include "client/core/session.h"
