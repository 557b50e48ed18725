#include <QMainWindow>

#include "client/core/session.h"
#include "client/customers/customers_page.h"
