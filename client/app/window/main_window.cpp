#include "client/app/window/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCloseEvent>
#include <QFuture>
#include <QPromise>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "client/app/office/office.h"
#include "client/app/office/office_file_finder.h"
#include "client/app/settings/settings.h"
#include "client/app/settings/settings_page.h"
#include "client/app/window/find_everything.h"
#include "client/app/window/head_menus.h"
#include "client/app/window/unsent_files.h"
#include "client/app/window/window_head.h"
#include "client/app/window/work_page.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/password_page.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/toast.h"

namespace banhang::client {

namespace {

constexpr int kNarrowRail = 1100;
constexpr int kClockMs = 1000;

/// Rows say "today" and "yesterday" as they are painted, in the window of a record too.
void repaintRows()
{
    for (auto* widget : QApplication::allWidgets()) {
        if (auto* view = qobject_cast<QAbstractItemView*>(widget))
            view->viewport()->update();
    }
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_unsentFiles(new UnsentFiles(this))
{
    setWindowIcon(Icon::application());
    resize(QSize(1366, 738).boundedTo(screen()->availableSize()));
    restoreGeometry(settings::windowGeometry());
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::updateFacts);
    m_clock.start();
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &repaintRows);
    connect(&Look::instance(), &Look::changed, this, &MainWindow::fitWidth);
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
    if (m_client)
        connectClient();
    rebuild();
    if (m_client)
        m_client->greet();
}

void MainWindow::rebuild()
{
    delete takeCentralWidget();
    m_wasOnline = false;
    setCentralWidget(makeFrame());
    fitWidth();
    if (m_client && m_client->session().isSignedIn())
        onSignedIn();
    else
        showSignIn();
}

QWidget* MainWindow::makeFrame()
{
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pages = new QStackedWidget;
    m_status = new StatusLine;
    m_toast = new Toast(frame);
    m_password = nullptr;
    m_work = nullptr;
    m_find = nullptr;
    m_head = nullptr;
    makeSignIn();
    if (m_client) {
        makePassword();
        makeWork();
        column->addWidget(makeHead());
    }
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    return frame;
}

void MainWindow::makeSignIn()
{
    m_signIn = new SignInPage;
    m_signIn->setUserName(settings::lastUser());
    m_pages->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::connectionFileChosen, this, &MainWindow::chooseOffice);
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    if (m_client)
        m_signIn->setServer(m_client->companyName(), m_client->address());
    else
        connect(new OfficeFileFinder(likelyFolders, m_signIn), &OfficeFileFinder::found, m_signIn,
                &SignInPage::offerFiles);
}

void MainWindow::makePassword()
{
    m_password = new PasswordPage(m_client->identity());
    m_pages->addWidget(m_password);
    connect(m_password, &PasswordPage::changed, this, [this] {
        const bool isFirst = m_client->feed().state() == ChangeFeed::State::Stopped;
        if (isFirst)
            m_client->passwordChanged();
        else
            showPage(m_work);
        m_status->showNews({}, tr("The password is changed"), QStringLiteral("circle-check"));
    });
    connect(m_password, &PasswordPage::cancelled, this, &MainWindow::leavePassword);
}

void MainWindow::makeWork()
{
    m_work = new WorkPage(*m_client, *m_status, *m_toast);
    m_pages->addWidget(m_work);
    connect(m_work, &WorkPage::titleChanged, this, &MainWindow::updateTitle);
    connect(m_work->settings(), &SettingsPage::passwordRequested, this, &MainWindow::changePassword);
    // Not while the page that is going to be deleted still runs.
    const auto remake = [this] {
        rebuild();
        m_work->showSettings();
    };
    connect(m_work->settings(), &SettingsPage::languageChanged, this, remake, Qt::QueuedConnection);
}

WindowHead* MainWindow::makeHead()
{
    auto& list = *customers()->list();
    m_find = new FindEverything(m_client->workplace(), customers()->api(), list.model(), this);
    m_head = new WindowHead(m_find);
    m_work->serve(m_head);
    m_find->setCommands(
        [this, &list] { return m_head->commands() + listCommands(list, [this] { m_work->showCustomers(); }); });
    connect(m_find, &FindEverything::customerChosen, m_work, &WorkPage::openCustomer);
    connect(m_find, &FindEverything::addRequested, m_work, &WorkPage::addCustomer);
    connect(customers(), &CustomersPage::opened, m_find, &FindEverything::addRecent);
    setUpMenus(*m_head, *customers(), [this] { m_toast->runAction(); });
    connectHead();
    return m_head;
}

void MainWindow::connectHead()
{
    connect(m_head, &WindowHead::reconnectRequested, this, [this] { m_client->feed().reconnectNow(); });
    connect(m_head, &WindowHead::passwordRequested, this, &MainWindow::changePassword);
    connect(m_head, &WindowHead::signOutRequested, this, &MainWindow::signOut);
    connect(m_head, &WindowHead::quitRequested, this, &QWidget::close);
    connect(m_head, &WindowHead::textSizeChosen, this, &MainWindow::changeText);
    // Not while the menu that is going to be deleted still runs.
    connect(m_head, &WindowHead::languageChanged, this, &MainWindow::rebuild, Qt::QueuedConnection);
}

void MainWindow::connectClient()
{
    auto* client = m_client.get();
    connect(client, &Client::greeted, this,
            [this] { m_signIn->setServer(m_client->companyName(), m_client->address()); });
    connect(client, &Client::signedIn, this, &MainWindow::onSignedIn);
    connect(client, &Client::signInFailed, this, &MainWindow::onSignInFailed);
    connect(client, &Client::passwordChangeNeeded, this, &MainWindow::onPasswordNeeded);
    connect(client, &Client::sessionLost, this, &MainWindow::onSessionLost);
    connect(&client->feed(), &ChangeFeed::stateChanged, this, &MainWindow::onFeedState);
    connect(&client->workplace().directory, &DirectoryCache::changed, this, &MainWindow::updateFacts);
}

CustomersPage* MainWindow::customers() const
{
    return m_work ? m_work->customers() : nullptr;
}

void MainWindow::showCustomers()
{
    m_work->showCustomers();
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

void MainWindow::onSignedIn()
{
    m_firstPassword.clear();
    m_signIn->setBusy(false);
    m_signIn->forgetPassword();
    m_signIn->setNotice({}, {});
    const auto& me = m_client->session().me();
    const QString name = QString::fromStdString(me.full_name());
    m_head->setPerson({me.user_id(), DirectoryCache::initialsOf(name), name});
    showPage(m_work);
    m_work->begin();
    m_find->begin();
    updateFacts();
    onFeedState();
    m_work->resumeForm();
}

void MainWindow::onSignInFailed(const AppError& error)
{
    m_signIn->setBusy(false);
    showSignIn();
    m_signIn->showFailure(error);
}

void MainWindow::onPasswordNeeded()
{
    m_signIn->setBusy(false);
    m_signIn->forgetPassword();
    m_password->begin(true, std::exchange(m_firstPassword, {}));
    showPage(m_password);
}

void MainWindow::changePassword()
{
    m_password->begin(false);
    showPage(m_password);
}

void MainWindow::leavePassword()
{
    if (m_client->feed().state() == ChangeFeed::State::Stopped)
        signOut();
    else
        showPage(m_work);
}

void MainWindow::onSessionLost()
{
    m_work->interrupt();
    m_client->session().end();
    m_signIn->forgetPassword();
    m_signIn->setNotice(tr("Your session has ended: the password was changed, or it was closed elsewhere."),
                        tr("Sign in again and go on; what you typed is kept on this machine."));
    showSignIn();
}

void MainWindow::signOut()
{
    if (!m_client)
        return;
    m_work->end();
    m_client->signOut();
    m_signIn->forgetPassword();
    showSignIn();
}

void MainWindow::onFeedState()
{
    const auto state = m_client->feed().state();
    if (state == ChangeFeed::State::SignedOut) {
        onSessionLost();
        return;
    }
    const bool isOnline = state != ChangeFeed::State::Reconnecting;
    if (isOnline == m_wasOnline)
        return;
    m_wasOnline = isOnline;
    m_work->setOnline(isOnline);
    m_find->setOffline(!isOnline);
    updateTitle();
}

void MainWindow::chooseOffice(const QString& path)
{
    if (hasUnsentFiles())
        m_unsentFiles->askBeforeOtherOffice(m_client->uploads(), [this, path] { changeOffice(path); });
    else
        changeOffice(path);
}

/// Beside the UI thread: sticks are slow.
void MainWindow::changeOffice(const QString& path)
{
    auto promise = std::make_shared<QPromise<Office>>();
    auto reading = promise->future();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->start();
        try {
            promise->addResult(rememberOffice(path));
        } catch (...) {
            promise->setException(std::current_exception());
        }
        promise->finish();
    });
    reading.then(this, [this](const Office& office) { setClient(makeClient(office)); })
        .onFailed(this,
                  [this, path](const ConnectionFileError& error) {
                      m_signIn->setNotice(
                          tr("No connection yet."),
                          errorText(AppError(ErrorCode::Invalid, error.key(), {{"path", path.toStdString()}})));
                  })
        .onFailed(this, [this](const std::exception& error) {
            m_signIn->setNotice(tr("The connection file could not be kept on this machine."),
                                QString::fromUtf8(error.what()));
        });
}

bool MainWindow::hasUnsentFiles()
{
    return m_client && m_client->uploads().onTheirWay() != 0;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (hasUnsentFiles() && !m_leavesFiles) {
        m_unsentFiles->askBeforeClosing(m_client->uploads(), [this] {
            m_leavesFiles = true;
            close();
        });
        event->ignore();
        return;
    }
    settings::setWindowGeometry(saveGeometry());
    if (m_work)
        m_work->end(); // what was typed in the last second is kept at once
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitWidth();
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
        if (m_client && m_client->session().isSignedIn())
            m_work->addCustomer({});
    });
    const auto onPane = [this](bool isBackwards) {
        return [this, isBackwards] {
            if (m_work)
                m_work->nextPane(isBackwards);
        };
    };
    onKey(QKeySequence(Qt::Key_F6), onPane(false));
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), onPane(true));
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_toast->runAction(); });
    onKey(QKeySequence(Qt::Key_F11), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    for (const auto modifiers : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::CTRL)}) {
        onKey(QKeySequence(modifiers | Qt::Key_F1), [this] {
            if (isWorking())
                m_work->showKeysPage();
        });
    }
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { stepText(1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { stepText(-1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { changeText(100); });
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

bool MainWindow::isWorking() const
{
    return m_work && m_pages->currentWidget() == m_work;
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    if (m_head)
        m_head->setVisible(isWorking());
    m_status->setVisible(isWorking());
    updateTitle();
}

void MainWindow::showSignIn()
{
    showPage(m_signIn);
    m_signIn->focusFirst();
    hideNews();
}

/// The next one to sign in may not be allowed to know of it.
void MainWindow::hideNews()
{
    m_status->forgetNews();
    m_toast->dismiss();
    if (m_work)
        m_work->hideNews();
}

void MainWindow::updateTitle()
{
    QString place = isWorking() ? m_work->title() : tr("Sign in");
    if (isWorking() && m_client->feed().state() == ChangeFeed::State::Reconnecting)
        place = tr("%1 (no connection)").arg(place);
    setWindowTitle(tr("%1 – banhang").arg(place));
}

void MainWindow::updateFacts()
{
    const auto now = officeNow();
    QStringList facts;
    if (m_client && m_client->session().isSignedIn()) {
        const QString place = m_client->workplace().directory.placePath(m_client->session().me().unit_id());
        if (!place.isEmpty())
            facts.append(place);
    }
    facts.append(todayText(now.date()));
    facts.append(now.toString(QStringLiteral("HH:mm")));
    m_status->setFacts(facts);
}

void MainWindow::fitWidth()
{
    // Wider letters leave less room, as a narrower window does.
    if (m_work)
        m_work->setNarrow(width() < scaled(kNarrowRail));
}

} // namespace banhang::client
