// The window under measurement: does what a person does, waits for what they see, and keeps the time.
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

#include <functional>
#include <vector>

#include "client/app/window/main_window.h"

namespace banhang::client {

class CustomerDetail;
class CustomerList;
class RailButton;

/// What was waited for and did not come.
struct BenchStepFailed
{
    QString what;
};

/// Median, worst and number of the samples, of which there must be one.
QJsonObject figuresOf(std::vector<double> samples);
double msSince(const QElapsedTimer& timer);
double residentMib();

/// Thread: UI. Functions that wait throw BenchStepFailed after half a minute.
class BenchDesk final
{
public:
    explicit BenchDesk(std::unique_ptr<Client> client);

    MainWindow& window() { return m_window; }
    CustomersPage& page() { return *m_window.customers(); }
    CustomerList& list();
    CustomerDetail& detail();
    /// Of the pages that this person may open, from top to bottom.
    QList<RailButton*> railButtons() const;
    QWidget* currentPlace() const;

    void waitFor(const char* what, const std::function<bool()>& isThere);
    /// From the act to the paint of what it brought.
    double took(const char* what, const std::function<void()>& act, const std::function<bool()>& isThere,
                const std::function<QWidget*()>& shown);
    /// From the act to the paint of the last answer that it made the window ask for.
    double tookToFill(const char* what, const std::function<void()>& act);
    /// Handles what is there, waiting up to a millisecond for more.
    void handleEvents(const char* what);
    /// Work of the UI thread that an event would do.
    void work(const char* what, const std::function<void()>& act);
    static void press(QWidget* widget, int code, const QString& text = {});

    /// The longest processor time during which the window could not have answered, and in which step.
    QJsonObject longestStretch() const;

private:
    MainWindow m_window;
    QTimer m_wake;
    double m_longestMs = 0;
    QString m_longestStep;
};

} // namespace banhang::client
