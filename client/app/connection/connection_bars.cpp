#include "client/app/connection/connection_bars.h"

#include <QVBoxLayout>

#include "client/core/change_feed.h"
#include "client/core/draft_store.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kSecondMs = 1000;

} // namespace

ConnectionBars::ConnectionBars(ChangeFeed& feed, DraftStore& drafts, QWidget* parent)
    : QWidget(parent),
      m_feed(feed),
      m_drafts(drafts),
      m_offline(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_openDrafts(nullptr),
      m_older(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_tooOld(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (auto* bar : {m_offline, m_older, m_tooOld}) {
        column->addWidget(bar);
        bar->hide();
    }
    m_offline->setIcon(QStringLiteral("cloud-off"));
    auto* again = m_offline->addButton(QStringLiteral("refresh-cw"), tr("Try now"));
    again->setKeyHint(QStringLiteral("Ctrl+R"));
    m_openDrafts = m_offline->addButton(QStringLiteral("save"), tr("Drafts"));
    auto* later = m_older->addButton({}, tr("Later"));
    connect(again, &Button::clicked, this, [this] { m_feed.reconnectNow(); });
    connect(m_openDrafts, &Button::clicked, this, &ConnectionBars::draftsRequested);
    connect(later, &Button::clicked, m_older, &QWidget::hide);
    m_countdown.setInterval(kSecondMs);
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionBars::update);
    connect(&m_feed, &ChangeFeed::stateChanged, this, &ConnectionBars::update);
    connect(&m_feed, &ChangeFeed::versionJudged, this, &ConnectionBars::showVersion);
    connect(&m_drafts, &DraftStore::changed, this, &ConnectionBars::update);
    update();
}

void ConnectionBars::update()
{
    const bool isLost = m_feed.state() == ChangeFeed::State::Reconnecting;
    m_offline->setVisible(isLost);
    if (isLost != m_countdown.isActive())
        isLost ? m_countdown.start() : m_countdown.stop();
    if (isLost)
        showOffline(static_cast<int>(m_drafts.all().size()));
    tell();
}

void ConnectionBars::showOffline(int drafts)
{
    m_openDrafts->relabel(drafts ? tr("Drafts (%1)").arg(drafts) : tr("Connection log"));
    const QString since = m_feed.lostAt().toString(QStringLiteral("HH:mm"));
    m_offline->setTexts(tr("No connection to the server since %1.").arg(since),
                        drafts
                            ? tr("You can go on looking and writing; %Ln drafts are on this machine.", nullptr, drafts)
                            : tr("You can go on looking and writing; what you write is kept on this machine."));
    const int seconds = m_feed.secondsToRetry();
    m_offline->setAside(seconds > 0 ? tr("Trying again in %1 s").arg(seconds) : tr("Trying…"));
}

void ConnectionBars::tell()
{
    if (m_feed.state() == ChangeFeed::State::Reconnecting) {
        const int drafts = static_cast<int>(m_drafts.all().size());
        emit told(Tone::Warn, QStringLiteral("cloud-off"),
                  drafts ? tr("No connection, %Ln drafts", nullptr, drafts) : tr("No connection"));
    } else if (m_feed.isOnline()) {
        emit told(Tone::Ok, QStringLiteral("circle-check"), tr("Connected to the server"));
    } else {
        emit told(Tone::Quiet, QStringLiteral("plug"), tr("Connecting…"));
    }
}

void ConnectionBars::showVersion(VersionFit fit, const QString& serverVersion)
{
    const QString own = QStringLiteral(BANHANG_VERSION);
    if (fit == VersionFit::ServerNewer)
        m_older->setTexts(tr("The server is now of version %1; this program is %2.").arg(serverVersion, own),
                          tr("You can go on working. When it suits you, close it and ask IT to install the new one."));
    else if (fit == VersionFit::ServerOlder)
        m_older->setTexts(tr("The server is of version %1, older than this program (%2).").arg(serverVersion, own),
                          tr("You can go on working, but new features may not work. Ask IT to update the server."));
    else if (fit == VersionFit::TooOld)
        m_tooOld->setTexts(tr("This program (%1) is too old for the server (%2).").arg(own, serverVersion),
                           tr("Ask IT to install the new one; drafts stay on this computer and open in it."));
    m_older->setVisible(fit == VersionFit::ServerNewer || fit == VersionFit::ServerOlder);
    m_tooOld->setVisible(fit == VersionFit::TooOld);
}

} // namespace banhang::client
