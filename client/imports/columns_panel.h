// Left half of the import page: which column goes where, what was done to it, and what holds for all new rows.
#pragma once

#include <QWidget>

#include <vector>

#include "client/core/workplace.h"
#include "client/imports/import_plan.h"

class QComboBox;
class QGridLayout;
class QScrollArea;

namespace banhang::client {

class Button;
class IconLabel;
class Label;

class ColumnsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnsPanel(const Workplace& workplace, QWidget* parent = nullptr);

    /// Null for none. The plan must outlive the panel's use of it.
    void setPlan(ImportPlan* plan);
    /// After a dry run.
    void showChecks();
    void focusFirst();

signals:
    /// Another field for a column, or another default: the dry run no longer holds.
    void mappingChanged();
    /// Another way with duplicates; the findings stay.
    void policyChanged();
    void guessRequested();

private:
    struct Line
    {
        QComboBox* field;
        IconLabel* icon;
        Label* check;
    };
    void fillLines();
    void addGround(bool isHead);
    void addHeads();
    void addLine(int column);
    void choose(int column);
    void updateCount();
    QWidget* makeDefaults();
    void fillDefaults();
    void takeDefaults();
    void choosePolicy(int box);

    Workplace m_workplace;
    ImportPlan* m_plan = nullptr;
    Label* m_count;
    QScrollArea* m_scroll;
    QGridLayout* m_grid = nullptr;
    std::vector<Line> m_lines;
    QComboBox* m_source = nullptr;
    QComboBox* m_owner = nullptr;
    QList<QComboBox*> m_policies;
};

} // namespace banhang::client
