// Fails a test when the UI thread blocks while it handles an event, and tells how long events took.
#pragma once

#include <QApplication>

namespace banhang::test {

/// Use it in place of QApplication. While an event is handled in the UI thread, each of these fails the test that is
/// running, by name and with the calls that led to it: waiting for another thread or for a socket, sleeping,
/// resolving a name, forcing a file to the disk, more than `kMaxFileBytes` of files, a lock that
/// is not to be had for `kMaxLockMs`. Event loops inside events (menus, waiting tests) are no such waits. Sanitizers
/// bring their own versions of these functions, so under them only the times are taken.
class GuardedApplication final : public QApplication
{
public:
    static constexpr qint64 kMaxFileBytes = qint64{1024} * 1024;
    /// Long, since a loaded machine may keep the holder from running.
    static constexpr int kMaxLockMs = 2'000;

    GuardedApplication(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;
};

/// Watches all tests of this program; call it after InitGoogleTest.
void watchTests();

} // namespace banhang::test
