// The small month at the left: days with their lunar days, weeks that the calendar shows, a click leads there.
#pragma once

#include <QDate>
#include <QWidget>

namespace banhang::client {

class MiniMonth final : public QWidget
{
    Q_OBJECT
public:
    explicit MiniMonth(QWidget* parent = nullptr);

    void setToday(const QDate& today);
    /// What the calendar shows, drawn as a band; the month follows `first` unless it is in view.
    void setShownRange(const QDate& first, const QDate& last);
    void turn(int months);

    QSize sizeHint() const override;

signals:
    void dayChosen(const QDate& day);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QDate firstCell() const;
    QRect cell(int index) const;
    QDate dayAt(const QPoint& point) const;
    int headHeight() const;
    int weekdayHeight() const;
    int cellHeight() const;
    void paintDay(QPainter& painter, int index) const;

    QDate m_month; ///< its first day
    QDate m_today;
    QDate m_first;
    QDate m_last;
    QDate m_cursor;
    QWidget* m_back;
    QWidget* m_next;
};

} // namespace banhang::client
