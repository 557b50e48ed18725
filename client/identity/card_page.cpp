#include "client/identity/card_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/ui/form/form_grid.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kCardWidth = 460;
constexpr int kGap = 12;

} // namespace

CardPage::CardPage(Label* title, Label* subtitle, QWidget* parent)
    : QWidget(parent),
      m_grid(new FormGrid),
      m_notice(new NoticeBar(Tone::Warn, NoticeBar::Shape::Box)),
      m_buttons(new QHBoxLayout)
{
    auto* card = new QWidget;
    card->setMaximumWidth(kCardWidth);
    card->setMinimumWidth(kCardWidth);
    auto* column = new QVBoxLayout(card);
    m_column = column;
    column->setSpacing(kGap);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGap);
    auto* mark = new IconLabel(QStringLiteral("building-2"), Tone::Accent, 20);
    mark->setPlate(36);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    title->setElided(true);
    subtitle->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(subtitle);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    column->addLayout(head);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(m_grid);
    column->addLayout(m_buttons);

    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    // Not by an alignment, which would not ask how high the wrapped words are.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(3);
}

void CardPage::addAboveFields(QWidget* widget)
{
    m_column->insertWidget(m_column->indexOf(m_grid), widget);
}

void CardPage::addButtons(Button* escape, Button* main)
{
    m_buttons->addWidget(escape);
    m_buttons->addStretch(1);
    m_buttons->addWidget(main);
}

} // namespace banhang::client
