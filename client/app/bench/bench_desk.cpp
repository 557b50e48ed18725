#include "client/app/bench/bench_desk.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

#include "client/app/window/places.h"
#include "client/core/rpc_client.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/list/customer_list.h"
#include "client/ui/parts/rail.h"
#include "common/platform/own_process.h"

namespace banhang::client {

namespace {

constexpr int kStepMs = 30'000;
constexpr int kWakeMs = 1;
constexpr int kQuietMs = 150; // longer than any pause in which the window waits before it asks
constexpr double kMiB = 1024.0 * 1024.0;

double rounded(double value)
{
    return qRound(value * 10) / 10.0;
}

} // namespace

QJsonObject figuresOf(std::vector<double> samples)
{
    std::sort(samples.begin(), samples.end());
    return {{QStringLiteral("median"), rounded(samples[samples.size() / 2])},
            {QStringLiteral("worst"), rounded(samples.back())},
            {QStringLiteral("samples"), static_cast<int>(samples.size())}};
}

double msSince(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double residentMib()
{
    return rounded(static_cast<double>(platform::residentBytes()) / kMiB);
}

BenchDesk::BenchDesk(std::unique_ptr<Client> client)
{
    // Waiting for events must end now and then, so that conditions are looked at.
    m_wake.start(kWakeMs);
    m_window.setClient(std::move(client));
    m_window.resize(1366, 738);
}

CustomerList& BenchDesk::list()
{
    return *page().list();
}

CustomerDetail& BenchDesk::detail()
{
    return *page().findChild<CustomerDetail*>();
}

QList<RailButton*> BenchDesk::railButtons() const
{
    auto buttons = m_window.findChildren<RailButton*>();
    buttons.removeIf([](const RailButton* button) { return !button->isVisible(); });
    return buttons;
}

QWidget* BenchDesk::currentPlace() const
{
    return m_window.findChild<Places*>()->currentWidget();
}

void BenchDesk::waitFor(const char* what, const std::function<bool()>& isThere)
{
    QElapsedTimer timer;
    timer.start();
    while (!isThere()) {
        if (timer.elapsed() > kStepMs)
            throw BenchStepFailed{QString::fromLatin1(what)};
        handleEvents(what);
    }
}

void BenchDesk::handleEvents(const char* what)
{
    work(what, [] {
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
}

void BenchDesk::work(const char* what, const std::function<void()>& act)
{
    const double before = platform::threadCpuMs();
    act();
    const double ms = platform::threadCpuMs() - before;
    if (ms > m_longestMs) {
        m_longestMs = ms;
        m_longestStep = QString::fromLatin1(what);
    }
}

double BenchDesk::took(const char* what, const std::function<void()>& act, const std::function<bool()>& isThere,
                       const std::function<QWidget*()>& shown)
{
    QElapsedTimer timer;
    timer.start();
    work(what, act);
    waitFor(what, isThere);
    work(what, [&shown] { shown()->repaint(); });
    return msSince(timer);
}

double BenchDesk::tookToFill(const char* what, const std::function<void()>& act)
{
    const auto& calls = m_window.client()->workplace().rpc;
    QElapsedTimer timer;
    timer.start();
    work(what, act);
    work(what, [this] { currentPlace()->repaint(); });
    double filled = msSince(timer);
    bool wasAsking = false;
    waitFor(what, [&] {
        const bool isAsking = calls.openCalls() > 0;
        if (wasAsking && !isAsking) {
            work(what, [this] { currentPlace()->repaint(); });
            filled = msSince(timer);
        }
        wasAsking = isAsking;
        return !isAsking && msSince(timer) > filled + kQuietMs;
    });
    return filled;
}

void BenchDesk::press(QWidget* widget, int code, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, code, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, code, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &up);
}

QJsonObject BenchDesk::longestStretch() const
{
    return {{QStringLiteral("cpu_ms"), rounded(m_longestMs)}, {QStringLiteral("waiting_for"), m_longestStep}};
}

} // namespace banhang::client
