// What may stand in a person's settings of being told, and the bounds of lists.
#pragma once

#include <string>
#include <vector>

#include <google/protobuf/field_mask.pb.h>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/notifications.pb.h"

namespace banhang::server {

constexpr int kMaxNotifications = 500; ///< in one call by id

/// Errors "update_mask.empty" and "field.not_changeable".
std::vector<v1::FieldIssue> settingMaskIssues(const google::protobuf::FieldMask& mask);

/// `stored` with the fields that the mask names taken from `wanted`, lead times sorted and each once.
v1::NotificationSettings mergedSettings(const v1::NotificationSettings& stored, const v1::NotificationSettings& wanted,
                                        const google::protobuf::FieldMask& mask);

/// What is wrong with them; empty if nothing is.
std::vector<v1::FieldIssue> settingIssues(const v1::NotificationSettings& settings);

/// Throws AppError Invalid "call.invalid" with the issues, if there are any.
void throwIfAny(const std::vector<v1::FieldIssue>& issues);

} // namespace banhang::server
