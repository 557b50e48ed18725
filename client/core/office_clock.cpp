#include "client/core/office_clock.h"

#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr int kTickMs = 20'000;

} // namespace

OfficeClock::OfficeClock() : m_today(officeNow().date())
{
    connect(&m_timer, &QTimer::timeout, this, &OfficeClock::tick);
    m_timer.start(kTickMs);
}

OfficeClock& OfficeClock::instance()
{
    static OfficeClock clock;
    return clock;
}

void OfficeClock::setTo(const QDateTime& moment)
{
    shiftOfficeTime(QDateTime::currentDateTimeUtc().msecsTo(moment));
    tick();
}

void OfficeClock::tick()
{
    if (const QDate today = officeNow().date(); today != m_today) {
        m_today = today;
        emit dateChanged(today);
    }
    emit ticked();
}

void updateWithDate(QObject* context, const std::function<void()>& fit)
{
    fit();
    QObject::connect(&OfficeClock::instance(), &OfficeClock::dateChanged, context, fit);
}

} // namespace banhang::client
