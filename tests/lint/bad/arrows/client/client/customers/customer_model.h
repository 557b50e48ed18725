#pragma once
#include <QAbstractTableModel>

#include "client/customers/customers_api.h"
