// A page of its own in the place of another one: title, what belongs to the title, Close (Esc), and the body below.
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace banhang::client {

class Button;
class Label;

class TitledPage : public QWidget
{
    Q_OBJECT
public:
    explicit TitledPage(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// Left of Close, in the order in which they come.
    void addToHead(QWidget* widget);
    /// Where the content goes.
    QVBoxLayout* body() const { return m_body; }
    /// A framed white box in the body, with room around what is put into the layout that comes back.
    QVBoxLayout* addBox(const QString& heading = {});

signals:
    void closeRequested();

private:
    Label* m_title;
    Button* m_close;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

} // namespace banhang::client
