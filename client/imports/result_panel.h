// Right half of the import page: how many rows will become what, and those to look at one by one.
#pragma once

#include <QWidget>

#include "client/imports/import_rows_model.h"

namespace banhang::client {

class Button;
class Chip;
class DataTable;
class Label;
class StateView;

class ResultPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPanel(const DirectoryCache& directory, QWidget* parent = nullptr);

    void setPlan(ImportPlan* plan);
    /// After a dry run or saving. `aside`: "done in 3 seconds".
    void showFindings(const QString& title, const QString& aside);
    /// Another file of rows cannot be begun meanwhile.
    void setSavingRows(bool isSaving);
    /// The dry run no longer holds, or there was none.
    void showStale(const QString& title, const QString& explanation);
    DataTable* table() const { return m_table; }
    ImportRowsModel* model() const { return m_model; }

signals:
    void runRequested();
    void decided();
    void saveRowsRequested();

private:
    QWidget* makeNoRows() const;
    QWidget* makeTiles();
    QWidget* makeChips();
    void updateCounts();
    void choose(const QModelIndex& index);
    QList<int> chosenRows(int row) const;

    ImportPlan* m_plan = nullptr;
    ImportRowsModel* m_model;
    Label* m_title;
    QWidget* m_safe; ///< says that nothing is written yet
    Label* m_aside;
    Button* m_again;
    Label* m_created = nullptr;
    Label* m_filled = nullptr;
    Label* m_alike = nullptr;
    Label* m_errors = nullptr;
    Label* m_ready = nullptr;
    Label* m_all = nullptr;
    QList<Chip*> m_chips;
    bool m_isSavingRows = false;
    Button* m_saveRows = nullptr;
    DataTable* m_table;
    StateView* m_state;
    QWidget* m_content;
};

} // namespace banhang::client
