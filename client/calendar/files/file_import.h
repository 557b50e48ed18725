// The work of taking a calendar file in: comparing its entries with what is here, then making those that were chosen.
#pragma once

#include <QObject>

#include "client/activities/activities_api.h"
#include "client/calendar/files/calendar_entries_api.h"
#include "client/calendar/files/file_entries_model.h"
#include "client/calendar/series_api.h"

namespace banhang::client {

/// One work at a time, one call at a time. What is made stays made when it is stopped; each entry has one request id,
/// so that going on makes none twice. Thread: UI.
class CalendarImport final : public QObject
{
    Q_OBJECT
public:
    enum class Work { None, Comparing, Taking, TakingBack };

    CalendarImport(RpcClient& rpc, FileEntriesModel& model, QObject* parent = nullptr);

    void compare();
    /// Those that are chosen.
    void take();
    /// What take() has made since compare(). Changed ones stay changed.
    void undo();
    void stop();
    Work work() const { return m_work; }
    /// Made or changed since compare().
    int takenCount() const { return m_taken; }

signals:
    void progressed(int done, int total);
    void finished(banhang::client::CalendarImport::Work work);
    /// The work has ended before its end; it can be begun again.
    void failed(const banhang::AppError& error);

private:
    void begin(Work work, std::vector<std::size_t> queue);
    void next();
    void finish();
    void findNext();
    /// All pages; `before`: those that were read already.
    void find(const v1::FindCalendarEntriesRequest& request, const v1::CalendarEntries& before, std::size_t to);
    void checkSeries(std::size_t at);
    void takeEntry(std::size_t at);
    void create(std::size_t at);
    void createSeries(std::size_t at);
    void change(std::size_t at);
    void replaceSeries(std::size_t at);
    void beginSeries(std::size_t at);
    void takeEntryBack(std::size_t at);
    void onFound(const v1::CalendarEntries& found, std::size_t from, std::size_t to);
    void settle(FileEntry& each, const v1::CalendarEntries& found) const;
    void onTaken(std::size_t at, const QString& note);
    void onRefused(std::size_t at, const AppError& error);

    ActivitiesApi m_activities;
    SeriesApi m_series;
    CalendarEntriesApi m_entries;
    FileEntriesModel& m_model;
    Work m_work = Work::None;
    std::vector<std::size_t> m_queue; ///< entries still to come, the last one first
    std::size_t m_found = 0;          ///< entries that were looked up
    int m_total = 0;
    int m_taken = 0;
    CallHandle m_call;
};

} // namespace banhang::client
