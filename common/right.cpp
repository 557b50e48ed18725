#include "common/right.h"

#include <algorithm>
#include <cctype>

namespace banhang {

namespace {

std::string withCase(std::string_view text, int (*convert)(int))
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [convert](unsigned char c) { return static_cast<char>(convert(c)); });
    return out;
}

std::string withoutPrefix(const std::string& enumName, std::string_view prefix)
{
    return withCase(std::string_view(enumName).substr(prefix.size()), std::tolower);
}

// Enum values are found by their proto name, so that a value added there needs no line here.
template <typename Enum>
std::optional<Enum> enumNamed(std::string_view name, std::string_view prefix,
                              bool (*parse)(google::protobuf::ConstStringParam, Enum*))
{
    Enum value{};
    if (name.empty() || withCase(name, std::tolower) != name)
        return std::nullopt;
    if (!parse(std::string(prefix) + withCase(name, std::toupper), &value) || static_cast<int>(value) == 0)
        return std::nullopt;
    return value;
}

} // namespace

std::string shortName(v1::Resource resource)
{
    return withoutPrefix(v1::Resource_Name(resource), "RESOURCE_");
}

std::string shortName(v1::Action action)
{
    return withoutPrefix(v1::Action_Name(action), "ACTION_");
}

std::string shortName(v1::Scope scope)
{
    return withoutPrefix(v1::Scope_Name(scope), "SCOPE_");
}

std::string shortName(v1::SensitiveField field)
{
    return withoutPrefix(v1::SensitiveField_Name(field), "SENSITIVE_FIELD_");
}

std::optional<v1::Resource> resourceNamed(std::string_view name)
{
    return enumNamed<v1::Resource>(name, "RESOURCE_", v1::Resource_Parse);
}

std::optional<v1::Action> actionNamed(std::string_view name)
{
    return enumNamed<v1::Action>(name, "ACTION_", v1::Action_Parse);
}

std::optional<v1::Scope> scopeNamed(std::string_view name)
{
    return enumNamed<v1::Scope>(name, "SCOPE_", v1::Scope_Parse);
}

std::optional<v1::SensitiveField> sensitiveFieldNamed(std::string_view name)
{
    return enumNamed<v1::SensitiveField>(name, "SENSITIVE_FIELD_", v1::SensitiveField_Parse);
}

std::string rightName(Right right)
{
    return shortName(right.resource) + "." + shortName(right.action);
}

std::optional<MethodAccess> parseMethodAccess(std::string_view text)
{
    if (text == "open")
        return MethodAccess{MethodAccess::Kind::Open, {}};
    if (text == "signed_in")
        return MethodAccess{MethodAccess::Kind::SignedIn, {}};
    const auto dot = text.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const auto resource = resourceNamed(text.substr(0, dot));
    const auto action = actionNamed(text.substr(dot + 1));
    if (!resource || !action)
        return std::nullopt;
    return MethodAccess{MethodAccess::Kind::Granted, {*resource, *action}};
}

} // namespace banhang
