#pragma once
#include <QTableView>
#include <grpcpp/grpcpp.h>

#include "client/app/main_window.h"
#include "client/changes/history_view.h"
#include "client/core/session.h"
#include "client/ui/look/theme.h"
