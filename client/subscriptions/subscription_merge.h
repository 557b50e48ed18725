// What two people made of one subscription.
#pragma once

#include "banhang/v1/subscriptions.pb.h"

namespace banhang::client {

/// What can be changed of one that is stored.
google::protobuf::FieldMask editedFields();

bool isSame(const v1::Subscription& a, const v1::Subscription& b);

/// Somebody changed one of these fields; a new version alone is none.
bool isEditedBetween(const v1::Subscription& before, const v1::Subscription& stored);

/// What was typed over what was stored `before`, on top of what is stored now.
v1::Subscription typedOver(const v1::Subscription& stored, const v1::Subscription& typed,
                           const v1::Subscription& before);

} // namespace banhang::client
