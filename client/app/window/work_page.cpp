#include "client/app/window/work_page.h"

#include <QHBoxLayout>

#include <utility>

#include "client/app/connection/connection_bars.h"
#include "client/app/parts/all_parts.h"
#include "client/app/parts/connection_part.h"
#include "client/app/parts/window_parts.h"
#include "client/app/settings/settings.h"
#include "client/app/settings/settings_page.h"
#include "client/app/window/keys_page.h"
#include "client/app/window/places.h"
#include "client/app/window/window_head.h"
#include "client/core/texts.h"
#include "client/customers/bin/bin_page.h"
#include "client/customers/customers_page.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_form.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/titled_page.h"
#include "client/ui/parts/toast.h"

namespace banhang::client {

WorkPage::WorkPage(Client& client, StatusLine& status, Toast& toast, QWidget* parent)
    : QWidget(parent),
      m_workplace(client.workplace()),
      m_status(status),
      m_toast(toast),
      m_customers(new CustomersPage(m_workplace)),
      m_places(new Places(m_customers)),
      m_rail(new Rail)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    makePlaces(client.identity());
    makeParts(client);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(makeBars(client));
    right->addWidget(m_places, 1);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    connectTelling();
    connectClient(client);
    applyNotices();
}

void WorkPage::makePlaces(IdentityApi& identity)
{
    m_bin = new BinPage(m_workplace, m_customers->api());
    m_settings = new SettingsPage(identity);
    m_keys = new KeysPage;
    for (QWidget* page : std::initializer_list<QWidget*>{m_bin, m_settings, m_keys})
        m_places->add(page);
    connect(m_places, &Places::titleChanged, this, &WorkPage::titleChanged);
    connect(m_places, &Places::aboutToShow, this, &WorkPage::showUsualKeys);
    connect(m_bin, &BinPage::openRequested, this, &WorkPage::openCustomer);
    connect(m_bin, &BinPage::restored, m_customers, &CustomersPage::reloadAll);
    connect(m_bin, &BinPage::newsHappened, this,
            [this](const QString& text) { m_status.showNews({}, text, QStringLiteral("archive-restore")); });
    connect(m_customers, &CustomersPage::binPageRequested, this, [this] { m_places->showPlace(m_bin); });
    connect(m_settings, &SettingsPage::noticesChanged, this, &WorkPage::applyNotices);
}

void WorkPage::makeParts(Client& client)
{
    m_parts = new WindowParts(m_rail, m_places, m_places);
    m_connection = addAllParts({client, *m_parts, *m_places, *m_customers, *m_settings});
    m_customers->setDetailParts([this](QObject* parent) { return m_parts->makeDetailParts(parent); });
}

QLayout* WorkPage::makeBars(Client& client)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* bars = new ConnectionBars(client.feed(), m_workplace.drafts);
    connect(bars, &ConnectionBars::draftsRequested, m_connection, &ConnectionPart::showPage);
    connect(bars, &ConnectionBars::told, &m_status, &StatusLine::setConnection);
    connect(&m_status, &StatusLine::connectionClicked, m_connection, &ConnectionPart::showPage);
    bars->tell();
    column->addWidget(bars);
    m_failure = new NoticeBar(Tone::Error, NoticeBar::Shape::Strip);
    m_failure->setObjectName(QStringLiteral("failure"));
    auto* close = m_failure->addButton({}, tr("Close"));
    m_failure->hide();
    connect(close, &Button::clicked, m_failure, &QWidget::hide);
    column->addWidget(m_failure);
    return column;
}

void WorkPage::connectClient(Client& client)
{
    connect(&m_workplace.rpc, &RpcClient::succeeded, this, &WorkPage::onSucceeded);
    connect(&client.feed(), &ChangeFeed::changesArrived, m_customers, &CustomersPage::onChanges);
    connect(&client.feed(), &ChangeFeed::resyncNeeded, m_customers, &CustomersPage::reloadAll);
    connect(&client.session(), &Session::updated, m_customers, &CustomersPage::applyRights);
}

void WorkPage::connectTelling()
{
    connect(m_customers, &CustomersPage::newsHappened, this, &WorkPage::onNews);
    connect(m_customers, &CustomersPage::issuesChanged, &m_status, &StatusLine::setIssues);
    connect(m_customers, &CustomersPage::keysChanged, this, &WorkPage::showKeys);
    connect(m_customers, &CustomersPage::failed, this, &WorkPage::onFailed);
    connect(m_customers, &CustomersPage::undoOffered, this, &WorkPage::offerUndo);
    connect(m_parts, &WindowParts::customerRequested, this, &WorkPage::openCustomer);
    connect(m_parts, &WindowParts::failed, this, &WorkPage::onFailed);
    connect(m_parts, &WindowParts::newsHappened, this, &WorkPage::onNews);
    connect(m_parts, &WindowParts::keysChanged, this, [this](const QString& text) {
        if (!text.isEmpty()) // a page that is left: the next one has keys of its own
            showKeys(text);
    });
    connect(m_parts, &WindowParts::undoOffered, this, &WorkPage::offerUndo);
    connect(m_parts, &WindowParts::reminderRaised, this,
            [this](const QString& text, const QList<ToastAction>& actions) { m_toast.showReminder(text, actions); });
}

void WorkPage::serve(WindowHead* head)
{
    m_parts->addEntries(head);
    connect(head, &WindowHead::addRequested, this, [this] { addCustomer({}); });
    connect(head, &WindowHead::binRequested, this, [this] { m_places->showPlace(m_bin); });
    connect(head, &WindowHead::settingsRequested, this, &WorkPage::showSettings);
    connect(head, &WindowHead::keysRequested, this, &WorkPage::showKeysPage);
    connect(head, &WindowHead::refreshRequested, this, &WorkPage::refresh);
}

void WorkPage::begin()
{
    const auto& me = m_workplace.session.me();
    m_settings->setAccount(QString::fromStdString(me.full_name()), QString::fromStdString(me.user_name()));
    m_places->showCustomers();
    m_customers->begin();
    showKeys({});
    m_parts->begin();
}

void WorkPage::resumeForm()
{
    const auto left = std::exchange(m_leftForm, {});
    if (left.userId == m_workplace.session.userId() && m_workplace.drafts.find(left.draftKey)) {
        m_places->showCustomers();
        m_customers->openDraft(left.draftKey);
    }
}

void WorkPage::end()
{
    m_customers->end();
    m_parts->end();
}

void WorkPage::interrupt()
{
    if (const auto* form = m_customers->form())
        m_leftForm = {m_workplace.session.userId(), customerDraftKey(form->customerId())};
    end();
}

void WorkPage::setOnline(bool isOnline)
{
    m_customers->onOnline(isOnline);
}

void WorkPage::hideNews()
{
    m_failure->hide();
    m_bin->forget();
}

void WorkPage::setNarrow(bool isNarrow)
{
    m_rail->setNarrow(isNarrow);
}

QString WorkPage::title() const
{
    return m_places->title();
}

void WorkPage::showCustomers()
{
    m_places->showCustomers();
}

void WorkPage::showSettings()
{
    m_places->showPlace(m_settings);
}

void WorkPage::showKeysPage()
{
    m_places->showPlace(m_keys);
}

void WorkPage::openCustomer(qint64 customerId)
{
    m_places->showCustomers();
    m_customers->openCustomer(customerId);
}

void WorkPage::addCustomer(const QString& typed)
{
    m_places->showCustomers();
    m_customers->addCustomer(typed);
}

void WorkPage::refresh()
{
    if (!m_parts->refresh())
        m_customers->reloadAll();
}

void WorkPage::nextPane(bool isBackwards)
{
    if (!m_parts->nextPane(isBackwards))
        m_places->nextPane(isBackwards);
}

void WorkPage::applyNotices()
{
    m_showsNotifications = settings::showsNotifications();
    m_toast.setShownSeconds(settings::noticeSeconds());
}

void WorkPage::onNews(const QString& who, const QString& text, const QString& iconName)
{
    if (who.isEmpty() || m_showsNotifications)
        m_status.showNews(who, text, iconName);
}

void WorkPage::onFailed(const QString& strong, const AppError& error)
{
    m_failedPath = m_workplace.rpc.handledPath();
    m_failure->setTexts(strong, errorText(error));
    m_failure->setToolTip(technicalText(error));
    m_failure->show();
}

/// What failed has now been done, so there is nothing left to tell.
void WorkPage::onSucceeded(const std::string& path)
{
    if (path == m_failedPath)
        m_failure->hide();
}

void WorkPage::offerUndo(const QString& text, const std::function<void()>& undo)
{
    m_failure->hide();
    m_toast.showNews(text, {tr("Undo"), undo});
}

void WorkPage::showUsualKeys(QWidget* page)
{
    m_status.setIssues(0, 0);
    if (page == m_customers)
        showKeys({});
    else
        showKeys(qobject_cast<TitledPage*>(page) ? tr("Esc close  ·  F6 next pane  ·  F1 all keys")
                                                 : tr("F6 next pane  ·  F5 refresh  ·  F1 all keys"));
}

void WorkPage::showKeys(const QString& text)
{
    m_status.setPlaceKeys(text.isEmpty() ? tr("Enter open  ·  F2 edit  ·  Ctrl+N add  ·  Ctrl+F filter  ·  F5 refresh")
                                         : text);
}

} // namespace banhang::client
