// The sequences of one customer: what runs, what is next, and how to get on and off.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"
#include "client/sequences/sequences_api.h"

class QVBoxLayout;

namespace banhang::client {

class Button;
class Label;
class NoticeBar;
class EnrolPanel;

/// Thread: UI.
class SequencePane final : public QWidget
{
    Q_OBJECT
public:
    explicit SequencePane(const Workplace& workplace, QWidget* parent = nullptr);

    /// 0 for none.
    void load(qint64 customerId);
    void beginStart();

signals:
    void failed(const QString& strong, const banhang::AppError& error);
    void activityRequested(qint64 activityId);
    /// Those that run or pause.
    void countChanged(int count);

private:
    void reload();
    void showEnrolments(const v1::CustomerEnrolments& care);
    void stop(qint64 enrolmentId);
    void applyRights();

    Workplace m_workplace;
    SequencesApi m_api;
    qint64 m_customerId = 0;
    Button* m_begin;
    Label* m_empty;
    NoticeBar* m_failure;
    NoticeBar* m_notice;
    EnrolPanel* m_start;
    QVBoxLayout* m_boxes;
    CallHandle m_loadCall;
    CallHandle m_stopCall;
};

} // namespace banhang::client
