// The office that this machine works with: its connection file and where its things are kept.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

#include "common/connection_file.h"

namespace banhang::client {

class Client;

/// All that a client of it needs from the disk.
struct Office
{
    ConnectionFile file;
    QByteArray draftKey; ///< this machine's half; empty where it cannot be kept
};

// These read and write the disk: at the start, or beside the UI thread. Thread: any.
Office officeOf(const ConnectionFile& file);
/// Kept copy of the connection file, from `rememberOffice`; nothing on a new machine.
std::optional<Office> rememberedOffice();
/// Throws: ConnectionFileError for a file that is none, std::system_error.
Office rememberOffice(const QString& path);

/// Thread: UI.
std::unique_ptr<Client> makeClient(const Office& office);

} // namespace banhang::client
