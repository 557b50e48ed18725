// Which days the leader looks at: a day, a week or a month, and the ones before and behind it.
#pragma once

#include <QDate>
#include <QWidget>

namespace banhang::client {

class Label;
class Segmented;

/// From the one to the other, both included.
struct DayStretch
{
    QDate first{};
    QDate last{};
};

class TeamPeriod final : public QWidget
{
    Q_OBJECT
public:
    enum Length { Day, Week, Month };

    explicit TeamPeriod(QWidget* parent = nullptr);

    /// That of today, of the length that is chosen.
    void goToToday();
    DayStretch stretch() const;
    /// Weeks begin on Monday.
    static DayStretch stretchOf(const QDate& day, Length length);
    /// Another day is today: who looks at today goes along, who looks at another day stays there.
    void onDateChanged(const QDate& today);

signals:
    void changed();

private:
    void move(int steps);
    void show();

    Segmented* m_length;
    Label* m_text;
    QDate m_day;
    QDate m_today;
};

} // namespace banhang::client
