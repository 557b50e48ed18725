#include "client/app/bench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

#include "client/app/client.h"
#include "client/app/find_everything.h"
#include "client/app/main_window.h"
#include "client/app/office.h"
#include "client/customers/customer_detail.h"
#include "client/customers/customer_form.h"
#include "client/customers/customer_list.h"
#include "client/customers/customers_page.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/table/data_table.h"
#include "common/platform/own_process.h"

namespace banhang::client {

namespace {

constexpr int kStepMs = 30'000;
constexpr int kWakeMs = 1;
constexpr double kFrameMs = 1000.0 / 60;
constexpr int kRowsToScroll = 100'000;
constexpr int kRowsAFrame = 40;  // a quick flick: 2,400 rows a second
constexpr int kLeastLetters = 2; // before anything is looked for
constexpr int kLeastDigits = 4;
constexpr int kDetails = 30;
constexpr int kForms = 10;
constexpr int kOpened = 1000;
constexpr double kMiB = 1024.0 * 1024.0;

struct StepFailed
{
    QString what;
};

/// Notes whether a widget was painted.
class PaintProbe final : public QObject
{
public:
    explicit PaintProbe(QWidget* watched) { watched->installEventFilter(this); }
    bool wasPainted() const { return m_wasPainted; }

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_wasPainted |= event->type() == QEvent::Paint;
        return false;
    }
    bool m_wasPainted = false;
};

QJsonObject figuresOf(std::vector<double> samples)
{
    std::sort(samples.begin(), samples.end());
    const auto rounded = [](double value) { return qRound(value * 10) / 10.0; };
    return {{QStringLiteral("median"), rounded(samples[samples.size() / 2])},
            {QStringLiteral("worst"), rounded(samples.back())},
            {QStringLiteral("samples"), static_cast<int>(samples.size())}};
}

double msSince(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

class Bench final
{
public:
    explicit Bench(const ConnectionFile& file)
    {
        // Waiting for events must end now and then, so that conditions are looked at.
        m_wake.start(kWakeMs);
        m_window.setClient(makeClient(file));
        m_window.resize(1366, 738);
    }

    QJsonObject run(const QString& user, const QString& password)
    {
        start();
        signIn(user, password);
        search();
        openDetails();
        openForms();
        scroll();
        openMany();
        return m_figures;
    }

private:
    CustomersPage& page() { return *m_window.customers(); }
    CustomerList& list() { return *page().list(); }
    CustomerDetail& detail() { return *page().findChild<CustomerDetail*>(); }

    static void waitFor(const char* what, const std::function<bool()>& isThere)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isThere()) {
            if (timer.elapsed() > kStepMs)
                throw StepFailed{QString::fromLatin1(what)};
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    /// From the act to the paint of what it brought.
    static double took(const char* what, const std::function<void()>& act, const std::function<bool()>& isThere,
                       const std::function<QWidget*()>& shown)
    {
        QElapsedTimer timer;
        timer.start();
        act();
        waitFor(what, isThere);
        shown()->repaint();
        return msSince(timer);
    }

    static void press(QWidget* widget, int code, const QString& text = {})
    {
        QKeyEvent down(QEvent::KeyPress, code, Qt::NoModifier, text);
        QApplication::sendEvent(widget, &down);
        QKeyEvent up(QEvent::KeyRelease, code, Qt::NoModifier, text);
        QApplication::sendEvent(widget, &up);
    }

    void note(const char* name, const QJsonValue& value) { m_figures.insert(QLatin1String(name), value); }

    void start()
    {
        const PaintProbe probe(m_window.signInPage());
        m_window.show();
        QApplication::setActiveWindow(&m_window);
        waitFor("the sign-in form", [&] { return probe.wasPainted(); });
        note("start_to_sign_in_form", qRound(platform::processAgeMs()));
        waitFor("the greeting", [this] { return !m_window.client()->companyName().isEmpty(); });
    }

    void signIn(const QString& user, const QString& password)
    {
        bool isLoaded = false;
        QElapsedTimer sinceSignIn;
        sinceSignIn.start();
        // Most of it is the hash of the password, which is meant to be slow.
        QObject::connect(
            m_window.client(), &Client::signedIn, &m_window,
            [&] { note("sign_in_answered", qRound(msSince(sinceSignIn))); }, Qt::SingleShotConnection);
        const auto loading = QObject::connect(list().model(), &LiveListModel::reloaded, &m_window, [&] {
            isLoaded = true;
            m_window.showCustomers(); // the day comes first
        });
        note("sign_in_to_filled_list", qRound(took(
                                           "the list", [&] { m_window.signIn(user, password); },
                                           [&] { return isLoaded && list().model()->loadedCount() > 0; },
                                           [this] { return list().table()->viewport(); })));
        QObject::disconnect(loading);
        waitFor("the feed", [this] { return m_window.client()->feed().isOnline(); });
        note("memory_with_list_mib", qRound(static_cast<double>(platform::residentBytes()) / kMiB));
    }

    /// Letters typed into "find anything", each once the answer to the text before is painted. Measured from the key
    /// to the paint of what the server found for just this text; the pause in which a next key is waited for is in it.
    void search()
    {
        std::vector<double> answers;
        std::vector<double> echoes;
        auto* box = m_window.find()->box();
        auto* found = m_window.find()->list();
        QString answered;
        const auto listening = QObject::connect(m_window.find(), &FindEverything::answered, &m_window,
                                                [&answered](const QString& text) { answered = text; });
        for (const char* query : {"nguyen thi", "thien an", "cong ty", "09125"}) {
            box->setFocus();
            const QString text = QString::fromLatin1(query);
            const int least = text[0].isDigit() ? kLeastDigits : kLeastLetters;
            for (qsizetype i = 0; i < text.size(); ++i) {
                answered.clear();
                const double ms = took(
                    "what was found",
                    [&] {
                        QElapsedTimer echo;
                        echo.start();
                        press(box, 0, text.mid(i, 1));
                        box->repaint();
                        echoes.push_back(msSince(echo));
                    },
                    [&] { return answered == text.left(i + 1); }, [&] { return found; });
                if (i + 1 >= least)
                    answers.push_back(ms);
            }
            press(box, Qt::Key_Escape);
            box->clear();
        }
        QObject::disconnect(listening);
        note("keystroke_to_painted_letter", figuresOf(echoes));
        note("keystroke_to_painted_result", figuresOf(answers));
    }

    void openDetails()
    {
        std::vector<double> samples;
        auto* model = list().model();
        for (int row = 0; row < std::min(kDetails, model->loadedCount()); ++row) {
            const qint64 id = model->rowAt(row)->id;
            samples.push_back(took(
                "the detail", [&] { list().table()->setCurrentIndex(model->index(row, 0)); },
                [&] { return detail().customer().id() == id; }, [this] { return &detail(); }));
        }
        note("row_to_painted_detail", figuresOf(samples));
    }

    void openForms()
    {
        std::vector<double> samples;
        auto* model = list().model();
        for (int row = 0; row < std::min(kForms, model->loadedCount()); ++row) {
            samples.push_back(took(
                "the form", [&] { page().editCustomer(model->rowAt(row)->id); },
                [this] { return page().form() && page().form()->isVisible(); }, [this] { return page().form(); }));
            emit page().form()->closeRequested();
            waitFor("the form to close", [this] { return !page().form(); });
        }
        note("edit_to_painted_form", figuresOf(samples));
    }

    /// A steady flick; a frame is missed when the work for it is not done before the next one is due.
    void scroll()
    {
        auto* bar = list().table()->verticalScrollBar();
        auto* viewport = list().table()->viewport();
        const int step = kRowsAFrame * std::max(1, list().table()->rowHeight(0));
        std::vector<double> frames;
        int rows = 0;
        int missed = 0;
        int waiting = 0;
        QElapsedTimer still;
        still.start();
        while (rows < kRowsToScroll && still.elapsed() < kStepMs) {
            QElapsedTimer frame;
            frame.start();
            const int before = bar->value();
            bar->setValue(before + step);
            viewport->repaint();
            QApplication::processEvents(QEventLoop::AllEvents);
            const double ms = msSince(frame);
            frames.push_back(ms);
            missed += ms > kFrameMs ? 1 : 0;
            if (bar->value() != before) {
                rows += kRowsAFrame;
                still.start();
            } else {
                ++waiting; // for rows that are on their way, or at the end
                if (!list().model()->hasNext() && !list().model()->isLoading())
                    break;
            }
            while (msSince(frame) < kFrameMs)
                QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kWakeMs);
        }
        auto figures = figuresOf(frames);
        figures.insert(QStringLiteral("rows"), rows);
        figures.insert(QStringLiteral("frames_missed"), missed);
        figures.insert(QStringLiteral("frames_waiting_for_rows"), waiting);
        note("scroll_frame", figures);
    }

    void openMany()
    {
        auto* model = list().model();
        int opened = 0;
        for (int row = 0; row < model->rowCount() && opened < kOpened; ++row) {
            model->ensureLoaded(row, row);
            waitFor("the next rows", [&] { return model->rowAt(row) != nullptr; });
            const qint64 id = model->rowAt(row)->id;
            detail().showCustomer(id);
            waitFor("the detail", [&] { return detail().customer().id() == id; });
            ++opened;
        }
        note("customers_opened", opened);
        note("memory_after_opening_mib", qRound(static_cast<double>(platform::residentBytes()) / kMiB));
    }

    MainWindow m_window;
    QTimer m_wake;
    QJsonObject m_figures;
};

} // namespace

int runBench(const ConnectionFile& file, const QString& user, const QString& password)
{
    QTextStream out(stdout);
    try {
        out << QJsonDocument(Bench(file).run(user, password)).toJson();
        return 0;
    } catch (const StepFailed& failed) {
        QTextStream(stderr) << "banhang: waited in vain for " << failed.what << Qt::endl;
        return 1;
    }
}

} // namespace banhang::client
