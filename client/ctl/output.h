// What banhangctl prints: JSON for programs, plain lines for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/message.h>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/customer.pb.h"
#include "common/error.h"

namespace banhang::client {

/// Standard output in one of two forms. Field names in JSON are those of the protos; fields without a value are absent.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}

    bool isJson() const { return m_json; }
    /// One line of JSON; nothing in the plain form.
    void json(const google::protobuf::Message& message) const;
    /// One line of text; nothing in the JSON form.
    void line(const std::string& text) const;
    /// Columns as wide as their widest cell; nothing in the JSON form.
    void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) const;
    /// All fields of a message that have a value, one a line; nothing in the JSON form.
    void fields(const google::protobuf::Message& message) const;

private:
    bool m_json;
};

/// One line. Throws std::runtime_error for what JSON cannot hold.
std::string jsonText(const google::protobuf::Message& message);

/// "phones[0].number: phone.old_mobile_prefix (warning; suggestion 0389 333 999)".
std::string issueText(const v1::FieldIssue& issue);

/// Key, arguments and field issues of an error, in lines.
std::string errorText(const AppError& error);

/// "rejected" for ROW_OUTCOME_REJECTED and "ROW_OUTCOME_".
std::string enumWord(const std::string& name, std::string_view prefix);

/// First phone as typed; empty if there is none or it is hidden.
std::string mainPhone(const v1::Customer& customer);

} // namespace banhang::client
