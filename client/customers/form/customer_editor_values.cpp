// The half of CustomerEditor that reads the fields back into a record.
#include "client/customers/form/customer_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QPlainTextEdit>

#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/customer_text.h"
#include "client/customers/form/choice_chips.h"
#include "client/customers/form/contact_edit.h"
#include "client/customers/form/ward_box.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/form/form_field.h"
#include "common/day_message.h"
#include "common/vn/date_text.h"

namespace banhang::client {

void CustomerEditor::showDates()
{
    if (m_birthday)
        m_birthday->setText(dayText(m_shown.birthday().date()) +
                            (m_shown.birthday().leap_month() ? tr(" leap month") : QString()));
    const auto& founded = m_shown.founded_date();
    if (m_founded && founded.year())
        m_founded->setDate(QDate(founded.year(), founded.month(), founded.day()));
}

FormField* CustomerEditor::unreadable() const
{
    if (m_founded && m_founded->isWrong())
        return m_fields.value(QStringLiteral("founded_date"));
    if (m_birthday && !m_birthday->text().trimmed().isEmpty() && !typedBirthday())
        return m_fields.value(QStringLiteral("birthday"));
    return nullptr;
}

std::optional<v1::Birthday> CustomerEditor::typedBirthday() const
{
    const auto text = m_birthday->text().toStdString();
    v1::Birthday birthday;
    if (m_isLunar->isChecked()) {
        const auto day = vn::parseLunarDate(text, officeToday());
        if (!day)
            return std::nullopt;
        setDate({day->year, day->month, day->day}, *birthday.mutable_date());
        birthday.set_lunar(true);
        birthday.set_leap_month(day->leap);
        return birthday;
    }
    if (const auto day = vn::parseDate(text, officeToday(), vn::YearHint::Past))
        setDate(*day, *birthday.mutable_date());
    else if (const auto year = vn::parseYear(text))
        birthday.mutable_date()->set_year(*year);
    else
        return std::nullopt;
    return birthday;
}

void CustomerEditor::collectDates(v1::Customer& customer) const
{
    if (m_founded) {
        customer.clear_founded_date();
        if (const auto date = m_founded->date())
            *customer.mutable_founded_date() = toDate(*date);
    }
    if (!m_birthday || m_fields.value(QStringLiteral("birthday"))->state() == FieldState::Masked)
        return;
    customer.clear_birthday();
    if (const auto birthday = typedBirthday())
        *customer.mutable_birthday() = *birthday;
}

void CustomerEditor::collectContacts(v1::Customer& customer) const
{
    customer.clear_contacts();
    for (int i = 0; i < m_contacts.size(); ++i) {
        const auto& row = m_contacts[i];
        v1::Contact contact = i < m_shown.contacts_size() ? m_shown.contacts(i) : v1::Contact();
        const auto typed = typedName(row.name->text());
        contact.set_name(typed.name);
        contact.set_honorific(typed.honorific == v1::HONORIFIC_UNSPECIFIED
                                  ? static_cast<v1::Honorific>(row.honorific->currentData().toInt())
                                  : typed.honorific);
        contact.set_position(row.position->text().trimmed().toStdString());
        const auto phone = row.phone->phone();
        const auto email = row.email->email();
        // Only the first ones have a field here; further ones stay as they are.
        // Of what is hidden nothing is sent back: the server keeps what it has.
        if (m_workplace.session.isMasked(v1::SENSITIVE_FIELD_PHONE))
            contact.clear_phones();
        else if (!contact.phones().empty() && phone.number().empty())
            contact.mutable_phones()->DeleteSubrange(0, 1);
        else if (!phone.number().empty())
            *(contact.phones().empty() ? contact.add_phones() : contact.mutable_phones(0)) = phone;
        if (m_workplace.session.isMasked(v1::SENSITIVE_FIELD_EMAIL))
            contact.clear_emails();
        else if (!contact.emails().empty() && email.address().empty())
            contact.mutable_emails()->DeleteSubrange(0, 1);
        else if (!email.address().empty())
            *(contact.emails().empty() ? contact.add_emails() : contact.mutable_emails(0)) = email;
        const bool isEmpty = contact.name().empty() && contact.position().empty() && contact.phones().empty() &&
                             contact.emails().empty();
        if (!isEmpty)
            *customer.add_contacts() = contact;
    }
}

void CustomerEditor::collectWatchPoints(v1::Customer& customer) const
{
    customer.clear_watch_points();
    for (const auto& line : m_watchPoints->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const std::string text = line.trimmed().toStdString();
        v1::WatchPoint point;
        for (const auto& known : m_shown.watch_points()) {
            if (known.text() == text)
                point = known; // keeps who wrote it, and when
        }
        point.set_text(text);
        if (!text.empty())
            *customer.add_watch_points() = point;
    }
}

v1::Customer CustomerEditor::collect() const
{
    v1::Customer customer = m_shown;
    const auto isHidden = [this](const char* path) {
        const auto* field = m_fields.value(QString::fromLatin1(path));
        return field && field->state() == FieldState::Masked;
    };
    customer.set_name(m_name->text().trimmed().toStdString());
    if (m_honorific)
        customer.set_honorific(static_cast<v1::Honorific>(m_honorific->currentData().toInt()));
    if (m_gender)
        customer.set_gender(static_cast<v1::Gender>(m_gender->currentData().toInt()));
    if (!isHidden("tax_code"))
        customer.set_tax_code(m_taxCode->text().trimmed().toStdString());
    collectDates(customer);
    if (!isHidden("phones[0]")) {
        customer.clear_phones();
        for (qsizetype i = 0; i < m_phones.size(); ++i) {
            auto phone = m_phones[i]->phone();
            if (phone.number().empty())
                continue;
            if (i < m_shown.phones_size() && m_shown.phones(int(i)).number() == phone.number())
                phone.set_key(m_shown.phones(int(i)).key());
            *customer.add_phones() = phone;
        }
    }
    if (!isHidden("emails[0]")) {
        customer.clear_emails();
        for (const auto* edit : m_emails) {
            if (!edit->text().trimmed().isEmpty())
                *customer.add_emails() = edit->email();
        }
    }
    customer.clear_addresses();
    for (int i = 0; i < m_addresses.size(); ++i) {
        v1::Address address = i < m_shown.addresses_size() ? m_shown.addresses(i) : v1::Address();
        address.set_street(m_addresses[i].street->text().trimmed().toStdString());
        m_addresses[i].ward->writeTo(address);
        if (!m_addresses[i].street->text().trimmed().isEmpty() || !m_addresses[i].ward->text().trimmed().isEmpty())
            *customer.add_addresses() = address;
    }
    if (!isPerson())
        collectContacts(customer);
    collectWatchPoints(customer);
    for (auto it = m_picks.constBegin(); it != m_picks.constEnd(); ++it) {
        if (isHidden(it.key().toLatin1().constData()))
            continue;
        const auto* field = v1::Customer::descriptor()->FindFieldByName(it.key().toStdString());
        customer.GetReflection()->SetString(&customer, field, it.value()->currentData().toString().toStdString());
    }
    *customer.mutable_need_keys() = m_chips.value(QStringLiteral("need_keys"))->chosen();
    *customer.mutable_habit_keys() = m_chips.value(QStringLiteral("habit_keys"))->chosen();
    *customer.mutable_trait_keys() = m_chips.value(QStringLiteral("trait_keys"))->chosen();
    *customer.mutable_tag_keys() = m_chips.value(QStringLiteral("tag_keys"))->chosen();
    customer.set_website(m_website->text().trimmed().toStdString());
    customer.set_do_not_call(m_doNotCall->isChecked());
    customer.set_note(m_note->toPlainText().trimmed().toStdString());
    customer.set_needs_text(m_needsText->toPlainText().trimmed().toStdString());
    customer.set_business_text(m_businessText->text().trimmed().toStdString());
    if (m_parent) {
        const bool isCleared = m_parent->text().trimmed().isEmpty() && !m_parentName.isEmpty();
        customer.set_parent_id(isCleared ? 0 : m_parentId);
        customer.set_parent_relation(isCleared ? v1::PARENT_RELATION_UNSPECIFIED
                                               : static_cast<v1::ParentRelation>(m_relation->currentData().toInt()));
    }
    return customer;
}

} // namespace banhang::client
