// One line of "Show calendars of": a box in the calendar's colour, a name, how much there is.
#pragma once

#include <QAbstractButton>

namespace banhang::client {

class CalendarCheck final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CalendarCheck(const QString& text, QWidget* parent = nullptr);

    void setColor(const QColor& color);
    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tellName();

    QColor m_color;
    int m_count = 0;
};

} // namespace banhang::client
