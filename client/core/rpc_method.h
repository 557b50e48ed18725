// Typed names of the methods of the contract, checked against the compiled-in descriptors.
#pragma once

#include <string>

#include <google/protobuf/message.h>

namespace banhang::client {

/// What the client needs to know about a method to send it.
struct MethodInfo
{
    std::string path; ///< "/banhang.v1.CustomersService/GetCustomer"
    /// Sending it again does no harm: it only reads (Get, List, Search, ...), or its request carries a `request_id`.
    bool isRepeatable = false;
};

/// Looks `fullName` up and compares its types. Throws: std::logic_error for a name or type that the contract does not
/// have.
MethodInfo describeMethod(const char* fullName, const google::protobuf::Descriptor* request,
                          const google::protobuf::Descriptor* reply);

/// `const Method<v1::GetCustomerRequest, v1::Customer> kGet("banhang.v1.CustomersService.GetCustomer");`
template <typename Request, typename Reply>
class Method
{
public:
    explicit Method(const char* fullName) : m_info(describeMethod(fullName, Request::descriptor(), Reply::descriptor()))
    {
    }
    const MethodInfo& info() const { return m_info; }

private:
    MethodInfo m_info;
};

} // namespace banhang::client
