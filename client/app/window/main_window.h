// The window: head, rail, pages, status line.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>

#include "client/app/client.h"

class QStackedWidget;

namespace banhang::client {

class CustomersPage;
class BinPage;
class ConnectionPart;
class FindEverything;
class KeysPage;
class Places;
class SettingsPage;
class NoticeBar;
class PasswordPage;
class QuestionBox;
class Rail;
class SignInPage;
class StatusLine;
class Toast;
class WindowHead;
class WindowParts;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Takes up the office; null for none yet.
    void setClient(std::unique_ptr<Client> client);
    Client* client() const { return m_client.get(); }
    CustomersPage* customers() const { return m_customers; }
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
    bool mayClose();
    /// Before files that wait are given up; `then` runs when they may be, or when all have been sent.
    void askAboutFiles(const QString& what, const QString& goOn, const std::function<void()>& then);
    QWidget* makeFrame();
    QWidget* makeWork();
    QWidget* makeHead();
    void setUpKeys();
    void connectClient();
    void connectCustomers();
    void onSignedIn();
    void onSessionLost();
    void onFeedState();
    void onFailed(const QString& strong, const AppError& error);
    void onSucceeded(const std::string& path);
    void chooseOffice(const QString& path);
    void changeOffice(const QString& path);
    void signOut();
    void showPage(QWidget* page);
    void updateTitle();
    void updateFacts();
    void fitWidth();
    void changeText(int percent);
    void stepText(int step);
    void showPlace(QWidget* place);
    void addCustomer(const QString& name);
    void openCustomer(qint64 customerId);
    void makePlaces();
    void makeParts();
    void connectParts();
    void endWork();
    void onNews(const QString& who, const QString& text, const QString& iconName);
    void showUsualKeys(QWidget* page);
    void showKeys(const QString& text);
    void offerUndo(const QString& text, const std::function<void()>& undo);
    void nextPane(bool isBackwards);
    void connectHead();
    void applyNotices();
    void hideNews();

    std::unique_ptr<Client> m_client;
    QStackedWidget* m_pages = nullptr; ///< sign-in, password, work
    SignInPage* m_signIn = nullptr;
    PasswordPage* m_password = nullptr;
    QWidget* m_work = nullptr;
    Places* m_places = nullptr;
    WindowParts* m_parts = nullptr;
    CustomersPage* m_customers = nullptr;
    BinPage* m_bin = nullptr;
    SettingsPage* m_settings = nullptr;
    ConnectionPart* m_connection = nullptr;
    KeysPage* m_keys = nullptr;
    FindEverything* m_find = nullptr;
    Rail* m_rail = nullptr;
    WindowHead* m_head = nullptr;
    NoticeBar* m_error = nullptr;
    std::string m_failedPath; ///< of the method that the bar tells of; empty when it was none
    StatusLine* m_status = nullptr;
    Toast* m_toast = nullptr;
    QTimer m_clock;
    QString m_firstPassword; ///< between the first sign-in and its forced change
    bool m_wasOnline = false;
    struct LeftForm
    {
        qint64 userId = 0;
        QString draftKey{};
    };
    LeftForm m_leftForm; ///< open when the session ended
    bool m_showsNotifications = true;
    QPointer<QuestionBox> m_filesQuestion;
    bool m_leavesFiles = false; ///< closes although some are not sent
};

} // namespace banhang::client
