#include "client/app/window/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "client/app/connection/connection_bars.h"
#include "client/app/office/office_file_finder.h"
#include "client/app/parts/connection_part.h"
#include "client/app/parts/window_parts.h"
#include "client/app/settings/settings.h"
#include "client/app/settings/settings_page.h"
#include "client/app/window/find_everything.h"
#include "client/app/window/head_menus.h"
#include "client/app/window/keys_page.h"
#include "client/app/window/places.h"
#include "client/app/window/window_head.h"
#include "client/core/office_clock.h"
#include "client/customers/bin/bin_page.h"
#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/password_page.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/rail.h"
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

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent)
{
    setWindowIcon(Icon::application());
    resize(1366, 738);
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
    connect(m_signIn, &SignInPage::connectionFileChosen, this, &MainWindow::chooseOffice);
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    if (!m_client)
        connect(new OfficeFileFinder(likelyFolders, m_signIn), &OfficeFileFinder::found, m_signIn,
                &SignInPage::offerFiles);
    m_password = nullptr;
    m_work = nullptr;
    m_customers = nullptr;
    m_places = nullptr;
    m_parts = nullptr;
    m_bin = nullptr;
    m_settings = nullptr;
    m_connection = nullptr;
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
    m_parts->addEntries(m_head);
    m_find->setCommands([this] {
        return m_head->commands() + listCommands(*m_customers->list(), [this] { m_places->showCustomers(); });
    });
    connect(m_customers, &CustomersPage::opened, m_find, &FindEverything::addRecent);
    connect(m_customers, &CustomersPage::binPageRequested, this, [this] { showPlace(m_bin); });
    setUpMenus(*m_head, *m_customers, [this] { m_toast->runAction(); });
    connectHead();
    return m_head;
}

void MainWindow::connectHead()
{
    connect(m_head, &WindowHead::addRequested, this, [this] { addCustomer({}); });
    connect(m_head, &WindowHead::binRequested, this, [this] { showPlace(m_bin); });
    connect(m_head, &WindowHead::settingsRequested, this, [this] { showPlace(m_settings); });
    connect(m_head, &WindowHead::keysRequested, this, [this] { showPlace(m_keys); });
    connect(m_head, &WindowHead::refreshRequested, this, [this] {
        if (!m_parts->refresh())
            m_customers->reloadAll();
    });
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
    m_showsNotifications = settings::showsNotifications();
    m_toast->setShownSeconds(settings::noticeSeconds());
}

QWidget* MainWindow::makeWork()
{
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_customers = new CustomersPage(m_client->workplace());
    m_places = new Places(m_customers);
    m_rail = new Rail;
    makePlaces();
    makeParts();
    auto* bars = new ConnectionBars(m_client->feed(), m_client->workplace().drafts);
    m_error = new NoticeBar(Tone::Error, NoticeBar::Shape::Strip);
    m_error->setObjectName(QStringLiteral("failure"));
    auto* close = m_error->addButton({}, tr("Close"));
    m_error->hide();
    connect(close, &Button::clicked, m_error, &QWidget::hide);
    connect(bars, &ConnectionBars::draftsRequested, m_connection, &ConnectionPart::showPage);
    connect(m_status, &StatusLine::connectionClicked, m_connection, &ConnectionPart::showPage);
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

void MainWindow::showPlace(QWidget* place)
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
    onKey(QKeySequence(Qt::Key_F6), [this] { nextPane(false); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(true); });
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

void MainWindow::nextPane(bool isBackwards)
{
    if (m_places && !m_parts->nextPane(isBackwards))
        m_places->nextPane(isBackwards);
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
    m_toast->dismiss();
    if (m_work) {
        m_error->hide();
        m_bin->forget();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitWidth();
}

void MainWindow::fitWidth()
{
    // Wider letters leave less room, as a narrower window does.
    if (m_work)
        m_rail->setNarrow(width() < scaled(kNarrowRail));
}

} // namespace banhang::client
