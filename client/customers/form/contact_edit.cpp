#include "client/customers/form/contact_edit.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QShortcut>

#include "client/customers/customer_fields.h"
#include "client/ui/look/icon.h"

namespace banhang::client {

namespace {

constexpr v1::ContactUse kUses[] = {v1::CONTACT_USE_WORK, v1::CONTACT_USE_HOME, v1::CONTACT_USE_BILLING,
                                    v1::CONTACT_USE_SHIPPING, v1::CONTACT_USE_OTHER};

QString iconOf(v1::ContactUse use)
{
    switch (use) {
    case v1::CONTACT_USE_WORK:
        return QStringLiteral("briefcase");
    case v1::CONTACT_USE_HOME:
        return QStringLiteral("house");
    case v1::CONTACT_USE_BILLING:
        return QStringLiteral("file-text");
    case v1::CONTACT_USE_SHIPPING:
        return QStringLiteral("package");
    default:
        return QStringLiteral("tag");
    }
}

} // namespace

ContactEdit::ContactEdit(Kind kind, QWidget* parent)
    : QLineEdit(parent),
      m_kind(kind),
      m_menu(new QMenu(this)),
      m_sign(addAction(Icon::named(iconOf(v1::CONTACT_USE_UNSPECIFIED), Tone::Hint), QLineEdit::TrailingPosition))
{
    const auto open = [this] { m_menu->popup(mapToGlobal(QPoint(0, height()))); };
    connect(m_menu, &QMenu::aboutToShow, this, &ContactEdit::fillMenu);
    connect(m_sign, &QAction::triggered, this, open);
    auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, open);
    showUse();
}

void ContactEdit::fillMenu()
{
    m_menu->clear();
    for (const auto use : kUses) {
        auto* action = m_menu->addAction(Icon::named(iconOf(use)), useWord(use));
        action->setCheckable(true);
        action->setChecked(use == m_use);
        connect(action, &QAction::triggered, this, [this, use] {
            m_use = use == m_use ? v1::CONTACT_USE_UNSPECIFIED : use;
            showUse();
            emit useChanged();
        });
    }
    if (m_kind == Kind::Email)
        return;
    m_menu->addSeparator();
    auto* zalo = m_menu->addAction(tr("Reachable on Zalo"));
    zalo->setCheckable(true);
    zalo->setChecked(m_isOnZalo);
    connect(zalo, &QAction::triggered, this, [this](bool isOn) {
        m_isOnZalo = isOn;
        showUse();
        emit useChanged();
    });
}

void ContactEdit::showUse()
{
    m_sign->setIcon(Icon::named(iconOf(m_use), m_use ? Tone::Quiet : Tone::Hint));
    QStringList words{m_use ? useWord(m_use) : tr("What it is for")};
    if (m_isOnZalo)
        words.append(tr("Zalo"));
    m_sign->setToolTip(words.join(QStringLiteral(", ")));
    showSign();
}

void ContactEdit::showSign()
{
    m_sign->setVisible(m_use || m_isOnZalo || hasFocus() || underMouse());
}

bool ContactEdit::event(QEvent* event)
{
    const bool isDone = QLineEdit::event(event);
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Enter:
    case QEvent::Leave:
        showSign();
        break;
    default:
        break;
    }
    return isDone;
}

void ContactEdit::setPhone(const v1::Phone& phone)
{
    setText(QString::fromStdString(phone.number()));
    m_use = phone.use();
    m_isOnZalo = phone.zalo();
    showUse();
}

v1::Phone ContactEdit::phone() const
{
    v1::Phone phone;
    phone.set_number(text().trimmed().toStdString());
    phone.set_use(m_use);
    phone.set_zalo(m_isOnZalo);
    return phone;
}

void ContactEdit::setEmail(const v1::Email& email)
{
    setText(QString::fromStdString(email.address()));
    m_use = email.use();
    showUse();
}

v1::Email ContactEdit::email() const
{
    v1::Email email;
    email.set_address(text().trimmed().toStdString());
    email.set_use(m_use);
    return email;
}

} // namespace banhang::client
