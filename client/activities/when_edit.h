// When: a day, a beginning, an end; or whole days; or how long it took.
#pragma once

#include <QWidget>

#include "banhang/v1/activities.pb.h"

class QCheckBox;
class QLineEdit;

namespace banhang::client {

class ClockEdit;
class DateEdit;
class Label;

class WhenEdit final : public QWidget
{
    Q_OBJECT
public:
    enum class Shape {
        Moment,  ///< a day and a beginning
        Stretch, ///< with an end, or whole days
        Term,    ///< a day, maybe with a time; or none
        Past,    ///< a beginning and how many minutes it took
    };

    explicit WhenEdit(QWidget* parent = nullptr);

    void setShape(Shape shape);
    void setValues(const v1::Activity& activity);
    /// Puts the times, days and duration into `activity`.
    void read(v1::Activity& activity) const;
    /// Moves the beginning and keeps the length.
    void moveTo(const QDateTime& start);
    /// Unless something is typed there. Units: seconds.
    void setDuration(int seconds);
    /// The field that holds no time or day, or misses one; null when all is well.
    QWidget* wrongField() const;

signals:
    /// By the user.
    void changed();

private:
    void applyShape();
    void keepLength();
    int minutes() const;

    DateEdit* m_day;
    ClockEdit* m_start;
    Label* m_dash;
    ClockEdit* m_end;
    DateEdit* m_lastDay;
    QCheckBox* m_wholeDays;
    QLineEdit* m_minutes;
    Label* m_unit;
    Shape m_shape = Shape::Moment;
    int m_length = 0; ///< seconds from the beginning to the end, as last read
};

} // namespace banhang::client
