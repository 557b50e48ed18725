// The fields of one care request, those that its state asks for.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "client/core/workplace.h"
#include "client/records/record_fields.h"

class QComboBox;
class QLineEdit;

namespace banhang::client {

class ClockEdit;
class CustomerBox;
class DateEdit;
class GrowingText;

class CareFields final : public RecordFields
{
    Q_OBJECT
public:
    /// `host` is the page over which suggestions are raised.
    CareFields(const Workplace& workplace, QWidget* host, QWidget* parent = nullptr);

    void showRequest(const v1::CareRequest& request, v1::CareState wanted);
    /// What was shown with what was typed since; its state is the one that is wanted.
    v1::CareRequest read() const;
    void focusFirst() override;

protected:
    QWidget* wrongField() const override;
    QString rowOf(const QString& field) const override;

private:
    void makeRows();
    void showRows();
    void fillChoices();

    Workplace m_workplace;
    v1::CareRequest m_shown;
    CustomerBox* m_customer;
    QLineEdit* m_subject;
    QComboBox* m_kind;
    QComboBox* m_channel;
    QComboBox* m_severity;
    DateEdit* m_day;
    ClockEdit* m_clock;
    QComboBox* m_owner;
    GrowingText* m_description;
    QComboBox* m_state;
    GrowingText* m_answer;
    QComboBox* m_satisfaction;
};

} // namespace banhang::client
