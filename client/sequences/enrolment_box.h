// One sequence of a customer: its steps, what became of them, and the way off it.
#pragma once

#include <QFrame>

#include "banhang/v1/sequences.pb.h"
#include "client/core/workplace.h"
#include "client/ui/parts/label.h"

class QVBoxLayout;

namespace banhang::client {

/// Thread: UI.
class EnrolmentBox final : public Pane
{
    Q_OBJECT
public:
    EnrolmentBox(const Workplace& workplace, const v1::Enrolment& enrolment, QWidget* parent = nullptr);

    bool isLive() const;

signals:
    void stopRequested(qint64 enrolmentId);
    void activityRequested(qint64 activityId);

private:
    QWidget* makeHead();
    QWidget* makeSteps();
    QWidget* makeQuestion();
    QString stateText() const;
    QString leavingText() const;

    Workplace m_workplace;
    v1::Enrolment m_enrolment;
    QWidget* m_question = nullptr;
};

} // namespace banhang::client
