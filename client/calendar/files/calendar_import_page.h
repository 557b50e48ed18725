// Taking in a calendar file: choose or drop it, look at what it holds, take in what is chosen; one page, no dialogs.
#pragma once

#include "client/calendar/files/file_entries_model.h"
#include "client/calendar/files/file_import.h"
#include "client/calendar/files/file_reader.h"
#include "client/core/workplace.h"
#include "client/ui/parts/titled_page.h"

#include <functional>

class QStackedWidget;

namespace banhang::client {

class Button;
class DataTable;
class Label;
class NoticeBar;
class ProgressRow;
class StateView;

class CalendarImportPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit CalendarImportPage(const Workplace& workplace, QWidget* parent = nullptr);

    /// Reads a file beside the UI thread and compares it with what is here.
    void openFile(const QString& path);
    void askForFile();
    /// Rights, session or person are other ones.
    void forget();

    FileEntriesModel& model() { return m_model; }
    CalendarImport& work() { return m_import; }
    DataTable* table() const { return m_table; }

signals:
    /// Back to the calendar.
    void left();
    void keysChanged(const QString& text);
    /// The calendar holds something else by now.
    void taken();
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    /// `undo` takes back what was made.
    void undoOffered(const QString& text, const std::function<void()>& undo);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void onClose() override;

private:
    void setUpTable();
    QWidget* makeStart();
    QWidget* makeBottom();
    void connectWork();
    void accept(ics::CalendarFile& file);
    void refuse(const QString& strong, const AppError& error);
    void toggleSelected();
    void onFinished(CalendarImport::Work work);
    void onProgress(int done, int total);
    void startOver();
    void updateTexts();
    bool isBusy() const;

    Workplace m_workplace;
    FileEntriesModel m_model;
    CalendarFileReader m_reader;
    CalendarImport m_import;
    QString m_name; ///< of the file
    bool m_isCompared = false;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    Label* m_counts;
    DataTable* m_table;
    ProgressRow* m_progress;
    Button* m_again = nullptr;
    Button* m_main = nullptr;
};

} // namespace banhang::client
