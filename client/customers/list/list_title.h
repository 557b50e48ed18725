// The title bar of the list: which customers, how many, how old; columns, filter, add.
#pragma once

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
    explicit ListTitle(const Workplace& workplace, QWidget* parent = nullptr);

    /// `isChanged`: it is no longer as it was saved.
    void setTitle(const QString& title, bool isChanged);
    /// The menu behind the title; whoever owns the views fills it.
    QMenu* menu() const { return m_views; }
    /// What is done with the list now and then; filled by the same.
    QMenu* moreMenu() const { return m_more; }
    /// -1 for not known; with `isMore` there are more than that.
    void setCount(int count, bool isMore);
    /// Offline: when the list was last fresh. Empty hides it.
    void setAge(const QString& time);
    void applyRights();

signals:
    void filterRequested();
    void columnsRequested(QWidget* below);
    void addRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Where not everything fits, the count makes room, its words first: a title that is cut off says nothing.
    void fit();

    Workplace m_workplace;
    QToolButton* m_title;
    Label* m_count;
    QString m_countWords;
    QString m_countNumber;
    Tag* m_age;
    Button* m_add;
    QMenu* m_views;
    QMenu* m_more;
};

} // namespace banhang::client
