// The customers of a merge side by side: one row for each field, who gives it, what comes out, and why. With more of
// them than the window holds, fields and outcome stay in front while the customers pass by.
#pragma once

#include <QTableView>

#include "client/core/workplace.h"
#include "client/merging/merge_choices.h"

namespace banhang::client {

class MergeTable final : public QTableView
{
    Q_OBJECT
public:
    /// `choices` must outlive it.
    MergeTable(const Workplace& workplace, MergeChoices& choices, QWidget* parent = nullptr);

    /// The choices were begun anew.
    void reload();

    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

signals:
    /// Another customer is to survive; its preview must be asked for.
    void survivorChosen(qint64 customerId);
    void resultChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void fitColumns();
    void fitRows(QTableView& table) const;
    void orderColumns(QHeaderView& header, bool isOutcomeInFront) const;
    void makeFront();
    void placeFront();
    int frontWidth() const;
    void showChoices();

    MergeChoices& m_choices;
    class Model;
    Model* m_model;
    QTableView* m_front; ///< over the left edge: the first column and the outcome, of the same model and current cell
};

} // namespace banhang::client
