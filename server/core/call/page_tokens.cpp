#include "server/core/call/page_tokens.h"

#include <algorithm>
#include <memory>

#include "common/error.h"
#include "server/core/crypto/digest.h"

namespace banhang::server {

using google::protobuf::Message;
using nlohmann::json;

namespace {

void clearField(Message& message, const char* name)
{
    if (const auto* field = message.GetDescriptor()->FindFieldByName(name))
        message.GetReflection()->ClearField(&message, field);
}

std::string bindingOf(const Caller& caller, const Message& wanted)
{
    const std::unique_ptr<Message> question(wanted.New());
    question->CopyFrom(wanted);
    for (const char* field : {"page_token", "page_size", "with_count"})
        clearField(*question, field);
    return wanted.GetTypeName() + ":" + std::to_string(caller.userId) + ":" + digestOf(*question);
}

} // namespace

PageTokens::PageTokens(const TokenSigner& signer, const Caller& caller, const Message& wanted)
    : m_signer(signer),
      m_token(wanted.GetReflection()->GetString(wanted, wanted.GetDescriptor()->FindFieldByName("page_token"))),
      m_binding(bindingOf(caller, wanted))
{
}

json PageTokens::open() const
{
    if (m_token.empty())
        return nullptr;
    const auto payload = m_signer.open(TokenPurpose::Page, m_binding, m_token);
    if (!payload)
        throw AppError(ErrorCode::Invalid, "call.page_token");
    return json::parse(*payload);
}

std::string PageTokens::seal(const json& last) const
{
    return m_signer.sign(TokenPurpose::Page, m_binding, last.dump());
}

int pageSize(int wanted, int usual, int most, std::string_view path)
{
    if (wanted < 0)
        throwInvalidField(path, "call.page_size");
    return wanted == 0 ? usual : std::min(wanted, most);
}

} // namespace banhang::server
