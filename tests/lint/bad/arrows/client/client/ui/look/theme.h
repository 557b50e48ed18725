#pragma once
#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/core/session.h"
#include "common/vn/fold.h"
