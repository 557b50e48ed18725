// What a person chose for the screen, kept on this machine.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

#include "client/core/language.h"
#include "client/ui/look/look.h"

namespace banhang::client::settings {

Language language();
void setLanguage(Language language);
Appearance appearance();
void setAppearance(Appearance appearance);
/// What is offered, in per cent.
inline constexpr std::array kTextSizes{90, 100, 110, 125, 150};
int textPercent();
void setTextPercent(int percent);
RowDensity rowDensity();
void setRowDensity(RowDensity density);
/// Whether the status line tells what colleagues change.
bool showsNotifications();
void setShowsNotifications(bool isTold);
inline constexpr std::array kNoticeSeconds{6, 15, 0};
/// How long a notice in the corner stays, in seconds; 0 = until it is closed.
int noticeSeconds();
void setNoticeSeconds(int seconds);
/// Puts what was chosen for the look in force.
void applyLook();
QString lastUser();
void setLastUser(const QString& userName);
QByteArray windowGeometry();
void setWindowGeometry(const QByteArray& geometry);

} // namespace banhang::client::settings
