#include "client/activities/customer_box.h"

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/customers/customer_text.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/suggest_list.h"

namespace banhang::client {

namespace {

constexpr int kLimit = 8;
constexpr int kMinLetters = 2;
constexpr int kTypingMs = 200;

} // namespace

Suggestion suggestionOf(const v1::Customer& customer, const Workplace& workplace)
{
    const auto parts = nameParts(customer);
    QStringList rest{parts.legalForm, QString::fromStdString(customer.code())};
    if (!customer.phones().empty())
        rest.append(phoneText(customer.phones(0)));
    rest.append(workplace.directory.givenName(customer.owner_user_id()));
    rest.removeAll(QString());
    Suggestion entry;
    entry.iconName = kindIcon(customer.kind());
    entry.strong = parts.distinctive;
    entry.rest = rest.join(QStringLiteral(" · "));
    entry.data = qlonglong(customer.id());
    return entry;
}

CustomerBox::CustomerBox(const Workplace& workplace, QWidget* host, QWidget* parent)
    : QLineEdit(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_list(new SuggestList(this, host)),
      m_watch(new EditDebouncer(this))
{
    setPlaceholderText(tr("Name, code, or any digits of the phone"));
    setAccessibleName(tr("Customer"));
    m_watch->setDelay(kTypingMs);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!m_customer)
            return;
        m_customer.reset();
        emit customerChanged();
    });
    connect(m_watch, &EditDebouncer::settled, this, &CustomerBox::search);
    connect(m_list, &SuggestList::chosen, this, [this](const QVariant& id) { choose(id.toLongLong()); });
}

void CustomerBox::setCustomer(const v1::Customer& customer)
{
    m_call.cancel();
    m_customer = customer;
    setText(QString::fromStdString(customer.name()));
    setCursorPosition(0);
    emit customerChanged();
}

void CustomerBox::search()
{
    m_call.cancel();
    const QString typed = text().trimmed();
    if (m_customer || typed.size() < kMinLetters) {
        m_list->setSuggestions({});
        return;
    }
    v1::SearchCustomersRequest request;
    request.set_query(typed.toStdString());
    request.set_limit(kLimit);
    m_call = m_api.search(request, this, [this](const Outcome<v1::SearchCustomersResponse>& outcome) {
        if (!outcome) {
            m_list->setFooter(tr("The search did not get through. Try again in a moment."));
            m_list->setSuggestions({});
            return;
        }
        m_found = {outcome->customers().begin(), outcome->customers().end()};
        QList<Suggestion> entries;
        for (const auto& customer : std::as_const(m_found))
            entries.append(suggestionOf(customer, m_workplace));
        m_list->setFooter(entries.isEmpty()      ? tr("No customer matches.")
                          : outcome->truncated() ? tr("There are more; type another word.")
                                                 : QString());
        m_list->setSuggestions(entries);
    });
}

void CustomerBox::choose(qint64 customerId)
{
    const auto found = std::find_if(m_found.begin(), m_found.end(),
                                    [customerId](const v1::Customer& one) { return one.id() == customerId; });
    m_list->setSuggestions({});
    if (found != m_found.end())
        setCustomer(*found);
}

} // namespace banhang::client
