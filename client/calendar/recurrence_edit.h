// The fields of a rule: how often, on which days, until when.
#pragma once

#include <QDate>
#include <QWidget>

#include <array>

#include "banhang/v1/series.pb.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace banhang::client {

class DateEdit;

class RecurrenceEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit RecurrenceEdit(QWidget* parent = nullptr);

    /// `firstDay` decides what "on the same day" means.
    void setRule(const v1::Recurrence& rule, const QDate& firstDay);
    v1::Recurrence rule() const;

signals:
    void edited();

private:
    enum class Often { Daily, Weekly, Monthly, Yearly, LunarMonthly, LunarYearly };
    enum class End { Never, Count, Day };
    Often often() const;
    bool isLunar() const;
    void applyOften();
    void fillMonthDays();

    QDate m_firstDay;
    QComboBox* m_often;
    QSpinBox* m_interval;
    QWidget* m_weekdayRow;
    std::array<QCheckBox*, 7> m_weekdays{};
    QComboBox* m_monthDay;
    QCheckBox* m_monthEnd;
    QComboBox* m_end;
    QSpinBox* m_count;
    DateEdit* m_until;
};

} // namespace banhang::client
