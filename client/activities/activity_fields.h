// The fields of one activity, those that its kind and the moment ask for: the plan before, the outcome after.
#pragma once

#include <QHash>
#include <QWidget>

#include <optional>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/customer.pb.h"
#include "client/core/workplace.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace banhang::client {

class CustomerBox;
class EditWatch;
class GrowingText;
class Label;
class LeadEdit;
class NextStepEdit;
class PeopleEdit;
class Segmented;
class WhenEdit;

/// What is being written.
enum class Writing {
    Plan,    ///< what is to be done, or is planned already
    Outcome, ///< how it went
};

class ActivityFields final : public QWidget
{
    Q_OBJECT
public:
    /// `host` is the page over which suggestions are raised.
    ActivityFields(const Workplace& workplace, QWidget* host, QWidget* parent = nullptr);

    /// `nextStep` is what a draft had; usually nothing.
    void showActivity(const v1::Activity& activity, Writing writing, const std::optional<v1::Activity>& nextStep = {});
    /// What was shown with what was typed since.
    v1::Activity read() const;
    /// Its customer and contact person are those of the activity.
    std::optional<v1::Activity> nextStep() const;
    Writing writing() const { return m_writing; }
    /// The contact persons to choose from.
    void setCustomer(const v1::Customer& customer);
    void setLeads(const QList<int>& minutes);
    void moveTo(const QDateTime& start);
    /// How long a talk took, unless somebody has typed it. Units: seconds.
    void setDuration(int seconds);
    /// Marks the first field that stops saving and goes there; false when there is none.
    bool focusWrongField();
    /// Marks the field that the server complains about; null for one that is not shown.
    QWidget* markIssue(const v1::FieldIssue& issue);
    void focusFirst();

signals:
    void edited();
    /// The person paused: what depends on the server may be asked.
    void settled();
    void customerPicked(const banhang::v1::Customer& customer);
    void leadsTouched();

private:
    void makeRows();
    QWidget* addRow(const QString& name, const QString& label, QWidget* editor);
    QWidget* makeHow();
    QWidget* makeJudgement();
    void showRows();
    void showRow(const QString& name, bool isShown);
    void watch(QWidget* editor);
    void onStateChosen();
    QWidget* wrongField() const;
    void readPlan(v1::Activity& activity) const;
    void readOutcome(v1::Activity& activity) const;
    void fillContacts(const v1::Customer& customer);

    struct Row
    {
        Label* label = nullptr;
        QWidget* editor = nullptr;
    };

    Workplace m_workplace;
    v1::Activity m_shown;
    Writing m_writing = Writing::Plan;
    QGridLayout* m_grid;
    QHash<QString, Row> m_rows;
    CustomerBox* m_customer;
    QLineEdit* m_title;
    Segmented* m_state;
    QComboBox* m_channel = nullptr;
    QComboBox* m_direction = nullptr;
    QComboBox* m_contact = nullptr;
    WhenEdit* m_when;
    QLineEdit* m_place;
    QComboBox* m_owner;
    PeopleEdit* m_people;
    LeadEdit* m_leads;
    QComboBox* m_priority;
    GrowingText* m_preparation;
    GrowingText* m_course;
    GrowingText* m_result;
    GrowingText* m_goal;
    QComboBox* m_potential = nullptr;
    QComboBox* m_pursuit = nullptr;
    NextStepEdit* m_next;
    bool m_isFilling = false;
};

} // namespace banhang::client
