// Chooses a sequence and a first day for customers, and shows what that means before anything is done.
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/workplace.h"
#include "client/sequences/sequences_api.h"

class QComboBox;

namespace banhang::client {

class Button;
class DateEdit;
class Label;
class NoticeBar;

/// Thread: UI.
class EnrolPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit EnrolPanel(const Workplace& workplace, QWidget* parent = nullptr);

    /// Asks for the sequences anew.
    void begin(const QList<qint64>& customerIds);
    void clear();

signals:
    void closed();
    /// How many are on it now, and how many were left as they were, with the reasons.
    void started(int count, const QString& refused);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void load();
    void fill(const v1::ListSequencesResponse& response);
    void preview();
    void showPreview(const v1::CheckSequenceResponse& response);
    const v1::Sequence* chosen() const;
    void start();

    Workplace m_workplace;
    SequencesApi m_api;
    QList<qint64> m_ids;
    v1::ListSequencesResponse m_sequences;
    Label* m_title;
    QComboBox* m_box;
    DateEdit* m_day;
    NoticeBar* m_failure;
    Label* m_about;
    Label* m_days;
    Button* m_start;
    QTimer m_previewTimer;
    CallHandle m_listCall;
    CallHandle m_checkCall;
    CallHandle m_startCall;
};

} // namespace banhang::client
