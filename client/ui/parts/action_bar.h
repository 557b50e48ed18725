// A bar above or below a page with words and buttons. What stands in it, also for a moment, never makes the window
// wider: where there is no room, the keys in its buttons go first, into their tool tips, then the ends of its words.
#pragma once

#include "client/ui/parts/label.h"

class QHBoxLayout;

namespace banhang::client {

class ActionBar final : public Pane
{
    Q_OBJECT
public:
    ActionBar(Ground ground, Edge edge, QWidget* parent = nullptr);

    /// Where words and buttons go.
    QHBoxLayout* row() const { return m_row; }
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitKeys();

    QHBoxLayout* m_row;
};

} // namespace banhang::client
