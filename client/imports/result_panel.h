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
    explicit ResultPanel(QWidget* parent = nullptr);

    void setPlan(ImportPlan* plan);
    /// After a dry run or saving. `aside`: "done in 3 seconds".
    void showFindings(const QString& title, const QString& aside);
    /// The dry run no longer holds, or there was none.
    void showStale(const QString& title, const QString& explanation);
    DataTable* table() const { return m_table; }
    ImportRowsModel* model() const { return m_model; }

signals:
    void runRequested();
    void decided();
    void saveRowsRequested();

private:
    QWidget* makeTiles();
    QWidget* makeChips();
    void updateCounts();
    void choose(const QModelIndex& index);

    ImportPlan* m_plan = nullptr;
    ImportRowsModel* m_model;
    Label* m_title;
    Label* m_aside;
    Button* m_again;
    struct Tile
    {
        Label* figure;
    };
    Tile m_created{};
    Tile m_filled{};
    Tile m_alike{};
    Tile m_errors{};
    Tile m_ready{};
    QList<Chip*> m_chips;
    Button* m_saveRows = nullptr;
    DataTable* m_table;
    StateView* m_state;
    QWidget* m_content;
};

} // namespace banhang::client
