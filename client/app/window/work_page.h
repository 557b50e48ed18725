// What somebody who is signed in works in: the rail, the bars about connection and failures, the places and the
// features behind them.
#pragma once

#include <QWidget>

#include <functional>
#include <string>

#include "client/app/client.h"

namespace banhang::client {

class BinPage;
class ConnectionPart;
class CustomersPage;
class KeysPage;
class NoticeBar;
class Places;
class Rail;
class SettingsPage;
class StatusLine;
class Toast;
class WindowHead;
class WindowParts;

/// For one office, whoever is signed in there. Thread: UI.
class WorkPage final : public QWidget
{
    Q_OBJECT
public:
    /// `status` and `toast`, of the window, tell what happens; like the client they live longer.
    WorkPage(Client& client, StatusLine& status, Toast& toast, QWidget* parent = nullptr);

    CustomersPage* customers() const { return m_customers; }
    SettingsPage* settings() const { return m_settings; }
    QString title() const;
    /// Entries of the features, and what the head asks for.
    void serve(WindowHead* head);

    /// Somebody has signed in.
    void begin();
    /// Nobody is signed in any more; what was typed is kept at once.
    void end();
    /// As end(), without having been asked to: whoever signs in next may go on in the form that is open.
    void interrupt();
    /// After begin(): opens that form again, if it is the same person.
    void resumeForm();
    void setOnline(bool isOnline);
    /// The next one to sign in may not be allowed to know of it.
    void hideNews();
    void setNarrow(bool isNarrow);

    void showCustomers();
    void showSettings();
    void showKeysPage();
    void openCustomer(qint64 customerId);
    void addCustomer(const QString& typed);
    void refresh();
    void nextPane(bool isBackwards);

signals:
    void titleChanged();

private:
    void makePlaces(IdentityApi& identity);
    void makeParts(Client& client);
    QLayout* makeBars(Client& client);
    void connectClient(Client& client);
    void connectTelling();
    void applyNotices();
    void onNews(const QString& who, const QString& text, const QString& iconName);
    void onFailed(const QString& strong, const AppError& error);
    void onSucceeded(const std::string& path);
    void offerUndo(const QString& text, const std::function<void()>& undo);
    void showUsualKeys(QWidget* page);
    void showKeys(const QString& text);

    struct LeftForm
    {
        qint64 userId = 0;
        QString draftKey{};
    };

    Workplace m_workplace;
    StatusLine& m_status;
    Toast& m_toast;
    CustomersPage* m_customers;
    Places* m_places;
    Rail* m_rail;
    BinPage* m_bin = nullptr;
    SettingsPage* m_settings = nullptr;
    KeysPage* m_keys = nullptr;
    WindowParts* m_parts = nullptr;
    ConnectionPart* m_connection = nullptr;
    NoticeBar* m_failure = nullptr;
    std::string m_failedPath; ///< of the method that the bar tells of; empty when it was none
    LeftForm m_leftForm;      ///< open when the session ended
    bool m_showsNotifications = true;
};

} // namespace banhang::client
