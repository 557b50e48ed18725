// The half of CustomerForm that brings together what is typed, what is stored and what was kept.
#include "client/customers/customer_form.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <google/protobuf/util/json_util.h>

#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/conflict_panel.h"
#include "client/customers/customer_editor.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/presence_view.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kComposingMs = 250;

QStringList labelsOf(const QStringList& fields)
{
    QStringList labels;
    for (const auto& field : fields)
        labels.append(fieldLabel(field).toLower());
    return labels;
}

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
        fetchStored(actorUserId, QDateTime::currentDateTime());
}

void CustomerForm::fetchStored(qint64 theirUserId, const QDateTime& when)
{
    m_storedCall = m_api.get(m_base.id(), this, [this, theirUserId, when](const Outcome<v1::Customer>& outcome) {
        if (!outcome)
            say(tr("Not saved yet."), errorText(outcome.error()));
        else if (m_editor->isComposing()) // half a letter would be lost with the field around it
            QTimer::singleShot(kComposingMs, this, [this, theirUserId, when] { fetchStored(theirUserId, when); });
        else if (outcome->version() > m_base.version())
            mergeStored(outcome.value(), theirUserId, when.toString(QStringLiteral("HH:mm")));
    });
}

void CustomerForm::mergeStored(const v1::Customer& stored, qint64 theirUserId, const QString& when)
{
    const auto typed = m_editor->collect();
    const auto mine = changedFields(m_baseline, typed);
    const auto theirs = changedFields(m_base, stored);
    QList<ConflictRow> rows;
    QStringList onlyTheirs;
    for (const auto& field : theirs) {
        const auto text = [&](const v1::Customer& customer) {
            return fieldText(customer, field, m_workplace.directory, m_workplace.picklists);
        };
        if (!mine.contains(field))
            onlyTheirs.append(field);
        else if (text(stored) != text(typed))
            rows.append({field, fieldLabel(field), text(m_base), text(stored), text(typed)});
    }
    const Person person = personOf(m_workplace, theirUserId);
    const QString name = theirUserId ? m_workplace.directory.givenName(theirUserId) : tr("A colleague");
    if (rows.isEmpty()) {
        takeStored(stored, {});
        m_editor->markPeer(onlyTheirs, person, tr("%1 has just changed this.").arg(name));
        return;
    }
    m_stored = stored;
    QStringList onlyMine = mine;
    onlyMine.removeIf([&theirs](const QString& field) { return theirs.contains(field); });
    QStringList kept;
    if (!onlyTheirs.isEmpty())
        kept.append(tr("%1 (%2)").arg(labelsOf(onlyTheirs).join(QStringLiteral(", ")), name));
    if (!onlyMine.isEmpty())
        kept.append(tr("%1 (you)").arg(labelsOf(onlyMine).join(QStringLiteral(", "))));
    const QString undisputed = kept.isEmpty() ? QString()
                                              : tr("%1 fields without conflict, both are kept: %2")
                                                    .arg(onlyTheirs.size() + onlyMine.size())
                                                    .arg(kept.join(QStringLiteral("; ")));
    m_conflict->begin(person, name, personOf(m_workplace, m_workplace.session.userId()), when, rows, undisputed);
}

void CustomerForm::takeStored(const v1::Customer& stored, const QSet<QString>& fromThem)
{
    const auto typed = m_editor->collect();
    v1::Customer merged = stored;
    for (const auto& field : changedFields(m_baseline, typed)) {
        if (!fromThem.contains(field))
            copyField(field, typed, merged);
    }
    m_base = stored;
    m_requestId.clear();
    fill(merged);
}

void CustomerForm::finishConflict()
{
    takeStored(m_stored, m_conflict->takenFromThem());
    m_conflict->hide();
    send();
}

std::optional<Draft> CustomerForm::makeDraft() const
{
    if (m_isSaved || !isTouched())
        return std::nullopt;
    const auto customer = m_editor->collect();
    std::string typed;
    std::string base;
    if (!google::protobuf::util::MessageToJsonString(customer, &typed).ok() ||
        !google::protobuf::util::MessageToJsonString(m_base, &base).ok())
        return std::nullopt;
    Draft draft;
    draft.title =
        isNew()
            ? tr("New customer: %1").arg(QString::fromStdString(customer.name()))
            : tr("Edit %1, %2").arg(QString::fromStdString(customer.name()), QString::fromStdString(customer.code()));
    draft.content = QJsonObject{{QStringLiteral("customer_id"), QString::number(m_base.id())},
                                {QStringLiteral("base"), QString::fromStdString(base)},
                                {QStringLiteral("typed"), QString::fromStdString(typed)}};
    return draft;
}

void CustomerForm::restoreDraft(const Draft& draft)
{
    const auto read = [&draft](const char* part) {
        v1::Customer customer;
        google::protobuf::util::JsonParseOptions options;
        options.ignore_unknown_fields = true;
        const auto json = draft.content.value(QLatin1String(part)).toString().toStdString();
        const bool isRead = google::protobuf::util::JsonStringToMessage(json, &customer, options).ok();
        return isRead ? customer : v1::Customer();
    };
    const auto base = read("base");
    const auto typed = read("typed");
    const auto stored = m_base;
    if (base.kind() == v1::CUSTOMER_KIND_UNSPECIFIED)
        return; // of a program that wrote it differently
    m_base = base;
    fill(typed);
    m_keeper->touch();
    if (stored.version() > base.version())
        mergeStored(stored, 0, draft.keptAt.toString(QStringLiteral("HH:mm")));
    check();
}

} // namespace banhang::client
