// The calendar, or what is chosen in it, as a file on this machine: fetches it page by page, says where it lies.
#pragma once

#include <QObject>

#include <memory>

#include "client/calendar/files/calendar_entries_api.h"
#include "client/core/workplace.h"
#include "client/ics/file_writing.h"

class QWidget;

namespace banhang::client {

/// One export at a time. Thread: UI.
class CalendarExport final : public QObject
{
    Q_OBJECT
public:
    explicit CalendarExport(const Workplace& workplace, QObject* parent = nullptr);
    ~CalendarExport() override;

    /// Asks for a file beside `window` and begins. `name` without an ending.
    void run(const v1::ExportCalendarEntriesRequest& request, const QString& name, QWidget* window);
    void runInto(const v1::ExportCalendarEntriesRequest& request, const QString& path);
    bool isRunning() const { return m_writer != nullptr; }
    void stop();

signals:
    void finished(int entries, const QString& path);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void fetch();
    void write();
    void fail(const AppError& error);
    ics::Wording wording() const;

    Workplace m_workplace;
    CalendarEntriesApi m_api;
    v1::ExportCalendarEntriesRequest m_request;
    std::unique_ptr<ics::FileWriter> m_writer;
    QString m_path;
    CallHandle m_call;
};

} // namespace banhang::client
