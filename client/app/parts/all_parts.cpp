#include "client/app/parts/all_parts.h"

#include <QCoreApplication>

#include "client/app/parts/attachments_part.h"
#include "client/app/parts/calendar_part.h"
#include "client/app/parts/care_part.h"
#include "client/app/parts/connection_part.h"
#include "client/app/parts/merging_part.h"
#include "client/app/parts/notices_part.h"
#include "client/app/parts/picklists_part.h"
#include "client/app/parts/sequences_part.h"
#include "client/app/parts/subscriptions_part.h"
#include "client/app/parts/talks_part.h"
#include "client/app/parts/team_part.h"
#include "client/app/parts/transfers_part.h"
#include "client/app/parts/window_parts.h"
#include "client/app/parts/work_lists_part.h"
#include "client/app/parts/workday_part.h"
#include "client/app/settings/settings_page.h"
#include "client/app/window/places.h"
#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"

namespace banhang::client {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("AllParts", text);
}

/// Drafts of every feature are opened from the page of drafts.
template <typename Part>
void openDraftsIn(const ConnectionPart* connection, Part* part)
{
    QObject::connect(connection, &ConnectionPart::draftRequested, part, &Part::openDraft);
}

ConnectionPart* addConnection(const PartsHost& host)
{
    auto* connection = new ConnectionPart(host.client.workplace(), host.client.connectionLog());
    QObject::connect(connection, &ConnectionPart::draftRequested, &host.customers, [host](const QString& key) {
        if (host.customers.openDraft(key))
            host.places.showCustomers();
    });
    QObject::connect(&host.customers, &CustomersPage::collided, &host.client.connectionLog(),
                     &ConnectionLog::addCollision);
    host.parts.add(connection);
    return connection;
}

NoticesPart* addNotices(const PartsHost& host)
{
    auto* notices = new NoticesPart(host.client.workplace());
    host.settings.addSection(say(QT_TRANSLATE_NOOP("AllParts", "Reminders and mail")), notices->makeSettings());
    host.parts.add(notices);
    return notices;
}

WorkdayPart* addWorkday(const PartsHost& host, NoticesPart* notices)
{
    auto* workday = new WorkdayPart(host.client.workplace(), host.client.uploads(), notices->model());
    QObject::connect(notices, &NoticesPart::activityRequested, workday, &WorkdayPart::open);
    QObject::connect(notices, &NoticesPart::activityDone, workday, &WorkdayPart::finish);
    QObject::connect(workday, &WorkdayPart::noticeRequested, notices, &NoticesPart::open);
    const auto showList = [host](ListViews::Builtin view) {
        return [host, view] {
            host.places.showCustomers();
            host.customers.list()->views()->choose(view);
        };
    };
    QObject::connect(workday, &WorkdayPart::callbacksRequested, &host.customers,
                     showList(ListViews::Builtin::CallBack));
    QObject::connect(workday, &WorkdayPart::untouchedRequested, &host.customers,
                     showList(ListViews::Builtin::Untouched));
    host.parts.add(workday);
    return workday;
}

SequencesPart* addSequences(const PartsHost& host, WorkdayPart* workday)
{
    auto* sequences = new SequencesPart(host.client.workplace());
    QObject::connect(sequences, &SequencesPart::activityRequested, workday, &WorkdayPart::open);
    QObject::connect(&host.customers, &CustomersPage::sequenceRequested, sequences, &SequencesPart::startFor);
    host.parts.add(sequences);
    return sequences;
}

CarePart* addCare(const PartsHost& host, NoticesPart* notices, WorkdayPart* workday)
{
    auto* care = new CarePart(host.client.workplace());
    QObject::connect(notices, &NoticesPart::careRequested, care, &CarePart::open);
    QObject::connect(workday, &WorkdayPart::careRequested, care, &CarePart::open);
    host.parts.add(care);
    return care;
}

SubscriptionsPart* addSubscriptions(const PartsHost& host, NoticesPart* notices, WorkdayPart* workday, CarePart* care)
{
    auto* subscriptions = new SubscriptionsPart(host.client.workplace());
    QObject::connect(notices, &NoticesPart::subscriptionRequested, subscriptions, &SubscriptionsPart::open);
    QObject::connect(notices, &NoticesPart::changesRequested, subscriptions, &SubscriptionsPart::openChanges);
    QObject::connect(notices, &NoticesPart::muteRequested, subscriptions, &SubscriptionsPart::mute);
    QObject::connect(workday, &WorkdayPart::muteRequested, subscriptions, &SubscriptionsPart::mute);
    QObject::connect(workday, &WorkdayPart::subscriptionRequested, subscriptions, &SubscriptionsPart::open);
    QObject::connect(subscriptions, &SubscriptionsPart::activityRequested, workday, &WorkdayPart::open);
    QObject::connect(subscriptions, &SubscriptionsPart::careRequested, care, &CarePart::open);
    host.parts.add(subscriptions);
    return subscriptions;
}

void addWorkLists(const PartsHost& host)
{
    auto* workLists = new WorkListsPart(host.client.workplace());
    QObject::connect(&host.customers, &CustomersPage::planRequested, workLists, &WorkListsPart::openPlan);
    QObject::connect(&host.customers, &CustomersPage::printRequested, workLists,
                     [host, workLists] { workLists->print(*host.customers.list()); });
    host.settings.addSection(say(QT_TRANSLATE_NOOP("AllParts", "Work lists")), workLists->makeSettings());
    host.parts.add(workLists);
}

void addMerging(const PartsHost& host)
{
    auto* merging = new MergingPart(host.client.workplace());
    QObject::connect(&host.customers, &CustomersPage::mergeRequested, merging, &MergingPart::openMerge);
    host.parts.add(merging);
}

void addTransfers(const PartsHost& host)
{
    auto* transfers = new TransfersPart(host.client.workplace());
    QObject::connect(&host.customers, &CustomersPage::exportRequested, transfers,
                     [host, transfers](const v1::ExportCustomersRequest& wanted) {
                         transfers->exportList(wanted, host.customers.window());
                     });
    host.parts.add(transfers);
}

} // namespace

// The order in which they are added is that of their entries in the menus.
ConnectionPart* addAllParts(const PartsHost& host)
{
    auto* notices = addNotices(host);
    auto* connection = addConnection(host);
    auto* workday = addWorkday(host, notices);
    host.parts.add(new TalksPart(host.client.workplace()));
    host.parts.add(new AttachmentsPart(host.client.workplace(), host.client.uploads()));
    auto* sequences = addSequences(host, workday);
    auto* care = addCare(host, notices, workday);
    auto* subscriptions = addSubscriptions(host, notices, workday, care);
    auto* picklists = new PicklistsPart(host.client.workplace());
    host.parts.add(picklists);
    auto* calendar = new CalendarPart(host.client.workplace(), host.client.uploads());
    QObject::connect(workday, &WorkdayPart::calendarRequested, calendar, &CalendarPart::showDay);
    host.parts.add(calendar);
    host.parts.add(new TeamPart(host.client.workplace()));
    host.parts.addPlace({RailRank::Customers, QStringLiteral("users"), say(QT_TRANSLATE_NOOP("AllParts", "Customers")),
                         &host.customers});
    addWorkLists(host);
    addMerging(host);
    addTransfers(host);
    openDraftsIn(connection, workday);
    openDraftsIn(connection, sequences);
    openDraftsIn(connection, subscriptions);
    openDraftsIn(connection, picklists);
    host.parts.fillRail();
    return connection;
}

} // namespace banhang::client
