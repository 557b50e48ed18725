// The table of list pages: glow of colleagues' changes, hover, keyboard, sizes.
#include "client/ui/gallery/gallery_model.h"
#include "client/ui/look/look.h"
#include "client/ui/look/theme.h"
#include "client/ui/table/data_table.h"
#include "client/ui/table/row_glow.h"
#include "client/ui/table/table_roles.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <gtest/gtest.h>

using namespace banhang::client;

namespace {

constexpr qint64 kChangedAt = 1'000'000;
constexpr int kPatienceMs = 30'000;

class Table : public testing::Test
{
protected:
    Table()
    {
        Look::instance().setAppearance(Appearance::Light);
        table.setClock([this] { return now; });
        table.setModel(new GalleryModel(kChangedAt, &table));
        table.setColumnKind(GalleryModel::Name, CellKind::Name, 0);
        table.setColumnKind(GalleryModel::Code, CellKind::Figure, 90);
        table.setColumnKind(GalleryModel::Level, CellKind::Tag, 60);
        table.setColumnKind(GalleryModel::Group, CellKind::Tag, 82);
        table.setColumnKind(GalleryModel::LastContact, CellKind::Figure, 70);
        table.setColumnKind(GalleryModel::Phone, CellKind::Figure, 120);
        table.setColumnKind(GalleryModel::Owner, CellKind::Person, 90);
        table.resize(900, 320);
        table.show();
        QCoreApplication::processEvents();
    }

    /// Ground of a row, taken between two cells where nothing else is painted.
    QColor ground(int row)
    {
        const QImage image = table.viewport()->grab().toImage();
        const int y = table.rowViewportPosition(row) + 3;
        const int x = table.columnViewportPosition(GalleryModel::Code) + 2;
        return image.pixelColor(x, y);
    }
    QColor bar(int row)
    {
        const QImage image = table.viewport()->grab().toImage();
        return image.pixelColor(1, table.rowViewportPosition(row) + table.rowHeight(row) / 2);
    }

    qint64 now = kChangedAt;
    DataTable table;
};

} // namespace

TEST(RowGlow, isFullForEightSecondsThenFadesInFourSteps)
{
    EXPECT_EQ(glowLevel(0, 50), 0);
    EXPECT_EQ(glowLevel(1000, 1000), kGlowFull);
    EXPECT_EQ(glowLevel(1000, 8999), kGlowFull);
    EXPECT_EQ(glowLevel(1000, 9000), 4);
    EXPECT_EQ(glowLevel(1000, 10000), 3);
    EXPECT_EQ(glowLevel(1000, 11000), 2);
    EXPECT_EQ(glowLevel(1000, 12000), 1);
    EXPECT_EQ(glowLevel(1000, 13000), 0);
    EXPECT_EQ(glowLevel(1000, 500), kGlowFull) << "the clock was set back";
}

TEST_F(Table, aPlaceholderThatIsHiddenStaysSoWhenTheTableGetsAnotherSize)
{
    auto* nothing = new QWidget;
    table.setPlaceholder(nothing);
    EXPECT_TRUE(nothing->isVisible());
    nothing->hide();
    table.resize(880, 300);
    EXPECT_FALSE(nothing->isVisible()) << "it would lie upon the rows";
    nothing->show();
    table.resize(860, 280);
    EXPECT_EQ(nothing->size(), table.viewport()->size());
}

TEST_F(Table, enterMeansTheRowWhereNobodyHearsOfCells)
{
    QSignalSpy rows(&table, &DataTable::rowActivated);
    table.setCurrentIndex(table.model()->index(2, 0));
    QTest::keyClick(&table, Qt::Key_Right);
    EXPECT_FALSE(table.hasCellCursor());
    EXPECT_EQ(table.currentIndex().column(), 1);
    QTest::keyClick(&table, Qt::Key_Return);
    ASSERT_EQ(rows.count(), 1);
    EXPECT_EQ(rows.first().first().toModelIndex().row(), 2);
}

TEST_F(Table, enterMeansTheCellOnceOneWalksAmongThem)
{
    QSignalSpy rows(&table, &DataTable::rowActivated);
    QSignalSpy cells(&table, &DataTable::cellActivated);
    table.setCurrentIndex(table.model()->index(2, 0));
    QTest::keyClick(&table, Qt::Key_Right);
    EXPECT_TRUE(table.hasCellCursor());
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_EQ(cells.count(), 1);
    EXPECT_EQ(rows.count(), 0);
}

TEST(GalleryModel, keepsTheRulesOfModels)
{
    GalleryModel model(0, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
}

TEST_F(Table, rowsAndHeaderAreAsHighAsTheFontNeeds)
{
    EXPECT_EQ(table.rowHeight(0), 30);
    EXPECT_EQ(table.horizontalHeader()->height(), 26);
    Look::instance().setRowDensity(RowDensity::Compact);
    EXPECT_EQ(table.rowHeight(0), 26);
    Look::instance().setRowDensity(RowDensity::Normal);
    Look::instance().setTextPercent(150);
    EXPECT_GT(table.rowHeight(0), 30);
    Look::instance().setTextPercent(100);
}

TEST_F(Table, changeOfAColleagueGlowsAndEnds)
{
    EXPECT_EQ(ground(0), Theme::light().peerBg);
    EXPECT_EQ(bar(0), Theme::light().peer);
    EXPECT_TRUE(table.isGlowTimerRunning());
    now = kChangedAt + 10'000;
    EXPECT_NE(ground(0), Theme::light().peerBg);
    EXPECT_NE(ground(0), Theme::light().base);
    now = kChangedAt + kGlowEndMs;
    EXPECT_EQ(ground(0), Theme::light().base);
}

TEST_F(Table, glowTimerRunsOnlyWhileSomethingGlows)
{
    ASSERT_TRUE(table.isGlowTimerRunning());
    now = kChangedAt + kGlowEndMs;
    EXPECT_TRUE(QTest::qWaitFor([this] { return !table.isGlowTimerRunning(); }, kPatienceMs));
}

TEST_F(Table, selectionHasItsGroundAndBarAlsoOverAGlow)
{
    table.selectRow(0);
    table.clearFocus();
    EXPECT_EQ(ground(0), Theme::light().selInactive);
    EXPECT_EQ(bar(0), Theme::light().accent);
}

TEST_F(Table, onlyTheRowUnderThePointerIsHovered)
{
    // Two moves: a move to where the pointer already was is not sent.
    QTest::mouseMove(table.viewport(), QPoint(20, table.rowViewportPosition(0) + 5));
    QTest::mouseMove(table.viewport(), QPoint(20, table.rowViewportPosition(2) + 5));
    EXPECT_EQ(table.hoveredRow(), 2);
    EXPECT_EQ(ground(2), Theme::light().hover);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(table.viewport(), &leave);
    EXPECT_EQ(table.hoveredRow(), -1);
    EXPECT_EQ(ground(2), Theme::light().base);
}

TEST_F(Table, homeAndEndMoveAmongRows)
{
    table.selectRow(2);
    QTest::keyClick(&table, Qt::Key_End);
    EXPECT_EQ(table.currentIndex().row(), table.model()->rowCount() - 1);
    QTest::keyClick(&table, Qt::Key_Home);
    EXPECT_EQ(table.currentIndex().row(), 0);
    QTest::keyClick(&table, Qt::Key_End, Qt::ShiftModifier);
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), table.model()->rowCount());
}

TEST_F(Table, enterOpensTheCurrentRowAndLettersDoNotJump)
{
    table.selectRow(1);
    QSignalSpy activated(&table, &DataTable::rowActivated);
    QTest::keyClick(&table, Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated[0][0].toModelIndex().row(), 1);
    QTest::keyClicks(&table, "T");
    EXPECT_EQ(table.currentIndex().row(), 1);
}

TEST_F(Table, spaceTakesRowsIntoTheSelectionAndOutOfIt)
{
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), 1);
    QTest::keyClick(&table, Qt::Key_Space);
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), 2);
    EXPECT_TRUE(table.selectionModel()->isRowSelected(3));
    QTest::keyClick(&table, Qt::Key_Space);
    EXPECT_EQ(table.selectionModel()->selectedRows().size(), 1);
}

TEST_F(Table, spaceLeavesTheOnlySelectedRow)
{
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_Space);
    EXPECT_TRUE(table.selectionModel()->isRowSelected(1));
}

TEST_F(Table, tellsTheCurrentRowOnceTheUserPauses)
{
    QSignalSpy settled(&table, &DataTable::currentSettled);
    table.setCurrentIndex(table.model()->index(1, 0));
    table.setCurrentIndex(table.model()->index(2, 0));
    table.setCurrentIndex(table.model()->index(3, 0));
    EXPECT_EQ(settled.size(), 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return settled.size() > 0; }, kPatienceMs));
    EXPECT_EQ(settled.size(), 1);
    EXPECT_EQ(settled[0][0].toModelIndex().row(), 3);
}

TEST_F(Table, aClickOnAHeadAsksForSortingAMarkDoesNot)
{
    QSignalSpy asked(&table, &DataTable::sortRequested);
    table.setSortMark(GalleryModel::Name, Qt::AscendingOrder);
    EXPECT_EQ(asked.size(), 0);
    const QHeaderView* head = table.horizontalHeader();
    const QPoint place(head->sectionViewportPosition(GalleryModel::Code) + 10, head->height() / 2);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toInt(), GalleryModel::Code);
}

TEST_F(Table, aFigureThatDoesNotFitWidensItsColumn)
{
    table.horizontalHeader()->resizeSection(GalleryModel::Phone, 50);
    table.viewport()->grab();
    const auto isWide = [this] { return table.columnWidth(GalleryModel::Phone) > 80; };
    EXPECT_TRUE(QTest::qWaitFor(isWide, kPatienceMs));
}

TEST_F(Table, columnsGiveWayInTheirOrderAndComeBack)
{
    table.setYieldingColumns({GalleryModel::Code, GalleryModel::Group}, 180);
    EXPECT_FALSE(table.isColumnHidden(GalleryModel::Code));
    table.resize(560, 320);
    EXPECT_TRUE(table.isColumnHidden(GalleryModel::Code));
    EXPECT_FALSE(table.isColumnHidden(GalleryModel::Level));
    EXPECT_GE(table.columnWidth(GalleryModel::Name), 100);
    table.resize(900, 320);
    EXPECT_FALSE(table.isColumnHidden(GalleryModel::Code));
}

TEST_F(Table, asksForMoreNearTheEnd)
{
    QSignalSpy nearEnd(&table, &DataTable::nearEnd);
    QStandardItemModel longModel(1000, 1);
    table.setModel(&longModel);
    nearEnd.clear();
    table.scrollTo(longModel.index(100, 0));
    EXPECT_EQ(nearEnd.size(), 0);
    table.scrollToBottom();
    EXPECT_GT(nearEnd.size(), 0);
    table.setModel(nullptr);
}
