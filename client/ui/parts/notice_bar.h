// A bar in the page for a state that lasts: offline, conflict, errors of this form.
#pragma once

#include "client/ui/look/theme.h"
#include "client/ui/parts/avatar.h"

#include <QFrame>

class QHBoxLayout;

namespace banhang::client {

class Button;
class Label;

class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Shape {
        Box,   // inside a page, with a frame
        Strip, // across the window, hairline below
        Note,  // thick bar at the left: points to watch
    };
    /// `tone`: Warn, Error, Peer, Ok or Accent; the icon follows from it.
    explicit NoticeBar(Tone tone, Shape shape = Shape::Box, QWidget* parent = nullptr);

    /// `strong` first in 600, then `text`; either may be empty. Announced to screen readers.
    void setTexts(const QString& strong, const QString& text);
    /// Grey words before the buttons ("Thử lại sau 12 giây").
    void setAside(const QString& text);
    void setIcon(const QString& iconName);
    /// An avatar instead of the icon.
    void setPerson(const Person& person);
    Button* addButton(const QString& iconName, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    Shape m_shape;
    QHBoxLayout* m_row;
    QWidget* m_sign;
    Label* m_text;
    Label* m_aside;
};

} // namespace banhang::client
