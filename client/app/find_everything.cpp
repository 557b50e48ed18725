#include "client/app/find_everything.h"

#include <QHBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/customers/customer_model.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/look.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 430;
constexpr int kLimit = 8;
const QString kAdd = QStringLiteral("add");

} // namespace

FindEverything::FindEverything(const Workplace& workplace, CustomersApi& api, const CustomerModel* loaded,
                               QWidget* host)
    : m_workplace(workplace),
      m_api(api),
      m_loaded(loaded),
      m_box(new SearchBox(tr("Find a customer, phone, tax code…"), QKeySequence(Qt::CTRL | Qt::Key_K))),
      m_list(new SuggestList(m_box, host))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    const auto fit = [this] { m_box->setMaximumWidth(kWidth * Look::instance().textPercent() / 100); };
    fit();
    connect(&Look::instance(), &Look::changed, this, fit);
    m_box->setAccessibleName(tr("Find anything"));
    connect(m_box, &SearchBox::searchRequested, this, &FindEverything::search);
    connect(m_list, &SuggestList::chosen, this, &FindEverything::choose);
}

void FindEverything::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    m_box->setPlaceholderText(isOffline ? tr("Find among what is loaded…") : tr("Find a customer, phone, tax code…"));
}

void FindEverything::search(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        m_call.cancel();
        m_list->setSuggestions({});
        return;
    }
    if (m_isOffline) {
        searchLoaded(text);
        return;
    }
    v1::SearchCustomersRequest request;
    request.set_query(text.toStdString());
    request.set_limit(kLimit);
    m_call = m_api.search(request, this, [this, text](const Outcome<v1::SearchCustomersResponse>& outcome) {
        if (!outcome) {
            searchLoaded(text);
            return;
        }
        QList<const v1::Customer*> found;
        for (const auto& customer : outcome->customers())
            found.append(&customer);
        fill(found, outcome->truncated());
    });
}

void FindEverything::searchLoaded(const QString& text)
{
    const auto words = vn::foldWords(text.toStdString());
    QList<const v1::Customer*> found;
    for (int row = 0; row < m_loaded->loadedCount() && found.size() < kLimit; ++row) {
        const auto* customer = m_loaded->customerAt(row);
        std::string all = customer->name() + " " + customer->code();
        for (const auto& phone : customer->phones())
            all += " " + phone.number() + " " + phone.key();
        const std::string folded = vn::fold(all);
        const bool isMatch = std::all_of(words.begin(), words.end(), [&folded](const std::string& word) {
            return folded.find(word) != std::string::npos;
        });
        if (isMatch)
            found.append(customer);
    }
    fill(found, false);
}

void FindEverything::fill(const QList<const v1::Customer*>& customers, bool isTruncated)
{
    QList<Suggestion> entries;
    for (const auto* customer : customers) {
        const auto parts = nameParts(*customer);
        QStringList rest{parts.legalForm, QString::fromStdString(customer->code())};
        if (!customer->phones().empty())
            rest.append(phoneText(customer->phones(0)));
        rest.append(m_workplace.directory.givenName(customer->owner_user_id()));
        rest.removeAll(QString());
        Suggestion entry;
        entry.iconName = kindIcon(customer->kind());
        entry.strong = parts.distinctive;
        entry.rest = rest.join(QStringLiteral(" · "));
        entry.data = qlonglong(customer->id());
        entries.append(entry);
    }
    if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE)) {
        Suggestion add;
        add.iconName = QStringLiteral("plus");
        add.strong = tr("Add customer “%1”").arg(m_box->text().trimmed());
        add.keyHint = QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText);
        add.data = kAdd;
        add.startsGroup = !entries.isEmpty();
        entries.append(add);
    }
    m_list->setFooter(isTruncated           ? tr("There are more; type another word.")
                      : m_isOffline         ? tr("Only what is loaded was searched.")
                      : customers.isEmpty() ? tr("No customer matches.")
                                            : QString());
    m_list->setSuggestions(entries);
}

void FindEverything::choose(const QVariant& chosen)
{
    const QString text = m_box->text().trimmed();
    m_box->clear();
    m_list->setSuggestions({});
    if (chosen.toString() == kAdd)
        emit addRequested(text);
    else
        emit customerChosen(chosen.toLongLong());
}

} // namespace banhang::client
