// SHA-256 and its keyed form.
#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace banhang::server {

/// 32 bytes.
std::string sha256(std::string_view bytes);
/// 32 bytes.
std::string hmacSha256(std::string_view key, std::string_view bytes);
/// SHA-256 of a message in deterministic form: equal messages give equal digests on every server of one version.
std::string digestOf(const google::protobuf::Message& message);
/// digestOf without the fields marked `secret`: a digest that is kept must not serve to guess passwords quickly.
/// Secrets stand at the top of a request.
std::string requestDigest(const google::protobuf::Message& request);

} // namespace banhang::server
