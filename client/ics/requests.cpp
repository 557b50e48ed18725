#include "client/ics/requests.h"

#include <algorithm>
#include <set>
#include <utility>

#include <google/protobuf/util/field_mask_util.h>

#include "client/ics/moments.h"

namespace banhang::ics {

namespace {

constexpr int kComparedDays = 60;

v1::Activity named(v1::Activity activity, const std::string& untitled)
{
    if (activity.title().empty())
        activity.set_title(untitled);
    return activity;
}

/// What was deleted here stays so, unless the day is given back.
void giveBack(const Comparison& here, v1::Series& series)
{
    std::set<vn::Date> settled;
    for (const v1::Date& day : here.series.left_out_days())
        settled.insert(dateOf(day));
    auto& exceptions = *series.mutable_exceptions();
    const auto kept = std::remove_if(exceptions.begin(), exceptions.end(), [&settled](const v1::Activity& exception) {
        return settled.contains(dateOf(exception.series_slot()));
    });
    exceptions.erase(kept, exceptions.end());
    for (const auto& [slot, day] : here.givenBack)
        *exceptions.Add() = day;
}

v1::Series named(v1::Series series, const std::string& untitled)
{
    *series.mutable_pattern() = named(series.pattern(), untitled);
    for (v1::Activity& exception : *series.mutable_exceptions())
        exception = named(exception, untitled);
    return series;
}

} // namespace

v1::CreateActivityRequest activityCreation(const Entry& entry, const Naming& naming)
{
    v1::CreateActivityRequest request;
    *request.mutable_activity() = named(entry.activity, naming.untitled);
    request.set_request_id(naming.requestId);
    return request;
}

v1::CreateSeriesRequest seriesCreation(const Entry& entry, const Naming& naming)
{
    v1::CreateSeriesRequest request;
    *request.mutable_series() = named(entry.series, naming.untitled);
    request.set_request_id(naming.requestId);
    return request;
}

v1::UpdateActivityRequest activityUpdate(const Entry& entry, const Comparison& here, const Naming& naming)
{
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = named(entry.activity, naming.untitled);
    request.mutable_activity()->set_id(here.activity.id());
    request.mutable_activity()->set_version(here.activity.version());
    request.mutable_update_mask()->mutable_paths()->Add(here.fields.begin(), here.fields.end());
    request.set_request_id(naming.requestId);
    return request;
}

v1::ReplaceSeriesRequest seriesReplacement(const Entry& entry, const Comparison& here, const Naming& naming)
{
    v1::ReplaceSeriesRequest request;
    v1::Series series = entry.series;
    giveBack(here, series);
    *request.mutable_series() = named(std::move(series), naming.untitled);
    request.mutable_series()->set_id(here.series.id());
    request.mutable_series()->set_version(here.series.version());
    request.mutable_update_mask()->mutable_paths()->Add(here.fields.begin(), here.fields.end());
    request.set_request_id(naming.requestId);
    return request;
}

v1::CreateSeriesRequest seriesBeginning(const Entry& entry, const Comparison& here, const Naming& naming)
{
    using google::protobuf::util::FieldMaskUtil;
    v1::CreateSeriesRequest request = seriesCreation(entry, naming);
    v1::Series& series = *request.mutable_series();
    google::protobuf::FieldMask ofFile;
    ofFile.mutable_paths()->Add(here.fields.begin(), here.fields.end());
    FieldMaskUtil::MergeOptions options;
    options.set_replace_message_fields(true);
    v1::Activity pattern = here.activity;
    FieldMaskUtil::MergeMessageTo(series.pattern(), ofFile, options, &pattern);
    *series.mutable_pattern() = std::move(pattern);
    series.clear_ics_uid(); // it has that of its first one
    request.set_activity_id(here.activity.id());
    return request;
}

v1::CheckSeriesRequest ruleCheck(const Entry& entry)
{
    v1::CheckSeriesRequest request;
    *request.mutable_recurrence() = entry.series.recurrence();
    setDate(entry.days.front(), *request.mutable_first_day());
    request.set_day_count(kComparedDays);
    return request;
}

bool isMeantSo(const Entry& entry, const v1::CheckSeriesResponse& days)
{
    const auto isSame = [](const v1::Date& one, const vn::Date& other) { return dateOf(one) == other; };
    const auto [here, inFile] = std::ranges::mismatch(days.days(), entry.days, isSame);
    return inFile == entry.days.end() && (here == days.days().end() || entry.hasMoreDays);
}

} // namespace banhang::ics
