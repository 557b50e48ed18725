// The client at a moment of a test's own choice.
#pragma once

#include "client/core/office_clock.h"
#include "client/core/office_time.h"

namespace banhang::test {

/// From now on it is `moment`, and time goes on from there; as before when this goes.
class OfficeClockAt
{
public:
    explicit OfficeClockAt(const QDateTime& moment) { to(moment); }
    ~OfficeClockAt() { to(QDateTime::currentDateTimeUtc().addMSecs(m_shift)); }
    OfficeClockAt(const OfficeClockAt&) = delete;
    OfficeClockAt& operator=(const OfficeClockAt&) = delete;

    void to(const QDateTime& moment) { client::OfficeClock::instance().setTo(moment); }

private:
    qint64 m_shift = QDateTime::currentDateTimeUtc().msecsTo(client::officeNow());
};

} // namespace banhang::test
