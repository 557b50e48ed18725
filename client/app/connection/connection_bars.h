// The bars above the pages that tell of the way to the server: cut off, or server and program of different versions.
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/version.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

class Button;
class ChangeFeed;
class DraftStore;
class NoticeBar;

/// Each states what is so, what still works, and what to do. Thread: UI.
class ConnectionBars final : public QWidget
{
    Q_OBJECT
public:
    ConnectionBars(ChangeFeed& feed, DraftStore& drafts, QWidget* parent = nullptr);

    /// For the status line.
    void tell();

signals:
    void draftsRequested();
    void told(Tone tone, const QString& iconName, const QString& text);

private:
    void update();
    void showOffline(int drafts);
    void showVersion(VersionFit fit, const QString& serverVersion);

    ChangeFeed& m_feed;
    DraftStore& m_drafts;
    NoticeBar* m_offline;
    Button* m_openDrafts;
    NoticeBar* m_older;  ///< than the server, or newer: may go on
    NoticeBar* m_tooOld; ///< may not
    QTimer m_countdown;
};

} // namespace banhang::client
