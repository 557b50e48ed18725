// One sequence as it is laid down: name, steps in their order, and the days on which they would fall.
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/workplace.h"
#include "client/records/save_turns.h"
#include "client/sequences/sequences_api.h"

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace banhang::client {

class Button;
class FormField;
class Label;
class NoticeBar;
class StepForm;

/// Thread: UI.
class SequenceEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit SequenceEditor(const Workplace& workplace, QWidget* parent = nullptr);

    /// id 0 = a new one. What was typed and not saved is gone: take typed() before.
    void open(const v1::Sequence& sequence, const google::protobuf::RepeatedPtrField<v1::SequenceGroup>& groups);
    /// Nothing is open. What is being saved goes on; its answer finds nothing to fill in.
    void clear();
    /// Goes on with what was typed before. Its version stays the one it was begun on, so that saving tells when
    /// somebody else was faster.
    void resume(const v1::Sequence& typed);
    /// What was typed on after `sent` went out, as an edit of `stored`, which came of it.
    static v1::Sequence typedSince(const v1::Sequence& typed, const v1::Sequence& sent, const v1::Sequence& stored);
    /// As it stands in the fields.
    v1::Sequence typed() const;
    bool isChanged() const;
    qint64 sequenceId() const { return m_stored.id(); }
    void save();

signals:
    /// `sent` has no id when it was a new one. Another one may be open by now; if not, what was typed since stays.
    void saved(const banhang::v1::Sequence& stored, const banhang::v1::Sequence& sent);
    void failed(const QString& strong, const banhang::AppError& error);
    void edited();
    /// What was typed is to go.
    void discarded();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSteps();
    void fill(const v1::Sequence& sequence, int currentStep);
    void fillList(int current);
    void fitList();
    void showTexts();
    void choose(int index);
    void addStep();
    void removeStep();
    void moveStep(int by);
    void touch();
    void preview();
    void showCheck(const v1::CheckSequenceResponse& response);
    void onAnswer(const v1::Sequence& sent, bool isHere, const Outcome<v1::Sequence>& outcome);
    void takeStored(const v1::Sequence& sent, const v1::Sequence& stored);
    void showRefusal(const AppError& error);
    void showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues);
    void applyRights();

    Workplace m_workplace;
    SequencesApi m_api;
    v1::Sequence m_stored;
    v1::Sequence m_edited; ///< steps as they stand in the list
    QStringList m_days;
    QLineEdit* m_name;
    QLineEdit* m_about;
    QCheckBox* m_active;
    QCheckBox* m_moves;
    QListWidget* m_list;
    StepForm* m_form;
    NoticeBar* m_notice;
    FormField* m_nameField = nullptr;
    Button* m_add;
    Button* m_remove;
    Button* m_up;
    Button* m_down;
    Button* m_save;
    Button* m_discard;
    QTimer m_previewTimer;
    CallHandle m_checkCall;
    SaveTurns m_saves;
};

} // namespace banhang::client
