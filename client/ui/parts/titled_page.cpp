#include "client/ui/parts/titled_page.h"

#include "client/ui/parts/action_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tab_order.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace banhang::client {

TitledPage::TitledPage(const QString& title, QWidget* parent)
    : QWidget(parent),
      m_title(new Label(title, TextSize::Title, TextWeight::Strong, Tone::Normal, this)),
      m_aside(new Label(QString(), TextSize::Body, TextWeight::Regular, Tone::Quiet, this)),
      m_close(new Button(ButtonKind::Flat, {}, tr("Close"), this)),
      m_head(nullptr),
      m_body(new QVBoxLayout)
{
    setAccessibleName(title);
    setWindowTitle(title);
    m_close->setKey(QKeySequence(Qt::Key_Escape));
    auto* head = new ActionBar(Pane::Ground::Base, Pane::Edge::Bottom, this);
    m_head = head->row();
    m_title->setElided(true);
    m_aside->setElided(true);
    m_head->addWidget(m_title);
    m_head->addWidget(m_aside);
    m_head->addStretch(1);
    m_head->addWidget(m_close);
    m_body->setContentsMargins(14, 12, 14, 12);
    m_body->setSpacing(10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    auto* body = new QWidget; // keeps its room while all in it is hidden
    body->setLayout(m_body);
    column->addWidget(body, 1);
    setFocusProxy(m_close);
    connect(m_close, &Button::clicked, this, [this] { onClose(); });
}

void TitledPage::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    setWindowTitle(title); // for whoever shows the page
}

void TitledPage::setAside(const QString& text)
{
    m_aside->setText(text);
}

void TitledPage::setCloseText(const QString& text)
{
    m_close->relabel(text.isEmpty() ? tr("Close") : text);
}

void TitledPage::setEscapeTaken(bool isTaken)
{
    m_close->setKey(isTaken ? QKeySequence() : QKeySequence(Qt::Key_Escape));
}

QString TitledPage::title() const
{
    return m_title->text();
}

void TitledPage::addToHead(QWidget* widget)
{
    m_head->insertWidget(m_head->count() - 1, widget);
}

bool TitledPage::event(QEvent* event)
{
    if (event->type() == QEvent::Polish)
        tabFirst(*m_head, this);
    return QWidget::event(event);
}

QVBoxLayout* TitledPage::addBox(const QString& heading)
{
    auto* box = new Pane(Pane::Ground::Base, this);
    box->setEdges(static_cast<int>(Pane::Edge::Box));
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(14, 10, 14, 12);
    rows->setSpacing(8);
    if (!heading.isEmpty())
        rows->addWidget(new Label(heading, TextSize::Body, TextWeight::Strong, Tone::Normal, box));
    m_body->addWidget(box);
    return rows;
}

} // namespace banhang::client
