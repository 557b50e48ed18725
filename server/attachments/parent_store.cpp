#include "server/attachments/parent_store.h"

#include <google/protobuf/util/time_util.h>

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr Statement kCountFiles{
    "UPDATE banhang.activity SET version = version + 1, updated_at = now(), attachment_count ="
    " (SELECT count(*) FROM banhang.attachment f WHERE f.activity_id = $1 AND f.deleted_at IS NULL)"
    " WHERE id = $1 AND unit_id = $2"
    " RETURNING attachment_count, version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

} // namespace

void countFiles(Call& call, v1::Activity& activity)
{
    const Rows rows = call.tx.query(kCountFiles, activity.id(), activity.unit_id());
    const Row row = rows.front();
    activity.set_attachment_count(row.int32(0));
    activity.set_version(row.int64(1));
    *activity.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(2));
}

} // namespace banhang::server
