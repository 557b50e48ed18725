// How what was written goes to the server, and what becomes of it there; declared in activity_editor.h.
#include "client/activities/activity_editor.h"

#include <QUuid>
#include <QVBoxLayout>

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

void ActivityEditor::save()
{
    if (!m_isOpen || m_saveCall.isActive() || m_fields->focusWrongField())
        return;
    clearNotice();
    stopClock();
    if (m_drafts)
        m_drafts->flush();
    if (m_requestId.empty())
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    m_save->setEnabled(false);
    const auto activity = m_fields->read();
    if (m_base.id() == 0)
        create(activity);
    else if (isPlanned(m_base) && isClosed(activity))
        close(activity);
    else
        update(activity);
}

void ActivityEditor::create(const v1::Activity& activity)
{
    v1::CreateActivityRequest request;
    *request.mutable_activity() = activity;
    if (const auto next = m_fields->nextStep())
        *request.mutable_next_step() = *next;
    request.set_request_id(m_requestId);
    m_saveCall =
        m_api.create(request, this, [this](const Outcome<v1::ActivityChangeResponse>& outcome) { onAnswer(outcome); });
}

void ActivityEditor::update(const v1::Activity& activity)
{
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = activity;
    request.mutable_activity()->set_version(m_base.version());
    for (const auto& field : changedActivityFields(m_base, activity))
        request.mutable_update_mask()->add_paths(field);
    if (request.update_mask().paths().empty()) {
        m_isDirty = false;
        finish();
        return;
    }
    request.set_request_id(m_requestId);
    m_saveCall =
        m_api.update(request, this, [this](const Outcome<v1::ActivityChangeResponse>& outcome) { onAnswer(outcome); });
}

void ActivityEditor::close(const v1::Activity& activity)
{
    v1::CloseActivityRequest request;
    *request.mutable_activity() = activity;
    request.mutable_activity()->set_version(m_base.version());
    request.set_state(activity.state());
    for (const auto& field : changedActivityFields(m_base, activity))
        request.mutable_update_mask()->add_paths(field);
    if (const auto next = m_fields->nextStep())
        *request.mutable_next_step() = *next;
    request.set_request_id(m_requestId);
    m_saveCall =
        m_api.close(request, this, [this](const Outcome<v1::ActivityChangeResponse>& outcome) { onAnswer(outcome); });
}

void ActivityEditor::onAnswer(const Outcome<v1::ActivityChangeResponse>& outcome)
{
    m_save->setEnabled(true);
    if (!outcome) {
        onRefused(outcome.error());
        return;
    }
    m_isDirty = false;
    if (m_drafts)
        m_drafts->discard();
    // The outcome lives in the call, which ends with what is finished here.
    const v1::ActivityChangeResponse response = outcome.value(); // NOLINT(performance-unnecessary-copy-initialization)
    finish();
    emit saved(response);
}

void ActivityEditor::onRefused(const AppError& error)
{
    clearNotice();
    if (error.code() == ErrorCode::Conflict) {
        onConflict(error);
        return;
    }
    // The same request goes again only when it is not known whether it arrived.
    if (error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout)
        m_requestId.clear();
    QStringList sentences;
    QWidget* first = nullptr;
    for (const auto& issue : error.detail().issues()) {
        auto* field = m_fields->markIssue(issue);
        first = first ? first : field;
        sentences.append(issueText(issue));
    }
    m_notice = new NoticeBar(Tone::Error);
    m_notice->setTexts(tr("Not saved yet:"), sentences.isEmpty() ? errorText(error) : sentences.join(QLatin1Char(' ')));
    m_notice->setToolTip(technicalText(error));
    m_column->insertWidget(1, m_notice);
    if (first)
        first->setFocus();
}

void ActivityEditor::onConflict(const AppError& error)
{
    m_requestId.clear();
    const auto& detail = error.detail();
    const QString who = m_workplace.directory.givenName(detail.changed_by_user_id());
    m_notice = new NoticeBar(Tone::Peer);
    m_notice->setTexts(who.isEmpty() ? tr("Changed by somebody else meanwhile.")
                                     : tr("%1 has just changed it.").arg(who),
                       tr("What you typed is still here."));
    auto* mine = m_notice->addButton(QStringLiteral("save"), tr("Save mine over it"));
    auto* theirs = m_notice->addButton(QStringLiteral("refresh-cw"), tr("Take theirs"));
    connect(mine, &Button::clicked, this, [this, version = detail.current_version()] {
        m_base.set_version(version);
        save();
    });
    connect(theirs, &Button::clicked, this, [this, writing = m_fields->writing()] {
        m_reloadCall = m_api.get(m_base.id(), this, [this, writing](const Outcome<v1::Activity>& outcome) {
            if (!outcome) {
                onRefused(outcome.error());
                return;
            }
            m_drafts->discard();
            start(outcome.value(), outcome.value(), writing);
        });
    });
    m_column->insertWidget(1, m_notice);
}

} // namespace banhang::client
