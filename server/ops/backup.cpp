#include "server/ops/backup.h"

#include <array>
#include <fstream>
#include <memory>
#include <vector>

#include <openssl/evp.h>

#include "common/platform/private_file.h"
#include "common/platform/process.h"
#include "server/core/database/conninfo.h"
#include "server/core/database/migrator.h"
#include "server/core/database/transaction.h"
#include "server/ops/restore_sql.h"

namespace banhang::server {

namespace {

std::string sha256Of(const std::filesystem::path& file, const std::stop_token& stop = {})
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::ifstream stream(file, std::ios::binary);
    if (!stream || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        throw BackupError(file.string() + " cannot be read");
    std::vector<char> buffer(262'144);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        if (stop.stop_requested())
            throw BackupError("stopped");
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
        throw BackupError(file.string() + " cannot be read to its end");
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        constexpr char kDigits[] = "0123456789abcdef";
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 15];
    }
    return text;
}

/// Runs one of PostgreSQL's programs as the owner of the database.
void runProgram(const DumpTools& tools, const std::string& name, std::vector<std::string> arguments,
                const std::stop_token& stop = {})
{
    platform::Command command;
    command.arguments = {(tools.programs / name).string()};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    if (!tools.ownerConninfo.empty())
        command.environment = conninfoEnvironment(tools.ownerConninfo);
    command.environment["LC_ALL"] = "C.UTF-8";
    command.environment["PGOPTIONS"] = "-c client_min_messages=warning";
    const platform::Finished finished = platform::run(command, stop);
    if (finished.exitCode != 0)
        throw BackupError(name + " failed: " + finished.errors);
}

/// What only means something to the server that runs now stays out: answers kept for repeats, which hold whole
/// customers, and who is signed in from where.
std::vector<std::string> dumpArguments(const std::filesystem::path& file)
{
    return {"--format=custom",
            "--exclude-table-data=banhang.presence",
            "--exclude-table-data=banhang.request_seen",
            "--exclude-table-data=banhang.session",
            "--exclude-table-data=banhang.sign_in_delay",
            "--file",
            file.string()};
}

void readContents(const std::filesystem::path& programs, const std::filesystem::path& file,
                  const std::stop_token& stop = {})
{
    runProgram({programs, {}}, "pg_restore", {"--list", file.string()}, stop);
}

/// Removes a file that must not stay behind, whatever happens.
class Temporary
{
public:
    explicit Temporary(std::filesystem::path path) : m_path(std::move(path)) {}
    ~Temporary()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::filesystem::path besides(const std::filesystem::path& file, const char* ending)
{
    return file.string() + ending;
}

/// One name for all, so that what was left behind is found.
std::filesystem::path scriptIn(const std::filesystem::path& privateDirectory)
{
    return privateDirectory / "restore.sql";
}

void checkTarget(const DumpTools& tools, bool isEmptyOnly)
{
    ConnectOptions options;
    options.conninfo = tools.ownerConninfo;
    ConnectionSlot slot(options);
    runTransaction(slot, Tx::Mode::ReadOnly, {}, nullptr, [&](Tx& tx) {
        if (countOtherSessions(tx) > 0)
            throw RestoreRefused("others are connected to the database: stop all servers first");
        if (isEmptyOnly && hasContent(tx))
            throw RestoreRefused("the database is not empty; --into-non-empty replaces all that is in it");
    });
}

} // namespace

std::filesystem::path checksumFileOf(const std::filesystem::path& file)
{
    return besides(file, ".sha256");
}

std::filesystem::path partFileOf(const std::filesystem::path& file)
{
    return besides(file, ".part");
}

BackupFacts writeBackup(const DumpTools& tools, const std::filesystem::path& file, const std::stop_token& stop)
{
    const auto begin = std::chrono::steady_clock::now();
    const Temporary part(partFileOf(file));
    // Made by us, so that pg_dump writes into a file that was private from its first byte.
    platform::writePrivateFile(part.path(), "");
    runProgram(tools, "pg_dump", dumpArguments(part.path()), stop);
    platform::syncFile(part.path());
    readContents(tools.programs, part.path(), stop);
    const std::string line = sha256Of(part.path(), stop) + "  " + file.filename().string() + "\n";
    // A crash between the two leaves a checksum that does not match: refused, never restored by mistake.
    platform::writePrivateFile(checksumFileOf(file), line);
    platform::renameDurably(part.path(), file);
    const auto duration = std::chrono::steady_clock::now() - begin;
    return {file, std::filesystem::file_size(file), std::chrono::duration_cast<std::chrono::milliseconds>(duration)};
}

void checkBackup(const std::filesystem::path& programs, const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file))
        throw BackupError(file.string() + ": no such file");
    const auto checksumFile = checksumFileOf(file);
    if (!std::filesystem::exists(checksumFile))
        throw BackupError(checksumFile.string() + ": no such file; a backup without its checksum is not restored");
    const std::string wanted = platform::readFile(checksumFile).substr(0, 64);
    if (sha256Of(file) != wanted)
        throw BackupError(file.string() + " is damaged: it does not match its checksum");
    readContents(programs, file);
}

void restoreBackup(const DumpTools& tools, const std::filesystem::path& file,
                   const std::filesystem::path& privateDirectory, bool isEmptyOnly)
{
    checkBackup(tools.programs, file);
    checkTarget(tools, isEmptyOnly);
    // Turned into commands as a whole first: psql would commit what it got before a reader that fails half-way.
    const Temporary script(scriptIn(privateDirectory));
    platform::writePrivateFile(script.path(), "");
    runProgram({tools.programs, {}}, "pg_restore",
               {"--no-comments", "--no-owner", "--file", script.path().string(), file.string()});
    try {
        runProgram(tools, "psql",
                   {"--no-psqlrc", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--output",
                    "/dev/null", "--command", kBeforeRestore, "--file", script.path().string(), "--command",
                    refusalOfNewer(embeddedMigrations().back().number), "--command", kAfterRestore});
    } catch (const BackupError& error) {
        if (std::string_view(error.what()).find(kNewerBackup) != std::string_view::npos)
            throw RestoreRefused(kNewerBackup);
        throw;
    }
}

void dropRestoreLeftovers(const std::filesystem::path& privateDirectory)
{
    std::filesystem::remove(scriptIn(privateDirectory));
}

} // namespace banhang::server
