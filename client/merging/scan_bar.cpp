#include "client/merging/scan_bar.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

#include <cmath>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"

namespace banhang::client {

namespace {

constexpr int kBusyMs = 1'500;
constexpr int kIdleMs = 15'000;
constexpr int kBarSteps = 1000; // a stock may be larger than what the bar's int holds
constexpr int kBarWidth = 200;
constexpr int kMinute = 60;
constexpr int kHour = 3'600;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

bool isUnderWay(v1::ScanState state)
{
    return state == v1::SCAN_STATE_RUNNING || state == v1::SCAN_STATE_PAUSED;
}

} // namespace

QString spanText(qint64 seconds)
{
    if (seconds < kMinute)
        return ScanBar::tr("%Ln seconds", nullptr, static_cast<int>(seconds));
    const auto minutes = static_cast<int>((seconds + kMinute / 2) / kMinute);
    const auto words = [](int count) { return ScanBar::tr("%Ln minutes", nullptr, count); };
    if (minutes < kMinute)
        return words(minutes);
    return ScanBar::tr("%Ln hours", nullptr, minutes / kMinute) + QLatin1Char(' ') + words(minutes % kMinute);
}

ScanBar::ScanBar(const Workplace& workplace, MergesApi& api, QWidget* parent)
    : Pane(Ground::Alt, parent),
      m_workplace(workplace),
      m_api(api),
      m_icon(new IconLabel(QStringLiteral("database"), Tone::Quiet, 15)),
      m_text(new Label({}, TextSize::Second, TextWeight::Medium)),
      m_bar(new QProgressBar),
      m_facts(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_start(new Button(ButtonKind::Small, QStringLiteral("search"), tr("&Check all customers"))),
      m_pause(new Button(ButtonKind::Small, QStringLiteral("clock"), tr("Pa&use"))),
      m_resume(new Button(ButtonKind::Small, QStringLiteral("repeat"), tr("&Go on"))),
      m_cancel(new Button(ButtonKind::Small, QStringLiteral("x"), tr("Ca&ncel the check")))
{
    setEdges(static_cast<int>(Edge::Bottom));
    setAccessibleName(tr("Check all customers for duplicates"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 12, 6);
    row->setSpacing(8);
    m_bar->setTextVisible(false);
    updateWithLook(m_bar, [this] { m_bar->setFixedWidth(scaled(kBarWidth)); });
    m_text->setElided(true);
    m_facts->setElided(true);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_facts, 1);
    for (Button* button : {m_start, m_pause, m_resume, m_cancel})
        row->addWidget(button);
    connect(m_start, &Button::clicked, this, [this] { make(&MergesApi::startScan, tr("The check did not start.")); });
    connect(m_pause, &Button::clicked, this, [this] { make(&MergesApi::pauseScan, tr("The check goes on.")); });
    connect(m_resume, &Button::clicked, this,
            [this] { make(&MergesApi::resumeScan, tr("The check is still paused.")); });
    connect(m_cancel, &Button::clicked, this, [this] { make(&MergesApi::cancelScan, tr("The check goes on.")); });
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ScanBar::look);
    connect(&workplace.session, &Session::begun, this, &ScanBar::applyRights);
    connect(&workplace.session, &Session::updated, this, &ScanBar::applyRights);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &ScanBar::showText);
    applyRights();
}

void ScanBar::applyRights()
{
    setVisible(m_isWanted && m_workplace.session.may(v1::RESOURCE_SERVER, v1::ACTION_VIEW));
    showText();
    showButtons();
}

void ScanBar::setWanted(bool isWanted)
{
    if (std::exchange(m_isWanted, isWanted) != isWanted)
        applyRights();
}

void ScanBar::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    look();
}

void ScanBar::hideEvent(QHideEvent* event)
{
    Pane::hideEvent(event);
    m_next.stop();
}

void ScanBar::look()
{
    m_look = m_api.getScan(this, [this](const Outcome<v1::Scan>& outcome) {
        if (outcome)
            accept(outcome.value());
        else if (isVisible())
            m_next.start(kIdleMs); // the window says elsewhere that the server is away
    });
}

void ScanBar::accept(const v1::Scan& scan)
{
    const bool hasEnded = m_isKnown && isUnderWay(m_scan.state()) && !isUnderWay(scan.state());
    m_scan = scan;
    m_isKnown = true;
    showText();
    showButtons();
    if (isVisible())
        m_next.start(scan.state() == v1::SCAN_STATE_RUNNING ? kBusyMs : kIdleMs);
    emit looked();
    if (hasEnded)
        emit finished();
}

void ScanBar::make(Move wanted, const QString& failure)
{
    m_look.cancel(); // its answer would be older
    for (Button* button : {m_start, m_pause, m_resume, m_cancel})
        button->setEnabled(false);
    m_move = (m_api.*wanted)(this, [this, failure](const Outcome<v1::Scan>& outcome) {
        if (outcome) {
            accept(outcome.value());
            return;
        }
        emit failed(failure, outcome.error());
        showButtons();
        look();
    });
}

void ScanBar::showText()
{
    const bool isRunning = m_scan.state() == v1::SCAN_STATE_RUNNING;
    m_icon->setIcon(m_scan.state() == v1::SCAN_STATE_FAILED ? QStringLiteral("triangle-alert")
                                                            : QStringLiteral("database"),
                    m_scan.state() == v1::SCAN_STATE_FAILED ? Tone::Warn
                    : isRunning                             ? Tone::Accent
                                                            : Tone::Quiet);
    m_text->setText(m_isKnown ? stateText() : QString());
    m_facts->setText(m_isKnown ? factsText() : QString());
    m_bar->setVisible(m_isKnown && isUnderWay(m_scan.state()));
    m_bar->setRange(0, m_scan.total() > 0 ? kBarSteps : 0);
    if (m_scan.total() > 0)
        m_bar->setValue(
            static_cast<int>(static_cast<double>(m_scan.done()) / static_cast<double>(m_scan.total()) * kBarSteps));
    m_bar->setAccessibleName(m_text->text());
}

QString ScanBar::stateText() const
{
    const auto total = static_cast<int>(m_scan.total());
    const QString counts = tr("%1 of %Ln customers", nullptr, total).arg(number(m_scan.done()));
    const auto when = [](const google::protobuf::Timestamp& time) { return longMoment(officeTime(time), officeNow()); };
    switch (m_scan.state()) {
    case v1::SCAN_STATE_RUNNING:
        return tr("Checking all customers: %1").arg(counts);
    case v1::SCAN_STATE_PAUSED:
        return tr("The check is paused at %1").arg(counts);
    case v1::SCAN_STATE_DONE:
        return tr("All customers checked %1").arg(when(m_scan.end_time()));
    case v1::SCAN_STATE_CANCELLED:
        return tr("The last check was cancelled %1").arg(when(m_scan.end_time()));
    case v1::SCAN_STATE_FAILED:
        return tr("The last check was interrupted %1").arg(when(m_scan.end_time()));
    default:
        return tr("Not all customers have been checked yet");
    }
}

QString ScanBar::factsText() const
{
    QStringList facts;
    if (m_scan.state() == v1::SCAN_STATE_RUNNING) {
        if (m_scan.rate() > 0)
            facts.append(tr("%1 a second").arg(number(std::llround(m_scan.rate()))));
        if (m_scan.seconds_left() > 0)
            facts.append(tr("%1 left").arg(spanText(m_scan.seconds_left())));
    } else if (m_scan.state() == v1::SCAN_STATE_DONE) {
        facts.append(tr("%Ln customers", nullptr, static_cast<int>(m_scan.total())));
        facts.append(m_scan.new_findings() == 0
                         ? tr("no new group")
                         : tr("%Ln new groups", nullptr, static_cast<int>(m_scan.new_findings())));
    }
    if (const QString who = m_workplace.directory.fullName(m_scan.started_by_user_id());
        isUnderWay(m_scan.state()) && !who.isEmpty())
        facts.append(tr("started by %1").arg(who));
    if (!isUnderWay(m_scan.state()) && m_scan.has_next_time())
        facts.append(tr("next one %1").arg(longMoment(officeTime(m_scan.next_time()), officeNow())));
    return facts.join(QStringLiteral(" · "));
}

void ScanBar::showButtons()
{
    const v1::ScanState state = m_scan.state();
    m_start->setVisible(m_isKnown && !isUnderWay(state));
    m_pause->setVisible(m_isKnown && state == v1::SCAN_STATE_RUNNING);
    m_resume->setVisible(m_isKnown && state == v1::SCAN_STATE_PAUSED);
    m_cancel->setVisible(m_isKnown && isUnderWay(state));
    const bool may = m_workplace.session.may(v1::RESOURCE_SERVER, v1::ACTION_EDIT);
    for (Button* button : {m_start, m_pause, m_resume, m_cancel}) {
        if (may)
            button->setEnabled(true);
        else
            button->disableByRight(tr("Only the administrator of the server may do this. Ask IT."));
    }
}

} // namespace banhang::client
