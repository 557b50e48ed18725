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

} // namespace banhang::server
