// Two panes side by side, or one of them where there is no room for both.
#pragma once

#include <QSplitter>

namespace banhang::client {

class TwoPanes final : public QSplitter
{
    Q_OBJECT
public:
    TwoPanes(QWidget* left, QWidget* right, QWidget* parent = nullptr);

    /// Which one stays where there is room for one only.
    void showRight(bool isRight);
    bool isRightShown() const { return m_isRight; }
    bool hasRoomForBoth() const { return m_hasRoom; }
    /// Of the wider pane: a page that is not shown must not widen the window either.
    QSize minimumSizeHint() const override;

signals:
    void roomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    bool m_isRight = false;
    bool m_hasRoom = true;
};

} // namespace banhang::client
