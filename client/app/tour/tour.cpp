#include "client/app/tour/tour.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTextStream>
#include <QThread>
#include <QTime>

#include <algorithm>
#include <functional>

#include "client/app/client.h"
#include "client/app/office/office.h"
#include "client/app/tour/tcp_proxy.h"
#include "client/app/window/find_everything.h"
#include "client/app/window/main_window.h"
#include "client/app/window/window_head.h"
#include "client/core/language.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/detail/detail_draft.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/form/form_field.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "client/workday/day_view.h"
#include "common/demo/office.h"

namespace banhang::client {

namespace {

constexpr int kStepMs = 15'000;
constexpr int kSettleMs = 700; // longer than every delay of the interface: typing pause, glow tick
constexpr const char* kClerk = "minh";
constexpr const char* kColleague = "ha";
constexpr const char* kStranger = "ducanh"; ///< of another team: may not see what the clerk has

// Of the customers that every demo company has.
constexpr const char* kThienAn = "Công ty TNHH Thương mại Thiên Ân";
constexpr const char* kBaoBi = "Công ty Cổ phần Bao bì Tân Kỷ Nguyên";
constexpr const char* kOldPhone = "0168 9333 999";

/// A step that did not come about.
struct StepFailed
{
    QString what;
};

class Tour final
{
public:
    Tour(const ConnectionFile& file, const QString& folder)
        : m_folder(folder),
          m_proxy(host(file), port(file)),
          m_colleague(makeClient(officeOf(file))),
          m_colleagueApi(m_colleague->workplace().rpc)
    {
        auto ownFile = file;
        ownFile.addresses = {m_proxy.address().toStdString()};
        ownFile.discoveryPort = 0; // it would find the way round the cable
        m_window.setClient(makeClient(officeOf(ownFile)));
        m_window.resize(1366, 738);
        // A pointer over the window leaves traces: rows and fields show that it is there.
        QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight());
        m_window.show();
        QApplication::setActiveWindow(&m_window);
    }

    void run()
    {
        signIn();
        lookAround();
        enterCustomer();
        meetColleague();
        collide();
        loseConnection();
        showLooks();
        workTheDay();
        meetStranger();
    }

private:
    static QString host(const ConnectionFile& file)
    {
        return QString::fromStdString(parseServerAddress(file.addresses.front()).host);
    }
    static quint16 port(const ConnectionFile& file)
    {
        return static_cast<quint16>(parseServerAddress(file.addresses.front()).port);
    }

    CustomersPage& page() { return *m_window.customers(); }
    CustomerList& list() { return *page().list(); }

    void waitFor(const QString& what, const std::function<bool()>& isThere)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isThere()) {
            if (timer.elapsed() > kStepMs)
                throw StepFailed{what};
            turn();
        }
    }

    static void turn()
    {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(2);
    }

    void settle()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < kSettleMs)
            turn();
    }

    void picture(const QString& name)
    {
        settle();
        const QString path =
            QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name));
        if (!m_window.grab().save(path))
            throw StepFailed{QStringLiteral("writing ") + path};
        QTextStream(stdout) << path << Qt::endl;
    }

    static void key(QWidget* widget, int code, Qt::KeyboardModifiers modifiers = {}, const QString& text = {})
    {
        QKeyEvent press(QEvent::KeyPress, code, modifiers, text);
        QApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, code, modifiers, text);
        QApplication::sendEvent(widget, &release);
    }

    /// As from the keyboard, so that checks and suggestions run as they do for people.
    static void type(QWidget* widget, const QString& text)
    {
        widget->setFocus();
        for (const QChar letter : text)
            key(widget, 0, {}, QString(letter));
    }

    static void retype(QLineEdit* edit, const QString& text)
    {
        edit->setFocus();
        edit->selectAll();
        type(edit, text);
    }

    QLineEdit* field(const char* path)
    {
        auto* found = page().form()->editor()->fieldAt(path);
        auto* edit = found ? qobject_cast<QLineEdit*>(found->editor()) : nullptr;
        if (!edit)
            throw StepFailed{QStringLiteral("field ") + QLatin1String(path)};
        return edit;
    }

    void signIn()
    {
        waitFor(QStringLiteral("the server's greeting"),
                [this] { return !m_window.client()->companyName().isEmpty(); });
        m_window.signInPage()->setUserName(QString::fromLatin1(kClerk));
        picture(QStringLiteral("sign-in"));
        const QString password = QString::fromUtf8(demo::kPassword.data(), qsizetype(demo::kPassword.size()));
        m_window.signIn(QString::fromLatin1(kClerk), password);
        waitFor(QStringLiteral("the list of customers"), [this] { return list().model()->loadedCount() > 0; });
        waitFor(QStringLiteral("the feed"), [this] { return m_window.client()->feed().isOnline(); });
        m_colleague->signIn(QString::fromLatin1(kColleague), password);
        waitFor(QStringLiteral("the colleague's sign-in"), [this] { return m_colleague->session().isSignedIn(); });
        m_window.showCustomers();
        picture(QStringLiteral("customers"));
    }

    void lookAround()
    {
        list().openFilter();
        auto* filter = list().findChild<SearchBox*>();
        type(filter, QStringLiteral("nguyen"));
        waitFor(QStringLiteral("the filtered list"), [this] { return !list().model()->query().text.isEmpty(); });
        picture(QStringLiteral("filtered"));
        filter->clear();
        emit filter->searchRequested({});
        auto* find = m_window.find()->box();
        type(find, QStringLiteral("thien an"));
        auto* found = m_window.findChild<SuggestList*>(QString(), Qt::FindDirectChildrenOnly);
        waitFor(QStringLiteral("what was found"), [found] { return found && found->isOpen(); });
        picture(QStringLiteral("find-anything"));
        key(find, Qt::Key_Escape);
        key(find, Qt::Key_Escape);
        waitFor(QStringLiteral("the whole list"), [this] { return list().model()->query().text.isEmpty(); });
        settle();
    }

    void enterCustomer()
    {
        page().addCustomer();
        typeThienAn();
        type(field("founded_date"), QStringLiteral("31/02/2019"));
        type(field("contacts[0].name"), QStringLiteral("Chị Phan Thị Lan"));
        type(field("contacts[0].position"), QStringLiteral("Trưởng phòng Hành chính"));
        type(field("addresses[0].street"), QStringLiteral("18 Duy Tân"));
        type(field("addresses[0].ward"), QStringLiteral("dich vong hau"));
        waitFor(QStringLiteral("the warnings"),
                [this] { return page().form()->editor()->fieldAt("tax_code")->state() == FieldState::Warn; });
        picture(QStringLiteral("form-warnings"));
        key(field("addresses[0].ward"), Qt::Key_Return);
        retype(field("founded_date"), QStringLiteral("12/03/2019"));
        retype(field("phones[0]"), QStringLiteral("0389 333 999"));
        waitFor(QStringLiteral("the duplicate"), [this] { return page().form()->duplicates()->hitCount() > 0; });
        picture(QStringLiteral("duplicates"));
        page().form()->save(false);
        auto* reason = page().form()->duplicates()->findChild<QLineEdit*>();
        waitFor(QStringLiteral("the question for a reason"), [reason] { return reason->isVisible(); });
        type(reason, QStringLiteral("Chi nhánh khác cùng tên"));
        picture(QStringLiteral("reason"));
        enterAnother(reason);
        picture(QStringLiteral("saved"));
    }

    void typeThienAn()
    {
        type(field("name"), QStringLiteral("Công ty TNHH TM Thiên Ân"));
        type(field("tax_code"), QStringLiteral("0106697871"));
        type(field("phones[0]"), QString::fromLatin1(kOldPhone));
    }

    void enterAnother(QLineEdit* reason)
    {
        retype(field("name"), QStringLiteral("Hộ kinh doanh Gốm Đất Vàng"));
        field("tax_code")->clear();
        retype(field("phones[0]"), QStringLiteral("0352 555 %1").arg(100 + QTime::currentTime().second()));
        settle();
        page().form()->save(false);
        // On a company that has been toured before, the new customer is there already.
        waitFor(QStringLiteral("an answer to saving"),
                [this, reason] { return !page().form() || reason->isVisible(); });
        if (page().form()) {
            retype(reason, QStringLiteral("Cơ sở thứ hai"));
            key(reason, Qt::Key_Return);
        }
        waitFor(QStringLiteral("the saved customer"), [this] { return page().form() == nullptr; });
    }

    /// Among the rows that are loaded.
    qint64 customerNamed(const char* name)
    {
        qint64 id = 0;
        waitFor(QStringLiteral("the customer ") + QString::fromUtf8(name), [&] {
            for (int row = 0; row < list().model()->loadedCount() && id == 0; ++row) {
                const auto* customer = list().model()->customerAt(row);
                if (customer->name() == name)
                    id = customer->id();
            }
            return id != 0;
        });
        return id;
    }

    /// Ha changes a phone from her own machine.
    void changeByColleague(qint64 id, const std::string& phone)
    {
        bool isDone = false;
        CallHandle write;
        const auto read = m_colleagueApi.get(id, m_colleague.get(), [&](const Outcome<v1::Customer>& outcome) {
            if (!outcome)
                throw StepFailed{QStringLiteral("the colleague's view")};
            v1::UpdateCustomerRequest request;
            *request.mutable_customer() = outcome.value();
            request.mutable_customer()->clear_phones();
            request.mutable_customer()->add_phones()->set_number(phone);
            request.mutable_update_mask()->add_paths("phones");
            request.set_duplicate_reason("Khách vừa báo số mới");
            write = m_colleagueApi.update(
                request, m_colleague.get(),
                [&](const Outcome<v1::CustomerChangeResponse>& answer) { isDone = answer.isOk(); });
        });
        waitFor(QStringLiteral("the colleague's change"), [&] { return isDone; });
    }

    void meetColleague()
    {
        // By code the story comes first, and both of its companies are in sight.
        list().table()->setSortMark(CustomerModel::Code, Qt::AscendingOrder);
        emit list().table()->sortRequested(CustomerModel::Code, Qt::AscendingOrder);
        settle();
        m_thienAn = customerNamed(kThienAn);
        m_baoBi = customerNamed(kBaoBi);
        page().openCustomer(m_thienAn);
        settle();
        changeByColleague(m_baoBi, "0352 555 " + std::to_string(100 + QTime::currentTime().second()));
        waitFor(QStringLiteral("the news of it"), [this] {
            const auto* live = list().model()->rowAt(list().model()->rowOf(m_baoBi));
            return live && live->changedAtMs != 0;
        });
        picture(QStringLiteral("colleague"));
    }

    void collide()
    {
        changeByColleague(m_thienAn, kOldPhone); // as it was, should the company have been toured before
        page().editCustomer(m_thienAn);
        waitFor(QStringLiteral("the form"), [this] { return page().form() != nullptr; });
        retype(field("phones[0]"), QStringLiteral("0913 555 204"));
        settle();
        changeByColleague(m_thienAn, "024 3555 0126");
        auto* conflict = page().form()->findChild<ConflictPanel*>();
        waitFor(QStringLiteral("the conflict"), [conflict] { return conflict->isVisible(); });
        picture(QStringLiteral("conflict"));
        emit page().form()->closeRequested(); // undecided: it waits in the detail
        waitFor(QStringLiteral("the conflict in the detail"), [this] { return conflictOfDetail().isVisible(); });
    }

    ConflictPanel& conflictOfDetail() { return *page().findChild<DetailDraft*>()->findChild<ConflictPanel*>(); }

    void loseConnection()
    {
        m_proxy.cut();
        waitFor(QStringLiteral("the offline bar"),
                [this] { return m_window.client()->feed().state() == ChangeFeed::State::Reconnecting; });
        picture(QStringLiteral("offline"));
        m_proxy.mend();
        m_window.client()->feed().reconnectNow();
        waitFor(QStringLiteral("the connection"), [this] { return m_window.client()->feed().isOnline(); });
        conflictOfDetail().takeAll(true);
        emit conflictOfDetail().saveRequested();
        waitFor(QStringLiteral("the settled conflict"), [this] { return !conflictOfDetail().isVisible(); });
        page().openCustomer(m_thienAn);
        settle();
        page().findChild<CustomerDetail*>()->nextTab(-1);
        picture(QStringLiteral("history"));
        page().findChild<CustomerDetail*>()->nextTab(1);
    }

    void showLooks()
    {
        Look::instance().setAppearance(Appearance::Dark);
        picture(QStringLiteral("dark"));
        Look::instance().setAppearance(Appearance::Light);
        Look::instance().setTextPercent(150);
        m_window.resize(1920, 1080);
        picture(QStringLiteral("large-text"));
    }

    void goTo(const QString& place)
    {
        for (auto* entry : m_window.findChildren<RailButton*>()) {
            if (entry->text() == place)
                return entry->click();
        }
        throw StepFailed{place};
    }

    void waitForToday()
    {
        waitFor(QStringLiteral("the work of the day"), [this] {
            const auto days = m_window.findChildren<DayView*>(); // a leader's page has one too
            return std::ranges::any_of(
                days, [](const DayView* day) { return day->isVisible() && day->model()->rowCount() > 0; });
        });
    }

    void workTheDay()
    {
        Look::instance().setTextPercent(100);
        m_window.resize(1366, 738);
        page().findChild<CustomerDetail*>()->nextTab(1);
        picture(QStringLiteral("timeline"));
        page().findChild<CustomerDetail*>()->nextTab(-1);
        goTo(QStringLiteral("Hôm nay"));
        waitForToday();
        picture(QStringLiteral("today"));
        goTo(QStringLiteral("Lịch"));
        picture(QStringLiteral("calendar"));
    }

    /// What a colleague of another team learns of a customer that is there already.
    void meetStranger()
    {
        emit m_window.findChild<WindowHead*>()->signOutRequested();
        m_window.signIn(QString::fromLatin1(kStranger),
                        QString::fromUtf8(demo::kPassword.data(), qsizetype(demo::kPassword.size())));
        waitForToday(); // where the day begins
        m_window.showCustomers();
        waitFor(QStringLiteral("the stranger's list"), [this] { return list().model()->loadedCount() > 0; });
        page().addCustomer();
        typeThienAn();
        waitFor(QStringLiteral("the hidden duplicate"), [this] { return page().form()->duplicates()->hitCount() > 0; });
        picture(QStringLiteral("hidden-duplicate"));
    }

    QString m_folder;
    TcpProxy m_proxy;
    MainWindow m_window;
    std::unique_ptr<Client> m_colleague;
    CustomersApi m_colleagueApi;
    qint64 m_thienAn = 0;
    qint64 m_baoBi = 0;
    int m_pictures = 0;
};

} // namespace

int takeTour(const ConnectionFile& file, const QString& folder)
{
    // The pictures are the same whatever the person who runs the tour has chosen.
    Look::instance().setAppearance(Appearance::Light);
    Look::instance().setTextPercent(100);
    setLanguage(Language::Vietnamese);
    QDir().mkpath(folder);
    try {
        Tour(file, folder).run();
        return 0;
    } catch (const StepFailed& failed) {
        QTextStream(stderr) << "The tour did not come to: " << failed.what << Qt::endl;
        return 1;
    }
}

} // namespace banhang::client
