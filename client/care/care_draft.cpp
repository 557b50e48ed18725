#include "client/care/care_draft.h"

#include <array>
#include <string_view>

#include "client/records/record_draft.h"

namespace banhang::client {

namespace {

constexpr std::array<std::string_view, 10> kWritable{"kind_key",     "severity",     "customer_id", "contact_id",
                                                     "channel_key",  "subject",      "description", "answer",
                                                     "satisfaction", "promised_time"};

const QString kBase = QStringLiteral("base");
const QString kTyped = QStringLiteral("typed");

} // namespace

std::vector<std::string> changedCareFields(const v1::CareRequest& before, const v1::CareRequest& after)
{
    return differingFields(before, after, kWritable);
}

QJsonObject toJson(const CareDraft& draft)
{
    return {{kBase, toJson(draft.base)}, {kTyped, toJson(draft.typed)}};
}

std::optional<CareDraft> careDraft(const QJsonObject& json)
{
    auto base = fromJson<v1::CareRequest>(json.value(kBase));
    auto typed = fromJson<v1::CareRequest>(json.value(kTyped));
    if (!base || !typed)
        return std::nullopt;
    return CareDraft{*std::move(base), *std::move(typed)};
}

} // namespace banhang::client
