// What the window says about who is signed in, the connection and the place; declared in main_window.h.
#include "client/app/window/main_window.h"

#include <QFuture>
#include <QPromise>
#include <QStackedWidget>
#include <QThreadPool>

#include "client/app/office/office.h"
#include "client/app/parts/window_parts.h"
#include "client/app/settings/settings.h"
#include "client/app/settings/settings_page.h"
#include "client/app/window/find_everything.h"
#include "client/app/window/places.h"
#include "client/app/window/window_head.h"
#include "client/core/draft_store.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/rpc_client.h"
#include "client/core/texts.h"
#include "client/customers/customers_page.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_form.h"
#include "client/identity/password_page.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/status_line.h"

namespace banhang::client {

void MainWindow::connectClient()
{
    auto* client = m_client.get();
    client->disconnect(this);
    client->feed().disconnect(this);
    client->session().disconnect(this);
    client->workplace().directory.disconnect(this);
    client->workplace().rpc.disconnect(this);
    connect(&client->workplace().rpc, &RpcClient::succeeded, this, &MainWindow::onSucceeded);
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
        m_signIn->forgetPassword();
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
    m_places->showCustomers();
    m_settings->setAccount(name, QString::fromStdString(me.user_name()));
    m_customers->begin();
    showKeys({});
    m_parts->begin();
    m_find->begin();
    updateFacts();
    onFeedState();
    // Who was put out in the middle of a form goes on in it.
    const auto left = std::exchange(m_leftForm, {});
    if (left.userId == me.user_id() && m_client->workplace().drafts.find(left.draftKey)) {
        m_places->showCustomers();
        m_customers->openDraft(left.draftKey);
    }
}

void MainWindow::onSessionLost()
{
    if (const auto* form = m_customers->form())
        m_leftForm = {m_client->session().userId(), customerDraftKey(form->customerId())};
    endWork();
    m_client->session().end();
    m_signIn->forgetPassword();
    m_signIn->setNotice(tr("Your session has ended: the password was changed, or it was closed elsewhere."),
                        tr("Sign in again and go on; what you typed is kept on this machine."));
    showPage(m_signIn);
}

void MainWindow::signOut()
{
    if (!m_client)
        return;
    endWork();
    m_client->signOut();
    m_signIn->forgetPassword();
    showPage(m_signIn);
}

void MainWindow::endWork()
{
    m_customers->end();
    m_parts->end();
}

void MainWindow::onFailed(const QString& strong, const AppError& error)
{
    m_failedPath = m_client->workplace().rpc.handledPath();
    m_error->setTexts(strong, errorText(error));
    m_error->setToolTip(technicalText(error));
    m_error->show();
}

/// What failed has now been done, so there is nothing left to tell.
void MainWindow::onSucceeded(const std::string& path)
{
    if (path == m_failedPath)
        m_error->hide();
}

void MainWindow::onFeedState()
{
    const auto state = m_client->feed().state();
    if (state == ChangeFeed::State::SignedOut) {
        onSessionLost();
        return;
    }
    const bool isOnline = state != ChangeFeed::State::Reconnecting;
    if (isOnline == m_wasOnline && state != ChangeFeed::State::Online)
        return;
    if (isOnline != m_wasOnline) {
        m_wasOnline = isOnline;
        m_customers->onOnline(isOnline);
        m_find->setOffline(!isOnline);
        updateTitle();
    }
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

void MainWindow::updateTitle()
{
    const bool isWork = m_work && m_pages->currentWidget() == m_work;
    QString place = isWork ? m_places->title() : tr("Sign in");
    if (isWork && m_client->feed().state() == ChangeFeed::State::Reconnecting)
        place = tr("%1 (no connection)").arg(place);
    setWindowTitle(tr("%1 – banhang").arg(place));
}

} // namespace banhang::client
