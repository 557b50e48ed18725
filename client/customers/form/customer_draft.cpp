#include "client/customers/form/customer_draft.h"

#include <QCoreApplication>

#include <google/protobuf/util/json_util.h>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/customer_text.h"
#include "client/customers/detail/presence_view.h"
#include "client/ui/parts/avatar.h"

namespace banhang::client {

namespace {

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("CustomerDraft", text, nullptr, count);
}

bool put(QJsonObject& content, const char* name, const v1::Customer& customer)
{
    std::string json;
    if (!google::protobuf::util::MessageToJsonString(customer, &json).ok())
        return false;
    content.insert(QLatin1String(name), QString::fromStdString(json));
    return true;
}

v1::Customer take(const QJsonObject& content, const char* name)
{
    v1::Customer customer;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto json = content.value(QLatin1String(name)).toString().toStdString();
    const bool isRead = google::protobuf::util::JsonStringToMessage(json, &customer, options).ok();
    return isRead ? customer : v1::Customer();
}

QString labelsOf(const QStringList& fields)
{
    QStringList labels;
    for (const auto& field : fields)
        labels.append(fieldLabel(field).toLower());
    return labels.join(QStringLiteral(", "));
}

QString undisputedText(const EditConflict& conflict, const QString& theirName)
{
    QStringList kept;
    if (!conflict.onlyTheirs.isEmpty())
        kept.append(QStringLiteral("%1 (%2)").arg(labelsOf(conflict.onlyTheirs), theirName));
    if (!conflict.onlyMine.isEmpty())
        kept.append(say(QT_TRANSLATE_NOOP("CustomerDraft", "%1 (you)")).arg(labelsOf(conflict.onlyMine)));
    if (kept.isEmpty())
        return {};
    return say(QT_TRANSLATE_N_NOOP("CustomerDraft", "%Ln fields without conflict, both are kept: %1"),
               static_cast<int>(conflict.onlyTheirs.size() + conflict.onlyMine.size()))
        .arg(kept.join(QStringLiteral("; ")));
}

} // namespace

QString customerDraftKey(qint64 customerId)
{
    return customerId ? QStringLiteral("customer-%1").arg(customerId) : QStringLiteral("customer-new");
}

std::optional<Draft> writeDraft(const CustomerDraft& draft)
{
    const QString name = QString::fromStdString(draft.typed.name());
    const QString code = QString::fromStdString(draft.typed.code());
    Draft written;
    written.title = draft.base.id() == 0 ? say(QT_TRANSLATE_NOOP("CustomerDraft", "New customer: %1")).arg(name)
                                         : say(QT_TRANSLATE_NOOP("CustomerDraft", "Edit %1, %2")).arg(name, code);
    auto& content = written.content;
    content.insert(QLatin1String("customer_id"), QString::number(draft.base.id()));
    if (!put(content, "base", draft.base) || !put(content, "baseline", draft.baseline) ||
        !put(content, "typed", draft.typed))
        return std::nullopt;
    content.insert(QLatin1String("request_id"), QString::fromStdString(draft.requestId));
    content.insert(QLatin1String("is_waiting"), draft.isWaiting);
    if (draft.theirTime.isValid()) {
        content.insert(QLatin1String("their_user_id"), QString::number(draft.theirUserId));
        content.insert(QLatin1String("their_time"), draft.theirTime.toUTC().toString(Qt::ISODateWithMs));
    }
    return written;
}

std::optional<CustomerDraft> readDraft(const Draft& draft)
{
    if (!draft.key.startsWith(QLatin1String("customer-")))
        return std::nullopt;
    const auto& content = draft.content;
    CustomerDraft read{take(content, "base"), take(content, "baseline"), take(content, "typed")};
    if (read.base.kind() == v1::CUSTOMER_KIND_UNSPECIFIED || read.baseline.kind() == v1::CUSTOMER_KIND_UNSPECIFIED)
        return std::nullopt;
    read.requestId = content.value(QLatin1String("request_id")).toString().toStdString();
    read.isWaiting = content.value(QLatin1String("is_waiting")).toBool();
    read.theirUserId = content.value(QLatin1String("their_user_id")).toString().toLongLong();
    read.theirTime = QDateTime::fromString(content.value(QLatin1String("their_time")).toString(), Qt::ISODateWithMs)
                         .toTimeZone(officeZone());
    return read;
}

EditConflict conflictWith(const v1::Customer& stored, const CustomerDraft& draft, const Workplace& workplace)
{
    EditConflict conflict;
    const auto mine = changedFields(draft.baseline, draft.typed);
    const auto theirs = changedFields(draft.base, stored);
    for (const auto& field : theirs) {
        const auto text = [&](const v1::Customer& customer) {
            return fieldText(customer, field, workplace.directory, workplace.picklists);
        };
        if (!mine.contains(field))
            conflict.onlyTheirs.append(field);
        else if (text(stored) != text(draft.typed))
            conflict.rows.append({field, fieldLabel(field), text(draft.base), text(stored), text(draft.typed)});
    }
    for (const auto& field : mine) {
        if (!theirs.contains(field))
            conflict.onlyMine.append(field);
    }
    return conflict;
}

void showConflict(ConflictPanel& panel, const EditConflict& conflict, const Workplace& workplace, qint64 theirUserId,
                  const QDateTime& when)
{
    const QString name = givenNameOf(theirUserId, workplace);
    panel.begin(personOf(workplace, theirUserId), name, personOf(workplace, workplace.session.userId()),
                when.toString(QStringLiteral("HH:mm")), conflict.rows, undisputedText(conflict, name));
}

QString givenNameOf(qint64 userId, const Workplace& workplace)
{
    return userId ? workplace.directory.givenName(userId) : say(QT_TRANSLATE_NOOP("CustomerDraft", "A colleague"));
}

} // namespace banhang::client
