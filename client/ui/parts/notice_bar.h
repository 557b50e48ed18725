// A bar in the page for a state that lasts: offline, conflict, errors of this form.
#pragma once

#include "client/ui/look/theme.h"
#include "client/ui/parts/avatar.h"

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;

namespace banhang::client {

class Button;
class Label;

/// A sentence, and grey words behind it: who says so.
struct NoticeLine
{
    QString text;
    QString quiet{};
};

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
    /// What could not be shown and why, with a button that tries again, until the next texts. Shows the bar.
    void setFailure(const QString& strong, const QString& why, const std::function<void()>& retry);
    /// Several sentences below each other, `strong` before the first.
    void setLines(const QString& strong, const QList<NoticeLine>& lines);
    /// Grey words before the buttons ("Thử lại sau 12 giây").
    void setAside(const QString& text);
    void setIcon(const QString& iconName);
    /// An avatar instead of the icon.
    void setPerson(const Person& person);
    Button* addButton(const QString& iconName, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showLines();

    Tone m_tone;
    QString m_strong;
    QList<NoticeLine> m_lines;
    Shape m_shape;
    QHBoxLayout* m_row;
    QWidget* m_sign;
    Label* m_text;
    Label* m_aside;
    Button* m_again = nullptr;
    std::function<void()> m_retry;
};

} // namespace banhang::client
