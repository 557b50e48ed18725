#include <gtest/gtest.h>

#include "banhang/v1/identity.pb.h"
#include "banhang/v1/options.pb.h"
#include "server/core/crypto/digest.h"
#include "server/core/rpc/method_table.h"

namespace banhang::server {
namespace {

v1::ChangePasswordRequest request(const std::string& oldPassword, const std::string& newPassword)
{
    v1::ChangePasswordRequest request;
    request.set_old_password(oldPassword);
    request.set_new_password(newPassword);
    request.set_request_id("6f0e8f0a-4c1e-4d0c-9a0e-000000000001");
    return request;
}

TEST(RequestDigest, isTheSameWhateverThePasswords)
{
    EXPECT_EQ(requestDigest(request("a", "b")), requestDigest(request("c", "d")));
}

TEST(RequestDigest, tellsOtherFieldsApart)
{
    v1::ChangePasswordRequest other = request("a", "b");
    other.set_request_id("6f0e8f0a-4c1e-4d0c-9a0e-000000000002");
    EXPECT_NE(requestDigest(request("a", "b")), requestDigest(other));
}

TEST(RequestDigest, everyPasswordOfARequestIsMarkedSecret)
{
    int passwords = 0;
    for (const auto* service : allServices()) {
        for (int i = 0; i < service->method_count(); ++i) {
            const auto& type = *service->method(i)->input_type();
            for (int k = 0; k < type.field_count(); ++k) {
                const auto& field = *type.field(k);
                if (field.type() != google::protobuf::FieldDescriptor::TYPE_STRING ||
                    field.name().find("password") == std::string::npos)
                    continue;
                ++passwords;
                EXPECT_TRUE(field.options().GetExtension(v1::secret)) << field.full_name();
            }
        }
    }
    EXPECT_GE(passwords, 3);
}

} // namespace
} // namespace banhang::server
