#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/vn/legacy_text.h"
#include "common/vn/syllables.h"
#include "common/vn/utf8.h"

namespace banhang::vn {
namespace {

TEST(Syllables, knowsVietnameseWordsFromOthers)
{
    for (const char* word : {"Nguyễn", "quốc", "giếng", "gì", "thuở", "khuya", "hoàn", "QUYẾT", "ưu", "yêu", "nghiêng",
                             "đường", "ý", "oẳn", "chuyển", "bưởi", "lắc", "tiếp"})
        EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"café", "Müller", "C«ng", "Nguye", "straße", "tiêp", "lăc", "bcd", "", "naïve", "nghờáng"})
        EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(LegacyText, convertsTcvn3)
{
    EXPECT_EQ(fromLegacyFont(LegacyEncoding::Tcvn3, "C\u00e9ng h\u00dfa x\u00b7 h\u00e9i ch\u00f1 ngh\u00dca"),
              "Cộng hòa xã hội chủ nghĩa");
    EXPECT_EQ(fromLegacyFont(LegacyEncoding::Tcvn3, "\u00a7\u00aan \u00a1n \u00a2u \u00a3 \u00a4 \u00a5 \u00a6"),
              "Đên Ăn Âu Ê Ô Ơ Ư");
}

TEST(LegacyText, convertsVni)
{
    EXPECT_EQ(fromLegacyFont(LegacyEncoding::Vni, "Coäng hoøa xaõ hoäi chuû nghóa"), "Cộng hòa xã hội chủ nghĩa");
    EXPECT_EQ(fromLegacyFont(LegacyEncoding::Vni, "ÑÖÔØNG NGUYEÃN TRAÕI, KYÛ, LYÙ, MYÕ, quyù, kî"),
              "ĐƯỜNG NGUYỄN TRÃI, KỶ, LÝ, MỸ, quý, kỵ");
}

TEST(LegacyText, convertsWindows1258IntoWholeLetters)
{
    EXPECT_EQ(fromBytes(LegacyEncoding::Windows1258, "Nguy\xEA\xDEn V\xE3n \xD0\xFD\xEC"
                                                     "c"),
              "Nguyễn Văn Đức");
}

TEST(LegacyText, tellsFontsApart)
{
    using Texts = std::vector<std::string_view>;
    EXPECT_EQ(detectLegacyFont(Texts{"C\u00abng ty", "Nguy\u00d4n V\u00a8n", "H\u00b5 N\u00e9i"}),
              LegacyEncoding::Tcvn3);
    EXPECT_EQ(detectLegacyFont(Texts{"Coâng ty", "Nguyeãn Vaên", "Haø Noäi"}), LegacyEncoding::Vni);
    EXPECT_EQ(detectLegacyFont(Texts{"Công ty", "Nguyễn Văn", "Hà Nội"}), LegacyEncoding::None);
    EXPECT_EQ(detectLegacyFont(Texts{"Công ty", "thông tin", "không có", "thân"}), LegacyEncoding::None);
    EXPECT_EQ(detectLegacyFont(Texts{"Café de Flore", "Crème brûlée", "Société Générale", "Zürich"}),
              LegacyEncoding::None);
    EXPECT_EQ(detectLegacyFont(Texts{"ABC", "Co. Ltd"}), LegacyEncoding::None);
}

TEST(LegacyText, readsUtf16)
{
    EXPECT_EQ(fromUtf16(std::string("L\0\xC7\x1E\x3D\xD8\x00\xDE", 8), false), "Lệ😀");
    EXPECT_EQ(fromUtf16(std::string("\x3D\xD8L\0!", 5), false), "\uFFFDL\uFFFD");
}

RC_GTEST_PROP(LegacyText, conversionGivesComposedText, (const std::string& bytes))
{
    for (const auto encoding : {LegacyEncoding::Tcvn3, LegacyEncoding::Vni, LegacyEncoding::Windows1258}) {
        const std::string text = fromBytes(encoding, bytes);
        RC_ASSERT(toNfc(text) == text);
    }
}

} // namespace
} // namespace banhang::vn
