// Waiting for what the event loop will bring.
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>

#include <functional>

namespace banhang::test {

/// Runs the event loop until `isThere` holds; false after half a minute, which only a fault needs.
inline bool waitUntil(const std::function<bool()>& isThere)
{
    QElapsedTimer timer;
    timer.start();
    while (!isThere()) {
        if (timer.elapsed() > 30'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(1);
    }
    return true;
}

} // namespace banhang::test
