// What the server thinks of a plan while it is written; declared in activity_editor.h.
#include "client/activities/activity_editor.h"

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

QString moments(const v1::Clash& clash)
{
    const QString clock = QStringLiteral("HH:mm");
    return QStringLiteral("%1 – %2").arg(officeTime(clash.start_time()).toString(clock),
                                         officeTime(clash.end_time()).toString(clock));
}

} // namespace

void ActivityEditor::check()
{
    const auto activity = m_fields->read();
    if (!isOpen() || m_fields->writing() == Writing::Outcome || !isPlanned(activity) || !activity.has_start_time()) {
        m_checkCall.cancel();
        return;
    }
    m_checkCall = m_api.check(activity, this, [this](const Outcome<v1::CheckActivityResponse>& outcome) {
        if (outcome)
            showCheck(outcome.value());
    });
}

QString ActivityEditor::clashText(const v1::CheckActivityResponse& response) const
{
    QStringList parts;
    for (const auto& clash : response.clashes()) {
        const bool isOwn = clash.user_id() == workplace().session.userId();
        const QString who = isOwn ? tr("you") : workplace().directory.givenName(clash.user_id());
        const QString what = clash.title().empty() ? tr("another appointment") : QString::fromStdString(clash.title());
        parts.append(tr("%1: %2, %3").arg(who, what, moments(clash)));
    }
    return parts.join(QStringLiteral(" · "));
}

void ActivityEditor::showCheck(const v1::CheckActivityResponse& response)
{
    clearNotice();
    m_fields->clearIssues(v1::SEVERITY_WARNING);
    QStringList doubts;
    for (const auto& issue : response.issues()) {
        if (issue.severity() == v1::SEVERITY_WARNING && m_fields->markIssue(issue))
            doubts.append(issueText(issue));
    }
    if (response.clashes().empty()) {
        if (!doubts.isEmpty())
            notify(Tone::Warn)->setTexts({}, doubts.join(QLatin1Char(' ')));
        return;
    }
    auto* notice = notify(Tone::Warn);
    notice->setTexts(tr("At the same time:"), clashText(response));
    if (response.has_free_start_time()) {
        const auto free = officeTime(response.free_start_time());
        auto* move =
            notice->addButton(QStringLiteral("clock"), tr("Move to %1").arg(free.toString(QStringLiteral("HH:mm"))));
        connect(move, &Button::clicked, this, [this, free] { m_fields->moveTo(free); });
    }
}

} // namespace banhang::client
