#include "client/identity/session_list.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/identity/identity_api.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

SessionList::SessionList(IdentityApi& api, QWidget* parent)
    : QWidget(parent), m_api(api), m_notice(new NoticeBar(Tone::Error)), m_rows(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    m_notice->hide();
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
}

void SessionList::reload()
{
    m_listCall = m_api.listSessions(this, [this](const Outcome<v1::ListSessionsResponse>& outcome) {
        m_notice->setVisible(!outcome);
        if (outcome)
            fill(outcome.value());
        else
            m_notice->setFailure(tr("The sessions cannot be shown now."), errorText(outcome.error()),
                                 [this] { reload(); });
    });
}

void SessionList::fill(const v1::ListSessionsResponse& response)
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& session : response.sessions())
        m_rows->addWidget(makeRow(session));
}

QWidget* SessionList::makeRow(const v1::Session& session)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->addWidget(new IconLabel(QStringLiteral("monitor"), Tone::Quiet));
    layout->addWidget(new Label(QString::fromStdString(session.machine_name()), TextSize::Body, TextWeight::Medium));
    layout->addWidget(
        new Label(QString::fromStdString(session.address()), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    auto* times = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    updateWithDate(times, [times, begun = officeTime(session.create_time()),
                           seen = officeTime(session.last_seen_time())] {
        times->setText(tr("since %1, last seen %2").arg(longMoment(begun, officeNow()), longMoment(seen, officeNow())));
    });
    layout->addWidget(times, 1);
    if (session.current()) {
        layout->addWidget(new Tag(tr("this machine"), CellTone::Ok));
        return row;
    }
    auto* end = new Button(ButtonKind::Small, QStringLiteral("log-out"), tr("Sign out there"));
    end->setAccessibleName(tr("Sign out on %1").arg(QString::fromStdString(session.machine_name())));
    layout->addWidget(end);
    connect(end, &Button::clicked, this, [this, id = session.id()] { endSession(id); });
    return row;
}

void SessionList::endSession(qint64 sessionId)
{
    m_api
        .endSession(sessionId, this,
                    [this](const Outcome<v1::EndSessionResponse>& outcome) {
                        if (outcome)
                            reload();
                        else
                            showFailure(outcome.error());
                    })
        .release();
}

void SessionList::showFailure(const AppError& error)
{
    m_notice->setTexts(tr("That did not work."), errorText(error));
    m_notice->show();
}

} // namespace banhang::client
