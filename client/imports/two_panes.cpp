#include "client/imports/two_panes.h"

#include <utility>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kMinWidthForBoth = 1000;

} // namespace

TwoPanes::TwoPanes(QWidget* left, QWidget* right, QWidget* parent) : QSplitter(parent)
{
    addWidget(left);
    addWidget(right);
    setChildrenCollapsible(false);
    connect(&Look::instance(), &Look::changed, this, &TwoPanes::fit);
}

void TwoPanes::showRight(bool isRight)
{
    m_isRight = isRight;
    fit();
}

QSize TwoPanes::minimumSizeHint() const
{
    return widget(0)->minimumSizeHint().expandedTo(widget(1)->minimumSizeHint());
}

void TwoPanes::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    fit();
}

void TwoPanes::fit()
{
    const bool hadRoom = std::exchange(m_hasRoom, width() >= scaled(kMinWidthForBoth));
    const auto* leaving = m_hasRoom ? nullptr : widget(m_isRight ? 0 : 1);
    if (leaving && leaving->isAncestorOf(window()->focusWidget()))
        setFocus(); // else it would go to whatever comes next in the window
    widget(0)->setVisible(m_hasRoom || !m_isRight);
    widget(1)->setVisible(m_hasRoom || m_isRight);
    if (hadRoom != m_hasRoom)
        emit roomChanged();
}

} // namespace banhang::client
