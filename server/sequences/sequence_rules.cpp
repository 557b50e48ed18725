#include "server/sequences/sequence_rules.h"

#include <algorithm>

#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxSteps = 50;
constexpr int kMaxOffsetDays = 1095;
constexpr int kMaxOccasionOffsetDays = 60;
constexpr int kMaxAheadDays = 60;
constexpr int kMinutesOfDay = 24 * 60;
constexpr int kMaxLeads = 5;
constexpr int kMaxLeadMinutes = 40'320;

bool hasChannel(v1::CareStepKind kind)
{
    return kind == v1::CARE_STEP_KIND_MESSAGE || kind == v1::CARE_STEP_KIND_GREETING;
}

bool needsTitle(v1::CareStepKind kind)
{
    return kind == v1::CARE_STEP_KIND_VISIT || kind == v1::CARE_STEP_KIND_TASK;
}

void checkRange(int value, int least, int most, const std::string& path, Issues& issues)
{
    if (value < least || value > most)
        addError(issues, path, "number.out_of_range", {{"min", std::to_string(least)}, {"max", std::to_string(most)}});
}

void checkWhat(const v1::SequenceStep& step, const std::string& path, const SequenceFacts& facts, Issues& issues)
{
    if (step.kind() == v1::CARE_STEP_KIND_UNSPECIFIED)
        addError(issues, path + ".kind", "sequence.kind_missing");
    if (hasChannel(step.kind()) && step.channel_key().empty())
        addError(issues, path + ".channel_key", "activity.channel_missing");
    else if (hasChannel(step.kind()) && !facts.channels.contains(step.channel_key()))
        addError(issues, path + ".channel_key", "pick_item.unknown",
                 {{"list", "channel"}, {"key", step.channel_key()}});
    if (needsTitle(step.kind()) && step.title().empty())
        addError(issues, path + ".title", "activity.title_missing");
}

void checkWhen(const v1::SequenceStep& step, const std::string& path, Issues& issues)
{
    if (step.base() == v1::CARE_STEP_BASE_UNSPECIFIED)
        addError(issues, path + ".base", "sequence.base_missing");
    else if (isOccasion(step.base()))
        checkRange(step.offset_days(), -kMaxOccasionOffsetDays, kMaxOccasionOffsetDays, path + ".offset_days", issues);
    else
        checkRange(step.offset_days(), 0, kMaxOffsetDays, path + ".offset_days", issues);
    checkRange(step.ahead_days(), 0, kMaxAheadDays, path + ".ahead_days", issues);
    checkRange(step.start_minute(), 0, kMinutesOfDay - 1, path + ".start_minute", issues);
    checkCount(issues, path + ".reminder_lead_minutes", step.reminder_lead_minutes_size(), kMaxLeads);
    for (const int lead : step.reminder_lead_minutes())
        checkRange(lead, 0, kMaxLeadMinutes, path + ".reminder_lead_minutes", issues);
}

void checkWho(const v1::SequenceStep& step, const std::string& path, const SequenceFacts& facts, Issues& issues)
{
    if (step.who() == v1::CARE_STEP_WHO_PERSON && !facts.activePeople.contains(step.user_id()))
        addError(issues, path + ".user_id", "user.not_found");
    if (step.who() == v1::CARE_STEP_WHO_GROUP && !facts.groups.contains(step.group_id()))
        addError(issues, path + ".group_id", "sequence.group_unknown");
}

} // namespace

bool isOccasion(v1::CareStepBase base)
{
    return base == v1::CARE_STEP_BASE_TET || base == v1::CARE_STEP_BASE_BIRTHDAY ||
           base == v1::CARE_STEP_BASE_ANNIVERSARY;
}

void prepareSequence(v1::Sequence& sequence)
{
    tidyTexts(sequence);
    for (v1::SequenceStep& step : *sequence.mutable_steps()) {
        if (!hasChannel(step.kind()))
            step.clear_channel_key();
        if (!isOccasion(step.base()))
            step.clear_is_yearly();
        if (step.who() == v1::CARE_STEP_WHO_UNSPECIFIED)
            step.set_who(v1::CARE_STEP_WHO_OWNER);
        if (step.who() != v1::CARE_STEP_WHO_PERSON)
            step.clear_user_id();
        if (step.who() != v1::CARE_STEP_WHO_GROUP)
            step.clear_group_id();
    }
}

void numberSteps(v1::Sequence& sequence, const std::set<int>& known, int last)
{
    std::set<int> taken;
    for (v1::SequenceStep& step : *sequence.mutable_steps())
        if (!known.contains(step.number()) || !taken.insert(step.number()).second)
            step.set_number(++last);
}

Issues sequenceIssues(const v1::Sequence& sequence, const SequenceFacts& facts)
{
    Issues issues;
    if (sequence.name().empty())
        addError(issues, "name", "sequence.name_missing");
    checkValues(sequence, issues);
    if (sequence.steps().empty())
        addError(issues, "steps", "sequence.no_steps");
    if (sequence.steps_size() > kMaxSteps)
        return issues;
    for (int i = 0; i < sequence.steps_size(); ++i) {
        const std::string path = element("steps", i);
        checkWhat(sequence.steps(i), path, facts, issues);
        checkWhen(sequence.steps(i), path, issues);
        checkWho(sequence.steps(i), path, facts, issues);
    }
    return issues;
}

} // namespace banhang::server
