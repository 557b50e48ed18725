// What stands in the window: the pages of its own, and the features; declared in main_window.h.
#include "client/app/window/main_window.h"

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
#include "client/app/window/keys_page.h"
#include "client/app/window/places.h"
#include "client/customers/bin/bin_page.h"
#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/titled_page.h"
#include "client/ui/parts/toast.h"

namespace banhang::client {

void MainWindow::makePlaces()
{
    const auto& workplace = m_client->workplace();
    m_bin = new BinPage(workplace, m_customers->api());
    m_settings = new SettingsPage(m_client->identity());
    m_keys = new KeysPage;
    for (QWidget* page :
         {static_cast<QWidget*>(m_bin), static_cast<QWidget*>(m_settings), static_cast<QWidget*>(m_keys)})
        m_places->add(page);
    connect(m_places, &Places::titleChanged, this, &MainWindow::updateTitle);
    connect(m_places, &Places::aboutToShow, this, &MainWindow::showUsualKeys);
    connect(m_bin, &BinPage::openRequested, this, &MainWindow::openCustomer);
    connect(m_bin, &BinPage::restored, m_customers, &CustomersPage::reloadAll);
    connect(m_bin, &BinPage::newsHappened, this,
            [this](const QString& text) { m_status->showNews({}, text, QStringLiteral("archive-restore")); });
}

void MainWindow::showCustomers()
{
    m_places->showCustomers();
}

void MainWindow::makeParts()
{
    const auto& workplace = m_client->workplace();
    m_parts = new WindowParts(m_rail, m_places, m_places);
    auto* notices = new NoticesPart(workplace);
    m_parts->add(notices);
    m_settings->addSection(tr("Reminders and mail"), notices->makeSettings());
    auto* workday = new WorkdayPart(workplace, m_client->uploads(), notices->model());
    connect(notices, &NoticesPart::activityRequested, workday, &WorkdayPart::open);
    connect(notices, &NoticesPart::activityDone, workday, &WorkdayPart::finish);
    connect(workday, &WorkdayPart::noticeRequested, notices, &NoticesPart::open);
    m_connection = new ConnectionPart(workplace, m_client->connectionLog());
    connect(m_connection, &ConnectionPart::draftRequested, workday, &WorkdayPart::openDraft);
    connect(m_connection, &ConnectionPart::draftRequested, this, [this](const QString& key) {
        if (m_customers->openDraft(key))
            m_places->showCustomers();
    });
    connect(m_customers, &CustomersPage::collided, &m_client->connectionLog(), &ConnectionLog::addCollision);
    m_parts->add(m_connection);
    const auto showList = [this](ListViews::Builtin view) {
        m_places->showCustomers();
        m_customers->list()->views()->choose(view);
    };
    connect(workday, &WorkdayPart::callbacksRequested, this, [showList] { showList(ListViews::Builtin::CallBack); });
    connect(workday, &WorkdayPart::untouchedRequested, this, [showList] { showList(ListViews::Builtin::Untouched); });
    m_parts->add(workday);
    m_parts->add(new TalksPart(workplace));
    m_parts->add(new AttachmentsPart(workplace, m_client->uploads()));
    auto* sequences = new SequencesPart(workplace);
    connect(sequences, &SequencesPart::activityRequested, workday, &WorkdayPart::open);
    connect(m_connection, &ConnectionPart::draftRequested, sequences, &SequencesPart::openDraft);
    connect(m_customers, &CustomersPage::sequenceRequested, sequences, &SequencesPart::startFor);
    m_parts->add(sequences);
    auto* care = new CarePart(workplace);
    connect(notices, &NoticesPart::careRequested, care, &CarePart::open);
    connect(workday, &WorkdayPart::careRequested, care, &CarePart::open);
    m_parts->add(care);
    auto* subscriptions = new SubscriptionsPart(workplace);
    connect(notices, &NoticesPart::subscriptionRequested, subscriptions, &SubscriptionsPart::open);
    connect(notices, &NoticesPart::changesRequested, subscriptions, &SubscriptionsPart::openChanges);
    connect(notices, &NoticesPart::muteRequested, subscriptions, &SubscriptionsPart::mute);
    connect(workday, &WorkdayPart::muteRequested, subscriptions, &SubscriptionsPart::mute);
    connect(workday, &WorkdayPart::subscriptionRequested, subscriptions, &SubscriptionsPart::open);
    connect(subscriptions, &SubscriptionsPart::activityRequested, workday, &WorkdayPart::open);
    connect(subscriptions, &SubscriptionsPart::careRequested, care, &CarePart::open);
    connect(m_connection, &ConnectionPart::draftRequested, subscriptions, &SubscriptionsPart::openDraft);
    m_parts->add(subscriptions);
    auto* picklists = new PicklistsPart(workplace);
    connect(m_connection, &ConnectionPart::draftRequested, picklists, &PicklistsPart::openDraft);
    m_parts->add(picklists);
    m_parts->add(new CalendarPart(workplace, m_client->uploads()));
    m_parts->add(new TeamPart(workplace));
    m_parts->addPlace({RailRank::Customers, QStringLiteral("users"), tr("Customers"), m_customers});
    auto* workLists = new WorkListsPart(workplace);
    connect(m_customers, &CustomersPage::planRequested, workLists, &WorkListsPart::openPlan);
    connect(m_customers, &CustomersPage::printRequested, workLists,
            [this, workLists] { workLists->print(*m_customers->list()); });
    m_settings->addSection(tr("Work lists"), workLists->makeSettings());
    m_parts->add(workLists);
    auto* merging = new MergingPart(workplace);
    connect(m_customers, &CustomersPage::mergeRequested, merging, &MergingPart::openMerge);
    m_parts->add(merging);
    auto* transfers = new TransfersPart(workplace);
    connect(m_customers, &CustomersPage::exportRequested, transfers,
            [this, transfers](const v1::ExportCustomersRequest& wanted) { transfers->exportList(wanted, this); });
    m_parts->add(transfers);
    m_parts->fillRail();
    m_customers->setDetailParts([this](QObject* parent) { return m_parts->makeDetailParts(parent); });
    connectParts();
}

void MainWindow::connectParts()
{
    connect(m_parts, &WindowParts::customerRequested, this, &MainWindow::openCustomer);
    connect(m_parts, &WindowParts::failed, this, &MainWindow::onFailed);
    connect(m_parts, &WindowParts::newsHappened, this, &MainWindow::onNews);
    connect(m_parts, &WindowParts::keysChanged, this, [this](const QString& text) {
        if (!text.isEmpty()) // a page that is left: the next one has keys of its own
            showKeys(text);
    });
    connect(m_parts, &WindowParts::undoOffered, this, &MainWindow::offerUndo);
    connect(m_parts, &WindowParts::reminderRaised, this,
            [this](const QString& text, const QList<ToastAction>& actions) { m_toast->showReminder(text, actions); });
}

void MainWindow::connectCustomers()
{
    connect(m_customers, &CustomersPage::newsHappened, this, &MainWindow::onNews);
    connect(m_customers, &CustomersPage::issuesChanged, m_status, &StatusLine::setIssues);
    connect(m_customers, &CustomersPage::keysChanged, this, &MainWindow::showKeys);
    connect(m_customers, &CustomersPage::failed, this, &MainWindow::onFailed);
    connect(m_customers, &CustomersPage::undoOffered, this, &MainWindow::offerUndo);
}

void MainWindow::onNews(const QString& who, const QString& text, const QString& iconName)
{
    if (who.isEmpty() || m_showsNotifications)
        m_status->showNews(who, text, iconName);
}

void MainWindow::showUsualKeys(QWidget* page)
{
    m_status->setIssues(0, 0);
    if (page == m_customers)
        showKeys({});
    else
        showKeys(qobject_cast<TitledPage*>(page) ? tr("Esc close  ·  F6 next pane  ·  F1 all keys")
                                                 : tr("F6 next pane  ·  F5 refresh  ·  F1 all keys"));
}

void MainWindow::showKeys(const QString& text)
{
    m_status->setPlaceKeys(text.isEmpty() ? tr("Enter open  ·  F2 edit  ·  Ctrl+N add  ·  Ctrl+F filter  ·  F5 refresh")
                                          : text);
}

void MainWindow::offerUndo(const QString& text, const std::function<void()>& undo)
{
    m_error->hide();
    m_toast->showNews(text, {tr("Undo"), undo});
}

} // namespace banhang::client
