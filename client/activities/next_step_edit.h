// What is to follow: how, when, and, when the customer asked for it, why later.
#pragma once

#include <QWidget>

#include <optional>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace banhang::client {

class WhenEdit;

class NextStepEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit NextStepEdit(const Workplace& workplace, QWidget* parent = nullptr);

    void setStep(const std::optional<v1::Activity>& step);
    /// Without customer; nothing when nothing is to follow.
    std::optional<v1::Activity> step() const;
    /// "The customer asks to be contacted again" is pressed and the day is wanted: for a call that was not answered.
    void proposeCallback();
    /// Null when all is well.
    QWidget* wrongField() const;

signals:
    void changed();

private:
    void fillWhat();
    void apply();

    Workplace m_workplace;
    QComboBox* m_what;
    WhenEdit* m_when;
    QLineEdit* m_title;
    QCheckBox* m_callback;
    QLineEdit* m_reason;
};

} // namespace banhang::client
