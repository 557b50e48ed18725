// Rights as the protos name them: "customer.view".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "banhang/v1/identity.pb.h"

namespace banhang {

/// An action on a resource, without a scope.
struct Right
{
    v1::Resource resource = v1::RESOURCE_UNSPECIFIED;
    v1::Action action = v1::ACTION_UNSPECIFIED;

    friend bool operator==(const Right&, const Right&) = default;
};

/// What a method's `required_right` says.
struct MethodAccess
{
    enum class Kind { Open, SignedIn, Granted } kind = Kind::Granted;
    Right right; ///< for Granted
};

/// Reads "open", "signed_in" or "<resource>.<action>"; nothing for anything else, the empty string included.
std::optional<MethodAccess> parseMethodAccess(std::string_view text);

/// "customer.view", also the form in which texts and logs name a right.
std::string rightName(Right right);

/// Lower-case name of an enum value without its prefix: "customer", "view", "own", "phone".
std::string shortName(v1::Resource resource);
std::string shortName(v1::Action action);
std::string shortName(v1::Scope scope);
std::string shortName(v1::SensitiveField field);

/// The reverse; nothing for an unknown name or "unspecified".
std::optional<v1::Resource> resourceNamed(std::string_view name);
std::optional<v1::Action> actionNamed(std::string_view name);
std::optional<v1::Scope> scopeNamed(std::string_view name);
std::optional<v1::SensitiveField> sensitiveFieldNamed(std::string_view name);

} // namespace banhang
