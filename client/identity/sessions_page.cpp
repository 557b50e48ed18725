#include "client/identity/sessions_page.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/moment_text.h"
#include "client/core/texts.h"
#include "client/identity/identity_api.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

SessionsPage::SessionsPage(IdentityApi& api, QWidget* parent)
    : QWidget(parent), m_api(api), m_notice(new NoticeBar(Tone::Error)), m_rows(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    auto* head = new QHBoxLayout;
    auto* close = new Button(ButtonKind::Flat, {}, tr("Close"));
    close->setKey(QKeySequence(Qt::Key_Escape));
    head->addWidget(new Label(tr("Where you are signed in"), TextSize::Title, TextWeight::Strong));
    head->addStretch(1);
    head->addWidget(close);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    m_notice->hide();
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(int(Pane::Edge::Box));
    pane->setLayout(m_rows);
    m_rows->setContentsMargins(12, 4, 12, 4);
    m_rows->setSpacing(0);
    layout->addWidget(pane);
    layout->addStretch(1);
    connect(close, &Button::clicked, this, &SessionsPage::closeRequested);
}

void SessionsPage::reload()
{
    m_listCall = m_api.listSessions(this, [this](const Outcome<v1::ListSessionsResponse>& outcome) {
        if (outcome)
            fill(outcome.value());
        else
            showFailure(outcome.error());
    });
}

void SessionsPage::fill(const v1::ListSessionsResponse& response)
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& session : response.sessions())
        m_rows->addWidget(makeRow(session));
}

QWidget* SessionsPage::makeRow(const v1::Session& session)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    const auto now = QDateTime::currentDateTime();
    layout->addWidget(new IconLabel(QStringLiteral("monitor"), Tone::Quiet));
    layout->addWidget(new Label(QString::fromStdString(session.machine_name()), TextSize::Body, TextWeight::Medium));
    layout->addWidget(
        new Label(QString::fromStdString(session.address()), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    layout->addWidget(new Label(tr("since %1, last seen %2")
                                    .arg(longMoment(toDateTime(session.create_time()), now),
                                         longMoment(toDateTime(session.last_seen_time()), now)),
                                TextSize::Second, TextWeight::Regular, Tone::Quiet),
                      1);
    if (session.current()) {
        layout->addWidget(new Tag(tr("this machine"), CellTone::Ok));
        return row;
    }
    auto* end = new Button(ButtonKind::Small, QStringLiteral("log-out"), tr("Sign out there"));
    layout->addWidget(end);
    connect(end, &Button::clicked, this, [this, id = session.id()] { endSession(id); });
    return row;
}

void SessionsPage::endSession(qint64 sessionId)
{
    m_endCall = m_api.endSession(sessionId, this, [this](const Outcome<v1::EndSessionResponse>& outcome) {
        if (outcome)
            reload();
        else
            showFailure(outcome.error());
    });
}

void SessionsPage::showFailure(const AppError& error)
{
    m_notice->setTexts(tr("That did not work."), errorText(error));
    m_notice->show();
}

} // namespace banhang::client
