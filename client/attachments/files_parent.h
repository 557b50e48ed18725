// Whose files: those of a customer with its talks, or those of one activity.
#pragma once

#include <QtGlobal>

namespace banhang::client {

struct FilesParent
{
    qint64 customerId = 0; ///< of a file of an activity: the customer of that, where it is known
    qint64 activityId = 0; ///< set = those of this activity alone
    friend bool operator==(const FilesParent&, const FilesParent&) = default;

    /// Whether a file of `file` is listed with those of this.
    bool takesIn(const FilesParent& file) const
    {
        return activityId != 0 ? file.activityId == activityId : customerId != 0 && file.customerId == customerId;
    }
};

} // namespace banhang::client
