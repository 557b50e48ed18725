#include "client/customers/batch/selection_bar.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include "client/ui/look/button_kind.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/overflow_row.h"

namespace banhang::client {

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent),
      m_row(new OverflowRow(8)),
      m_count(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_more(makeIconButton(QStringLiteral("ellipsis"), tr("More actions"))),
      m_menu(new QMenu(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("copy-check"), Tone::Accent));
    row->addWidget(m_row, 1);
    row->addWidget(m_more);
    m_row->add(m_count);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &SelectionBar::fillMenu);
    auto* more = qobject_cast<QToolButton*>(m_more);
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
}

void SelectionBar::setCount(qsizetype customers)
{
    m_count->setText(tr("%Ln customers chosen", nullptr, static_cast<int>(customers)));
    setAccessibleName(m_count->text());
}

Button* SelectionBar::addAct(const QString& iconName, const QString& text)
{
    auto* act = new Button(ButtonKind::Small, iconName, text);
    m_acts.append(act);
    m_row->add(act, static_cast<int>(m_acts.size()));
    return act;
}

Button* SelectionBar::addRareAct(const QString& iconName, const QString& text)
{
    auto* act = new Button(ButtonKind::Small, iconName, text, this);
    act->hide();
    m_acts.append(act);
    return act;
}

void SelectionBar::setWanted(Button* act, bool isWanted)
{
    m_unwanted.removeAll(act);
    if (!isWanted)
        m_unwanted.append(act);
    m_row->setWanted(act, isWanted);
}

QPoint SelectionBar::placeOf(const Button* act) const
{
    const QWidget* shown = act->isVisible() ? static_cast<const QWidget*>(act) : m_more;
    return shown->mapToGlobal(QPoint(0, shown->height()));
}

void SelectionBar::fillMenu()
{
    m_menu->clear();
    for (Button* act : std::as_const(m_acts)) {
        if (act->isVisible() || m_unwanted.contains(act))
            continue;
        QString text = act->text();
        if (const QString key = act->property(kKeyHintProperty).toString(); !key.isEmpty())
            text += QLatin1Char('\t') + key;
        auto* entry = m_menu->addAction(Icon::named(act->property(kIconNameProperty).toString()), text);
        entry->setEnabled(act->isEnabled());
        entry->setToolTip(act->toolTip());
        connect(entry, &QAction::triggered, act, &Button::click);
    }
}

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().toneGround(Tone::Accent));
    paintHairline(painter, rect(), Qt::BottomEdge, theme().toneBorder(Tone::Accent));
}

} // namespace banhang::client
