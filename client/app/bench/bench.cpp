#include "client/app/bench/bench.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <map>

#include "client/app/bench/bench_acts.h"
#include "client/app/bench/bench_desk.h"
#include "client/app/client.h"
#include "client/app/office/office.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "common/platform/own_process.h"

namespace banhang::client {

namespace {

constexpr int kRowsToScroll = 100'000;
constexpr int kDetails = 30;
constexpr int kForms = 10;
constexpr int kOpened = 1000;
constexpr int kRoundsOfPages = 5;
constexpr int kWarmRounds = 2; // caches are full, and the memory that they need is no leak
constexpr int kRowsARound = 1000;
const QStringList kSearches{QStringLiteral("nguyen thi"), QStringLiteral("thien an"), QStringLiteral("cong ty"),
                            QStringLiteral("09125")};

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

/// "WorkdayPage"
QString nameOf(const QWidget* page)
{
    return QString::fromLatin1(page->metaObject()->className()).section(QStringLiteral("::"), -1);
}

class Bench final
{
public:
    explicit Bench(const ConnectionFile& file) : m_desk(makeClient(officeOf(file))), m_acts(m_desk) {}

    QJsonObject run(const BenchOptions& options)
    {
        note("platform", QApplication::platformName());
        start();
        signIn(options.user, options.password);
        search();
        openPages();
        openDetails();
        openForms();
        scroll();
        openMany();
        if (options.useSeconds > 0)
            use(options.useSeconds);
        note("longest_stretch", m_desk.longestStretch());
        return m_figures;
    }

private:
    CustomerModel& model() { return *m_desk.list().model(); }
    void note(const char* name, const QJsonValue& value) { m_figures.insert(QLatin1String(name), value); }

    void start()
    {
        auto& window = m_desk.window();
        const PaintProbe probe(window.signInPage());
        window.show();
        QApplication::setActiveWindow(&window);
        m_desk.waitFor("the sign-in form", [&] { return probe.wasPainted(); });
        note("start_to_sign_in_form", qRound(platform::processAgeMs()));
        m_desk.waitFor("the greeting", [&] { return !window.client()->companyName().isEmpty(); });
    }

    void signIn(const QString& user, const QString& password)
    {
        auto& window = m_desk.window();
        bool isLoaded = false;
        bool isRefused = false;
        QElapsedTimer sinceSignIn;
        sinceSignIn.start();
        const QObject scope;
        // Most of it is the hash of the password, which is meant to be slow.
        QObject::connect(window.client(), &Client::signedIn, &scope,
                         [&] { note("sign_in_answered", qRound(msSince(sinceSignIn))); });
        QObject::connect(window.client(), &Client::signInFailed, &scope, [&] { isRefused = true; });
        QObject::connect(&model(), &LiveListModel::reloaded, &scope, [&] {
            isLoaded = true;
            window.showCustomers(); // the day comes first
        });
        const auto isThere = [&] {
            if (isRefused)
                throw BenchStepFailed{QStringLiteral("a session: the sign-in was refused")};
            return isLoaded && model().loadedCount() > 0;
        };
        note("sign_in_to_filled_list", qRound(m_desk.took(
                                           "the list", [&] { window.signIn(user, password); }, isThere,
                                           [this] { return m_desk.list().table()->viewport(); })));
        m_desk.waitFor("the feed", [&] { return window.client()->feed().isOnline(); });
        note("memory_with_list_mib", residentMib());
    }

    void search()
    {
        BenchActs::Typing times;
        for (const auto& text : kSearches)
            m_acts.search(text, times);
        note("keystroke_to_painted_letter", figuresOf(times.letters));
        note("keystroke_to_painted_result", figuresOf(times.results));
    }

    /// By the entries of the rail, again and again: the first time a page is made ready, later ones only filled.
    void openPages()
    {
        std::map<QString, std::vector<double>> samples;
        for (int round = 0; round < kRoundsOfPages; ++round)
            for (auto* button : m_desk.railButtons()) {
                const double ms = m_acts.openPlace(button);
                samples[nameOf(m_desk.currentPlace())].push_back(ms);
            }
        QJsonObject pages;
        for (const auto& [name, times] : samples)
            pages.insert(name, figuresOf(times));
        note("page_to_painted_content", pages);
        m_desk.window().showCustomers();
    }

    void openDetails()
    {
        std::vector<double> samples;
        for (int row = 0; row < std::min(kDetails, model().loadedCount()); ++row)
            samples.push_back(m_acts.openDetail(row));
        note("row_to_painted_detail", figuresOf(samples));
    }

    void openForms()
    {
        std::vector<double> samples;
        for (int row = 0; row < std::min(kForms, model().loadedCount()); ++row)
            samples.push_back(m_acts.openForm(row));
        note("edit_to_painted_form", figuresOf(samples));
    }

    void scroll()
    {
        const auto done = m_acts.scroll(kRowsToScroll);
        auto figures = figuresOf(done.frames);
        figures.insert(QStringLiteral("cpu"), figuresOf(done.cpu));
        figures.insert(QStringLiteral("rows"), done.rows);
        figures.insert(QStringLiteral("frames_missed"), done.missed);
        figures.insert(QStringLiteral("frames_below_the_rows"), done.empty);
        note("scroll_frame", figures);
        m_acts.scrollBack();
    }

    void openMany()
    {
        auto& detail = m_desk.detail();
        int opened = 0;
        for (int row = 0; row < model().rowCount() && opened < kOpened; ++row) {
            model().ensureLoaded(row, row);
            m_desk.waitFor("the next rows", [&] { return model().rowAt(row) != nullptr; });
            const qint64 id = model().rowAt(row)->id;
            detail.showCustomer(id);
            m_desk.waitFor("the next detail", [&] { return detail.customer().id() == id; });
            ++opened;
        }
        note("customers_opened", opened);
        note("memory_after_opening_mib", residentMib());
    }

    /// Everything above once more: what grows with it is not given back.
    void workARound(int round)
    {
        BenchActs::Typing times;
        m_acts.search(kSearches[round % kSearches.size()], times);
        for (auto* button : m_desk.railButtons())
            m_acts.openPlace(button);
        m_desk.window().showCustomers();
        const int rows = model().loadedCount();
        for (int i = 0; i < std::min(kDetails, rows); ++i)
            m_acts.openDetail((round * kDetails + i) % rows);
        m_acts.openForm(round % rows);
        m_acts.scroll(kRowsARound);
        m_acts.scrollBack();
    }

    void use(int seconds)
    {
        int rounds = 0;
        for (; rounds < kWarmRounds; ++rounds)
            workARound(rounds);
        const double begin = residentMib();
        double most = begin;
        double end = begin;
        QElapsedTimer timer;
        timer.start();
        for (; timer.elapsed() < qint64{seconds} * 1000; ++rounds) {
            workARound(rounds);
            end = residentMib();
            most = std::max(most, end);
        }
        note("use", QJsonObject{{QStringLiteral("seconds"), qRound(msSince(timer) / 1000)},
                                {QStringLiteral("rounds"), rounds},
                                {QStringLiteral("memory_begin_mib"), begin},
                                {QStringLiteral("memory_most_mib"), most},
                                {QStringLiteral("memory_end_mib"), end}});
    }

    BenchDesk m_desk;
    BenchActs m_acts;
    QJsonObject m_figures;
};

} // namespace

int runBench(const ConnectionFile& file, const BenchOptions& options)
{
    QTextStream out(stdout);
    try {
        out << QJsonDocument(Bench(file).run(options)).toJson();
        return 0;
    } catch (const BenchStepFailed& failed) {
        QTextStream(stderr) << "banhang: waited in vain for " << failed.what << Qt::endl;
        return 1;
    }
}

} // namespace banhang::client
