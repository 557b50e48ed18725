#include "server/attachments/attachment_store.h"

#include <limits>

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "server/core/change_log/export_recorder.h"
#include "server/core/database/row_columns.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

#define BANHANG_ATTACHMENT_COLUMNS                                                                                     \
    "a.id, a.version, a.customer_id, a.activity_id, a.name, a.description, a.size_bytes, a.sha256, a.content_type,"    \
    " a.has_macros, a.uploader_id, (extract(epoch FROM a.created_at) * 1000000)::bigint,"                              \
    " (extract(epoch FROM a.updated_at) * 1000000)::bigint, (extract(epoch FROM a.deleted_at) * 1000000)::bigint"

/// $1 the customer, $2 below which id, $3 in the bin.
#define BANHANG_ATTACHMENTS_OF_CUSTOMER                                                                                \
    "SELECT a.* FROM banhang.attachment a"                                                                             \
    " WHERE a.customer_id = $1 AND a.id < $2 AND (a.deleted_at IS NOT NULL) = $3"
/// And of its activities, $4 at most of each kind.
#define BANHANG_ATTACHMENTS_OF_ALL(CONDITION)                                                                          \
    "((" BANHANG_ATTACHMENTS_OF_CUSTOMER " ORDER BY a.id DESC LIMIT $4) UNION ALL"                                     \
    " (SELECT a.* FROM banhang.activity t JOIN banhang.attachment a ON a.activity_id = t.id"                           \
    " WHERE t.customer_id = $1 AND t.deleted_at IS NULL AND a.id < $2"                                                 \
    " AND (a.deleted_at IS NOT NULL) = $3" CONDITION " ORDER BY a.id DESC LIMIT $4)) AS a"
#define BANHANG_ATTACHMENTS_OF_ACTIVITY                                                                                \
    "SELECT a.* FROM banhang.attachment a"                                                                             \
    " WHERE a.activity_id = $1 AND a.id < $2 AND (a.deleted_at IS NOT NULL) = $3"

constexpr Statement kFind{"SELECT " BANHANG_ATTACHMENT_COLUMNS ", a.content_id FROM banhang.attachment a"
                          " WHERE a.id = $1"};
constexpr Statement kLock{"SELECT FROM banhang.attachment a WHERE a.id = $1 FOR NO KEY UPDATE"};
constexpr Statement kFindUpload{"SELECT " BANHANG_ATTACHMENT_COLUMNS " FROM banhang.attachment a"
                                " WHERE a.uploader_id = $1 AND a.request_id = $2::uuid"};

constexpr Statement kQueueForContent{
    "SELECT pg_advisory_xact_lock(hashtextextended('attachment ' || $1::text || ' ' || $2::text || ' ' || encode($3, "
    "'hex'), 0))"};
constexpr Statement kFindSame{
    "SELECT a.name FROM banhang.attachment a WHERE (a.customer_id = $1 OR a.activity_id = $2) AND a.sha256 = $3"
    " AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1"};

constexpr Statement kInsert{
    "INSERT INTO banhang.attachment AS a (customer_id, activity_id, content_id, name, description, size_bytes, sha256,"
    " content_type, has_macros, uploader_id, request_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid)"
    " RETURNING id, (extract(epoch FROM created_at) * 1000000)::bigint"};
constexpr Statement kUpdate{
    "UPDATE banhang.attachment AS a SET name = $2, description = $3, version = version + 1, updated_at = now()"
    " WHERE id = $1 RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};
constexpr Statement kSetBinned{
    "UPDATE banhang.attachment AS a SET deleted_at = CASE WHEN $2 THEN now() END, version = version + 1,"
    " updated_at = now() WHERE id = $1 RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

constexpr Statement kListOfCustomer{"SELECT " BANHANG_ATTACHMENT_COLUMNS " FROM (" BANHANG_ATTACHMENTS_OF_CUSTOMER
                                    ") AS a ORDER BY a.id DESC LIMIT $4"};
constexpr Statement kListOfAll{"SELECT " BANHANG_ATTACHMENT_COLUMNS
                               " FROM " BANHANG_ATTACHMENTS_OF_ALL(" AND t.attachment_count > 0") //
                               " ORDER BY a.id DESC LIMIT $4"};
constexpr Statement kListOfAllBinned{"SELECT " BANHANG_ATTACHMENT_COLUMNS " FROM " BANHANG_ATTACHMENTS_OF_ALL("") //
                                     " ORDER BY a.id DESC LIMIT $4"};
constexpr Statement kListOfActivity{"SELECT " BANHANG_ATTACHMENT_COLUMNS " FROM (" BANHANG_ATTACHMENTS_OF_ACTIVITY
                                    ") AS a ORDER BY a.id DESC LIMIT $4"};

std::optional<std::int64_t> idOrNone(std::int64_t id)
{
    return id == 0 ? std::nullopt : std::optional(id);
}

v1::Attachment readAttachment(const Row& row)
{
    RowColumns columns(row);
    v1::Attachment attachment;
    attachment.set_id(columns.id());
    attachment.set_version(columns.id());
    if (const std::int64_t customer = columns.id(); customer != 0)
        attachment.set_customer_id(customer);
    if (const std::int64_t activity = columns.id(); activity != 0)
        attachment.set_activity_id(activity);
    attachment.set_name(columns.text());
    attachment.set_description(columns.text());
    attachment.set_size_bytes(columns.id());
    attachment.set_sha256(row.bytes(columns.next()));
    attachment.set_content_type(columns.text());
    attachment.set_has_macros(columns.flag());
    attachment.set_uploader_user_id(columns.id());
    columns.time([&] { return attachment.mutable_create_time(); });
    columns.time([&] { return attachment.mutable_update_time(); });
    columns.time([&] { return attachment.mutable_delete_time(); });
    return attachment;
}

/// Behind the columns of the message.
constexpr int kContentColumn = 14;

const Statement& listing(const AttachmentQuestion& asked)
{
    if (asked.activityId != 0)
        return kListOfActivity;
    if (!asked.activities)
        return kListOfCustomer;
    return asked.binned ? kListOfAllBinned : kListOfAll;
}

void takeVersion(const Rows& rows, v1::Attachment& attachment)
{
    attachment.set_version(rows.front().int64(0));
    *attachment.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(rows.front().int64(1));
}

} // namespace

std::optional<StoredAttachment> findAttachment(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.query(kFind, id);
    if (rows.empty())
        return std::nullopt;
    return StoredAttachment{readAttachment(rows.front()), rows.front().int64(kContentColumn)};
}

std::optional<StoredAttachment> lockAttachment(Call& call, std::int64_t id)
{
    call.tx.enqueue(kLock, id);
    return findAttachment(call, id);
}

std::optional<v1::Attachment> findUpload(Call& call, const std::string& requestId)
{
    const Rows rows = call.tx.query(kFindUpload, call.caller.userId, requestId);
    return rows.empty() ? std::nullopt : std::optional(readAttachment(rows.front()));
}

std::optional<std::string> findSameContent(Call& call, const v1::Attachment& wanted)
{
    call.tx.enqueue(kQueueForContent, wanted.customer_id(), wanted.activity_id(), asBytes(wanted.sha256()));
    const Rows rows = call.tx.query(kFindSame, idOrNone(wanted.customer_id()), idOrNone(wanted.activity_id()),
                                    asBytes(wanted.sha256()));
    return rows.empty() ? std::nullopt : std::optional(rows.front().string(0));
}

void insertAttachment(Call& call, v1::Attachment& attachment, std::int64_t contentId, const std::string& requestId)
{
    const Rows rows = call.tx.query(kInsert, idOrNone(attachment.customer_id()), idOrNone(attachment.activity_id()),
                                    contentId, attachment.name(), attachment.description(), attachment.size_bytes(),
                                    asBytes(attachment.sha256()), attachment.content_type(), attachment.has_macros(),
                                    call.caller.userId, requestId);
    attachment.set_id(rows.front().int64(0));
    attachment.set_version(1);
    attachment.set_uploader_user_id(call.caller.userId);
    *attachment.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(rows.front().int64(1));
    *attachment.mutable_update_time() = attachment.create_time();
}

void updateAttachment(Call& call, v1::Attachment& attachment)
{
    takeVersion(call.tx.query(kUpdate, attachment.id(), attachment.name(), attachment.description()), attachment);
}

void setAttachmentBinned(Call& call, v1::Attachment& attachment, bool binned)
{
    takeVersion(call.tx.query(kSetBinned, attachment.id(), binned), attachment);
    if (binned)
        *attachment.mutable_delete_time() = attachment.update_time();
    else
        attachment.clear_delete_time();
}

std::vector<v1::Attachment> listAttachments(Call& call, const AttachmentQuestion& asked, std::int64_t beforeId,
                                            int limit)
{
    const std::int64_t parent = asked.activityId != 0 ? asked.activityId : asked.customerId;
    const Rows rows = call.tx.query(listing(asked), parent, beforeId, asked.binned, limit);
    std::vector<v1::Attachment> attachments;
    for (const Row row : rows)
        attachments.push_back(readAttachment(row));
    return attachments;
}

int countAttachments(Call& call, const AttachmentQuestion& asked, int most)
{
    return static_cast<int>(listAttachments(call, asked, std::numeric_limits<std::int64_t>::max(), most).size());
}

void recordDownload(Call& call, const v1::Attachment& attachment)
{
    nlohmann::json told{{"id", attachment.id()}, {"name", attachment.name()}, {"size_bytes", attachment.size_bytes()}};
    if (attachment.has_customer_id())
        told["customer_id"] = attachment.customer_id();
    else
        told["activity_id"] = attachment.activity_id();
    recordExport(call, "attachment", told);
}

} // namespace banhang::server
