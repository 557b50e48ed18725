#include "common/connection_file.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temp_directory.h"

namespace banhang {
namespace {

ConnectionFile example()
{
    return {{"192.168.1.5:7443", "192.168.1.6:7443"},
            "banhang.server",
            "-----BEGIN CERTIFICATE-----\nAAA+/=\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nBBB\n-----END CERTIFICATE-----\n",
            "-----BEGIN PRIVATE KEY-----\nCCC\n-----END PRIVATE KEY-----\n",
            7555};
}

/// The key of the error that `file` is refused with.
std::string refusalOf(const std::string& text)
{
    try {
        parseConnectionFile(text, "office.banhang");
    } catch (const ConnectionFileError& error) {
        EXPECT_EQ(std::string(error.what()).find("CCC"), std::string::npos) << "a secret in a message";
        return error.key();
    }
    return "accepted";
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, what.size(), by);
}

TEST(ConnectionFile, readsWhatWasWritten)
{
    EXPECT_EQ(parseConnectionFile(formatConnectionFile(example()), "office.banhang"), example());
}

TEST(ConnectionFile, readsAFileOfALaterServerThatSaysMore)
{
    EXPECT_EQ(parseConnectionFile("motto = \"later\"\n" + formatConnectionFile(example()), "office.banhang"),
              example());
}

TEST(ConnectionFile, readsAFileThatAnEditorGaveLineEndsOfWindows)
{
    std::string text;
    for (const char c : formatConnectionFile(example()))
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(parseConnectionFile(text, "office.banhang"), example());
}

TEST(ConnectionFile, ofAnEarlierServerMeansTheUsualPortOfTheQuestion)
{
    const auto text = replaced(formatConnectionFile(example()), "discovery_port = 7555\n", "");
    EXPECT_EQ(parseConnectionFile(text, "office.banhang").discoveryPort, kDiscoveryPort);
}

TEST(ConnectionFile, isNotWrittenWithWhatWouldBeReadDifferently)
{
    for (const char* ending : {"\r", "\"", "\\n", "\x01", "é"}) {
        ConnectionFile file = example();
        file.clientKey += ending;
        EXPECT_THROW(formatConnectionFile(file), ConnectionFileError) << ending;
    }
}

TEST(ConnectionFile, saysWhatIsWrong)
{
    const std::string text = formatConnectionFile(example());

    EXPECT_EQ(refusalOf("format = "), "connection_file.syntax");
    EXPECT_EQ(refusalOf(replaced(text, "format = 1", "format = 2")), "connection_file.version");
    EXPECT_EQ(refusalOf("<html>"), "connection_file.syntax");
    EXPECT_EQ(refusalOf(""), "connection_file.version");
    EXPECT_EQ(refusalOf(replaced(text, "client_key", "other_key")), "connection_file.incomplete");
    EXPECT_EQ(refusalOf(replaced(text, "BEGIN PRIVATE KEY", "BEGIN NOTHING")), "connection_file.incomplete");
    EXPECT_EQ(refusalOf(replaced(text, "server_name = \"banhang.server\"", "")), "connection_file.incomplete");
    EXPECT_EQ(refusalOf(replaced(text, "\"192.168.1.5:7443\"", "\"may-chu:7443\"")), "connection_file.addresses");
    EXPECT_EQ(refusalOf(replaced(text, "\"192.168.1.5:7443\"", "\"[::1]:7443\"")), "connection_file.addresses");
    EXPECT_EQ(refusalOf(replaced(text, "192.168.1.5:7443", "192.168.1.5")), "connection_file.addresses");
    EXPECT_EQ(refusalOf(replaced(text, "= 7555", "= 75550")), "connection_file.addresses");
    EXPECT_EQ(refusalOf(replaced(text, "= 7555", "= -1")), "connection_file.addresses");
}

TEST(ConnectionFile, namesAMissingFile)
{
    const test::TempDirectory directory;
    try {
        readConnectionFile(directory / "office.banhang");
        FAIL() << "read";
    } catch (const ConnectionFileError& error) {
        EXPECT_EQ(error.key(), "connection_file.missing");
    }
}

TEST(ConnectionFile, isReadFromDisk)
{
    const test::TempDirectory directory;
    std::ofstream(directory / "office.banhang") << formatConnectionFile(example());

    EXPECT_EQ(readConnectionFile(directory / "office.banhang"), example());
}

TEST(ServerAddress, isReadAndWrittenInEachForm)
{
    for (const char* text : {"192.168.1.5:7443", "[fe80::1]:1", "may-chu.cong-ty.vn:65535", "localhost:7443"})
        EXPECT_EQ(formatServerAddress(parseServerAddress(text)), text);
    EXPECT_EQ(parseServerAddress("192.168.1.5:7443").kind, AddressKind::Ipv4);
    EXPECT_EQ(parseServerAddress("[::1]:7443").kind, AddressKind::Ipv6);
    EXPECT_EQ(parseServerAddress("1.2.3:7443").kind, AddressKind::Name);
}

TEST(ServerAddress, isRefusedWithoutHostOrPort)
{
    for (const char* text : {"", ":", ":7443", "host", "host:", "host:0", "host:65536", "host:7443x", "[::1]",
                             "::1:7443", "a b:1", "[x]:1"})
        EXPECT_THROW(parseServerAddress(text), ConnectionFileError) << text;
}

} // namespace
} // namespace banhang
