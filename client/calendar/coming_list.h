// The reminders to come, soonest first, beside the calendar.
#pragma once

#include <QDateTime>
#include <QWidget>

#include <vector>

#include "banhang/v1/notifications.pb.h"

namespace banhang::client {

/// Painted rows of two lines; read aloud as one text.
class ComingList final : public QWidget
{
    Q_OBJECT
public:
    explicit ComingList(QWidget* parent = nullptr);

    void setReminders(std::vector<v1::Reminder> reminders);
    void setNow(const QDateTime& now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activityChosen(qint64 activityId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int rowHeight() const;
    void paintRow(QPainter& painter, std::size_t row) const;
    QString dueText(const v1::Reminder& reminder) const;
    QString eventText(const v1::Reminder& reminder) const;
    void tellText();

    std::vector<v1::Reminder> m_reminders;
    QDateTime m_now;
    int m_current = 0;
};

} // namespace banhang::client
