// The title bar of the list: which customers, how many, how old; columns, refresh, add.
#pragma once

#include <QList>
#include <QWidget>

#include "client/core/workplace.h"

class QMenu;
class QToolButton;

namespace banhang::client {

class Button;
class Label;
class Tag;

class ListTitle final : public QWidget
{
    Q_OBJECT
public:
    enum class View { Mine, Visible, Bin };

    explicit ListTitle(const Workplace& workplace, QWidget* parent = nullptr);

    View view() const { return m_view; }
    /// Does not emit.
    void setView(View view);
    /// -1 for not known; with `isMore` there are more than that.
    void setCount(int count, bool isMore);
    /// Offline: when the list was last fresh. Empty hides it.
    void setAge(const QString& time);
    /// Columns that the user has taken away, kept on this machine.
    const QList<int>& hiddenColumns() const { return m_hiddenColumns; }
    void applyRights();

signals:
    void viewChosen();
    void columnsChanged();
    void refreshRequested();
    void addRequested();

private:
    QString textOf(View view) const;
    void fillViews();
    void fillColumns();
    void setColumnShown(int column, bool isShown);

    Workplace m_workplace;
    QToolButton* m_title;
    Label* m_count;
    Tag* m_age;
    Button* m_add;
    QMenu* m_views;
    QMenu* m_columns;
    QList<int> m_hiddenColumns;
    View m_view = View::Visible;
};

} // namespace banhang::client
