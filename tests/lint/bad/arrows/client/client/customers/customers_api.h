#pragma once
#include <QLabel>
#include <grpcpp/grpcpp.h>

#include "client/core/session.h"
#include "client/customers/customers_page.h"
#include "client/ui/look/theme.h"
