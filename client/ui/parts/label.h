// A label with a meaning instead of a colour, and plain panes and lines.
#pragma once

#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QFrame>
#include <QLabel>

namespace banhang::client {

/// Text whose colour, size and weight follow theme and text size. Plain text unless `setTextFormat` says otherwise.
class Label final : public QLabel
{
    Q_OBJECT
public:
    explicit Label(const QString& text, TextSize size = TextSize::Body, TextWeight weight = TextWeight::Regular,
                   Tone tone = Tone::Normal, QWidget* parent = nullptr);
    explicit Label(QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setWeight(TextWeight weight);
    /// Cuts the end with "…" when there is no room (full text in the tool tip); for one line only.
    void setElided(bool isElided);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyLook();

    TextSize m_size;
    TextWeight m_weight;
    Tone m_tone;
    bool m_isElided = false;
};

/// Ground of a place: `Window` for frames, `Base` for panes with tables, `Alt` for section bars.
class Pane : public QFrame
{
    Q_OBJECT
public:
    enum class Ground { Window, Base, Alt, Chosen }; // Chosen: the one that matters, with an accent bar at the left
    enum class Edge { None = 0, Top = 1, Right = 2, Bottom = 4, Left = 8, Box = 15 };

    explicit Pane(Ground ground, QWidget* parent = nullptr);
    /// Hairlines of one device pixel; `Box` has corners of 4.
    void setEdges(int edges);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ground m_ground;
    int m_edges = 0;
};

} // namespace banhang::client
