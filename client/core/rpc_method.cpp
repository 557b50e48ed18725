#include "client/core/rpc_method.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include <google/protobuf/descriptor.h>

namespace banhang::client {

namespace {

// The verbs of methods that only read, as the contract's naming rules give them.
constexpr std::array<std::string_view, 6> kReadingVerbs = {"Get", "BatchGet", "List", "Search", "Find", "Check"};

bool onlyReads(std::string_view name)
{
    return std::any_of(kReadingVerbs.begin(), kReadingVerbs.end(),
                       [name](std::string_view verb) { return name.starts_with(verb); });
}

} // namespace

MethodInfo describeMethod(const char* fullName, const google::protobuf::Descriptor* request,
                          const google::protobuf::Descriptor* reply)
{
    const auto* method = google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(fullName);
    if (!method || method->input_type() != request || method->output_type() != reply)
        throw std::logic_error(std::string("not a method of the contract: ") + fullName);
    MethodInfo info;
    info.path = "/" + method->service()->full_name() + "/" + method->name();
    info.isRepeatable = onlyReads(method->name()) || request->FindFieldByName("request_id");
    return info;
}

} // namespace banhang::client
