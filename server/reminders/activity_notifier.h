// What follows from a changed activity: its reminders, and news for those whom it concerns.
#pragma once

#include "server/activities/activity_listener.h"

namespace banhang::server {

/// Everything happens in the save's own transaction. Thread: any.
class ActivityNotifier final : public ActivityListener
{
public:
    void activitiesSaved(Tx& tx, const ChangeActor& actor, std::span<const SavedActivity> saved) override;
};

} // namespace banhang::server
