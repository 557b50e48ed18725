#include "server/care/care_request_row.h"

#include <google/protobuf/util/time_util.h>

#include "server/core/database/row_columns.h"

namespace banhang::server {

v1::CareRequest readCareRequest(const Row& row)
{
    RowColumns columns(row);
    v1::CareRequest request;
    request.set_id(columns.id());
    request.set_version(columns.id());
    request.set_code(columns.text());
    request.set_state(columns.named<v1::CareState>());
    request.set_kind_key(columns.text());
    request.set_severity(columns.named<v1::CareSeverity>());
    request.set_customer_id(columns.id());
    request.set_customer_name(columns.text());
    request.set_contact_id(columns.id());
    request.set_contact_name(columns.text());
    request.set_channel_key(columns.text());
    request.set_subject(columns.text());
    request.set_description(columns.text());
    request.set_answer(columns.text());
    request.set_satisfaction(static_cast<int>(columns.id()));
    request.set_owner_user_id(columns.id());
    request.set_unit_id(columns.id());
    request.set_creator_user_id(columns.id());
    columns.time([&] { return request.mutable_promised_time(); });
    request.set_is_overdue(columns.flag());
    columns.time([&] { return request.mutable_escalate_time(); });
    columns.time([&] { return request.mutable_resolve_time(); });
    columns.time([&] { return request.mutable_create_time(); });
    columns.time([&] { return request.mutable_update_time(); });
    columns.time([&] { return request.mutable_delete_time(); });
    return request;
}

Params writtenValues(const v1::CareRequest& request)
{
    Params values;
    values.add(static_cast<int>(request.state()));
    values.add(request.kind_key());
    values.add(static_cast<int>(request.severity()));
    values.add(request.customer_id());
    values.add(request.contact_id() == 0 ? std::nullopt : std::optional(request.contact_id()));
    values.add(request.channel_key());
    values.add(request.subject());
    values.add(request.description());
    values.add(request.answer());
    values.add(request.satisfaction());
    values.add(google::protobuf::util::TimeUtil::ToString(request.promised_time()));
    return values;
}

} // namespace banhang::server
