// One person at a machine of their own: the real window, driven by keys and read by what it shows.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <string>

#include "client/app/window/main_window.h"
#include "client/core/change_feed.h"
#include "tests/e2e/support/banhangd.h"
#include "tests/support/temp_directory.h"

class QLineEdit;

namespace banhang::client {
class CustomerForm;
class CustomerList;
class CustomersPage;
} // namespace banhang::client

namespace banhang::test {

/// Lets all windows live until `condition` holds. Throws after a minute, naming what did not come about.
void waitUntil(const std::string& what, const std::function<bool()>& condition);

/// Letter by letter, as from a keyboard with a Vietnamese input method.
void type(QLineEdit* field, const QString& text);

/// Every text in a widget that can be seen now.
QStringList visibleTexts(const QWidget* widget);

class ClientWindow
{
public:
    /// Opens it and signs in somebody of the demo company.
    ClientWindow(const Banhangd& office, const std::string& userName) : ClientWindow(office.connectionFile(), userName)
    {
    }
    /// By another way than the connection file of IT gives.
    ClientWindow(const ConnectionFile& file, const std::string& userName);

    client::MainWindow& window() { return *m_window; }
    client::CustomersPage& page();
    client::CustomerList& list();
    /// The form that is open. Throws if none is.
    client::CustomerForm& form();
    client::ChangeFeed& feed();

    bool isOnline() { return feed().isOnline(); }
    /// The bar that says so can be seen.
    bool saysOffline();

    /// Names in the list that are not struck through, in its order.
    QStringList names();
    bool shows(const QString& name) { return names().contains(name); }
    /// Name of the chosen row; empty when none is.
    QString chosen();
    void choose(const QString& name);
    /// -1 when it is not in the list.
    qint64 idOf(const QString& name);
    /// Customers of which this client had news since the window was opened.
    const QSet<qint64>& news() const { return m_news; }

    /// Ctrl+N, then a form for an organisation with these values.
    void beginCustomer(const QString& name, const QString& phone);
    QLineEdit* field(const char* path);
    /// Ctrl+S.
    void save();
    /// Presses a button with this text in some part of the window. Throws if none can be seen.
    void press(QWidget* in, const QString& text);

private:
    void key(int key, Qt::KeyboardModifiers modifiers);

    TempDirectory m_home; // a machine of its own: drafts are not shared
    std::unique_ptr<client::MainWindow> m_window;
    QSet<qint64> m_news;
};

} // namespace banhang::test
