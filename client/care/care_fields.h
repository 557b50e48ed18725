// The fields of one care request, those that its state asks for.
#pragma once

#include <QHash>
#include <QWidget>

#include "banhang/v1/care_requests.pb.h"
#include "banhang/v1/customer.pb.h"
#include "client/core/workplace.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace banhang::client {

class ClockEdit;
class CustomerBox;
class DateEdit;
class GrowingText;
class Label;

class CareFields final : public QWidget
{
    Q_OBJECT
public:
    /// `host` is the page over which suggestions are raised.
    CareFields(const Workplace& workplace, QWidget* host, QWidget* parent = nullptr);

    void showRequest(const v1::CareRequest& request, v1::CareState wanted);
    /// What was shown with what was typed since; its state is the one that is wanted.
    v1::CareRequest read() const;
    /// The contact persons to choose from.
    void setCustomer(const v1::Customer& customer);
    /// Marks the first field that stops saving and goes there; false when there is none.
    bool focusWrongField();
    /// Marks the field that the server complains about; null for one that is not shown.
    QWidget* markIssue(const v1::FieldIssue& issue);
    void focusFirst();

signals:
    void edited();
    void customerPicked(const banhang::v1::Customer& customer);

private:
    void makeRows();
    void addRow(const QString& name, const QString& label, QWidget* editor);
    QWidget* beside(const QList<QWidget*>& editors);
    void showRows();
    void showRow(const QString& name, bool isShown);
    bool isShown(const QString& name) const;
    void watch(QWidget* editor);
    void fillChoices();
    void fillContacts(const v1::Customer& customer);
    QWidget* wrongField() const;

    struct Row
    {
        Label* label = nullptr;
        QWidget* editor = nullptr;
    };

    Workplace m_workplace;
    v1::CareRequest m_shown;
    QGridLayout* m_grid;
    QHash<QString, Row> m_rows;
    CustomerBox* m_customer;
    QLineEdit* m_subject;
    QComboBox* m_kind;
    QComboBox* m_channel;
    QComboBox* m_contact;
    QComboBox* m_severity;
    DateEdit* m_day;
    ClockEdit* m_clock;
    QComboBox* m_owner;
    GrowingText* m_description;
    QComboBox* m_state;
    GrowingText* m_answer;
    QComboBox* m_satisfaction;
    bool m_isFilling = false;
};

} // namespace banhang::client
