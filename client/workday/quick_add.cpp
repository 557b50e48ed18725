#include "client/workday/quick_add.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/activities/customer_box.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/key_cap.h"

namespace banhang::client {

namespace {

constexpr int kTypingMs = 200;
constexpr int kPatienceMs = 1000;
constexpr int kLimit = 5;
constexpr int kSecondsPerMinute = 60;
constexpr int kDefaultLength = 3600;
constexpr int kIconLeft = 10;
constexpr int kTextLeft = 30;
const QString kKey = QStringLiteral("Ctrl+Shift+N");
const QString kWithout = QStringLiteral("without");
const QString kDetails = QStringLiteral("details");

QTime timeOf(int minute)
{
    return QTime(0, 0).addSecs(minute * kSecondsPerMinute);
}

bool isBareModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
           key == Qt::Key_Meta || key == Qt::Key_CapsLock;
}

/// What stands before the name that was found: "chị Lan" of "chị Lan Thiên Ân". A mere form of address is nobody.
std::string saidBefore(const std::string& whom, const std::vector<std::string>& searches, size_t found)
{
    if (found == 0)
        return {};
    std::string before = whom.substr(0, whom.size() - searches[found].size());
    while (before.ends_with(' '))
        before.pop_back();
    return before;
}

/// A day and an hour that the line leaves open: today, unless the hour has passed.
void setTimes(const QuickLine& line, v1::Activity& activity)
{
    const auto now = officeNow();
    QDate day = line.day ? QDate(line.day->year, line.day->month, line.day->day) : QDate();
    if (!line.minute) {
        const bool isAppointment = activity.kind() == v1::ACTIVITY_KIND_APPOINTMENT;
        if (day.isValid() || activity.kind() != v1::ACTIVITY_KIND_TASK)
            *activity.mutable_day() = toDate(day.isValid() ? day : now.date());
        if (isAppointment && line.day == std::nullopt)
            *activity.mutable_day() = toDate(now.date());
        return;
    }
    const QTime time = timeOf(*line.minute);
    if (!day.isValid())
        day = time > now.time() ? now.date() : now.date().addDays(1);
    const auto start = officeTime(day, time);
    *activity.mutable_start_time() = toTimestamp(start);
    if (line.endMinute)
        *activity.mutable_end_time() = toTimestamp(officeTime(day, timeOf(*line.endMinute)));
    else if (activity.kind() == v1::ACTIVITY_KIND_APPOINTMENT)
        *activity.mutable_end_time() = toTimestamp(start.addSecs(kDefaultLength));
}

} // namespace

QuickAdd::QuickAdd(const Workplace& workplace, QWidget* host, QWidget* parent)
    : QLineEdit(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_list(new SuggestList(this, host)),
      m_watch(new EditDebouncer(this))
{
    setPlaceholderText(tr("Add quickly: “call Ms Lan Thiên Ân 14:30 next Wednesday”"));
    setAccessibleName(tr("Add quickly"));
    updateWithLook(this, [this] { setTextMargins(scaled(kTextLeft - 6), 0, keyCapSize(kKey).width() + 6, 0); });
    m_watch->setDelay(kTypingMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    m_patience.setParent(this); // found by its name where nobody is to wait, or everybody
    m_patience.setObjectName(QStringLiteral("patience"));
    connect(&m_patience, &QTimer::timeout, this, &QuickAdd::openUnanswered);
    connect(this, &QLineEdit::textChanged, this, &QuickAdd::forget);
    connect(m_watch, &EditDebouncer::settled, this, &QuickAdd::read);
    connect(m_list, &SuggestList::chosen, this, &QuickAdd::choose);
}

void QuickAdd::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    Icon::paint(painter, QStringLiteral("plus"), theme().text2, QRect(scaled(kIconLeft) - 2, 0, scaled(16), height()),
                scaled(16));
    if (!text().isEmpty())
        return;
    const QSize cap = keyCapSize(kKey);
    paintKeyCap(painter, QRect(QPoint(width() - cap.width() - 8, (height() - cap.height()) / 2), cap), kKey);
}

/// What was understood is no longer what stands there: Enter is to read it anew, and to wait for whom it is with.
void QuickAdd::forget()
{
    m_call.cancel();
    m_found.clear();
    m_isWaiting = false;
    m_wish = Wish::None;
    m_list->setSuggestions({});
}

void QuickAdd::read()
{
    m_call.cancel();
    m_found.clear();
    m_saidBefore.clear();
    m_isWaiting = false;
    const QDate today = officeNow().date();
    m_line = parseQuickLine(text().toStdString(), {today.year(), today.month(), today.day()});
    m_searches = searchesFor(m_line.whom);
    if (m_line.whole.empty()) {
        m_list->setSuggestions({});
        return;
    }
    if (m_searches.empty())
        showSuggestions();
    else
        search(0);
}

void QuickAdd::search(size_t attempt)
{
    m_isWaiting = true;
    v1::SearchCustomersRequest request;
    request.set_query(m_searches[attempt]);
    request.set_limit(kLimit);
    m_call = m_api.search(request, this, [this, attempt](const Outcome<v1::SearchCustomersResponse>& outcome) {
        if (outcome && outcome->customers().empty() && attempt + 1 < m_searches.size()) {
            search(attempt + 1);
            return;
        }
        m_isWaiting = false;
        const Wish wish = std::exchange(m_wish, Wish::None);
        if (!outcome && wish != Wish::Details) {
            // Nobody knows whether there is such a customer. Enter asks again.
            m_list->setSuggestions({});
            if (wish == Wish::Add)
                emit failed(tr("It was not added: the customer could not be looked up."), outcome.error());
            return;
        }
        if (outcome) {
            m_found.assign(outcome->customers().begin(), outcome->customers().end());
            m_saidBefore = saidBefore(m_line.whom, m_searches, attempt);
        }
        if (wish == Wish::Details)
            choose(kDetails); // where the customer can be chosen too
        else if (wish == Wish::Add)
            finish(m_found.empty() ? nullptr : &m_found.front());
        else
            showSuggestions();
    });
}

/// The customer can be chosen in the form, too.
void QuickAdd::openUnanswered()
{
    if (m_wish != Wish::Details)
        return;
    m_call.cancel();
    choose(kDetails);
}

QString QuickAdd::understood(const v1::Activity& activity) const
{
    QStringList parts{activityTitle(activity, m_workplace.picklists), activityWhom(activity),
                      whenText(activity, officeNow())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void QuickAdd::showSuggestions()
{
    QList<Suggestion> entries;
    for (const auto& customer : m_found) {
        auto entry = suggestionOf(customer, m_workplace);
        if (entries.isEmpty())
            entry.keyHint = QStringLiteral("Enter");
        entries.append(entry);
    }
    const auto bare = toActivity(nullptr);
    Suggestion without;
    without.iconName = activityIcon(bare);
    without.strong = understood(bare);
    without.rest = m_found.empty() ? QString() : tr("without a customer");
    without.data = kWithout;
    without.startsGroup = !entries.isEmpty();
    entries.append(without);
    Suggestion details;
    details.iconName = QStringLiteral("square-pen");
    details.strong = tr("Fill in more…");
    details.keyHint = QStringLiteral("Ctrl+Enter");
    details.data = kDetails;
    entries.append(details);
    m_list->setFooter(m_found.empty() ? (m_line.whom.empty() ? QString() : tr("No customer has this name."))
                                      : understood(toActivity(&m_found.front())));
    m_list->setSuggestions(entries);
}

v1::Activity QuickAdd::toActivity(const v1::Customer* customer) const
{
    v1::Activity activity;
    // A talk is with a customer; without one it is a task.
    const bool isTask = m_line.kind == v1::ACTIVITY_KIND_TALK && !customer;
    activity.set_kind(isTask ? v1::ACTIVITY_KIND_TASK : m_line.kind);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_owner_user_id(m_workplace.session.userId());
    if (activity.kind() != v1::ACTIVITY_KIND_TASK)
        activity.set_channel_key(m_line.channelKey);
    activity.set_title(customer ? m_line.title : m_line.whole);
    if (customer && activity.title().empty() && activity.kind() != v1::ACTIVITY_KIND_TALK)
        activity.set_title(m_line.whole);
    else if (customer && !m_saidBefore.empty())
        activity.set_title(activity.title() + (activity.title().empty() ? "" : " ") + m_saidBefore);
    if (customer) {
        activity.set_customer_id(customer->id());
        activity.set_customer_name(customer->name());
    }
    activity.set_is_callback(activity.kind() == v1::ACTIVITY_KIND_TALK && m_line.isCallback);
    setTimes(m_line, activity);
    return activity;
}

void QuickAdd::choose(const QVariant& chosen)
{
    if (chosen.toString() == kWithout) {
        finish(nullptr);
    } else if (chosen.toString() == kDetails) {
        const auto activity = toActivity(m_found.empty() ? nullptr : &m_found.front());
        clear();
        emit detailsWanted(activity);
    } else {
        const auto found = std::find_if(m_found.begin(), m_found.end(), [&chosen](const v1::Customer& customer) {
            return customer.id() == chosen.toLongLong();
        });
        if (found != m_found.end())
            finish(&*found);
    }
}

void QuickAdd::finish(const v1::Customer* customer)
{
    if (m_line.whole.empty())
        return;
    const auto activity = toActivity(customer);
    clear();
    emit added(activity);
}

void QuickAdd::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            emit left();
        clear();
        forget(); // of an empty line too
        return;
    }
    if (!isEnter) {
        // Whoever only reaches for the next stroke has not changed their mind.
        if (!isBareModifier(event->key()))
            m_wish = Wish::None;
        QLineEdit::keyPressEvent(event);
        return;
    }
    const bool wantsDetails = event->modifiers() & Qt::ControlModifier;
    // What was typed since the last pause counts too.
    if (!m_list->isOpen())
        read();
    if (m_isWaiting) {
        m_wish = wantsDetails ? Wish::Details : Wish::Add;
        if (wantsDetails)
            m_patience.start();
    } else if (wantsDetails) {
        choose(kDetails);
    } else {
        finish(m_found.empty() ? nullptr : &m_found.front());
    }
}

} // namespace banhang::client
