#include "server/core/crypto/digest.h"

#include <memory>
#include <stdexcept>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "banhang/v1/options.pb.h"

namespace banhang::server {

namespace {

constexpr std::size_t kDigestSize = 32;

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string out(kDigestSize, '\0');
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(out.data()), &size, EVP_sha256(),
                   nullptr) != 1)
        throw std::runtime_error("SHA-256 failed");
    return out;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::string out(kDigestSize, '\0');
    unsigned int size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(bytes), bytes.size(),
             reinterpret_cast<unsigned char*>(out.data()), &size) == nullptr)
        throw std::runtime_error("HMAC failed");
    return out;
}

std::string digestOf(const google::protobuf::Message& message)
{
    std::string bytes;
    {
        google::protobuf::io::StringOutputStream stream(&bytes);
        google::protobuf::io::CodedOutputStream coded(&stream);
        coded.SetSerializationDeterministic(true);
        message.SerializeToCodedStream(&coded);
    }
    return sha256(bytes);
}

std::string requestDigest(const google::protobuf::Message& request)
{
    const std::unique_ptr<google::protobuf::Message> open(request.New());
    open->CopyFrom(request);
    const auto& type = *open->GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i)
        if (type.field(i)->options().GetExtension(v1::secret))
            open->GetReflection()->ClearField(open.get(), type.field(i));
    return digestOf(*open);
}

} // namespace banhang::server
