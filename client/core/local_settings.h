// Small things that the program remembers on this machine: read once, then written beside the UI thread.
#pragma once

#include <QString>
#include <QVariant>

namespace banhang::client {

/// As kept last, also while it is still being written; invalid for none. Thread: UI.
QVariant localSetting(const QString& key);
/// Written in the background, in the order of the calls: QSettings waits for the disk. An invalid value is forgotten.
void setLocalSetting(const QString& key, const QVariant& value);
/// Waits until all of it is on the disk, from where the next question reads it anew; for tests.
void flushLocalSettings();

} // namespace banhang::client
