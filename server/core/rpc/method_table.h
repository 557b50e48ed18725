// What the protos demand of each method, read once at start.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "common/right.h"

namespace banhang::server {

struct MethodInfo
{
    std::string name; ///< "CustomersService.GetCustomer"
    MethodAccess access;
    /// The request's field `request_id`; null if it has none.
    const google::protobuf::FieldDescriptor* requestId = nullptr;
    /// Answers also before the first password was changed.
    bool worksBeforePasswordChange = false;
    /// Repeated by open windows whether or not anybody is there: not a use that keeps a session alive.
    bool isRepeatedByItself = false;
    /// Place among all methods, for tables beside this one.
    int index = 0;
};

class MethodTable
{
public:
    /// Throws std::runtime_error naming every method without `required_right`, or with one that means nothing: such a
    /// server must not start.
    explicit MethodTable(const std::vector<const google::protobuf::ServiceDescriptor*>& services);

    /// Throws std::out_of_range for an unknown method, which is a slip in a service.
    const MethodInfo& find(std::string_view name) const;
    int size() const { return static_cast<int>(m_methods.size()); }
    auto begin() const { return m_methods.begin(); }
    auto end() const { return m_methods.end(); }

private:
    std::vector<MethodInfo> m_methods;
    std::unordered_map<std::string_view, int> m_byName;
};

/// The services of package banhang.v1.
std::vector<const google::protobuf::ServiceDescriptor*> allServices();

/// The access of one method; nothing if its option is missing or means nothing.
std::optional<MethodAccess> methodAccess(const google::protobuf::MethodDescriptor& method);

} // namespace banhang::server
