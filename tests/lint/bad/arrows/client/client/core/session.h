#pragma once
#include <QObject>
#include <QtWidgets/QLabel>
#include <QMessageBox>

#include "client/ui/look/theme.h"
