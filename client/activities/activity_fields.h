// The fields of one activity, those that its kind and the moment ask for: the plan before, the outcome after.
#pragma once

#include <optional>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"
#include "client/records/record_fields.h"

class QComboBox;
class QLineEdit;

namespace banhang::client {

class CustomerBox;
class GrowingText;
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

class ActivityFields final : public RecordFields
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
    void setLeads(const QList<int>& minutes);
    void moveTo(const QDateTime& start);
    /// How long a talk took, unless somebody has typed it. Units: seconds.
    void setDuration(int seconds);
    void focusFirst() override;

signals:
    void leadsTouched();

protected:
    QWidget* wrongField() const override;
    QString rowOf(const QString& field) const override;

private:
    void fillChoices();
    void makeRows();
    void showRows();
    void onStateChosen();
    void readPlan(v1::Activity& activity) const;
    void readOutcome(v1::Activity& activity) const;

    Workplace m_workplace;
    v1::Activity m_shown;
    Writing m_writing = Writing::Plan;
    CustomerBox* m_customer;
    QLineEdit* m_title;
    Segmented* m_state;
    QComboBox* m_channel;
    QComboBox* m_direction;
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
    QComboBox* m_potential;
    QComboBox* m_pursuit;
    NextStepEdit* m_next;
};

} // namespace banhang::client
