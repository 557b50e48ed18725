// The office that this machine works with: its connection file and where its things are kept.
#pragma once

#include <QString>

#include <memory>
#include <optional>

#include "common/connection_file.h"
#include "common/discovery.h"

namespace banhang::client {

class Client;

/// Kept copy of the connection file, from `rememberOffice`; nothing on a new machine.
std::optional<ConnectionFile> rememberedOffice();
/// Throws: ConnectionFileError for a file that is none, std::system_error.
ConnectionFile rememberOffice(const QString& path);

/// Not looked for when the addresses of the file do not answer.
constexpr int kNoDiscovery = 0;

/// `discoveryPort`: where servers listen for who looks for them.
std::unique_ptr<Client> makeClient(const ConnectionFile& file, int discoveryPort = kDiscoveryPort);

} // namespace banhang::client
