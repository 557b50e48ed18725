#include "client/subscriptions/subscription_merge.h"

#include <google/protobuf/util/field_mask_util.h>
#include <google/protobuf/util/message_differencer.h>

namespace banhang::client {

namespace {

using google::protobuf::FieldMask;
using google::protobuf::util::FieldMaskUtil;

void copy(const v1::Subscription& from, const FieldMask& fields, v1::Subscription& to)
{
    FieldMaskUtil::MergeOptions options;
    options.set_replace_message_fields(true);
    options.set_replace_repeated_fields(true);
    FieldMaskUtil::MergeMessageTo(from, fields, options, &to);
}

v1::Subscription only(const v1::Subscription& subscription, const FieldMask& fields)
{
    v1::Subscription part;
    copy(subscription, fields, part);
    return part;
}

} // namespace

FieldMask editedFields()
{
    FieldMask fields;
    for (const char* field : {"name", "on_create", "on_change", "fields", "watch_unit_id", "activity_kinds", "filter"})
        fields.add_paths(field);
    return fields;
}

bool isSame(const v1::Subscription& a, const v1::Subscription& b)
{
    google::protobuf::util::MessageDifferencer difference;
    // A filter without conditions is none.
    difference.set_message_field_comparison(google::protobuf::util::MessageDifferencer::EQUIVALENT);
    return difference.Compare(a, b);
}

bool isEditedBetween(const v1::Subscription& before, const v1::Subscription& stored)
{
    return !isSame(only(before, editedFields()), only(stored, editedFields()));
}

v1::Subscription typedOver(const v1::Subscription& stored, const v1::Subscription& typed,
                           const v1::Subscription& before)
{
    if (stored.id() == 0)
        return typed; // a new one is nobody else's
    const FieldMask edited = editedFields();
    FieldMask own;
    for (const auto& path : edited.paths()) {
        FieldMask field;
        field.add_paths(path);
        if (!isSame(only(typed, field), only(before, field)))
            own.add_paths(path);
    }
    v1::Subscription merged = stored;
    copy(typed, own, merged);
    return merged;
}

} // namespace banhang::client
