// One step of a care sequence as it is edited.
#pragma once

#include <QWidget>

#include "banhang/v1/sequences.pb.h"
#include "client/core/workplace.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace banhang::client {

class FormField;
class FormGrid;

/// Thread: UI.
class StepForm final : public QWidget
{
    Q_OBJECT
public:
    explicit StepForm(const Workplace& workplace, QWidget* parent = nullptr);

    /// Whom a step may be given to besides the owner.
    void setGroups(const google::protobuf::RepeatedPtrField<v1::SequenceGroup>& groups);
    void setStep(const v1::SequenceStep& step);
    v1::SequenceStep step() const;
    void setReadOnly(bool isReadOnly);
    /// What the server says of a field, "title"; false if the form has no such field.
    bool showIssue(const QString& field, const QString& sentence);
    void clearIssues();

signals:
    void edited();

private:
    void fillWho();
    void applyKind();

    Workplace m_workplace;
    google::protobuf::RepeatedPtrField<v1::SequenceGroup> m_groups;
    v1::SequenceStep m_step;
    FormGrid* m_grid;
    QComboBox* m_kind;
    QComboBox* m_channel;
    QLineEdit* m_title;
    QComboBox* m_base;
    QSpinBox* m_days;
    QCheckBox* m_yearly;
    QSpinBox* m_ahead;
    QComboBox* m_time;
    QComboBox* m_who;
    QComboBox* m_lead;
    QPlainTextEdit* m_text;
    FormField* m_channelField = nullptr;
    QHash<QString, FormField*> m_fields;
    bool m_isFilling = false;
};

} // namespace banhang::client
