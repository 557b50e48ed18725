// Reads a calendar file beside the UI thread.
#pragma once

#include <QObject>

#include <atomic>
#include <memory>

#include "client/ics/calendar_file.h"
#include "common/error.h"

namespace banhang::client {

/// One file at a time; a new one ends the reading of the one before. Thread: UI.
class CalendarFileReader final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~CalendarFileReader() override;

    static bool isCalendar(const QString& path);
    void read(const QString& path);
    void stop();
    bool isReading() const { return m_stop != nullptr; }

signals:
    void loaded(const std::shared_ptr<banhang::ics::CalendarFile>& file);
    void failed(const banhang::AppError& error);

private:
    using Stop = std::shared_ptr<std::atomic_bool>;

    Stop m_stop; ///< of the reading that is wanted
};

} // namespace banhang::client
