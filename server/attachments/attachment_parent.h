// What a file belongs to: whose rights it has, and whose history tells of it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/attachments.pb.h"
#include "server/core/call/call.h"
#include "server/customers/customer_store.h"

namespace banhang::server {

/// A customer or an activity, whichever the ids name. Owner: short-lived, of one transaction.
class AttachmentParent
{
public:
    /// As the caller sees it; a merged customer leads to its survivor.
    /// Throws: AppError Invalid unless exactly one id is given; NotFound as the parent's own service says it.
    static AttachmentParent find(Call& call, std::int64_t customerId, std::int64_t activityId);
    /// As find, locked until the end of the transaction, for a change.
    /// Throws: also AppError Denied "call.denied" unless the caller may edit it; Refused while it is in the bin.
    static AttachmentParent edit(Call& call, std::int64_t customerId, std::int64_t activityId);

    std::int64_t customerId() const { return customer() != nullptr ? customer()->customer.id() : 0; }
    std::int64_t activityId() const { return activity() != nullptr ? activity()->id() : 0; }
    /// Hangs the attachment on it.
    void adopt(v1::Attachment& attachment) const;

    /// A file came (no `before`), went (no `after`) or got another name: the parent's new version, history and news.
    /// After the file was stored; once for each transaction.
    void recordFile(Call& call, const std::optional<std::string>& before, const std::optional<std::string>& after);

private:
    using Record = std::variant<StoredCustomer, v1::Activity>;
    explicit AttachmentParent(Record record) : m_record(std::move(record)) {}
    static AttachmentParent take(Call& call, std::int64_t customerId, std::int64_t activityId, bool locked);
    const StoredCustomer* customer() const { return std::get_if<StoredCustomer>(&m_record); }
    const v1::Activity* activity() const { return std::get_if<v1::Activity>(&m_record); }
    void demandEditing(const Caller& caller) const;

    Record m_record;
};

} // namespace banhang::server
