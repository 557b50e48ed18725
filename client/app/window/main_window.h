// The window: one office, the pages before and after signing in, head and status line.
#pragma once

#include <QMainWindow>
#include <QTimer>

#include <memory>

#include "client/app/client.h"

class QStackedWidget;

namespace banhang::client {

class CustomersPage;
class FindEverything;
class PasswordPage;
class SignInPage;
class StatusLine;
class Toast;
class UnsentFiles;
class WindowHead;
class WorkPage;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Takes up the office; null for none yet.
    void setClient(std::unique_ptr<Client> client);
    Client* client() const { return m_client.get(); }
    /// Null without an office.
    CustomersPage* customers() const;
    SignInPage* signInPage() const { return m_signIn; }
    FindEverything* find() const { return m_find; }
    void signIn(const QString& userName, const QString& password);
    /// The page of the customers, whatever was shown.
    void showCustomers();
    /// Another language or office: pages are made anew.
    void rebuild();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFrame();
    void makeSignIn();
    void makePassword();
    void makeWork();
    WindowHead* makeHead();
    void connectHead();
    void connectClient();
    void setUpKeys();
    void onSignedIn();
    void onSignInFailed(const AppError& error);
    void onPasswordNeeded();
    void onSessionLost();
    void onFeedState();
    void changePassword();
    void leavePassword();
    void chooseOffice(const QString& path);
    void changeOffice(const QString& path);
    bool hasUnsentFiles();
    void signOut();
    bool isWorking() const;
    void showPage(QWidget* page);
    void showSignIn();
    void hideNews();
    void updateTitle();
    void updateFacts();
    void fitWidth();
    void changeText(int percent);
    void stepText(int step);

    std::unique_ptr<Client> m_client;
    QStackedWidget* m_pages = nullptr; ///< sign-in, password, work
    SignInPage* m_signIn = nullptr;
    PasswordPage* m_password = nullptr; ///< this and what follows, up to the status line: null without an office
    WorkPage* m_work = nullptr;
    FindEverything* m_find = nullptr;
    WindowHead* m_head = nullptr;
    StatusLine* m_status = nullptr;
    Toast* m_toast = nullptr;
    UnsentFiles* m_unsentFiles;
    QTimer m_clock;
    QString m_firstPassword; ///< between the first sign-in and its forced change
    bool m_wasOnline = false;
    bool m_leavesFiles = false; ///< closes although some are not sent
};

} // namespace banhang::client
