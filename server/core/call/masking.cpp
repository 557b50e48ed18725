#include "server/core/call/masking.h"

#include <algorithm>
#include <stdexcept>

#include "banhang/v1/options.pb.h"

namespace banhang::server {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool holdsSomething(const Message& message, const FieldDescriptor& field)
{
    const auto& reflection = *message.GetReflection();
    return field.is_repeated() ? reflection.FieldSize(message, &field) > 0 : reflection.HasField(message, &field);
}

} // namespace

std::optional<v1::SensitiveField> maskOf(const FieldDescriptor& field)
{
    const std::string& name = field.options().GetExtension(v1::masked_by);
    if (name.empty())
        return std::nullopt;
    const auto mask = sensitiveFieldNamed(name);
    if (!mask)
        throw std::runtime_error("masked_by of " + field.full_name() + " names no sensitive field: " + name);
    return mask;
}

Masking::Masking(const std::vector<const google::protobuf::ServiceDescriptor*>& services)
{
    for (const auto* service : services)
        for (int i = 0; i < service->method_count(); ++i)
            build(*service->method(i)->output_type());
}

/// Whether the type holds anything to mask. No message of ours contains itself; one that did would be planned as open
/// at its second occurrence, so it is refused.
bool Masking::build(const Descriptor& type)
{
    if (const auto known = m_plans.find(&type); known != m_plans.end())
        return !known->second.steps.empty();
    m_plans[&type] = {};
    Plan plan;
    for (int i = 0; i < type.field_count(); ++i) {
        const FieldDescriptor& field = *type.field(i);
        if (const auto mask = maskOf(field))
            plan.steps.push_back({&field, *mask, nullptr});
        else if (field.message_type() == &type)
            throw std::runtime_error(type.full_name() + " contains itself");
        else if (field.message_type() != nullptr && build(*field.message_type()))
            plan.steps.push_back({&field, v1::SENSITIVE_FIELD_UNSPECIFIED, field.message_type()});
    }
    const FieldDescriptor* names = type.FindFieldByName("masked_fields");
    if (names != nullptr && names->is_repeated() && names->type() == FieldDescriptor::TYPE_STRING)
        plan.maskedFields = names;
    const bool masks = !plan.steps.empty();
    m_plans[&type] = std::move(plan);
    return masks;
}

void Masking::apply(const Caller& caller, Message& message) const
{
    const auto masks = std::any_of(caller.masked.begin(), caller.masked.end(), [](bool masked) { return masked; });
    const auto plan = m_plans.find(message.GetDescriptor());
    if (masks && plan != m_plans.end())
        applyPlan(caller, plan->second, message);
}

/// Whether anything was cleared.
bool Masking::applyPlan(const Caller& caller, const Plan& plan, Message& message) const
{
    bool any = false;
    for (const Step& step : plan.steps) {
        if (!applyStep(caller, step, message))
            continue;
        any = true;
        if (plan.maskedFields != nullptr)
            message.GetReflection()->AddString(&message, plan.maskedFields, step.field->name());
    }
    return any;
}

bool Masking::applyStep(const Caller& caller, const Step& step, Message& message) const
{
    if (!holdsSomething(message, *step.field))
        return false;
    const auto& reflection = *message.GetReflection();
    if (step.nested == nullptr) {
        if (!caller.isMasked(step.mask))
            return false;
        reflection.ClearField(&message, step.field);
        return true;
    }
    const Plan& plan = m_plans.at(step.nested);
    if (!step.field->is_repeated())
        return applyPlan(caller, plan, *reflection.MutableMessage(&message, step.field));
    bool any = false;
    for (int i = 0; i < reflection.FieldSize(message, step.field); ++i)
        any |= applyPlan(caller, plan, *reflection.MutableRepeatedMessage(&message, step.field, i));
    return any;
}

} // namespace banhang::server
