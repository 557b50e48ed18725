// The example that an operator starts from must be true, and the service must go by what stands in it.
#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "server/app/config.h"

namespace banhang::server {
namespace {

TEST(ExampleConfig, namesEverySettingWithItsDefault)
{
    const EffectiveConfig defaults({}, {});
    const EffectiveConfig example(BANHANG_SOURCE_DIR "/deploy/banhangd.toml.example", {});

    ASSERT_EQ(example.settings().size(), defaults.settings().size());
    for (std::size_t i = 0; i < defaults.settings().size(); ++i) {
        EXPECT_NE(example.settings()[i].origin, "default") << example.settings()[i].key << " is missing in the example";
        EXPECT_EQ(example.settings()[i].value, defaults.settings()[i].value) << example.settings()[i].key;
    }
}

TEST(ServiceUnit, takesItsDataDirectoryFromTheConfigurationAsRootsCommandsDo)
{
    const std::string unit = platform::readFile(BANHANG_SOURCE_DIR "/deploy/banhangd.service");

    EXPECT_NE(unit.find("\nExecStart=/usr/bin/banhangd serve\n"), std::string::npos);
    EXPECT_NE(unit.find("\nStateDirectory=banhang\n"), std::string::npos);
}

} // namespace
} // namespace banhang::server
