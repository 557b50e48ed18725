// The strip above the table while several customers are chosen: how many, and what can be done with all of them.
#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;
class QMenu;

namespace banhang::client {

class Button;
class Label;
class OverflowRow;

class SelectionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionBar(QWidget* parent = nullptr);

    void setCount(qsizetype customers);
    /// Beside the number while there is room, else in the menu behind "⋯"; the one that came first stays longest.
    Button* addAct(const QString& iconName, const QString& text);
    /// In the menu at all times. Never shown itself: it carries the right, the key hint and the click.
    Button* addRareAct(const QString& iconName, const QString& text);
    void setWanted(Button* act, bool isWanted);
    /// Where the menu of an act opens, in global coordinates.
    QPoint placeOf(const Button* act) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenu();

    OverflowRow* m_row;
    Label* m_count;
    QAbstractButton* m_more;
    QMenu* m_menu;
    QList<Button*> m_acts;
    QList<Button*> m_unwanted;
};

} // namespace banhang::client
