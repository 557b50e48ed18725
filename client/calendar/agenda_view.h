// The calendar as a list: day after day, what is on them.
#pragma once

#include <QAbstractListModel>
#include <QListView>

#include "client/calendar/calendar_model.h"

namespace banhang::client {

class CalendarColors;

/// Heads of days and what stands on them, of the range that the calendar shows. Days without anything are left out.
class AgendaModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, DayRole };

    AgendaModel(const CalendarModel& calendar, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void rebuild();
    /// Null for the head of a day.
    const CalendarItem* itemAt(int row) const { return m_rows[static_cast<std::size_t>(row)].item; }
    QDate dayAt(int row) const { return m_rows[static_cast<std::size_t>(row)].day; }

private:
    struct Row
    {
        QDate day{};
        const CalendarItem* item = nullptr;
    };
    const CalendarModel& m_calendar;
    std::vector<Row> m_rows;
};

/// Changes nothing by itself: says what the user wants. Thread: UI.
class AgendaView final : public QListView
{
    Q_OBJECT
public:
    AgendaView(const CalendarModel& calendar, const CalendarColors& colors, QWidget* parent = nullptr);

    void setToday(const QDate& today);
    void setOffline(bool isOffline);
    void setPersonNames(const QHash<qint64, QString>& names) { m_names = names; }
    void choose(qint64 id);

signals:
    void chosen(qint64 id);
    void opened(qint64 id);
    void doneRequested(qint64 id);
    void deleteRequested(qint64 id);
    void periodRequested(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    friend class AgendaDelegate;
    qint64 currentId() const;

    AgendaModel* m_rows;
    const CalendarModel& m_calendar;
    const CalendarColors& m_colors;
    QHash<qint64, QString> m_names;
    QDate m_today;
    bool m_isOffline = false;
    bool m_isChoosing = false;
};

} // namespace banhang::client
