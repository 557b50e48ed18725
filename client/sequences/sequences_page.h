// The page on which the office lays down its care sequences: their list, and the one that is open.
#pragma once

#include <map>

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

signals:
    void failed(const QString& strong, const banhang::AppError& error);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);

private:
    void showList(const v1::ListSequencesResponse& response);
    void choose(int row);
    void open(const v1::Sequence& sequence);
    void keepTyped();
    void discard();
    void beginNew();
    void onChanges(const QList<RecordChange>& changes);
    QString lineOf(const v1::Sequence& sequence) const;
    void showState();

    Workplace m_workplace;
    SequencesApi m_api;
    v1::ListSequencesResponse m_sequences;
    std::map<qint64, v1::Sequence> m_typed; ///< what was typed and not saved, by id; 0 = of the new one
    QListWidget* m_list;
    SequenceEditor* m_editor;
    QScrollArea* m_scroll;
    StateView* m_empty;
    StateView* m_failure;
    Button* m_new;
    Button* m_first = nullptr;
    qint64 m_chosen = 0;
    bool m_isLoaded = false;
    CallHandle m_listCall;
};

} // namespace banhang::client
