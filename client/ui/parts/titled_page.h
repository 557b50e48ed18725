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
    /// Grey words behind the title: "group 3 of 12".
    void setAside(const QString& text);
    /// In what the page leads back to, Close says so: "Back". Empty for Close.
    void setCloseText(const QString& text);
    /// While something in the page ends with Esc, Close does without: a key that two want does nothing.
    void setEscapeTaken(bool isTaken);
    /// Left of Close, in the order in which they come.
    void addToHead(QWidget* widget);
    /// Where the content goes.
    QVBoxLayout* body() const { return m_body; }
    /// A framed white box in the body, with room around what is put into the layout that comes back.
    QVBoxLayout* addBox(const QString& heading = {});

signals:
    void closeRequested();

protected:
    bool event(QEvent* event) override;
    /// Close was pressed, or Esc: asks to be closed, or goes one step back within the page.
    virtual void onClose() { emit closeRequested(); }

private:
    Label* m_title;
    Label* m_aside;
    Button* m_close;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

} // namespace banhang::client
