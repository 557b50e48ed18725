#include "server/app/config.h"

#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

class ConfigTest : public ::testing::Test
{
protected:
    std::filesystem::path file(const std::string& text)
    {
        platform::writePrivateFile(m_directory / "banhangd.toml", text);
        return m_directory / "banhangd.toml";
    }

    /// The complaint about a file that must be refused, without the directory's name.
    std::string complaint(const std::string& text, const std::vector<std::string>& options = {})
    {
        const auto path = file(text);
        try {
            EffectiveConfig config(path, options);
        } catch (const ConfigError& error) {
            std::string message = error.what();
            for (auto at = message.find(m_directory.path().string()); at != std::string::npos;
                 at = message.find(m_directory.path().string()))
                message.erase(at, m_directory.path().string().size() + 1);
            return message;
        }
        ADD_FAILURE() << "was not refused: " << text;
        return {};
    }

    static EffectiveSetting settingOf(const EffectiveConfig& config, const std::string& key)
    {
        for (const EffectiveSetting& setting : config.settings())
            if (setting.key == key)
                return setting;
        ADD_FAILURE() << "no setting " << key;
        return {};
    }

    test::TempDirectory m_directory;
};

TEST_F(ConfigTest, hasADefaultForEverySetting)
{
    const EffectiveConfig config({}, {});

    EXPECT_EQ(config.values().server.listen, "0.0.0.0:7443");
    EXPECT_TRUE(config.values().database.isPrivate());
    for (const EffectiveSetting& setting : config.settings())
        EXPECT_EQ(setting.origin, "default") << setting.key;
}

TEST_F(ConfigTest, tellsWhereEachValueCameFrom)
{
    const auto path =
        file("[server]\nlisten = \"192.168.1.5:7000\"\n\n[backup]\nkeep = 30\n[tls]\nnames = [\"crm.vn\"]\n");
    const EffectiveConfig config(path, {"backup.keep=7", "log.level=debug", "backup.nightly=false"});

    EXPECT_EQ(config.values().server.listen, "192.168.1.5:7000");
    EXPECT_EQ(settingOf(config, "server.listen").origin, path.string() + ":2");
    EXPECT_EQ(config.values().backup.keep, 7);
    EXPECT_EQ(settingOf(config, "backup.keep").origin, "option");
    EXPECT_EQ(config.values().log.level, "debug");
    EXPECT_FALSE(config.values().backup.nightly);
    EXPECT_EQ(settingOf(config, "tls.names").value, "[\"crm.vn\"]");
    EXPECT_EQ(settingOf(config, "log.keep").origin, "default");
}

TEST_F(ConfigTest, refusesUnknownKeysWithTheirLine)
{
    EXPECT_EQ(complaint("[server]\nlisten = \"0.0.0.0:7443\"\nport = 7443\n"),
              "banhangd.toml:3: unknown key \"server.port\"");
    EXPECT_EQ(complaint("\nlisten = \"x\"\n"), "banhangd.toml:2: unknown key \"listen\": settings stand in sections");
    EXPECT_EQ(complaint("", {"server.port=1"}), "--set server.port: unknown key \"server.port\"");
    EXPECT_EQ(complaint("", {"server.listen"}), "--set server.listen: must be of the form section.key=value");
}

TEST_F(ConfigTest, refusesWrongTypesAndValues)
{
    EXPECT_EQ(complaint("[backup]\nkeep = \"many\"\n"),
              "banhangd.toml:2: backup.keep must be a whole number from 1 to 10000");
    EXPECT_EQ(complaint("[backup]\nkeep = 0\n"), "banhangd.toml:2: backup.keep must be a whole number from 1 to 10000");
    EXPECT_EQ(complaint("[backup]\nnightly = 1\n"), "banhangd.toml:2: backup.nightly must be true or false");
    EXPECT_EQ(complaint("[backup]\n\ntime = \"25:00\"\n"),
              "banhangd.toml:3: backup.time must be a time of day, \"01:30\"");
    EXPECT_EQ(complaint("[backup]\ndirectory = \"backups\"\n"),
              "banhangd.toml:2: backup.directory must be an absolute path in quotes");
    EXPECT_EQ(complaint("[server]\nlisten = \"7443\"\n"),
              "banhangd.toml:2: server.listen must be an address of the form \"host:port\"");
    EXPECT_EQ(complaint("[tls]\nnames = [1, 2]\n"), "banhangd.toml:2: tls.names must be a list of texts in quotes");
    EXPECT_EQ(complaint("[log]\nlevel = \"loud\"\n"),
              "banhangd.toml:2: log.level must be \"trace\", \"debug\", \"info\", \"warn\" or \"error\"");
}

TEST_F(ConfigTest, namesAllThatIsWrongAtOnce)
{
    const std::string text = complaint("[backup]\nkeep = 0\n[server]\nport = 1\n", {"log.level=loud"});

    EXPECT_NE(text.find("banhangd.toml:2:"), std::string::npos) << text;
    EXPECT_NE(text.find("banhangd.toml:4:"), std::string::npos) << text;
    EXPECT_NE(text.find("--set log.level:"), std::string::npos) << text;
}

TEST_F(ConfigTest, namesWhatIsWrongInTheOrderOfTheFile)
{
    EXPECT_EQ(complaint("[server]\nport = 1\nlisten = 7443\n[backup]\nkeep = 0\n"),
              "banhangd.toml:2: unknown key \"server.port\"\n"
              "banhangd.toml:3: server.listen must be a text in quotes\n"
              "banhangd.toml:5: backup.keep must be a whole number from 1 to 10000");
}

TEST_F(ConfigTest, refusesAFileThatIsNoToml)
{
    EXPECT_EQ(complaint("[server]\nlisten = \n").substr(0, 16), "banhangd.toml:2:");
    EXPECT_THROW(EffectiveConfig(m_directory / "none.toml", {}), ConfigError);
}

TEST_F(ConfigTest, takesConnectionStringsAllOrNone)
{
    const std::string rule =
        "database.owner_dsn, database.app_dsn and database.system_dsn are given together or not at all";
    EXPECT_EQ(complaint("[database]\napp_dsn = \"host=db\"\n"), "banhangd.toml:2: " + rule);
    EXPECT_EQ(complaint("", {"database.system_dsn=host=db"}), "--set database.system_dsn: " + rule);
}

TEST_F(ConfigTest, namesTheLineOfWhatLacksItsOtherHalf)
{
    EXPECT_EQ(complaint("[backup]\nkeep = 0\n[mail]\nhost = \"mail.vn\"\n"),
              "banhangd.toml:2: backup.keep must be a whole number from 1 to 10000\n"
              "banhangd.toml:4: mail.from is needed where mail.host is given");
}

TEST_F(ConfigTest, tellsDirectoriesThatAreUsedWithoutBeingConfigured)
{
    EffectiveConfig config({}, {});
    config.tellDirectory("server.data_dir", "/var/lib/banhang", "default");

    EXPECT_EQ(settingOf(config, "server.data_dir").value, "\"/var/lib/banhang\"");
    EXPECT_EQ(settingOf(config, "server.data_dir").origin, "default");
    EXPECT_EQ(config.values().server.dataDirectory, "") << "what is configured stays";
}

TEST_F(ConfigTest, neverShowsConnectionStrings)
{
    const EffectiveConfig config(
        file("[database]\nowner_dsn = \"password=a1\"\napp_dsn = \"password=a1\"\nsystem_dsn = \"password=a1\"\n"), {});

    EXPECT_FALSE(config.values().database.isPrivate());
    for (const EffectiveSetting& setting : config.settings())
        EXPECT_EQ(setting.value.find("a1"), std::string::npos) << setting.key;
}

} // namespace
} // namespace banhang::server
