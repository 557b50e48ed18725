#include "server/ops/cluster_settings.h"

#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "server/core/database/conninfo.h"
#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

TEST(ClusterSecrets, surviveTheFileAndDifferFromEachOther)
{
    const test::TempDirectory directory;
    const auto secrets = ClusterSecrets::random();
    secrets.write(directory / "secrets.toml");
    const auto read = ClusterSecrets::read(directory / "secrets.toml");

    EXPECT_EQ(read.owner, secrets.owner);
    EXPECT_EQ(read.app, secrets.app);
    EXPECT_EQ(read.system, secrets.system);
    EXPECT_NE(read.owner, read.app);
    EXPECT_NE(read.app, read.system);
    EXPECT_FALSE(platform::isReadableByOthers(directory / "secrets.toml"));
}

TEST(ClusterSecrets, refuseWhatWouldBeMoreThanAPassword)
{
    const test::TempDirectory directory;
    platform::writePrivateFile(directory / "secrets.toml",
                               "owner = \"'; DROP ROLE x\"\napp = \"ab\"\nsystem = \"cd\"\n");

    EXPECT_THROW(ClusterSecrets::read(directory / "secrets.toml"), std::runtime_error);
}

TEST(PostgresqlConf, sizesMemoryByTheMachineAndListensOnTheSocketAlone)
{
    const auto settingIn = [](const std::string& conf, const std::string& line) {
        return conf.find("\n" + line + "\n") != std::string::npos;
    };
    constexpr std::uint64_t kGb = 1024ULL * 1024 * 1024;
    const auto small = postgresqlConf({"/run/x", 0, 60, kGb / 2});
    const auto office = postgresqlConf({"/run/x", 0, 60, 8 * kGb});
    const auto large = postgresqlConf({"/run/x", 0, 60, 256 * kGb});
    const auto chosen = postgresqlConf({"/run/x", 300, 60, 8 * kGb});

    EXPECT_TRUE(settingIn(small, "shared_buffers = 128MB"));
    EXPECT_TRUE(settingIn(office, "shared_buffers = 1024MB"));
    EXPECT_TRUE(settingIn(large, "shared_buffers = 2048MB"));
    EXPECT_TRUE(settingIn(chosen, "shared_buffers = 300MB"));
    EXPECT_TRUE(settingIn(office, "listen_addresses = ''"));
    EXPECT_TRUE(settingIn(office, "max_prepared_transactions = 0"));
}

TEST(Conninfo, leadsProgramsToTheSamePlaceWhateverTheDirectoryIsCalled)
{
    const auto environment = conninfoEnvironment(conninfo("/var/lib/An's data\\x", "banhang_app", "0af3"));

    EXPECT_EQ(environment.at("PGHOST"), "/var/lib/An's data\\x");
    EXPECT_EQ(environment.at("PGUSER"), "banhang_app");
    EXPECT_EQ(environment.at("PGPASSWORD"), "0af3");
    EXPECT_EQ(environment.at("PGDATABASE"), "banhang");
    EXPECT_THROW(conninfoEnvironment("host='"), std::invalid_argument);
}

} // namespace
} // namespace banhang::server
