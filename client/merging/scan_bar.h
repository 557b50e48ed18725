// How the search through the whole stock stands, and the buttons that start, rest and end it.
#pragma once

#include <QTimer>

#include "client/core/workplace.h"
#include "client/merging/merges_api.h"
#include "client/ui/parts/label.h"

class QProgressBar;

namespace banhang::client {

class Button;
class IconLabel;

/// Looks again and again while it can be seen, more often while the search runs. Hidden without the right to see the
/// server's work.
class ScanBar final : public Pane
{
    Q_OBJECT
public:
    ScanBar(const Workplace& workplace, MergesApi& api, QWidget* parent = nullptr);

    const v1::Scan& scan() const { return m_scan; }
    /// The server said that there never was a search; false too before it has said anything.
    bool isFirstAhead() const { return m_isKnown && m_scan.state() == v1::SCAN_STATE_UNSPECIFIED; }
    /// The page shows something that it would only take room from.
    void setWanted(bool isWanted);

signals:
    /// The server has told how it stands.
    void looked();
    /// A search that was seen at work came to its end: there may be new groups.
    void finished();
    void failed(const QString& strong, const AppError& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    using Move = CallHandle (MergesApi::*)(QObject* receiver, MergesApi::Handler<v1::Scan> handler);

    void applyRights();
    void look();
    void accept(const v1::Scan& scan);
    void make(Move wanted, const QString& failure);
    void showText();
    void showButtons();
    QString stateText() const;
    QString factsText() const;

    Workplace m_workplace;
    MergesApi& m_api;
    v1::Scan m_scan;
    bool m_isKnown = false;
    bool m_isWanted = true;
    IconLabel* m_icon;
    Label* m_text;
    QProgressBar* m_bar;
    Label* m_facts;
    Button* m_start;
    Button* m_pause;
    Button* m_resume;
    Button* m_cancel;
    QTimer m_next;
    CallHandle m_look;
    CallHandle m_move;
};

/// "8 minutes", "2 hours 5 minutes", "40 seconds".
QString spanText(qint64 seconds);

} // namespace banhang::client
