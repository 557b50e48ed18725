// What is done from the page of the day; declared in workday_page.h.
#include "client/workday/workday_page.h"

#include <QMenu>
#include <QStackedWidget>

#include "client/activities/activity_acts.h"
#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/activities/timeline_part.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/detail/customer_detail.h"
#include "client/ui/look/icon.h"
#include "client/workday/day_view.h"

namespace banhang::client {

namespace {

constexpr int kSecondsPerHour = 3600;
constexpr int kMorning = 9;
constexpr int kAfternoon = 14;

} // namespace

void WorkdayPage::tick(qint64 activityId)
{
    const auto* activity = find(activityId);
    if (!activity)
        return;
    if (isPlanned(*activity))
        m_acts->close(*activity, v1::ACTIVITY_STATE_DONE, nameOf(*activity));
    else
        m_acts->reopen(*activity, nameOf(*activity));
}

void WorkdayPage::put(const v1::Activity& activity)
{
    m_acts->create(activity, nameOf(activity));
}

void WorkdayPage::workWith(qint64 customerId, const std::function<void()>& then)
{
    if (!m_detail)
        makeWork();
    m_afterShown = then;
    m_workId = customerId;
    m_beside->setCurrentWidget(m_detail);
    m_detail->showCustomer(customerId);
    if (!then)
        m_detail->focusContent();
}

void WorkdayPage::openActivity(const v1::Activity& activity, bool isOutcome)
{
    const qint64 id = activity.id();
    if (activity.customer_id() && !activity.customer_name().empty()) {
        workWith(activity.customer_id(), [this, id, isOutcome] {
            if (isOutcome)
                m_timeline->writeUp(id);
            else
                m_timeline->open(id);
        });
        return;
    }
    m_beside->setCurrentWidget(m_editorPage);
    if (isOutcome)
        m_editor->writeUp(activity);
    else
        m_editor->open(activity);
}

void WorkdayPage::open(qint64 activityId)
{
    m_wantedId = activityId;
    m_openCall = m_api.get(activityId, this, [this](const Outcome<v1::Activity>& outcome) {
        if (outcome)
            openActivity(outcome.value(), false);
        else
            emit failed(tr("This entry cannot be opened."), outcome.error());
    });
}

void WorkdayPage::finish(qint64 activityId)
{
    m_openCall.cancel();
    m_wantedId = activityId;
    // Goes on by itself: the next one that is done does not take it back.
    m_api
        .get(activityId, this,
             [this, activityId](const Outcome<v1::Activity>& outcome) {
                 if (!outcome) {
                     emit failed(tr("This entry cannot be opened."), outcome.error());
                     return;
                 }
                 if (isPlanned(outcome.value()) && outcome->kind() != v1::ACTIVITY_KIND_TALK) {
                     m_acts->close(outcome.value(), v1::ACTIVITY_STATE_DONE, nameOf(outcome.value()));
                     return;
                 }
                 if (m_wantedId != activityId)
                     return; // another one stands there by now
                 emit pageWanted();
                 openActivity(outcome.value(), true);
             })
        .release();
}

bool WorkdayPage::openDraft(const QString& key)
{
    const auto customerId = ActivityEditor::customerOfDraft(m_workplace.drafts, key);
    if (!customerId)
        return false;
    if (*customerId) {
        workWith(*customerId, [this, key] { m_timeline->openDraft(key); });
        return true;
    }
    m_beside->setCurrentWidget(m_editorPage);
    return m_editor->openDraft(key);
}

void WorkdayPage::begin(const v1::Activity& seed)
{
    if (seed.customer_id()) {
        workWith(seed.customer_id(), [this, seed] { m_timeline->begin(seed); });
        return;
    }
    m_beside->setCurrentWidget(m_editorPage);
    m_editor->begin(seed);
}

void WorkdayPage::writeTalk()
{
    const auto* activity = current();
    if (activity && isPlanned(*activity)) {
        openActivity(*activity, true);
        return;
    }
    if (const qint64 customerId = currentCustomer()) {
        workWith(customerId, [this] { m_timeline->writeTalk(); });
        return;
    }
    v1::Activity talk;
    talk.set_kind(v1::ACTIVITY_KIND_TALK);
    m_beside->setCurrentWidget(m_editorPage);
    m_editor->beginCall(talk);
}

/// Beside the list stands then whom it is about, and the place for the outcome.
void WorkdayPage::reach(const QString& channelKey)
{
    const qint64 customerId = currentCustomer();
    if (!customerId)
        return;
    const auto* activity = current();
    const bool isPromised = activity && isPlanned(*activity) && activity->kind() == v1::ACTIVITY_KIND_TALK &&
                            QString::fromStdString(activity->channel_key()) == channelKey;
    const qint64 promisedId = isPromised ? activity->id() : 0;
    workWith(customerId, [this, channelKey, promisedId] {
        m_timeline->promise(promisedId);
        const bool isReached = m_detail->reach(channelKey);
        m_timeline->promise(0);
        if (!isReached)
            emit newsHappened({}, tr("This customer cannot be reached like this: the number or address is missing."),
                              QStringLiteral("phone-off"));
    });
}

void WorkdayPage::replan()
{
    const auto* activity = current();
    if (!activity || isClosed(*activity)) {
        if (const qint64 customerId = currentCustomer())
            workWith(customerId, [this] { m_timeline->plan(v1::ACTIVITY_KIND_TALK); });
        return;
    }
    const v1::Activity moved = *activity;
    const auto now = officeNow();
    const QDate today = now.date();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, moved](const QString& text, const QDateTime& start) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, moved, start] { m_acts->moveTo(moved, start, nameOf(moved)); });
    };
    add(tr("In &one hour"), now.addSecs(kSecondsPerHour));
    if (now.time().hour() < kAfternoon)
        add(tr("This &afternoon, 14:00"), officeTime(today, QTime(kAfternoon, 0)));
    add(tr("&Tomorrow morning, 9:00"), officeTime(today.addDays(1), QTime(kMorning, 0)));
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    add(tr("Next &Monday, %1").arg(nearDay(monday, today)), officeTime(monday, QTime(kMorning, 0)));
    add(tr("In a &week, %1").arg(nearDay(today.addDays(7), today)), officeTime(today.addDays(7), QTime(kMorning, 0)));
    menu->addSeparator();
    connect(menu->addAction(Icon::named(QStringLiteral("pencil")), tr("Another &day…")), &QAction::triggered, this,
            [this, moved] { openActivity(moved, false); });
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst());
}

} // namespace banhang::client
