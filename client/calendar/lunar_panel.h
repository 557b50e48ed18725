// Lunar days to come: the next full moon, the next first of a month, feasts.
#pragma once

#include <QDate>
#include <QWidget>

class QGridLayout;

namespace banhang::client {

class LunarPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LunarPanel(QWidget* parent = nullptr);

    void setToday(const QDate& today);

private:
    QGridLayout* m_rows;
    QDate m_today;
};

} // namespace banhang::client
