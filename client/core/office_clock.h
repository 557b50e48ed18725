// Tells the windows that time goes on: the minute, and at midnight the day.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace banhang::client {

/// The one clock of the process, by which officeNow() goes. Owner: lives until exit. Thread: UI only.
class OfficeClock final : public QObject
{
    Q_OBJECT
public:
    static OfficeClock& instance();

    /// For tests: it is `moment` now, and time goes on from there. Whoever waits for the clock hears of it at once.
    void setTo(const QDateTime& moment);

signals:
    /// Some times a minute.
    void ticked();
    /// The office has another day than at the last tick. Comes before that tick, and not while the machine sleeps.
    void dateChanged(const QDate& today);

private:
    OfficeClock();
    void tick();

    QTimer m_timer;
    QDate m_today;
};

/// Runs `fit` now and after each turn of the day, as long as `context` is there: for words like "today".
void updateWithDate(QObject* context, const std::function<void()>& fit);

} // namespace banhang::client
