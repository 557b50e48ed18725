#include "server/attachments/attachment_handling.h"

#include <algorithm>
#include <limits>

#include "common/error.h"
#include "server/attachments/attachment_parent.h"
#include "server/attachments/attachment_rules.h"
#include "server/attachments/file_kind_rules.h"
#include "server/core/call/call_context.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/record_version.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

constexpr int kMaxRows = 200;
constexpr int kUsualRows = 50;
constexpr int kMaxCounted = 1001;

[[noreturn]] void throwNoAttachment()
{
    throw AppError(ErrorCode::NotFound, "attachment.not_found");
}

/// Runs `body`; a parent out of sight is told as the file being out of sight.
template <typename Body>
auto ofHiddenParent(Body&& body)
{
    try {
        return body();
    } catch (const AppError& error) {
        if (error.code() == ErrorCode::NotFound)
            throwNoAttachment();
        throw;
    }
}

/// A file that the caller may change, with its parent; both locked, the parent first, as merges lock them.
struct Edited
{
    AttachmentParent parent;
    v1::Attachment attachment;
};

Edited editable(Call& call, std::int64_t id)
{
    const auto found = findAttachment(call, id);
    if (!found)
        throwNoAttachment();
    const v1::Attachment& seen = found->attachment;
    AttachmentParent parent =
        ofHiddenParent([&] { return AttachmentParent::edit(call, seen.customer_id(), seen.activity_id()); });
    auto stored = lockAttachment(call, id);
    if (!stored)
        throwNoAttachment();
    // A merge took it along between the two.
    if (stored->attachment.customer_id() != parent.customerId() ||
        stored->attachment.activity_id() != parent.activityId())
        throw AppError(ErrorCode::Unavailable, "database.contention");
    return {std::move(parent), std::move(stored->attachment)};
}

const WritableFields& writableAttachmentFields()
{
    static const WritableFields fields(*v1::Attachment::descriptor(),
                                       {"id", "version", "customer_id", "activity_id", "size_bytes", "sha256",
                                        "content_type", "has_macros", "uploader_user_id", "create_time", "update_time",
                                        "delete_time"});
    return fields;
}

void refuseLostEdit(const v1::Attachment& before, const v1::Attachment& wanted)
{
    demandKnownVersion(before.version(), wanted.version(), "activity.version_unknown");
    demandVersion(before.version(), wanted.version(), "attachment.edit_conflict", ZeroVersion::Other);
}

/// What an upload must fulfil before its first byte, and again at its end.
AttachmentParent admitted(Call& call, std::int64_t maxBytes, const v1::Attachment& announced)
{
    AttachmentParent parent = AttachmentParent::edit(call, announced.customer_id(), announced.activity_id());
    refuseIssues(checkAnnounced(announced));
    if (announced.size_bytes() > maxBytes)
        throw AppError(ErrorCode::Invalid, "attachment.too_large", {{"max_bytes", std::to_string(maxBytes)}});
    v1::Attachment placed = announced;
    parent.adopt(placed);
    if (const auto known = findSameContent(call, placed))
        throw AppError(ErrorCode::AlreadyExists, "attachment.known_content", {{"name", *known}});
    return parent;
}

void refuseNoRequestId(const std::string& text)
{
    if (!isRequestId(text))
        throwInvalidField("upload_request_id", "call.request_id_invalid");
}

void setBinned(Call& call, std::int64_t id, bool binned, v1::Attachment& reply)
{
    Edited edited = editable(call, id);
    if (edited.attachment.has_delete_time() != binned) {
        setAttachmentBinned(call, edited.attachment, binned);
        const std::optional<std::string> name = edited.attachment.name();
        edited.parent.recordFile(call, binned ? name : std::nullopt, binned ? std::nullopt : name);
    }
    reply = edited.attachment;
}

} // namespace

void listAttachmentsOf(Call& call, const TokenSigner& signer, std::int64_t maxBytes,
                       const v1::ListAttachmentsRequest& wanted, v1::ListAttachmentsResponse& reply)
{
    const int size = pageSize(wanted.page_size(), kUsualRows, kMaxRows);
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json token = tokens.open();
    const AttachmentParent parent = AttachmentParent::find(call, wanted.customer_id(), wanted.activity_id());
    const AttachmentQuestion asked{parent.customerId(), parent.activityId(), wanted.with_activities(),
                                   wanted.deleted()};
    const std::int64_t before =
        token.is_null() ? std::numeric_limits<std::int64_t>::max() : token.at("id").get<std::int64_t>();
    std::vector<v1::Attachment> page = listAttachments(call, asked, before, size + 1);
    if (static_cast<int>(page.size()) > size) {
        page.pop_back();
        reply.set_next_page_token(tokens.seal({{"id", page.back().id()}}));
    }
    if (token.is_null())
        reply.set_capped_count(reply.next_page_token().empty() ? static_cast<int>(page.size())
                                                               : countAttachments(call, asked, kMaxCounted));
    reply.set_max_size_bytes(maxBytes);
    for (v1::Attachment& attachment : page)
        *reply.add_attachments() = std::move(attachment);
}

void saveAttachmentChanges(Call& call, const v1::UpdateAttachmentRequest& wanted, v1::Attachment& reply)
{
    Edited edited = editable(call, wanted.attachment().id());
    refuseIssues(writableAttachmentFields().check(wanted.update_mask()));
    const v1::Attachment before = edited.attachment;
    refuseLostEdit(before, wanted.attachment());
    const FieldNames fields = namesOf(wanted.update_mask());
    v1::Attachment& after = edited.attachment;
    copyFields(wanted.attachment(), fields, after);
    prepareAttachment(after);
    refuseIssues(checkRenamed(before, after));
    if (!differingFields(before, after, fields).empty()) {
        updateAttachment(call, after);
        edited.parent.recordFile(call, before.name(), after.name());
    }
    reply = after;
}

void binAttachment(Call& call, const v1::DeleteAttachmentRequest& wanted, v1::Attachment& reply)
{
    setBinned(call, wanted.attachment_id(), true, reply);
}

void unbinAttachment(Call& call, const v1::UndeleteAttachmentRequest& wanted, v1::Attachment& reply)
{
    setBinned(call, wanted.attachment_id(), false, reply);
}

void admitUpload(Call& call, std::int64_t maxBytes, const v1::Attachment& announced)
{
    admitted(call, maxBytes, announced);
}

v1::Attachment finishUpload(Call& call, std::int64_t maxBytes, const v1::Attachment& announced,
                            const ReceivedContent& content, const std::string& requestId)
{
    AttachmentParent parent = admitted(call, maxBytes, announced);
    // In the order in which a beginning upload locks, too.
    lockContent(call, content.hold);
    v1::Attachment attachment;
    parent.adopt(attachment);
    attachment.set_name(announced.name());
    attachment.set_description(announced.description());
    attachment.set_size_bytes(announced.size_bytes());
    attachment.set_sha256(announced.sha256());
    attachment.set_content_type(contentType(announced.name()));
    attachment.set_has_macros(content.hasMacros || isMacroName(announced.name()));
    insertAttachment(call, attachment, content.hold.id, requestId);
    finishContent(call, content.hold.id);
    parent.recordFile(call, std::nullopt, attachment.name());
    return attachment;
}

void showUpload(Call& call, const v1::GetUploadRequest& wanted, v1::Upload& reply)
{
    refuseNoRequestId(wanted.upload_request_id());
    reply.set_received_bytes(receivedBytes(call, wanted.upload_request_id()));
}

void cancelUpload(Call& call, const v1::CancelUploadRequest& wanted, v1::Upload&)
{
    refuseNoRequestId(wanted.upload_request_id());
    dropContentOf(call, wanted.upload_request_id());
}

StoredAttachment visibleAttachment(Call& call, std::int64_t id)
{
    auto stored = findAttachment(call, id);
    if (!stored)
        throwNoAttachment();
    ofHiddenParent([&] {
        AttachmentParent::find(call, stored->attachment.customer_id(), stored->attachment.activity_id());
        return true;
    });
    return std::move(*stored);
}

} // namespace banhang::server
