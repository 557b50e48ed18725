// How the caller wants to be told.
#pragma once

#include "banhang/v1/notifications.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class NotificationSettingStore
{
public:
    /// With version 0 and the defaults of the table for who never set anything.
    static v1::NotificationSettings find(Call& call);
    /// The stored ones, locked until the transaction ends.
    static v1::NotificationSettings lock(Call& call);
    /// Stores all but the version, which grows, and tells the other windows of the caller. `before`: as locked.
    static v1::NotificationSettings save(Call& call, const v1::NotificationSettings& before,
                                         const v1::NotificationSettings& after);
};

} // namespace banhang::server
