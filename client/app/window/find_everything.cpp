#include "client/app/window/find_everything.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

#include "client/activities/customer_box.h"
#include "client/core/directory_cache.h"
#include "client/core/local_settings.h"
#include "client/core/session.h"
#include "client/customers/customers_api.h"
#include "client/customers/form/typed_start.h"
#include "client/customers/list/customer_model.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/look.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 430;
constexpr int kLimit = 8;
constexpr int kRecent = 8;
constexpr int kMaxOthers = 5;
constexpr qsizetype kMinCardLetters = 3;
constexpr int kMaxCommands = 6;
constexpr qsizetype kMinLetters = 2;
constexpr qsizetype kMinDigits = 4;
const QString kAdd = QStringLiteral("add");
const QString kCommand = QStringLiteral("command:");

QString recentKey(qint64 userId)
{
    return QStringLiteral("find/recent/%1").arg(userId);
}

/// One letter or three digits are a third of all customers.
bool isEnough(const QString& text)
{
    const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c.isSpace(); });
    return text.size() >= (isNumber ? kMinDigits : kMinLetters);
}

bool isMatch(const v1::Customer& customer, const std::vector<std::string>& words)
{
    std::string all = customer.name() + " " + customer.code() + " " + customer.tax_code();
    for (const auto& phone : customer.phones())
        all += " " + phone.number() + " " + phone.key();
    const std::string folded = vn::fold(all);
    return std::all_of(words.begin(), words.end(),
                       [&folded](const std::string& word) { return folded.find(word) != std::string::npos; });
}

} // namespace

FindEverything::FindEverything(const Workplace& workplace, CustomersApi& api, const CustomerModel* loaded,
                               QWidget* host)
    : m_workplace(workplace),
      m_api(api),
      m_loaded(loaded),
      m_box(new SearchBox(tr("Find a customer, phone, tax code, command…"), QKeySequence(Qt::CTRL | Qt::Key_K))),
      m_list(new SuggestList(m_box, host))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    const auto fit = [this] { m_box->setMaximumWidth(kWidth * Look::instance().textPercent() / 100); };
    fit();
    connect(&Look::instance(), &Look::changed, this, fit);
    m_box->setAccessibleName(tr("Find anything"));
    m_box->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (now == m_box && before) // null when the window comes to the front
            m_before = before;
    });
    connect(m_box, &SearchBox::searchRequested, this, &FindEverything::search);
    connect(m_box, &QLineEdit::textEdited, this, &FindEverything::showKnown);
    connect(m_list, &SuggestList::chosen, this, &FindEverything::choose);
    connect(m_list, &SuggestList::dismissed, this, &FindEverything::giveUp);
}

void FindEverything::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    m_box->setPlaceholderText(isOffline ? tr("Find among what is loaded…")
                                        : tr("Find a customer, phone, tax code, command…"));
}

void FindEverything::begin()
{
    m_recent.clear();
    m_found.clear();
    m_box->clear();
    fetchRecent();
}

/// Only ids are kept on the machine: who may no longer see a customer does not find its name there.
void FindEverything::fetchRecent()
{
    std::vector<qint64> ids;
    for (const auto& id : localSetting(recentKey(m_workplace.session.userId())).toStringList())
        ids.push_back(id.toLongLong());
    if (ids.empty())
        return;
    m_recentCall = m_api.batchGet(ids, this, [this](const Outcome<v1::BatchGetCustomersResponse>& outcome) {
        if (!outcome)
            return;
        for (const auto& customer : outcome->customers()) {
            const bool isKnown = std::ranges::find(m_recent, customer.id(), &v1::Customer::id) != m_recent.end();
            if (!isKnown && m_recent.size() < kRecent)
                m_recent.append(customer);
        }
    });
}

void FindEverything::addRecent(const v1::Customer& customer)
{
    m_recent.removeIf([&customer](const v1::Customer& known) { return known.id() == customer.id(); });
    m_recent.prepend(customer);
    if (m_recent.size() > kRecent)
        m_recent.removeLast();
    QStringList ids;
    for (const auto& recent : std::as_const(m_recent))
        ids.append(QString::number(recent.id()));
    setLocalSetting(recentKey(m_workplace.session.userId()), ids);
}

bool FindEverything::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_box)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn && m_box->text().isEmpty())
        QMetaObject::invokeMethod(
            this, [this] { search(m_box->text()); }, Qt::QueuedConnection);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        giveUp();
    return true;
}

/// Two keys lead out: the first one empties the box, the next one goes back to where one was.
void FindEverything::giveUp()
{
    m_call.cancel();
    m_found.clear();
    m_others.clear();
    m_list->setSuggestions({});
    if (m_box->text().isEmpty())
        leave();
    else
        m_box->clear();
}

void FindEverything::leave()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_box->clearFocus();
}

void FindEverything::search(const QString& text)
{
    m_call.cancel();
    m_others.clear();
    if (!isEnough(text.trimmed())) {
        m_found.clear();
        show(text, true, false);
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
        m_found = {outcome->customers().begin(), outcome->customers().end()};
        show(text, true, outcome->truncated());
        if (m_found.isEmpty())
            askOthers(text);
    });
}

void FindEverything::askOthers(const QString& text)
{
    const bool isName = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    if (!m_workplace.session.me().company().public_card_enabled() || !isName || text.trimmed().size() < kMinCardLetters)
        return;
    v1::FindPublicCardsRequest request;
    request.set_query(text.toStdString());
    request.set_limit(kMaxOthers);
    m_call = m_api.publicCards(request, this, [this, text](const Outcome<v1::FindPublicCardsResponse>& outcome) {
        if (!outcome || outcome->cards().empty())
            return;
        m_others = {outcome->cards().begin(), outcome->cards().end()};
        show(text, true, false);
    });
}

void FindEverything::searchLoaded(const QString& text)
{
    const auto words = vn::foldWords(text.toStdString());
    m_found.clear();
    for (int row = 0; row < m_loaded->loadedCount() && m_found.size() < kLimit; ++row) {
        if (const auto* customer = m_loaded->customerAt(row); isMatch(*customer, words))
            m_found.append(*customer);
    }
    show(text, true, false);
}

void FindEverything::addOthers(QList<Suggestion>& entries) const
{
    for (const auto& card : m_others) {
        QStringList rest{tr("looked after by %1").arg(m_workplace.directory.fullName(card.owner_user_id()))};
        if (card.do_not_call())
            rest.append(tr("no advertising calls"));
        Suggestion entry;
        entry.iconName = QStringLiteral("lock");
        entry.strong = QString::fromStdString(card.name());
        entry.rest = rest.join(QStringLiteral(" · "));
        entry.isEnabled = false;
        entries.append(entry);
    }
}

/// Those whose own text begins with what was typed are meant before any customer; the others follow them.
void FindEverything::addCommands(QList<Suggestion>& entries, const QString& text, bool isFirst)
{
    const auto before = entries.size();
    for (int i = 0; i < m_commands.size(); ++i) {
        if (beginsWith(m_commands[i], text) != isFirst)
            continue;
        Suggestion entry;
        entry.iconName = m_commands[i].icon;
        entry.strong = m_commands[i].text;
        entry.rest = m_commands[i].place;
        entry.keyHint = m_commands[i].key;
        entry.data = kCommand + QString::number(i);
        entry.startsGroup = !isFirst && entries.size() == before && before > 0;
        entries.append(entry);
    }
}

void FindEverything::showKnown(const QString& text)
{
    m_call.cancel();
    m_others.clear();
    const auto words = vn::foldWords(text.toStdString());
    m_found.removeIf([&words](const v1::Customer& customer) { return !isMatch(customer, words); });
    show(text, false, false);
}

void FindEverything::show(const QString& text, bool isAnswered, bool isTruncated)
{
    const QString typed = text.trimmed();
    const auto words = vn::foldWords(typed.toStdString());
    m_commands.clear();
    if (m_commandSource && typed.size() >= kMinLetters)
        m_commands = matching(m_commandSource(), typed).mid(0, kMaxCommands);
    QList<Suggestion> entries;
    addCommands(entries, typed, true);
    const auto customersFrom = entries.size();
    QList<qint64> shown;
    for (const auto& customer : std::as_const(m_recent)) {
        if (isMatch(customer, words)) {
            entries.append(suggestionOf(customer, m_workplace));
            shown.append(customer.id());
        }
    }
    for (const auto& customer : std::as_const(m_found)) {
        if (!shown.contains(customer.id()) && shown.size() < kLimit) {
            entries.append(suggestionOf(customer, m_workplace));
            shown.append(customer.id());
        }
    }
    addOthers(entries);
    if (customersFrom > 0 && entries.size() > customersFrom)
        entries[customersFrom].startsGroup = true;
    addCommands(entries, typed, false);
    const QString begun = textOfNew(typed);
    if (isAnswered && !begun.isEmpty() && m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE)) {
        Suggestion add;
        add.iconName = QStringLiteral("plus");
        add.strong = begun;
        add.keyHint = QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText);
        add.data = kAdd;
        add.startsGroup = !entries.isEmpty();
        entries.append(add);
    }
    m_list->setFooter(
        footer(typed, isTruncated, isAnswered && shown.isEmpty() && m_others.isEmpty() && m_commands.isEmpty()));
    m_list->setSuggestions(entries);
    if (isAnswered)
        emit answered(text);
}

QString FindEverything::textOfNew(const QString& typed)
{
    switch (typedStartOf(typed)) {
    case TypedStart::Name:
        return tr("Add customer “%1”").arg(typed);
    case TypedStart::Phone:
        return tr("Add customer with phone %1").arg(typed);
    case TypedStart::TaxCode:
        return tr("Add customer with tax code %1").arg(typed);
    case TypedStart::Nothing:
        break;
    }
    return {};
}

QString FindEverything::footer(const QString& text, bool isTruncated, bool isNothing) const
{
    if (text.isEmpty())
        return m_recent.isEmpty() ? QString() : tr("Recently opened");
    if (!isEnough(text))
        return tr("Two letters or four digits find customers.");
    if (isTruncated)
        return tr("There are more; type another word.");
    if (m_isOffline)
        return tr("Only what is loaded was searched.");
    return isNothing ? tr("No customer matches.") : QString();
}

void FindEverything::choose(const QVariant& chosen)
{
    const QString text = m_box->text().trimmed();
    const QString key = chosen.toString();
    m_box->clear();
    m_list->setSuggestions({});
    if (key == kAdd) {
        emit addRequested(text);
    } else if (key.startsWith(kCommand)) {
        run(m_commands.value(key.mid(kCommand.size()).toInt()));
    } else {
        emit customerChosen(chosen.toLongLong());
    }
}

/// Copying, undoing and the like mean the field or list where one was, never this box.
void FindEverything::run(const Command& command)
{
    leave();
    if (command.run)
        command.run();
}

} // namespace banhang::client
