// The page "Calendar": small month and people at the left, days in the middle, what is chosen at the right.
#pragma once

#include <QDate>
#include <QWidget>

#include "client/activities/activities_api.h"
#include "client/calendar/calendar_colors.h"
#include "client/calendar/calendar_model.h"
#include "client/calendar/calendar_moves.h"
#include "client/core/workplace.h"

class QHBoxLayout;
class QMenu;
class QStackedWidget;

namespace banhang::client {

class ActivityActs;
class ActivityEditor;
class AgendaView;
class Button;
class CalendarExport;
class Label;
class LunarPanel;
class MiniMonth;
class MonthGrid;
class NoticeBar;
class PeoplePanel;
class Segmented;
class SeriesPanel;
class SidePane;
class TimeGrid;
class UploadQueue;

class CalendarPage final : public QWidget
{
    Q_OBJECT
public:
    enum class View { Day, WorkWeek, Week, Month, List };

    CalendarPage(const Workplace& workplace, UploadQueue& uploads, QWidget* parent = nullptr);

    /// Somebody has signed in; loads nothing before the page is shown.
    void begin();
    void end();
    void reload();
    void showDay(const QDate& day);
    void showView(View view);
    void choose(qint64 id);
    void chooseAndShow(qint64 id); ///< by something else than a click on it
    bool nextPane(bool isBackwards);

    QSize minimumSizeHint() const override;
    CalendarModel& model() { return m_model; }
    TimeGrid* timeGrid() const { return m_grid; }
    MonthGrid* monthGrid() const { return m_month; }

signals:
    void customerRequested(qint64 customerId);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void keysChanged(const QString& text);
    /// A calendar file is to be taken in; an empty path: still to be chosen.
    void importRequested(const QString& path);

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeHead();
    QWidget* makeMiddle();
    QWidget* makeRight();
    template <typename Shown>
    void connectView(Shown* view);
    void connectGrid();
    void connectAct();
    void fillMenu(QMenu* menu);
    void saveShown();
    void saveChosen();
    void onTick();
    void onDateChanged(const QDate& today);
    void fitWidth();
    void turn(int step);
    QDate lookedAt() const;
    void turnTo(View view);
    void goTo(const QDate& day);
    void applyView();
    void applyPeople();
    void updateTitle();
    QList<QDate> shownDays() const;
    void open(qint64 id);
    void createAt(const QDateTime& start, const QDateTime& end, qint64 person);
    void createNew();
    void moveTo(qint64 id, const QDateTime& start, const QDateTime& end);
    void moveToDay(qint64 id, const QDate& day);
    void place(qint64 id, const QDateTime& start);
    void toggleDone(qint64 id);
    void moveToBin(qint64 id);
    void chooseNextClash(int step);
    const v1::Activity* activity(qint64 id) const;
    void openSeries(qint64 id);
    enum class Right { Side, Editor, Series };
    void showRight(Right what);
    /// Unless something else has taken its place meanwhile.
    void leaveRight(Right what);
    QWidget* currentView() const;

    Workplace m_workplace;
    ActivitiesApi m_api;
    CalendarModel m_model;
    CalendarColors m_colors;
    CalendarMoves m_moves;
    ActivityActs* m_acts;
    CalendarExport* m_export;
    View m_view = View::Week;
    QDate m_day;
    QDate m_today;
    qint64 m_chosenId = 0;
    bool m_isStale = true;

    MiniMonth* m_mini;
    PeoplePanel* m_people;
    LunarPanel* m_lunar;
    QWidget* m_left;
    QWidget* m_middle = nullptr;
    Label* m_title;
    Label* m_week;
    Segmented* m_views;
    Button* m_create = nullptr;
    TimeGrid* m_grid;
    MonthGrid* m_month;
    AgendaView* m_agenda;
    NoticeBar* m_failure;
    QStackedWidget* m_stack;
    SidePane* m_side;
    ActivityEditor* m_editor;
    SeriesPanel* m_series;
    QStackedWidget* m_right;
};

} // namespace banhang::client
