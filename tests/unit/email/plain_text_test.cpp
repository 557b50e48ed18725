// HTML as a reader would see it.
#include "client/email/plain_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::email {
namespace {

TEST(PlainText, keepsLinesAndParagraphs)
{
    EXPECT_EQ(
        plainText("<html><head><title>x</title></head><body><p>Chào anh,</p><p>Báo giá<br>đính kèm.</p></body></html>"),
        "Chào anh,\n\nBáo giá\nđính kèm.");
}

TEST(PlainText, leavesOutWhatIsNotRead)
{
    EXPECT_EQ(plainText("<style>p { color: red }</style><script>if (a < b) run();</script><!-- ghi <b> -->chữ"), "chữ");
    EXPECT_EQ(plainText("<STYLE>x</STYLE>chữ"), "chữ");
    EXPECT_EQ(plainText("<script>never closed"), "");
}

TEST(PlainText, turnsEntitiesIntoLetters)
{
    EXPECT_EQ(plainText("a &lt; b &amp;&amp; c &gt; d &#7879; &#x1EC7;&nbsp;&nbsp;&hellip;"), "a < b && c > d ệ ệ …");
    EXPECT_EQ(plainText("R&D; AT&T &khong; &#0; &#xD800; &#99999999999;"),
              "R&D; AT&T &khong; &#0; &#xD800; &#99999999999;");
}

TEST(PlainText, isPatientWithWhatIsNoHtml)
{
    EXPECT_EQ(plainText("1 < 2 và 3 > 2"), "1 < 2 và 3 > 2");
    EXPECT_EQ(plainText("a <"), "a <");
    EXPECT_EQ(plainText("<b"), "<b");
}

TEST(PlainText, keepsCellsApart)
{
    EXPECT_EQ(plainText("<table><tr><td>Máy in</td><td>2</td></tr><tr><td>Mực</td><td>5</td></tr></table>sau"),
              "Máy in 2\nMực 5\n\nsau");
}

RC_GTEST_PROP(PlainText, holdsNoTwoEmptyLines, (const std::string& html))
{
    RC_ASSERT(plainText(html).find("\n\n\n") == std::string::npos);
}

} // namespace
} // namespace banhang::email
