// The page on which the office lays down its care sequences: their list, and the one that is open.
#pragma once

#include <QTimer>

#include <optional>

#include "client/core/workplace.h"
#include "client/sequences/sequences_api.h"
#include "client/ui/parts/titled_page.h"

class QListWidget;
class QScrollArea;

namespace banhang::client {

class Button;
class SequenceEditor;
class StateView;
struct RecordChange;

/// Thread: UI.
class SequencesPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit SequencesPage(const Workplace& workplace, QWidget* parent = nullptr);

    void reload();
    void clear();
    bool nextPane();
    /// Goes on with what was typed and not saved; false when it is no draft of a sequence.
    bool openDraft(const QString& key);

signals:
    void failed(const QString& strong, const banhang::AppError& error);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);

private:
    void showList(const v1::ListSequencesResponse& response);
    /// Is written in: neither its text nor the cursor in it is touched by what arrives.
    bool isTyping() const;
    void onSaved(const v1::Sequence& stored, const v1::Sequence& sent);
    /// What was typed after `sent` went out waits with what came of it; a draft of what was sent is no more.
    void carryOver(const v1::Sequence& sent, const v1::Sequence& stored);
    void choose(int row);
    void open(const v1::Sequence& sequence);
    /// What stands in the editor, kept on this machine while it is not saved.
    void keepTyped();
    void keepDraft(const QString& key, const v1::Sequence& sequence);
    /// What was typed and not saved; 0 = of the new one.
    std::optional<v1::Sequence> typed(qint64 sequenceId) const;
    void discard();
    void beginNew();
    void onChanges(const QList<RecordChange>& changes);
    void fillRow(int row);
    void showState();

    Workplace m_workplace;
    SequencesApi m_api;
    v1::ListSequencesResponse m_sequences;
    QTimer m_keeping; ///< until what is typed is kept on this machine
    QListWidget* m_list;
    SequenceEditor* m_editor;
    QScrollArea* m_scroll;
    StateView* m_empty;
    StateView* m_failure;
    Button* m_new;
    Button* m_first = nullptr;
    qint64 m_chosen = 0;
    bool m_isLoaded = false;
    bool m_isEditing = false;       ///< the editor shows the chosen one
    std::optional<qint64> m_wanted; ///< to be shown when the list has come; 0 = the new one
    CallHandle m_listCall;
};

} // namespace banhang::client
