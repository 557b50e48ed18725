// When many customers are called, by whom, and what about.
#pragma once

#include <QWidget>

#include "banhang/v1/work_lists.pb.h"
#include "client/core/workplace.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace banhang::client {

class ClockEdit;
class DateEdit;
class FormGrid;

class PlanForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanForm(const Workplace& workplace, QWidget* parent = nullptr);

    /// Tomorrow morning, one day, a quarter of an hour each, by the owners.
    void reset();
    /// Without customers.
    v1::CheckTalkPlanRequest when() const;
    /// Without slots.
    v1::PlanTalksRequest what() const;
    /// Errors of the server beside their fields.
    void showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues);

signals:
    /// What decides over the times is another one.
    void changed();

private:
    QWidget* makeWindow();
    void fillCallers();

    Workplace m_workplace;
    FormGrid* m_grid;
    DateEdit* m_day;
    QSpinBox* m_days;
    ClockEdit* m_from;
    ClockEdit* m_to;
    QSpinBox* m_minutes;
    QComboBox* m_caller;
    QComboBox* m_channel;
    QLineEdit* m_title;
    QPlainTextEdit* m_preparation;
    QCheckBox* m_alsoPlanned;
};

} // namespace banhang::client
