// What an edit changed about an activity, and what of it is kept as a draft.
#pragma once

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"

namespace banhang::client {

/// Names of the fields that differ and that an update or a close may name.
std::vector<std::string> changedActivityFields(const v1::Activity& before, const v1::Activity& after);

/// Something typed and not yet sent.
struct ActivityDraft
{
    v1::Activity base{};  ///< as it was read; without id for a new one
    v1::Activity typed{}; ///< with what was typed
    std::optional<v1::Activity> nextStep{};
    bool isOutcome = false;
};

QJsonObject toJson(const ActivityDraft& draft);
/// Nothing when it is not what `toJson` wrote.
std::optional<ActivityDraft> activityDraft(const QJsonObject& json);

} // namespace banhang::client
