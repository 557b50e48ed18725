// What is asked of the server so that an entry of a calendar file stands in the calendar.
#pragma once

#include <string>

#include "banhang/v1/series.pb.h"
#include "client/ics/comparing.h"

namespace banhang::ics {

/// What everything that is made or changed is called that has no title in the file, and the UUID of the request.
struct Naming
{
    std::string untitled;
    std::string requestId;
};

/// Of an entry that is `Beside::New`.
v1::CreateActivityRequest activityCreation(const Entry& entry, const Naming& naming);
v1::CreateSeriesRequest seriesCreation(const Entry& entry, const Naming& naming);

/// Of one that `Beside::Differs`, on what was read.
v1::UpdateActivityRequest activityUpdate(const Entry& entry, const Comparison& here, const Naming& naming);
v1::ReplaceSeriesRequest seriesReplacement(const Entry& entry, const Comparison& here, const Naming& naming);
/// Of a series where one activity stands so far, `here.activity`, which becomes its first one.
v1::CreateSeriesRequest seriesBeginning(const Entry& entry, const Comparison& here, const Naming& naming);

/// A rule is taken only when it means here the days that it means in the file.
v1::CheckSeriesRequest ruleCheck(const Entry& entry);
bool isMeantSo(const Entry& entry, const v1::CheckSeriesResponse& days);

} // namespace banhang::ics
