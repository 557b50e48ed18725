// The half of CustomerForm that brings together what is typed, what is stored and what was kept.
#include "client/customers/form/customer_form.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/detail/presence_view.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_editor.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kComposingMs = 250;

} // namespace

void CustomerForm::tellPlace()
{
    if (!isNew() && isVisible())
        m_place->enter(m_base.id(), true,
                       m_editor->focusedPath().section(QRegularExpression(QStringLiteral("[\\[.]")), 0, 0));
}

void CustomerForm::showColleagues()
{
    QHash<QString, QPair<Person, QString>> typing;
    for (const auto& colleague : m_workplace.presence.at(m_base.id())) {
        if (!colleague.field.isEmpty())
            typing.insert(colleague.field,
                          {personOf(m_workplace, colleague.userId),
                           tr("%1 is typing here now.").arg(m_workplace.directory.givenName(colleague.userId))});
    }
    m_editor->markTyping(typing);
}

void CustomerForm::onChanged(qint64 actorUserId)
{
    // A change by the own save is answered already.
    if (actorUserId != m_workplace.session.userId() && !m_saveCall.isActive())
        fetchStored(actorUserId, officeNow());
}

void CustomerForm::fetchStored(qint64 theirUserId, const QDateTime& when)
{
    m_storedCall = m_api.get(m_base.id(), this, [this, theirUserId, when](const Outcome<v1::Customer>& outcome) {
        if (!outcome)
            say(tr("Not saved yet."), errorText(outcome.error()));
        else if (m_editor->isComposing()) // half a letter would be lost with the field around it
            QTimer::singleShot(kComposingMs, this, [this, theirUserId, when] { fetchStored(theirUserId, when); });
        else if (outcome->version() > m_base.version())
            mergeStored(outcome.value(), theirUserId, when);
    });
}

void CustomerForm::mergeStored(const v1::Customer& stored, qint64 theirUserId, const QDateTime& when)
{
    const auto conflict = conflictWith(stored, typedSoFar(), m_workplace);
    if (conflict.rows.isEmpty()) {
        takeStored(stored, {});
        m_editor->markPeer(conflict.onlyTheirs, personOf(m_workplace, theirUserId),
                           tr("%1 has just changed this.").arg(givenNameOf(theirUserId, m_workplace)));
        return;
    }
    m_stored = stored;
    m_theirUserId = theirUserId;
    m_theirTime = when;
    m_waitsForServer = false;
    showConflict(*m_conflict, conflict, m_workplace, theirUserId, when);
    m_keeper->flush();
    emit collided(QString::fromStdString(stored.code()));
}

void CustomerForm::takeStored(const v1::Customer& stored, const QSet<QString>& fromThem)
{
    auto mine = changedFields(m_baseline, m_editor->collect());
    mine.removeIf([&fromThem](const QString& field) { return fromThem.contains(field); });
    goOnWith(stored, mine);
}

void CustomerForm::goOnWith(const v1::Customer& stored, const QStringList& mine)
{
    const auto typed = m_editor->collect();
    v1::Customer shown = stored;
    for (const auto& field : mine)
        copyField(field, typed, shown);
    m_base = stored;
    m_requestId.clear();
    fill(shown);
}

void CustomerForm::finishConflict()
{
    takeStored(m_stored, m_conflict->takenFromThem());
    m_conflict->hide();
    m_theirTime = {};
    send();
}

void CustomerForm::settle(const QSet<QString>& fromThem)
{
    m_conflict->choose(fromThem);
    save(false);
}

CustomerDraft CustomerForm::typedSoFar() const
{
    return {m_base, m_baseline, m_editor->collect(), m_requestId, m_waitsForServer, m_theirUserId, m_theirTime};
}

std::optional<Draft> CustomerForm::makeDraft() const
{
    return m_isSaved || !isTouched() ? std::nullopt : writeDraft(typedSoFar());
}

void CustomerForm::restoreDraft(const Draft& draft)
{
    const auto kept = readDraft(draft);
    if (!kept)
        return;
    const auto stored = m_base;
    m_base = kept->base;
    fill(kept->typed);
    m_requestId = kept->requestId;
    m_waitsForServer = kept->isWaiting && !m_workplace.feed.isOnline();
    m_keeper->touch();
    if (stored.version() > m_base.version())
        mergeStored(stored, kept->theirUserId,
                    kept->theirTime.isValid() ? kept->theirTime : officeTime(stored.update_time()));
    check();
}

} // namespace banhang::client
