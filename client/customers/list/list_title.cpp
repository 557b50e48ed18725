#include "client/customers/list/list_title.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include "client/core/session.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

ListTitle::ListTitle(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_title(new QToolButton),
      m_count(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_age(new Tag({}, CellTone::Warn, QStringLiteral("clock"))),
      m_add(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("Add customer"))),
      m_views(new QMenu(m_title)),
      m_more(new QMenu(this))
{
    const auto setFont = [this] { m_title->setFont(textFont(TextSize::Title, TextWeight::Strong)); };
    setFont();
    connect(&Look::instance(), &Look::changed, this, setFont);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setAccessibleName(tr("Which customers are shown"));
    m_title->setMenu(m_views);
    m_age->hide();
    auto* columns = makeIconButton(QStringLiteral("columns-3"), tr("Columns"));
    auto* filter = makeIconButton(QStringLiteral("search"), tr("Filter this list"));
    filter->setToolTip(
        tr("Filter this list  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText)));
    auto* more = qobject_cast<QToolButton*>(makeIconButton(QStringLiteral("ellipsis"), tr("More for this list")));
    more->setMenu(m_more);
    more->setPopupMode(QToolButton::InstantPopup);
    m_add->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (auto* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_age)})
        row->addWidget(widget);
    row->addStretch(1);
    for (auto* widget : {static_cast<QWidget*>(filter), static_cast<QWidget*>(columns), static_cast<QWidget*>(more),
                         static_cast<QWidget*>(m_add)})
        row->addWidget(widget);
    connect(columns, &QAbstractButton::clicked, this, [this, columns] { emit columnsRequested(columns); });
    connect(filter, &QAbstractButton::clicked, this, &ListTitle::filterRequested);
    connect(m_add, &Button::clicked, this, &ListTitle::addRequested);
}

void ListTitle::setTitle(const QString& title, bool isChanged)
{
    m_title->setText(isChanged ? tr("%1 (changed)").arg(title) : title);
    fit();
}

void ListTitle::setCount(int count, bool isMore)
{
    const QString number = QLocale().toString(count);
    m_countWords = count < 0 ? QString()
                   : isMore  ? tr("%1+ customers").arg(number)
                             : tr("%Ln customers", nullptr, count);
    m_countNumber = count < 0 ? QString() : isMore ? QStringLiteral("%1+").arg(number) : number;
    m_count->setToolTip(m_countWords);
    m_count->setAccessibleName(m_countWords);
    fit();
}

void ListTitle::setAge(const QString& time)
{
    m_age->setText(time);
    m_age->setVisible(!time.isEmpty());
    fit();
}

void ListTitle::fit()
{
    const int others =
        layout()->sizeHint().width() - (m_count->isHidden() ? 0 : m_count->sizeHint().width() + layout()->spacing());
    const auto fits = [this, others](const QString& text) {
        m_count->setText(text);
        return others + m_count->sizeHint().width() + layout()->spacing() <= width();
    };
    m_count->setVisible(fits(m_countWords) || fits(m_countNumber));
}

void ListTitle::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ListTitle::applyRights()
{
    if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE))
        m_add->setEnabled(true);
    else
        m_add->disableByRight(tr("You do not have the right to add customers. Your team leader or IT can grant it."));
}

} // namespace banhang::client
