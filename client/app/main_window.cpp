#include "client/app/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "client/app/connection_bars.h"
#include "client/app/drafts_page.h"
#include "client/app/find_everything.h"
#include "client/app/keys_page.h"
#include "client/app/office.h"
#include "client/app/places.h"
#include "client/app/settings.h"
#include "client/app/settings_page.h"
#include "client/app/transfers.h"
#include "client/app/window_head.h"
#include "client/core/moment_text.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/bin_page.h"
#include "client/customers/customer_list.h"
#include "client/customers/customers_page.h"
#include "client/identity/password_page.h"
#include "client/identity/sign_in_page.h"
#include "client/merging/merging_page.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/toast.h"

namespace banhang::client {

namespace {

constexpr int kCustomers = 1;
constexpr int kMerging = 2;
constexpr int kNarrowRail = 1100;
constexpr int kClockMs = 1000;

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent)
{
    setWindowIcon(Icon::application());
    resize(1366, 738);
    restoreGeometry(settings::windowGeometry());
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::updateFacts);
    m_clock.start();
    setUpKeys();
    setClient(nullptr);
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // pages hold calls of the client
}

void MainWindow::setClient(std::unique_ptr<Client> client)
{
    delete takeCentralWidget();
    m_client = std::move(client);
    rebuild();
    if (m_client)
        m_client->greet();
}

void MainWindow::rebuild()
{
    delete takeCentralWidget();
    m_wasOnline = false;
    setCentralWidget(makeFrame());
    if (m_client)
        connectClient();
    if (m_client && m_client->session().isSignedIn())
        onSignedIn();
    else
        showPage(m_signIn);
}

QWidget* MainWindow::makeFrame()
{
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pages = new QStackedWidget;
    m_signIn = new SignInPage;
    m_signIn->setUserName(settings::lastUser());
    m_pages->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::connectionFileChosen, this, &MainWindow::changeOffice);
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    m_password = nullptr;
    m_work = nullptr;
    m_customers = nullptr;
    m_places = nullptr;
    m_bin = nullptr;
    m_transfers = nullptr;
    m_settings = nullptr;
    m_drafts = nullptr;
    m_keys = nullptr;
    m_find = nullptr;
    m_head = nullptr;
    m_status = new StatusLine;
    if (m_client) {
        m_signIn->setServer(m_client->companyName(), m_client->address());
        m_password = new PasswordPage(m_client->identity());
        m_pages->addWidget(m_password);
        m_work = makeWork();
        m_pages->addWidget(m_work);
        column->addWidget(makeHead());
    }
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    m_toast = new Toast(frame);
    applyNotices();
    return frame;
}

QWidget* MainWindow::makeHead()
{
    m_find = new FindEverything(m_client->workplace(), m_customers->api(), m_customers->list()->model(), this);
    connect(m_find, &FindEverything::customerChosen, this, &MainWindow::openCustomer);
    connect(m_find, &FindEverything::addRequested, this, &MainWindow::addCustomer);
    m_head = new WindowHead(m_find);
    m_transfers->addEntries(m_head);
    m_find->setCommands([this] {
        return m_head->commands() + listCommands(*m_customers->list(), [this] { m_places->showCustomers(); });
    });
    connect(m_customers, &CustomersPage::opened, m_find, &FindEverything::addRecent);
    connect(m_customers, &CustomersPage::binPageRequested, this, [this] { showPlace(m_bin); });
    connectHead();
    return m_head;
}

void MainWindow::connectHead()
{
    connect(m_head, &WindowHead::addRequested, this, [this] { addCustomer({}); });
    connect(m_head, &WindowHead::draftsRequested, this, [this] { showPlace(m_drafts); });
    connect(m_head, &WindowHead::binRequested, this, [this] { showPlace(m_bin); });
    connect(m_head, &WindowHead::settingsRequested, this, [this] { showPlace(m_settings); });
    connect(m_head, &WindowHead::keysRequested, this, [this] { showPlace(m_keys); });
    connect(m_head, &WindowHead::refreshRequested, m_customers, &CustomersPage::reloadAll);
    connect(m_head, &WindowHead::reconnectRequested, this, [this] { m_client->feed().reconnectNow(); });
    const auto changePassword = [this] {
        m_password->begin(false);
        showPage(m_password);
    };
    connect(m_head, &WindowHead::passwordRequested, this, changePassword);
    connect(m_settings, &SettingsPage::passwordRequested, this, changePassword);
    connect(m_head, &WindowHead::signOutRequested, this, &MainWindow::signOut);
    connect(m_head, &WindowHead::quitRequested, this, &QWidget::close);
    connect(m_head, &WindowHead::textSizeChosen, this, &MainWindow::changeText);
    // Not while the menu or the page that is going to be deleted still runs.
    connect(m_head, &WindowHead::languageChanged, this, &MainWindow::rebuild, Qt::QueuedConnection);
    const auto remake = [this] {
        rebuild();
        showPlace(m_settings);
    };
    connect(m_settings, &SettingsPage::languageChanged, this, remake, Qt::QueuedConnection);
    connect(m_settings, &SettingsPage::noticesChanged, this, &MainWindow::applyNotices);
}

void MainWindow::changeText(int percent)
{
    Look::instance().setTextPercent(percent);
    settings::setTextPercent(Look::instance().textPercent());
}

void MainWindow::stepText(int step)
{
    const auto& sizes = settings::kTextSizes;
    const int present = Look::instance().textPercent();
    const auto place = std::ranges::lower_bound(sizes, present) - sizes.begin() + step;
    changeText(sizes[static_cast<size_t>(std::clamp<std::ptrdiff_t>(place, 0, std::ssize(sizes) - 1))]);
}

void MainWindow::applyNotices()
{
    m_tellsNews = settings::tellsNews();
    m_toast->setShownSeconds(settings::noticeSeconds());
}

QWidget* MainWindow::makeWork()
{
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_customers = new CustomersPage(m_client->workplace());
    makePlaces();
    m_rail = new Rail;
    m_rail->addEntry(kCustomers, QStringLiteral("users"), tr("Customers"));
    m_mergingEntry = m_rail->addEntry(kMerging, QStringLiteral("copy-check"), tr("Duplicates"), true);
    m_rail->setCurrent(kCustomers);
    auto* bars = new ConnectionBars(m_client->feed(), m_client->workplace().drafts);
    m_error = new NoticeBar(Tone::Error, NoticeBar::Shape::Strip);
    auto* close = m_error->addButton({}, tr("Close"));
    m_error->hide();
    connect(close, &Button::clicked, m_error, &QWidget::hide);
    connect(m_rail, &Rail::chosen, this, [this](int id) {
        if (id != kMerging) {
            m_places->showCustomers();
            return;
        }
        m_merging->reload();
        showPlace(m_merging);
    });
    connect(m_places, &Places::currentChanged, this,
            [this] { m_rail->setCurrent(m_places->currentWidget() == m_merging ? kMerging : kCustomers); });
    makeMerging();
    connect(bars, &ConnectionBars::draftsRequested, this, [this] { showPlace(m_drafts); });
    connect(bars, &ConnectionBars::told, m_status, &StatusLine::setConnection);
    bars->tell();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(bars);
    right->addWidget(m_error);
    right->addWidget(m_places, 1);
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    connectCustomers();
    return work;
}

void MainWindow::makePlaces()
{
    const auto& workplace = m_client->workplace();
    m_places = new Places(m_customers);
    m_drafts = new DraftsPage(workplace.drafts);
    m_bin = new BinPage(workplace, m_customers->api());
    m_settings = new SettingsPage(m_client->identity());
    m_keys = new KeysPage;
    m_merging = new MergingPage(workplace);
    makeTransfers();
    for (auto* page :
         {static_cast<TitledPage*>(m_drafts), static_cast<TitledPage*>(m_bin), static_cast<TitledPage*>(m_settings),
          static_cast<TitledPage*>(m_keys), static_cast<TitledPage*>(m_merging), m_transfers->importPage()})
        m_places->add(page);
    connect(m_places, &Places::titleChanged, this, &MainWindow::updateTitle);
    connect(m_drafts, &DraftsPage::openRequested, this, [this](const QString& key) {
        m_places->showCustomers();
        m_customers->openDraft(key);
    });
    connect(m_drafts, &DraftsPage::discarded, this, [this](const Draft& draft) {
        m_toast->showNews(tr("Discarded the draft %1").arg(draft.title),
                          {tr("Undo"), [this, draft] { m_client->workplace().drafts.keep(draft); }});
    });
    connect(m_bin, &BinPage::openRequested, this, &MainWindow::openCustomer);
    connect(m_bin, &BinPage::restored, m_customers, &CustomersPage::reloadAll);
    connect(m_bin, &BinPage::newsHappened, this,
            [this](const QString& text) { m_status->showNews({}, text, QStringLiteral("archive-restore")); });
}

void MainWindow::makeMerging()
{
    connect(m_merging, &MergingPage::failed, this, &MainWindow::onFailed);
    connect(
        m_merging, &MergingPage::newsHappened, this,
        [this](const QString& who, const QString& text, const QString& icon) { m_status->showNews(who, text, icon); });
    connect(m_merging, &MergingPage::undoOffered, this, [this](const QString& text, const std::function<void()>& undo) {
        m_toast->showNews(text, {tr("Undo"), undo});
    });
    connect(m_merging, &MergingPage::countChanged, m_mergingEntry,
            [this](int count) { m_mergingEntry->setBadge(count); });
    connect(m_merging, &MergingPage::keysChanged, m_status, &StatusLine::setPlaceKeys);
    connect(m_customers, &CustomersPage::mergeRequested, this, [this](const QList<qint64>& ids) {
        m_merging->openMerge(ids);
        m_places->showPlace(m_merging);
    });
    connect(&m_client->session(), &Session::begun, m_merging, [this] { applyMergingRights(); });
    connect(&m_client->session(), &Session::updated, m_merging, [this] { applyMergingRights(); });
    applyMergingRights();
}

void MainWindow::applyMergingRights()
{
    const bool mayMerge = m_client->session().may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE);
    m_mergingEntry->setVisible(mayMerge);
    if (mayMerge)
        m_merging->countWaiting();
}

void MainWindow::makeTransfers()
{
    m_transfers = new Transfers(m_client->workplace(), m_places);
    connect(m_transfers, &Transfers::showRequested, this, &MainWindow::showPlace);
    connect(m_transfers, &Transfers::failed, this, &MainWindow::onFailed);
    connect(m_transfers, &Transfers::newsHappened, this,
            [this](const QString& text, const QString& icon) { m_status->showNews({}, text, icon); });
    connect(m_transfers, &Transfers::undoOffered, this, [this](const QString& text, const std::function<void()>& undo) {
        m_toast->showNews(text, {tr("Undo"), undo});
    });
    connect(m_customers, &CustomersPage::exportRequested, this,
            [this](const v1::ExportCustomersRequest& wanted) { m_transfers->exportList(wanted, this); });
}

void MainWindow::showPlace(TitledPage* place)
{
    if (place && m_pages->currentWidget() == m_work)
        m_places->showPlace(place);
}

void MainWindow::openCustomer(qint64 customerId)
{
    m_places->showCustomers();
    m_customers->openCustomer(customerId);
}

void MainWindow::addCustomer(const QString& name)
{
    m_places->showCustomers();
    m_customers->addCustomer(name);
}

void MainWindow::setUpKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto work) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        if (m_client)
            m_client->feed().reconnectNow();
    });
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] {
        if (m_customers && m_client->session().isSignedIn())
            addCustomer({});
    });
    onKey(QKeySequence(Qt::Key_F6), [this] {
        if (m_places)
            m_places->nextPane(false);
    });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] {
        if (m_places)
            m_places->nextPane(true);
    });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_toast->runAction(); });
    onKey(QKeySequence(Qt::Key_F11), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    for (const auto modifiers : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::CTRL)}) {
        onKey(QKeySequence(modifiers | Qt::Key_F1), [this] {
            if (m_keys)
                showPlace(m_keys);
        });
    }
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { stepText(1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { stepText(-1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { changeText(100); });
}

void MainWindow::connectClient()
{
    auto* client = m_client.get();
    client->disconnect(this);
    client->feed().disconnect(this);
    client->session().disconnect(this);
    client->workplace().directory.disconnect(this);
    connect(client, &Client::greeted, this,
            [this] { m_signIn->setServer(m_client->companyName(), m_client->address()); });
    connect(client, &Client::signedIn, this, &MainWindow::onSignedIn);
    connect(client, &Client::signInFailed, this, [this](const AppError& error) {
        m_signIn->setBusy(false);
        showPage(m_signIn);
        m_signIn->showFailure(error);
    });
    connect(client, &Client::passwordChangeNeeded, this, [this] {
        m_signIn->setBusy(false);
        m_password->begin(true, std::exchange(m_firstPassword, {}));
        showPage(m_password);
    });
    connect(client, &Client::sessionLost, this, &MainWindow::onSessionLost);
    connect(m_password, &PasswordPage::changed, this, [this] {
        const bool isFirst = m_client->feed().state() == ChangeFeed::State::Stopped;
        if (isFirst)
            m_client->passwordChanged();
        else
            showPage(m_work);
        m_status->showNews({}, tr("The password is changed"), QStringLiteral("circle-check"));
    });
    connect(m_password, &PasswordPage::cancelled, this, [this] {
        if (m_client->feed().state() == ChangeFeed::State::Stopped)
            signOut();
        else
            showPage(m_work);
    });
    connect(&client->feed(), &ChangeFeed::stateChanged, this, &MainWindow::onFeedState);
    connect(&client->feed(), &ChangeFeed::changesArrived, m_customers, &CustomersPage::onChanges);
    connect(&client->feed(), &ChangeFeed::resyncNeeded, m_customers, &CustomersPage::reloadAll);
    connect(&client->session(), &Session::updated, m_customers, &CustomersPage::applyRights);
    connect(&client->workplace().directory, &DirectoryCache::changed, this, &MainWindow::updateFacts);
}

void MainWindow::connectCustomers()
{
    connect(m_customers, &CustomersPage::newsHappened, this,
            [this](const QString& who, const QString& text, const QString& icon) {
                if (who.isEmpty() || m_tellsNews)
                    m_status->showNews(who, text, icon);
            });
    connect(m_customers, &CustomersPage::issuesChanged, m_status, &StatusLine::setIssues);
    connect(m_customers, &CustomersPage::keysChanged, this, [this](const QString& text) {
        m_status->setPlaceKeys(
            text.isEmpty() ? tr("Enter open  ·  F2 edit  ·  Ctrl+N add  ·  Ctrl+F filter  ·  F5 refresh") : text);
    });
    connect(m_customers, &CustomersPage::failed, this, &MainWindow::onFailed);
    connect(m_customers, &CustomersPage::undoOffered, this,
            [this](const QString& text, const std::function<void()>& undo) {
                m_error->hide();
                m_toast->showNews(text, {tr("Undo"), undo});
            });
}

void MainWindow::signIn(const QString& userName, const QString& password)
{
    if (!m_client)
        return;
    m_firstPassword = password;
    settings::setLastUser(userName);
    m_signIn->setUserName(userName);
    m_signIn->setBusy(true);
    m_client->signIn(userName, password);
}

void MainWindow::changeOffice(const QString& path)
{
    try {
        const auto file = rememberOffice(path);
        setClient(makeClient(file));
    } catch (const ConnectionFileError& error) {
        m_signIn->setNotice(tr("No connection yet."),
                            errorText(AppError(ErrorCode::Invalid, error.key(), {{"path", path.toStdString()}})));
    } catch (const std::exception& error) {
        m_signIn->setNotice(tr("The connection file could not be kept on this machine."),
                            QString::fromUtf8(error.what()));
    }
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    const bool isWork = page == m_work;
    if (m_head)
        m_head->setVisible(isWork);
    m_status->setVisible(isWork);
    if (page == m_signIn) {
        m_signIn->focusFirst();
        hideNews();
    }
    updateTitle();
}

void MainWindow::hideNews()
{
    // The next one to sign in may not be allowed to know of it.
    m_status->forgetNews();
    m_toast->hide();
    if (m_work) {
        m_error->hide();
        m_bin->forget();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    settings::setWindowGeometry(saveGeometry());
    if (m_customers)
        m_customers->end();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_work)
        m_rail->setNarrow(width() < kNarrowRail);
}

} // namespace banhang::client
