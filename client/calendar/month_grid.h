// Six weeks at a glance: a painted month with its lunar days and as many lines for each day as there is room for.
#pragma once

#include <QWidget>

#include <vector>

#include "client/calendar/calendar_model.h"

namespace banhang::client {

class CalendarColors;

/// Changes nothing by itself: says what the user wants. Thread: UI.
class MonthGrid final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kWeeks = 6;
    static constexpr int kDays = 7;

    MonthGrid(const CalendarModel& model, const CalendarColors& colors, QWidget* parent = nullptr);

    void showMonth(const QDate& month);
    void setNow(const QDateTime& now);
    void setOffline(bool isOffline);
    void choose(qint64 id);
    QDate cursorDay() const { return m_cursor; }
    QDate firstDay() const { return m_first; }
    QDate lastDay() const { return m_first.addDays(kWeeks * kDays - 1); }

    /// One line of a day.
    struct Line
    {
        const CalendarItem* item = nullptr; ///< valid until the model changes; null: "+3", the rest of the day
        QDate day{};
        QRect rect{};
        int more = 0;
    };
    const std::vector<Line>& lines() const { return m_lines; }

signals:
    void chosen(qint64 id);
    void opened(qint64 id);
    void dayMoveRequested(qint64 id, const QDate& firstDay);
    void createRequested(const QDate& day);
    void dayOpened(const QDate& day);
    void periodRequested(int step);
    void doneRequested(qint64 id);
    void deleteRequested(qint64 id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    QRect cell(int index) const;
    int headHeight() const;
    int dayHeadHeight() const;
    QDate dayAt(const QPoint& point) const;
    const Line* lineAt(const QPoint& point) const;
    void paintCell(QPainter& painter, int index) const;
    void chooseAndTell(qint64 id);
    void chooseWithin(int step);
    void walk(int days);
    bool actOnChosen(QKeyEvent* event);

    const CalendarModel& m_model;
    const CalendarColors& m_colors;
    QDate m_month;
    QDate m_first;
    QDate m_cursor;
    QDateTime m_now;
    std::vector<Line> m_lines;
    qint64 m_chosenId = 0;
    bool m_isOffline = false;
    QPoint m_pressedAt;
    QDate m_pressedDay;
    QDate m_dropDay;
    qint64 m_grabbedId = 0;
};

} // namespace banhang::client
