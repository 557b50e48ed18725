// What a person chose for the screen, kept on this machine.
#pragma once

#include <QByteArray>
#include <QString>

#include "client/core/language.h"
#include "client/ui/look/look.h"

namespace banhang::client::settings {

Language language();
void setLanguage(Language language);
Appearance appearance();
void setAppearance(Appearance appearance);
int textPercent();
void setTextPercent(int percent);
QString lastUser();
void setLastUser(const QString& userName);
QByteArray windowGeometry();
void setWindowGeometry(const QByteArray& geometry);

} // namespace banhang::client::settings
