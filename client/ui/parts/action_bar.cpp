#include "client/ui/parts/action_bar.h"

#include "client/ui/look/key_hint.h"
#include "client/ui/parts/button.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QToolTip>

namespace banhang::client {

namespace {

QString keyOf(const Button& button)
{
    return button.property(kKeyHintProperty).toString();
}

bool hidesKey(const Button& button)
{
    return button.property(kKeyHiddenProperty).toBool();
}

} // namespace

ActionBar::ActionBar(Ground ground, Edge edge, QWidget* parent) : Pane(ground, parent), m_row(new QHBoxLayout(this))
{
    setEdges(static_cast<int>(edge));
    m_row->setContentsMargins(12, 8, 12, 8);
    m_row->setSpacing(8);
}

QSize ActionBar::minimumSizeHint() const
{
    return {0, Pane::minimumSizeHint().height()};
}

bool ActionBar::event(QEvent* event)
{
    const bool isDone = Pane::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitKeys();
    return isDone;
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    Pane::resizeEvent(event);
    fitKeys();
}

/// All of them or none: a key here and none there would look as if some acts had none.
void ActionBar::fitKeys()
{
    const auto buttons = findChildren<Button*>(QString(), Qt::FindDirectChildrenOnly);
    int wanted = m_row->sizeHint().width();
    for (const Button* button : buttons) {
        if (!button->isHidden() && hidesKey(*button) && !keyOf(*button).isEmpty())
            wanted += keyHintWidth(keyOf(*button));
    }
    const bool areHidden = wanted > width();
    for (Button* button : buttons) {
        if (hidesKey(*button) == areHidden)
            continue;
        button->setProperty(kKeyHiddenProperty, areHidden);
        button->installEventFilter(this); // again does no harm
        button->updateGeometry();
        button->update();
    }
}

bool ActionBar::eventFilter(QObject* watched, QEvent* event)
{
    auto* button = qobject_cast<Button*>(watched);
    if (event->type() != QEvent::ToolTip || !button || !hidesKey(*button) || keyOf(*button).isEmpty())
        return false;
    const QString text = button->toolTip().isEmpty() ? button->text().remove(QLatin1Char('&')) : button->toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), QStringLiteral("%1  %2").arg(text, keyOf(*button)),
                       button);
    return true;
}

} // namespace banhang::client
