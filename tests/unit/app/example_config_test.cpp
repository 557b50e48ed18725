// The example that an operator starts from must be true.
#include <gtest/gtest.h>

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

} // namespace
} // namespace banhang::server
