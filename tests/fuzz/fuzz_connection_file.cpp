// Any bytes as a connection file, an address, or the values of a connection file: they are read or refused, and what
// was read or written is read the same again.
#include <algorithm>

#include "common/connection_file.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

namespace {

void checkAddress(std::string_view text)
{
    const ServerAddress address = parseServerAddress(text);
    const ServerAddress again = parseServerAddress(formatServerAddress(address));
    fuzz::require(again.host == address.host && again.port == address.port && again.kind == address.kind,
                  "an address is read the same once written again");
}

void checkFile(const ConnectionFile& file)
{
    fuzz::require(parseConnectionFile(formatConnectionFile(file), "again") == file,
                  "a connection file is read the same once written again");
}

std::string nextLine(std::string_view& text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return std::string(line);
}

/// Random bytes hardly ever spell a whole file, so each line is one of its values.
ConnectionFile fromLines(std::string_view text)
{
    ConnectionFile file;
    file.addresses = {nextLine(text)};
    file.serverName = nextLine(text);
    file.caCertificate = "-----BEGIN CERTIFICATE-----\n" + nextLine(text) + "\n";
    file.clientCertificate = file.caCertificate;
    file.clientKey = "-----BEGIN PRIVATE KEY-----\n" + std::string(text);
    return file;
}

template <typename Check>
void readOrRefuse(Check check)
{
    try {
        check();
    } catch (const ConnectionFileError&) {
        return;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    readOrRefuse([&] { checkAddress(text); });
    readOrRefuse([&] { checkFile(parseConnectionFile(text, "fuzz")); });
    readOrRefuse([&] { checkFile(fromLines(text)); });
    return 0;
}
