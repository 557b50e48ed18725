// What an edit changed about a care request, and what of it is kept as a draft.
#pragma once

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/care_requests.pb.h"

namespace banhang::client {

/// Names of the fields that differ and that an update may name.
std::vector<std::string> changedCareFields(const v1::CareRequest& before, const v1::CareRequest& after);

/// Something typed and not yet sent.
struct CareDraft
{
    v1::CareRequest base{};  ///< as it was read; without id for a new one
    v1::CareRequest typed{}; ///< with what was typed
};

QJsonObject toJson(const CareDraft& draft);
/// Nothing when it is not what `toJson` wrote.
std::optional<CareDraft> careDraft(const QJsonObject& json);

} // namespace banhang::client
