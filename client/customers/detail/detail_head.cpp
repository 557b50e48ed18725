#include "client/customers/detail/detail_head.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/customers/detail/presence_view.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/overflow_row.h"
#include "client/ui/parts/tab_order.h"
#include "client/ui/parts/tag.h"
#include "common/vn/phone.h"

namespace banhang::client {

DetailHead::DetailHead(const Workplace& workplace, QWidget* parent) : QWidget(parent), m_workplace(workplace)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeWords());
    column->addWidget(makeActions());
}

QWidget* DetailHead::makeWords()
{
    auto* words = new QWidget;
    auto* row = new QHBoxLayout(words);
    row->setContentsMargins(14, 10, 14, 4);
    row->setSpacing(10);
    m_icon = new IconLabel(QStringLiteral("building-2"), Tone::Accent, 18);
    m_icon->setPlate(36);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    m_name = new Label({}, TextSize::Record, TextWeight::Strong);
    m_name->setElided(true);
    m_colleagues = new PresenceView(m_workplace);
    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_name, 1);
    first->addWidget(m_colleagues);
    lines->addLayout(first);
    lines->addWidget(makeMarks());
    row->addLayout(lines, 1);
    return words;
}

QWidget* DetailHead::makeMarks()
{
    m_marks = new OverflowRow(6);
    m_code = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_taxCode = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_tier = new Tag({}, CellTone::Quiet);
    m_group = new Tag({}, CellTone::Accent);
    m_potential = new Tag({}, CellTone::Ok, QStringLiteral("trending-up"));
    m_age = new Tag({}, CellTone::Warn, QStringLiteral("clock"));
    m_marks->add(m_code);
    m_marks->add(m_taxCode, 2);
    m_marks->add(m_tier);
    m_marks->add(m_group, 1);
    m_marks->add(m_potential, 3);
    m_marks->add(m_age);
    m_marks->setWanted(m_age, false);
    return m_marks;
}

QWidget* DetailHead::makeActions()
{
    auto* bar = new QWidget;
    m_bar = bar;
    auto* row = new QHBoxLayout(bar);
    m_actions = row;
    row->setContentsMargins(14, 8, 10, 6);
    row->setSpacing(5);
    m_edit = new Button(ButtonKind::Primary, QStringLiteral("pencil"), tr("Edit"));
    m_edit->setKeyHint(QStringLiteral("F2"));
    m_call = new Button(ButtonKind::Normal, QStringLiteral("phone"), tr("Call"));
    m_mail = new Button(ButtonKind::Normal, QStringLiteral("mail"), tr("Email"));
    m_zalo = new Button(ButtonKind::Normal, QStringLiteral("message-circle"), tr("Zalo"));
    m_restore = new Button(ButtonKind::Primary, QStringLiteral("archive-restore"), tr("Restore"));
    m_call->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_mail->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_zalo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_call->setToolTip(tr("Call  %1").arg(m_call->shortcut().toString(QKeySequence::NativeText)));
    m_mail->setToolTip(tr("Write an e-mail  %1").arg(m_mail->shortcut().toString(QKeySequence::NativeText)));
    m_zalo->setToolTip(tr("Open Zalo  %1").arg(m_zalo->shortcut().toString(QKeySequence::NativeText)));
    auto* more = qobject_cast<QToolButton*>(makeIconButton(QStringLiteral("ellipsis"), tr("More actions")));
    m_menu = new QMenu(more);
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    for (auto* button : {m_edit, m_call, m_mail, m_zalo, m_restore})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(more);
    connect(m_edit, &Button::clicked, this, [this] { emit editRequested(m_customer.id()); });
    connect(m_call, &Button::clicked, this, [this] { callPhone(QStringLiteral("tel:+%1"), QStringLiteral("call")); });
    connect(m_zalo, &Button::clicked, this,
            [this] { callPhone(QStringLiteral("https://zalo.me/%1"), QStringLiteral("zalo")); });
    connect(m_mail, &Button::clicked, this, [this] {
        QDesktopServices::openUrl(
            QUrl(QStringLiteral("mailto:") + QString::fromStdString(m_customer.emails(0).address())));
        emit reachedOut(QStringLiteral("email"));
    });
    connect(m_restore, &Button::clicked, this, [this] { emit restoreRequested(m_customer.id()); });
    connect(m_menu, &QMenu::aboutToShow, this, &DetailHead::fillMenu);
    return bar;
}

void DetailHead::addActions(const QList<Button*>& actions)
{
    m_added += actions;
    for (auto* action : actions) {
        if (action->kind() != ButtonKind::Primary) {
            m_actions->insertWidget(m_actions->indexOf(m_restore), action);
            continue;
        }
        // One primary button a page, and that is what is done there most.
        m_actions->insertWidget(0, action);
        m_actions->removeWidget(m_edit);
        m_actions->insertWidget(m_actions->count() - 1, m_edit);
        m_edit->setKind(ButtonKind::Flat);
        m_edit->relabel({});
        m_edit->setKeyHint({});
        m_edit->setAccessibleName(tr("Edit"));
        m_edit->setToolTip(tr("Edit  %1").arg(QStringLiteral("F2")));
    }
    tabThrough(*m_actions, m_call);
}

void DetailHead::showCustomer(const v1::Customer& customer)
{
    m_customer = customer;
    applyRights();
    m_icon->setIcon(kindIcon(m_customer.kind()), Tone::Accent);
    m_name->setText(m_customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL
                        ? addressedName(m_customer.honorific(), m_customer.name())
                        : QString::fromStdString(m_customer.name()));
    showMarks();
    const bool hasPhone = !m_customer.phones().empty();
    m_call->setVisible(hasPhone && !isInBin());
    m_zalo->setVisible(hasPhone && !isInBin());
    m_mail->setVisible(!m_customer.emails().empty() && !isInBin());
    for (auto* action : m_added + QList{m_edit})
        action->setVisible(!isInBin());
    m_restore->setVisible(isInBin());
}

void DetailHead::showMarks()
{
    const QString dot = QStringLiteral("·  ");
    m_code->setText(QString::fromStdString(m_customer.code()));
    m_taxCode->setText(dot + tr("Tax code %1").arg(taxCodeText(m_customer.tax_code())));
    m_marks->setWanted(m_taxCode, !m_customer.tax_code().empty());
    m_code->setToolTip(m_customer.tax_code().empty() ? QString() : m_taxCode->text().mid(dot.size()));
    const auto show = [this](Tag* tag, const QString& list, const std::string& key, CellTone tone) {
        tag->setText(m_workplace.picklists.label(list, key));
        tag->setTone(tone);
        m_marks->setWanted(tag, !key.empty());
    };
    show(m_tier, QStringLiteral("tier"), m_customer.tier_key(),
         m_customer.tier_key() == "vip" ? CellTone::Vip : CellTone::Plain);
    show(m_group, QStringLiteral("group"), m_customer.group_key(),
         m_customer.group_key() == "loyal" ? CellTone::Accent : CellTone::Plain);
    // Only what is good news stands in the head; the judgement itself is in the list and in the talks.
    m_potential->setText(potentialText(v1::POTENTIAL_PROMISING));
    m_marks->setWanted(m_potential, m_customer.potential() == v1::POTENTIAL_PROMISING);
}

void DetailHead::watch(qint64 customerId)
{
    m_colleagues->showCustomer(customerId);
}

void DetailHead::setOffline(bool isOffline)
{
    m_age->setText(tr("figures of %1").arg(officeNow().toString(QStringLiteral("HH:mm"))));
    m_marks->setWanted(m_age, isOffline);
}

void DetailHead::setNarrow(bool isNarrow)
{
    m_call->relabel(isNarrow ? QString() : tr("Call"));
    m_mail->relabel(isNarrow ? QString() : tr("Email"));
    m_zalo->relabel(isNarrow ? QString() : tr("Zalo"));
    m_call->setAccessibleName(tr("Call"));
    m_mail->setAccessibleName(tr("Email"));
    m_zalo->setAccessibleName(tr("Zalo"));
}

void DetailHead::applyRights()
{
    if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        m_edit->setEnabled(true);
    else
        m_edit->disableByRight(tr("You do not have the right to edit customers. Your team leader or IT can grant it."));
    m_restore->setEnabled(m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE));
}

bool DetailHead::mayEdit() const
{
    return m_edit->isEnabled() && !isInBin();
}

void DetailHead::setGone()
{
    m_edit->setEnabled(false);
    for (auto* action : m_added + QList{m_edit, m_call, m_mail, m_zalo})
        action->hide();
}

bool DetailHead::reach(const QString& channelKey)
{
    auto* button = channelKey == QLatin1String("call")    ? m_call
                   : channelKey == QLatin1String("email") ? m_mail
                   : channelKey == QLatin1String("zalo")  ? m_zalo
                                                          : nullptr;
    if (!button || button->isHidden() || !button->isEnabled())
        return false;
    button->click();
    return true;
}

void DetailHead::callPhone(const QString& scheme, const QString& channelKey)
{
    const auto phone = vn::parsePhone(m_customer.phones(0).number());
    if (!phone.isValid())
        return;
    QDesktopServices::openUrl(QUrl(scheme.arg(QString::fromStdString(phone.key))));
    emit reachedOut(channelKey);
}

void DetailHead::fillMenu()
{
    m_menu->clear();
    const auto& session = m_workplace.session;
    const auto add = [this](const QString& icon, const QString& text, auto work) {
        auto* action = m_menu->addAction(Icon::named(icon), text);
        connect(action, &QAction::triggered, this, work);
    };
    add(QStringLiteral("copy"), tr("Copy the code %1").arg(QString::fromStdString(m_customer.code())),
        [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_customer.code())); });
    if (isInBin())
        return;
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN))
        add(QStringLiteral("user-check"), tr("Assign to a colleague…"),
            [this] { emit assignRequested({m_customer.id()}); });
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        add(QStringLiteral("share-2"), tr("Share with a colleague…"), [this] { emit shareRequested(m_customer.id()); });
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE)) {
        m_menu->addSeparator();
        add(QStringLiteral("trash-2"), tr("Delete"), [this] { emit binRequested({m_customer.id()}); });
    }
}

bool DetailHead::focusFirst()
{
    for (int i = 0; i < m_actions->count(); ++i) {
        auto* action = m_actions->itemAt(i)->widget();
        if (!action || !action->isEnabled() || !action->isVisible())
            continue;
        action->setFocus();
        return true;
    }
    return false;
}

} // namespace banhang::client
