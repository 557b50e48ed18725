#include "client/workday/greeting.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>
#include <QUrlQuery>

#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/customer_text.h"
#include "client/ui/look/icon.h"
#include "common/vn/phone.h"

namespace banhang::client {

namespace {

bool isBirthday(const v1::Occasion& occasion)
{
    return occasion.key() == "occasion.birthday";
}

const v1::Contact* contactOf(const v1::Occasion& occasion, const v1::Customer& customer)
{
    for (const auto& contact : customer.contacts())
        if (contact.id() == occasion.contact_id() && occasion.contact_id() != 0)
            return &contact;
    return nullptr;
}

/// "anh Trần Văn Dũng"; a company by its name.
QString addressee(const v1::Occasion& occasion, const v1::Customer& customer)
{
    if (const auto* contact = contactOf(occasion, customer))
        return addressedName(contact->honorific(), contact->name());
    return customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL ? addressedName(customer.honorific(), customer.name())
                                                           : QString::fromStdString(customer.name());
}

} // namespace

QString greetingText(const v1::Occasion& occasion, const v1::Customer& customer, const QString& sender)
{
    const QString whom = addressee(occasion, customer);
    const QString words =
        isBirthday(occasion)
            ? Greeting::tr("Happy birthday, %1! We wish you good health, happiness and success, and thank you for your "
                           "trust in us.")
            : Greeting::tr("Congratulations to %1 on the anniversary of its founding! We wish you growth and success, "
                           "and thank you for working with us.");
    return words.arg(whom) + QLatin1Char('\n') + sender;
}

Greeting::Greeting(const Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_customers(workplace.rpc)
{
}

void Greeting::offer(const v1::Occasion& occasion, const QPoint& place, QWidget* window)
{
    m_call = m_customers.get(occasion.customer_id(), this,
                             [this, occasion, place, window](const Outcome<v1::Customer>& outcome) {
                                 if (!outcome)
                                     return emit failed(tr("The customer cannot be read."), outcome.error());
                                 auto* menu = new QMenu(window);
                                 menu->setAttribute(Qt::WA_DeleteOnClose);
                                 fill(menu, occasion, outcome.value());
                                 menu->popup(place);
                                 menu->setActiveAction(menu->actions().constFirst());
                             });
}

void Greeting::fill(QMenu* menu, const v1::Occasion& occasion, const v1::Customer& customer)
{
    const auto* contact = contactOf(occasion, customer);
    const QString sender = QString::fromStdString(m_workplace.session.me().full_name());
    const QString words = greetingText(occasion, customer, sender);
    const auto add = [&](const QString& icon, const QString& text, const QString& channel, const QUrl& url) {
        connect(menu->addAction(Icon::named(icon), text), &QAction::triggered, this,
                [this, occasion, customer, channel, url, words] {
                    if (channel == QLatin1String("zalo")) {
                        QGuiApplication::clipboard()->setText(words);
                        emit newsHappened({}, tr("The wishes are copied: Ctrl+V pastes them in Zalo"),
                                          QStringLiteral("copy"));
                    }
                    if (url.isValid())
                        QDesktopServices::openUrl(url);
                    emit talkBegun(talk(occasion, customer, channel));
                });
    };
    // What the person has, else what the customer has.
    const auto& phones = contact && !contact->phones().empty() ? contact->phones() : customer.phones();
    if (const auto phone = phones.empty() ? vn::Phone{} : vn::parsePhone(phones.Get(0).number()); phone.isValid()) {
        const QString number = QString::fromStdString(phones.Get(0).number());
        const QString key = QString::fromStdString(phone.key);
        add(QStringLiteral("phone"), tr("&Call %1").arg(number), QStringLiteral("call"),
            QUrl(QStringLiteral("tel:+%1").arg(key)));
        add(QStringLiteral("message-circle"), tr("&Zalo %1").arg(number), QStringLiteral("zalo"),
            QUrl(QStringLiteral("https://zalo.me/%1").arg(key)));
    }
    const auto& emails = contact && !contact->emails().empty() ? contact->emails() : customer.emails();
    if (!emails.empty()) {
        const QString address = QString::fromStdString(emails.Get(0).address());
        QUrl url(QStringLiteral("mailto:") + address);
        QUrlQuery query;
        const auto encoded = [](const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
        query.addQueryItem(QStringLiteral("subject"),
                           encoded(isBirthday(occasion) ? tr("Happy birthday") : tr("Congratulations")));
        query.addQueryItem(QStringLiteral("body"), encoded(words));
        url.setQuery(query);
        add(QStringLiteral("mail"), tr("&Write to %1").arg(address), QStringLiteral("email"), url);
    }
    add(QStringLiteral("square-pen"), tr("Only write it &down"), QStringLiteral("other"), {});
}

v1::Activity Greeting::talk(const v1::Occasion& occasion, const v1::Customer& customer, const QString& channelKey) const
{
    v1::Activity talk;
    talk.set_kind(v1::ACTIVITY_KIND_TALK);
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    talk.set_direction(v1::TALK_DIRECTION_OUT);
    talk.set_channel_key(channelKey.toStdString());
    talk.set_customer_id(customer.id());
    talk.set_customer_name(customer.name());
    talk.set_contact_id(occasion.contact_id());
    talk.set_contact_name(occasion.contact_name());
    talk.set_title((isBirthday(occasion) ? tr("Birthday wishes") : tr("Wishes for the anniversary")).toStdString());
    talk.set_course(
        greetingText(occasion, customer, QString::fromStdString(m_workplace.session.me().full_name())).toStdString());
    *talk.mutable_start_time() = toTimestamp(officeNow());
    return talk;
}

} // namespace banhang::client
