// What other features do within the save of an activity: this one knows neither reminders nor notices.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "banhang/v1/activities.pb.h"

namespace banhang::server {

struct ChangeActor;
class Tx;

/// One activity as a transaction leaves it.
struct SavedActivity
{
    /// As in the change log: create, update, close, reopen, assign, delete, undelete.
    std::string_view operation;
    const v1::Activity* before = nullptr; ///< nullptr for a new one
    const v1::Activity* after = nullptr;  ///< whole, as stored
};

/// Owner:  the program; lives longer than the services.
/// Thread: called on any.
class ActivityListener
{
public:
    virtual ~ActivityListener() = default;

    /// In the save's own transaction, after its rows were written, once for all activities of it. The transaction runs
    /// as whoever saves, or as banhang_system for jobs (actor 0), and may be run again.
    virtual void activitiesSaved(Tx& tx, const ChangeActor& actor, std::span<const SavedActivity> saved) = 0;
};

using ActivityListeners = std::vector<ActivityListener*>;

} // namespace banhang::server
