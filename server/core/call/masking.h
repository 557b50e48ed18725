// Clears what a caller may not see from an answer, by the proto option `masked_by`, wherever a field stands.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <google/protobuf/message.h>

#include "server/core/call/caller.h"

namespace banhang::server {

/// The mask that hides a field; nothing for open fields. Throws std::runtime_error for an option that names no
/// SensitiveField.
std::optional<v1::SensitiveField> maskOf(const google::protobuf::FieldDescriptor& field);

/// Thread: plans are made for all messages in the constructor; apply() may then be called from any.
class Masking
{
public:
    /// Walks everything reachable from the answers of these services.
    explicit Masking(const std::vector<const google::protobuf::ServiceDescriptor*>& services);
    /// For messages of one type.
    explicit Masking(const google::protobuf::Descriptor& type) { build(type); }

    /// Clears masked fields of `message` and below. A message with a field `masked_fields` gets there the names of
    /// those of its fields that held something hidden.
    void apply(const Caller& caller, google::protobuf::Message& message) const;

private:
    struct Step
    {
        const google::protobuf::FieldDescriptor* field;
        v1::SensitiveField mask;                    ///< unspecified for a message that only holds masked fields below
        const google::protobuf::Descriptor* nested; ///< of the message to descend into; null for a masked field
    };
    struct Plan
    {
        std::vector<Step> steps;
        const google::protobuf::FieldDescriptor* maskedFields = nullptr;
    };

    bool build(const google::protobuf::Descriptor& type);
    bool applyPlan(const Caller& caller, const Plan& plan, google::protobuf::Message& message) const;
    bool applyStep(const Caller& caller, const Step& step, google::protobuf::Message& message) const;

    std::unordered_map<const google::protobuf::Descriptor*, Plan> m_plans;
};

} // namespace banhang::server
