#include "client/app/office/office.h"

#include <QCryptographicHash>
#include <QThreadPool>

#include "client/app/client.h"
#include "client/app/office/server_locator.h"
#include "client/connection/channel.h"
#include "common/platform/paths.h"
#include "common/platform/private_file.h"
#include "common/platform/random.h"
#include "common/platform/secret_store.h"

namespace banhang::client {

namespace {

constexpr std::size_t kMachineKeyBytes = 32;

std::filesystem::path keptFile()
{
    return platform::clientConfigDirectory() / "office.banhang";
}

/// Made once for each account of the machine. Drafts are kept without it where it cannot be: the half of the key that
/// the server gives is enough against other people here.
QByteArray machineKey()
{
    const platform::SecretStore secrets(platform::clientStateDirectory());
    if (const auto known = secrets.load("drafts"))
        return QByteArray::fromStdString(*known);
    try {
        const std::string made = platform::randomHex(kMachineKeyBytes);
        secrets.save("drafts", made);
        return QByteArray::fromStdString(made);
    } catch (const std::exception&) {
        return {};
    }
}

std::optional<ConnectionFile> readKept()
{
    std::error_code ignored;
    if (!std::filesystem::exists(keptFile(), ignored))
        return std::nullopt;
    try {
        return readConnectionFile(keptFile());
    } catch (const ConnectionFileError&) {
        return std::nullopt; // as on a new machine: the sign-in page asks for the file
    }
}

/// Only the kept copy of the same office: a file named on the command line is the user's.
void keepMoved(const ConnectionFile& before, const ConnectionFile& now)
{
    try {
        const auto kept = readKept();
        if (kept && kept->caCertificate == before.caCertificate)
            platform::writePrivateFile(keptFile(), formatConnectionFile(now));
    } catch (const std::exception& failure) {
        // Looked for again with the next start.
        qWarning("the new address of the office could not be kept: %s", failure.what());
    }
}

} // namespace

Office officeOf(const ConnectionFile& file)
{
    return {file, machineKey()};
}

std::optional<Office> rememberedOffice()
{
    const auto kept = readKept();
    return kept ? std::optional(officeOf(*kept)) : std::nullopt;
}

Office rememberOffice(const QString& path)
{
    const auto file = readConnectionFile(path.toStdString());
    platform::ensurePrivateDirectory(platform::clientConfigDirectory());
    platform::writePrivateFile(keptFile(), formatConnectionFile(file));
    return officeOf(file);
}

std::unique_ptr<Client> makeClient(const Office& office)
{
    const auto& file = office.file;
    const QString address = QString::fromStdString(file.addresses.front());
    const auto mark =
        QCryptographicHash::hash(QByteArray::fromStdString(file.caCertificate), QCryptographicHash::Sha256)
            .toHex()
            .left(16);
    const auto folder = platform::clientStateDirectory() / "drafts" / mark.toStdString();
    auto client =
        std::make_unique<Client>(makeChannel(file), address, QString::fromStdString(folder.string()), office.draftKey);
    if (file.discoveryPort != 0)
        new ServerLocator(*client, file, [before = file](const ConnectionFile& now) {
            QThreadPool::globalInstance()->start([before, now] { keepMoved(before, now); });
        });
    return client;
}

} // namespace banhang::client
