#include "tests/e2e/windows/client_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <stdexcept>

#include "client/app/office/office.h"
#include "client/customers/customers_page.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/form/form_field.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "common/demo/office.h"

namespace banhang::test {

using namespace client;

namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

void waitUntil(const std::string& what, const std::function<bool()>& condition)
{
    if (!QTest::qWaitFor(condition, kPatienceMs))
        throw std::runtime_error("did not come about: " + what);
}

void type(QLineEdit* field, const QString& text)
{
    field->setFocus();
    field->selectAll();
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(field, &press);
    }
}

QStringList visibleTexts(const QWidget* widget)
{
    QStringList texts;
    for (const auto* label : widget->findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    for (const auto* button : widget->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty())
            texts.append(button->text());
    return texts;
}

ClientWindow::ClientWindow(const ConnectionFile& file, const std::string& userName)
{
    qputenv("XDG_STATE_HOME", m_home.path().c_str());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1366, 738); // whatever the screen of the machine
    m_window->setClient(makeClient(client::officeOf(file)));
    QObject::connect(&feed(), &ChangeFeed::changesArrived, m_window.get(), [this](const QList<RecordChange>& changes) {
        for (const RecordChange& change : changes)
            if (change.entity == QLatin1String("customer"))
                m_news.insert(change.id);
    });
    m_window->show();
    bool isLoaded = false;
    const auto loading =
        QObject::connect(list().model(), &LiveListModel::reloaded, m_window.get(), [&isLoaded] { isLoaded = true; });
    m_window->signIn(QString::fromStdString(userName),
                     QString::fromUtf8(demo::kPassword.data(), static_cast<qsizetype>(demo::kPassword.size())));
    try {
        waitUntil(userName + "'s list", [this, &isLoaded] { return isLoaded && isOnline(); });
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(error.what() + std::string("; the window shows: ") +
                                 visibleTexts(m_window.get()).join(QStringLiteral(" | ")).toStdString());
    }
    QObject::disconnect(loading);
    m_window->showCustomers();
}

CustomersPage& ClientWindow::page()
{
    return *m_window->customers();
}

CustomerList& ClientWindow::list()
{
    return *page().list();
}

CustomerForm& ClientWindow::form()
{
    if (page().form() == nullptr)
        throw std::runtime_error("no form is open");
    return *page().form();
}

ChangeFeed& ClientWindow::feed()
{
    return m_window->client()->feed();
}

bool ClientWindow::saysOffline()
{
    for (const auto* bar : m_window->findChildren<NoticeBar*>())
        if (bar->isVisible() && visibleTexts(bar).join(QLatin1Char(' ')).contains(QStringLiteral("Mất kết nối")))
            return true;
    return false;
}

QStringList ClientWindow::names()
{
    QStringList names;
    const auto* model = list().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto* live = model->rowAt(row);
        if (live != nullptr && live->goneReason.isEmpty())
            names.append(QString::fromStdString(model->customerAt(row)->name()));
    }
    return names;
}

QString ClientWindow::chosen()
{
    const auto* customer = list().model()->customerAt(list().model()->rowOf(list().currentId()));
    return customer == nullptr ? QString() : QString::fromStdString(customer->name());
}

qint64 ClientWindow::idOf(const QString& name)
{
    const auto* model = list().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto* customer = model->customerAt(row);
        if (customer != nullptr && QString::fromStdString(customer->name()) == name)
            return customer->id();
    }
    return -1;
}

void ClientWindow::choose(const QString& name)
{
    const int row = list().model()->rowOf(idOf(name));
    if (row < 0)
        throw std::runtime_error("not in the list: " + name.toStdString());
    auto* table = list().table();
    const auto index = list().model()->index(row, 0);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    waitUntil(name.toStdString() + " is chosen", [&] { return chosen() == name; });
}

void ClientWindow::key(int key, Qt::KeyboardModifiers modifiers)
{
    QApplication::setActiveWindow(m_window.get());
    auto* focus = m_window->focusWidget();
    QTest::keyClick(focus == nullptr ? m_window.get() : focus, static_cast<Qt::Key>(key), modifiers);
}

void ClientWindow::beginCustomer(const QString& name, const QString& phone)
{
    key(Qt::Key_N, Qt::ControlModifier);
    waitUntil("the form", [this] { return page().form() != nullptr; });
    type(field("name"), name);
    type(field("phones[0]"), phone);
}

QLineEdit* ClientWindow::field(const char* path)
{
    auto* found = form().editor()->fieldAt(path);
    auto* edit = found == nullptr ? nullptr : qobject_cast<QLineEdit*>(found->editor());
    if (edit == nullptr)
        throw std::runtime_error(std::string("no field ") + path);
    return edit;
}

void ClientWindow::save()
{
    key(Qt::Key_S, Qt::ControlModifier);
}

void ClientWindow::press(QWidget* in, const QString& text)
{
    for (auto* button : in->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    throw std::runtime_error("no button " + text.toStdString());
}

} // namespace banhang::test
