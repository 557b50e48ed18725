#include "client/ui/parts/state_view.h"

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace banhang::client {

namespace {

constexpr int kIconSize = 22;
constexpr int kMaxWidth = 360;

QString iconOf(StateView::Kind kind)
{
    switch (kind) {
    case StateView::Kind::NoMatch:
        return QStringLiteral("search-x");
    case StateView::Kind::Failed:
        return QStringLiteral("server-crash");
    case StateView::Kind::NoRight:
        return QStringLiteral("lock");
    case StateView::Kind::Empty:
        break;
    }
    return QStringLiteral("users");
}

Tone toneOf(StateView::Kind kind)
{
    return kind == StateView::Kind::Failed ? Tone::Error : Tone::Quiet;
}

} // namespace

StateView::StateView(Kind kind, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_iconName(iconOf(kind)),
      m_icon(new IconLabel(m_iconName, toneOf(kind), kIconSize, this)),
      m_title(new Label(QString(), TextSize::Body, TextWeight::Strong, Tone::Normal, this)),
      m_explanation(new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Quiet, this)),
      m_buttons(new QHBoxLayout)
{
    for (Label* label : {m_title, m_explanation}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        updateWithLook(label, [label] { label->setMaximumWidth(scaled(kMaxWidth)); });
    }
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignHCenter);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    const auto addText = [column](Label* label) {
        auto* row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(label, 1000);
        row->addStretch();
        column->addLayout(row);
    };
    addText(m_title);
    addText(m_explanation);
    column->addSpacing(8);
    column->addLayout(m_buttons);
    column->addStretch();
}

void StateView::setTexts(const QString& title, const QString& explanation)
{
    say(title, explanation, false);
}

Button* StateView::setFailure(const QString& title, const QString& why, const std::function<void()>& retry)
{
    m_retry = retry;
    if (!m_again) {
        m_again = addButton(false, QStringLiteral("refresh-cw"), tr("Try again"));
        connect(m_again, &Button::clicked, this, [this] {
            const auto work = m_retry; // may lead to another failure
            work();
        });
    }
    say(title, why, true);
    return m_again;
}

void StateView::say(const QString& title, const QString& explanation, bool isFailure)
{
    const Kind kind = isFailure ? Kind::Failed : m_kind;
    m_icon->setIcon(isFailure ? iconOf(kind) : m_iconName, toneOf(kind));
    for (int i = 0; m_again && i < m_buttons->count(); ++i) {
        QWidget* button = m_buttons->itemAt(i)->widget();
        button->setVisible((button == m_again) == isFailure);
    }
    m_title->setText(title);
    m_explanation->setText(explanation);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

void StateView::setIcon(const QString& iconName)
{
    m_iconName = iconName;
    m_icon->setIcon(iconName, toneOf(m_kind));
}

Button* StateView::addButton(bool isPrimary, const QString& iconName, const QString& text)
{
    auto* button = new Button(isPrimary ? ButtonKind::SmallPrimary : ButtonKind::Small, iconName, text, this);
    m_buttons->addWidget(button);
    return button;
}

} // namespace banhang::client
