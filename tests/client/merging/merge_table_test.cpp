// The merge by keyboard: fields that differ first, equal ones folded away.
#include "client/merging/merge_table.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/merging/merging_text.h"
#include "tests/client/merging/thien_an.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {
namespace {

class MergeTableTest : public ::testing::Test, protected test::WorkplaceAt<test::FakeServer>
{
protected:
    void SetUp() override
    {
        choices.begin(thienAnTwice());
        table.resize(1290, 520);
        table.show();
        table.reload();
        table.setFocus();
    }
    QString text(int row, int column) const { return table.model()->index(row, column).data().toString(); }
    void press(Qt::Key key) { QTest::keyClick(&table, key); }
    void goTo(int row) { table.setCurrentIndex(table.model()->index(row, 0)); }

    static constexpr int kName = 1;
    static constexpr int kPhones = 3;
    static constexpr int kFold = 7;
    static constexpr int kResult = 3;

    MergeChoices choices;
    MergeTable table{workplace, choices};
};

TEST_F(MergeTableTest, showsWhatDiffersAndFoldsTheRest)
{
    EXPECT_EQ(table.model()->rowCount(), kFold + 1);
    EXPECT_TRUE(text(kFold, 0).contains(QLatin1Char('2')));
    goTo(kFold);
    press(Qt::Key_Space);
    EXPECT_EQ(table.model()->rowCount(), kFold + 3);
}

TEST_F(MergeTableTest, takesLeftRightAndBothByNumber)
{
    goTo(kName);
    press(Qt::Key_2);
    EXPECT_EQ(text(kName, kResult), QStringLiteral("CTY TNHH TM THIEN AN"));
    press(Qt::Key_1);
    EXPECT_EQ(text(kName, kResult), QStringLiteral("Công ty TNHH Thương mại Thiên Ân"));
    goTo(kPhones);
    press(Qt::Key_2);
    EXPECT_EQ(text(kPhones, kResult), QStringLiteral("0389 333 999"));
    press(Qt::Key_3);
    EXPECT_EQ(choices.result().phones_size(), 2);
}

TEST_F(MergeTableTest, asksForAnotherSurvivor)
{
    QSignalSpy chosen(&table, &MergeTable::survivorChosen);
    goTo(0);
    press(Qt::Key_1);
    EXPECT_EQ(chosen.size(), 0) << "it is the survivor already";
    press(Qt::Key_2);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen.first().first().toLongLong(), 436);
}

TEST_F(MergeTableTest, leavesTheStricterBanAlone)
{
    goTo(6);
    press(Qt::Key_1);
    EXPECT_TRUE(choices.result().do_not_call());
}

TEST_F(MergeTableTest, saysMarksToScreenReaders)
{
    const auto spoken = [&](int column) {
        return table.model()->index(kName, column).data(Qt::AccessibleTextRole).toString();
    };
    EXPECT_NE(spoken(1), text(kName, 1));
    EXPECT_NE(spoken(1).section(QLatin1Char(','), -1), spoken(2).section(QLatin1Char(','), -1));
}

/// Of ten customers three fit in the window.
class WideMergeTest : public MergeTableTest
{
protected:
    static constexpr int kCustomers = 10;
    static constexpr int kOutcome = kCustomers + 1;

    void SetUp() override
    {
        MergeTableTest::SetUp();
        begin(kCustomers);
    }
    void begin(int customers)
    {
        v1::MergePreview preview = thienAnTwice();
        for (int i = preview.customers_size(); i < customers; ++i) {
            *preview.add_customers() = preview.customers(1);
            preview.mutable_customers(i)->set_id(436 + i);
        }
        choices.begin(preview);
        table.reload();
    }
    const QTableView& front() const { return *table.findChild<QTableView*>(); }
    bool isInFront(int column) const
    {
        return front().isVisible() && !front().isColumnHidden(column) &&
               front().viewport()->rect().contains(front().visualRect(table.model()->index(kName, column)));
    }
};

TEST_F(WideMergeTest, keepsFieldAndOutcomeInSight)
{
    for (int column = 1; column <= kCustomers; ++column) {
        table.setCurrentIndex(table.model()->index(kName, column));
        const QRect shown = table.visualRect(table.currentIndex());
        EXPECT_GE(shown.left(), front().width()) << column;
        EXPECT_LE(shown.right(), table.viewport()->width()) << column;
        EXPECT_TRUE(isInFront(0) && isInFront(kOutcome));
    }
}

TEST_F(WideMergeTest, typesOverTheOutcomeInFront)
{
    goTo(kName);
    press(Qt::Key_F2);
    auto* editor = front().findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->setText(QStringLiteral("Thiên Ân"));
    QTest::keyClick(editor, Qt::Key_Return);
    EXPECT_TRUE(test::waitUntil([this] { return text(kName, kOutcome) == QStringLiteral("Thiên Ân"); }));
    EXPECT_TRUE(table.hasFocus()) << "the keys go on as before";
}

TEST_F(WideMergeTest, takesTheTenthByClickAndFieldsByTheirFront)
{
    table.setCurrentIndex(table.model()->index(kName, kCustomers));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.currentIndex()).center());
    EXPECT_EQ(text(kName, kOutcome), QStringLiteral("CTY TNHH TM THIEN AN"));
    QTest::mouseClick(front().viewport(), Qt::LeftButton, {},
                      front().visualRect(table.model()->index(kFold, 0)).center());
    EXPECT_EQ(table.model()->rowCount(), kFold + 3) << "the equal fields are unfolded";
}

TEST_F(WideMergeTest, standsAsUsualAgainForTwo)
{
    begin(kCustomers - 1);
    EXPECT_TRUE(isInFront(0) && isInFront(kCustomers) && !isInFront(kOutcome)) << "the reason passes by with the rest";
    begin(2);
    EXPECT_FALSE(front().isVisible());
    const auto left = [&](int column) { return table.visualRect(table.model()->index(kName, column)).left(); };
    EXPECT_LT(left(2), left(kResult));
    EXPECT_LT(left(kResult), left(kResult + 1));
}

TEST(DifferingStretch, isWhatIsLeftBetweenEqualEnds)
{
    const auto between = [](const char* text, const char* other) {
        const Stretch stretch = differingStretch(QString::fromUtf8(text), QString::fromUtf8(other));
        return QString::fromUtf8(text).mid(stretch.from, stretch.length).toStdString();
    };
    EXPECT_EQ(between("0106697817", "106697817"), "0") << "the zero that one of them lost";
    EXPECT_EQ(between("106697817", "0106697817"), "");
    EXPECT_EQ(between("18 Duy Tân, Hà Nội", "18 Duy Tan, Hà Nội"), "â");
    EXPECT_EQ(between("Lan", "Lan"), "");
    EXPECT_EQ(between("Lan", ""), "");
    EXPECT_EQ(between("Trang vàng", "Nhập từ Excel"), "") << "nothing in common: a mark would cover it all";
}

} // namespace
} // namespace banhang::client
