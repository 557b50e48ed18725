// A small form in the middle of the window: sign in, change the password.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace banhang::client {

class Button;
class FormGrid;
class Label;
class NoticeBar;

/// Takes the labels and buttons given to it.
class CardPage final : public QWidget
{
    Q_OBJECT
public:
    CardPage(Label* title, Label* subtitle, QWidget* parent = nullptr);

    FormGrid* grid() const { return m_grid; }
    /// Hidden until shown.
    NoticeBar* notice() const { return m_notice; }
    /// `escape` at the left, `main` at the right.
    void addButtons(Button* escape, Button* main);
    /// Between the notice and the fields.
    void addAboveFields(QWidget* widget);

private:
    FormGrid* m_grid;
    NoticeBar* m_notice;
    QVBoxLayout* m_column = nullptr;
    QHBoxLayout* m_buttons;
};

} // namespace banhang::client
