#include "server/care/care_setting_store.h"

namespace banhang::server {

namespace {

#define BANHANG_CARE_SETTING "SELECT version, promise_minutes, remind_minutes FROM banhang.care_setting"

constexpr Statement kRead{BANHANG_CARE_SETTING};
constexpr Statement kLock{BANHANG_CARE_SETTING " FOR UPDATE"};
constexpr Statement kWrite{"UPDATE banhang.care_setting SET promise_minutes = $1::integer[],"
                           " remind_minutes = $2::integer[], version = version + 1 RETURNING version"};

v1::CareSettings settingsIn(const Rows& rows)
{
    const Row row = rows.front();
    v1::CareSettings settings;
    settings.set_version(row.int64(0));
    const std::vector<std::int64_t> promises = row.int64s(1);
    const std::vector<std::int64_t> reminders = row.int64s(2);
    for (std::size_t place = 0; place < promises.size(); ++place) {
        v1::CarePromise& promise = *settings.add_promises();
        promise.set_severity(static_cast<v1::CareSeverity>(place + 1));
        promise.set_promise_minutes(static_cast<int>(promises[place]));
        promise.set_remind_minutes(static_cast<int>(reminders.at(place)));
    }
    return settings;
}

} // namespace

v1::CareSettings readCareSettings(Call& call)
{
    return settingsIn(call.tx.query(kRead));
}

v1::CareSettings lockCareSettings(Call& call)
{
    return settingsIn(call.tx.query(kLock));
}

void writeCareSettings(Call& call, v1::CareSettings& settings)
{
    std::vector<std::int64_t> promises(static_cast<std::size_t>(settings.promises_size()));
    std::vector<std::int64_t> reminders(promises.size());
    for (const v1::CarePromise& promise : settings.promises()) {
        promises.at(promise.severity() - 1) = promise.promise_minutes();
        reminders.at(promise.severity() - 1) = promise.remind_minutes();
    }
    settings.set_version(call.tx.query(kWrite, promises, reminders).front().int64(0));
}

} // namespace banhang::server
