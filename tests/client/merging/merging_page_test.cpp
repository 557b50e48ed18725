// The queue of groups by keyboard: answer, and the next one is there.
#include "client/merging/merging_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

#include <gtest/gtest.h>

#include "client/merging/finding_list.h"
#include "client/merging/merge_table.h"
#include "client/merging/merge_view.h"
#include "client/merging/scan_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/tag.h"
#include "tests/client/merging/merging_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

TEST_F(MergingPageTest, goesThroughTheGroupsByKeyboard)
{
    EXPECT_EQ(waiting, kGroups);
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.decisions().size() == 1; }));
    EXPECT_EQ(server.decisions()[0].answer(), v1::FINDING_ANSWER_DIFFERENT);
    EXPECT_EQ(waiting, kGroups - 1);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_PageDown, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.decisions().size() == 2; }));
    EXPECT_EQ(server.decisions()[1].answer(), v1::FINDING_ANSWER_LATER);
    ASSERT_TRUE(pairIsThere());
    offered = nullptr; // those of the answers
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.merges().size() == 1; }));
    EXPECT_EQ(server.merges()[0].survivor_id(), 2412);
    ASSERT_TRUE(waitUntil([this] { return offered != nullptr; }));
    offered();
    EXPECT_TRUE(waitUntil([this] { return server.undone().size() == 1; }));
}

TEST_F(MergingPageTest, aKeyThatIsHeldDownAnswersNothing)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    const auto first = page->view()->customerIds();
    auto* focus = QApplication::focusWidget();
    for (int i = 0; i < 5; ++i) {
        for (const auto type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
            QKeyEvent repeated(type, Qt::Key_Delete, Qt::ControlModifier, QString(), true);
            QApplication::sendEvent(focus, &repeated);
        }
    }
    QCoreApplication::processEvents();
    EXPECT_EQ(page->view()->customerIds(), first);
    EXPECT_TRUE(server.decisions().empty());
}

TEST_F(MergingPageTest, anAnswerTakenBackLeadsBackToItsGroup)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    const auto first = page->view()->customerIds();
    press(Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return page->view()->customerIds() != first; }));
    ASSERT_TRUE(offered);
    offered();
    EXPECT_TRUE(waitUntil([&] { return page->view()->customerIds() == first && page->view()->isReady(); }));
    EXPECT_EQ(server.decisions().back().answer(), v1::FINDING_ANSWER_OPEN);
    EXPECT_TRUE(page->view()->isVisible());
}

TEST_F(MergingPageTest, saysWhyThereIsNoListAndTriesAgain)
{
    server.setBroken(true);
    page->reload();
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Thử lại")) != nullptr; }));
    server.setBroken(false);
    button(QStringLiteral("Thử lại"))->click();
    EXPECT_TRUE(waitUntil([this] { return page->list()->isVisible() && page->list()->count() == kGroups; }));
}

TEST_F(MergingPageTest, keepsTheSearchOfTheStockFromWhoDoesNotRunTheServer)
{
    EXPECT_FALSE(page->scan()->isVisible());
}

TEST_F(MergingPageTest, aMergeUnderWayIsHeardOfWhateverIsClickedMeanwhile)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    const int previews = server.calls().count("GetMergePreview");
    server.calls().hold("MergeCustomers");
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.calls().count("MergeCustomers") == 1; }));
    take(kHead, Qt::Key_2);
    EXPECT_EQ(server.calls().count("GetMergePreview"), previews) << "they are being merged already";
    server.calls().release("MergeCustomers");
    ASSERT_TRUE(waitUntil([this] { return offered != nullptr; }));
    EXPECT_TRUE(waitUntil([this] { return page->view()->customerIds() == groupNumber(1); }));
    offered();
    EXPECT_TRUE(waitUntil([this] { return server.undone().size() == 1; }));
}

TEST_F(MergingPageTest, aMergeThatIsAnsweredLateLeavesTheNextComparisonAlone)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    server.calls().hold("MergeCustomers");
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([this] { return page->list()->isVisible(); }));
    page->list()->setCurrentRow(1);
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    take(kName, Qt::Key_2);
    bool isClosed = false;
    QObject::connect(page.get(), &MergingPage::closeRequested, [&] { isClosed = true; });
    server.calls().release("MergeCustomers");
    ASSERT_TRUE(waitUntil([this] { return offered != nullptr; }));
    EXPECT_EQ(page->view()->customerIds(), groupNumber(1));
    EXPECT_TRUE(page->view()->isTouched());
    EXPECT_EQ(page->list()->rowOf(groupNumber(0)), -1) << "merged, so no group any more";
    EXPECT_EQ(waiting, kGroups - 1);
    EXPECT_FALSE(isClosed);
}

TEST_F(MergingPageTest, anAnswerRefusedLatePutsItsGroupBackAndLeavesTheNextComparisonAlone)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    server.calls().hold("DecideFinding");
    server.calls().failNext("DecideFinding", AppError(ErrorCode::Denied, "denied"));
    press(Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return page->view()->customerIds() == groupNumber(1); }));
    ASSERT_TRUE(pairIsThere());
    take(kName, Qt::Key_2);
    server.calls().release("DecideFinding");
    ASSERT_TRUE(waitUntil([this] { return page->list()->count() == kGroups; }));
    EXPECT_EQ(page->list()->rowOf(groupNumber(0)), 0);
    EXPECT_EQ(page->list()->currentRow(), 1);
    EXPECT_EQ(page->view()->customerIds(), groupNumber(1));
    EXPECT_TRUE(page->view()->isVisible());
    EXPECT_TRUE(page->view()->isTouched());
    EXPECT_TRUE(waitUntil([this] { return waiting == kGroups; }));
}

TEST_F(MergingPageTest, staysAsWideAsASmallScreenAtHalfAsMuchAgain)
{
    constexpr int kWidth = 862; // 1366 at 150 %, less the rail
    page->resize(kWidth, 460);
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    QApplication::processEvents();
    EXPECT_EQ(page->width(), kWidth);
    press(Qt::Key_Escape);
    QApplication::processEvents();
    EXPECT_EQ(page->width(), kWidth);
}

TEST_F(MergingPageTest, anotherSurvivorKeepsWhatWasChosenAndTyped)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    take(kName, Qt::Key_2);
    message()->setText(QStringLiteral("Anh Minh xem giúp"));
    take(kHead, Qt::Key_2);
    ASSERT_TRUE(waitUntil([this] { return page->view()->survivorCode() == QLatin1String("KH000436"); }));
    EXPECT_EQ(message()->text(), QStringLiteral("Anh Minh xem giúp"));
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.merges().size() == 1; }));
    EXPECT_EQ(server.merges()[0].survivor_id(), 436);
    EXPECT_EQ(server.merges()[0].result().name(), kRightName);
    EXPECT_EQ(server.merges()[0].message(), "Anh Minh xem giúp");
    ASSERT_TRUE(waitUntil([this] { return page->view()->customerIds() == groupNumber(1); }));
    ASSERT_TRUE(pairIsThere());
    EXPECT_FALSE(page->view()->isTouched()) << "the next group begins anew";
}

TEST_F(MergingPageTest, aMergeOfWhatHasChangedMeanwhileKeepsWhatWasChosenAndTyped)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    take(kName, Qt::Key_2);
    message()->setText(QStringLiteral("Anh Minh xem giúp"));
    server.calls().failNext("MergeCustomers", AppError(ErrorCode::Conflict, "merge.stale"));
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.calls().count("GetMergePreview") == 2; }));
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.merges().size() == 1; }));
    EXPECT_EQ(server.merges()[0].result().name(), kRightName);
    EXPECT_EQ(server.merges()[0].message(), "Anh Minh xem giúp");
}

TEST_F(MergingPageTest, sendsWhatStandsInACellThatIsStillOpen)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    take(kName, Qt::Key_F2);
    auto* table = page->view()->findChild<MergeTable*>();
    auto* cell = qobject_cast<QLineEdit*>(table->indexWidget(table->model()->index(kName, 3)));
    ASSERT_TRUE(cell);
    ASSERT_EQ(QApplication::focusWidget(), cell);
    cell->setText(QStringLiteral("Thiên Ân"));
    page->view()->merge();
    ASSERT_TRUE(waitUntil([this] { return server.merges().size() == 1; }));
    EXPECT_EQ(server.merges()[0].result().name(), "Thiên Ân");
}

TEST_F(MergingPageTest, leavesNothingToWhoSignsInNext)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    message()->setText(QStringLiteral("Anh Minh xem giúp"));
    page->end();
    EXPECT_FALSE(page->view()->isVisible());
    EXPECT_TRUE(page->view()->customerIds().isEmpty());
    EXPECT_EQ(page->view()->findChild<MergeTable*>()->model()->rowCount(), 0);
    EXPECT_TRUE(message()->text().isEmpty());
    EXPECT_EQ(page->list()->count(), 0);
    EXPECT_EQ(waiting, 0);
}

class LastGroupTest : public MergingPageTest
{
protected:
    LastGroupTest() : MergingPageTest(1) {}
};

TEST_F(LastGroupTest, aMergeThatIsAnsweredLateLeavesAListThatSaysThatItIsEmpty)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    server.calls().hold("MergeCustomers");
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.calls().count("MergeCustomers") == 1; }));
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([this] { return page->list()->isVisible(); }));
    server.calls().release("MergeCustomers");
    ASSERT_TRUE(waitUntil([this] { return offered != nullptr; }));
    EXPECT_EQ(page->list()->count(), 0);
    EXPECT_EQ(waiting, 0);
    EXPECT_FALSE(page->list()->isVisible());
    const auto labels = page->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == MergingPage::tr("Nobody to review");
    }));
}

class LongQueueTest : public MergingPageTest
{
protected:
    static constexpr int kMany = 120;
    LongQueueTest() : MergingPageTest(kMany) {}
};

/// One stroke for a group, through three pages of the list, and never back to the list in between.
TEST_F(LongQueueTest, takesOneStrokeForEachGroup)
{
    press(Qt::Key_Return);
    const QList<Qt::Key> answers{Qt::Key_Delete, Qt::Key_PageDown, Qt::Key_Return};
    for (int i = 0; i < kMany; ++i) {
        ASSERT_TRUE(waitUntil([&] {
            return page->view()->isVisible() && page->view()->isReady() &&
                   page->view()->customerIds() == groupNumber(i);
        })) << i;
        EXPECT_EQ(waiting, kMany - i);
        press(answers[i % answers.size()], Qt::ControlModifier);
    }
    EXPECT_TRUE(waitUntil([this] { return server.merges().size() == kMany / 3; }));
    EXPECT_TRUE(waitUntil([this] { return server.decisions().size() == 2 * kMany / 3; }));
}

/// Answers a whole page before the next one is there.
class FasterThanTheServerTest : public MergingPageTest
{
protected:
    static constexpr int kPage = 8;
    FasterThanTheServerTest() : MergingPageTest(3 * kPage, kPage) {}

    void answerFirstPage()
    {
        server.holdMore();
        press(Qt::Key_Return);
        for (int i = 0; i < kPage; ++i) {
            ASSERT_TRUE(
                waitUntil([&] { return page->view()->isReady() && page->view()->customerIds() == groupNumber(i); }));
            press(Qt::Key_Delete, Qt::ControlModifier);
        }
        ASSERT_TRUE(waitUntil([this] { return page->list()->isVisible(); }))
            << page->list()->count() << page->view()->isReady() << server.decisions().size();
        ASSERT_EQ(page->list()->count(), 0);
        EXPECT_EQ(button(QStringLiteral("Không trùng")), nullptr) << "there is nothing to answer";
    }
};

TEST_F(FasterThanTheServerTest, goesOnWhenThePageComes)
{
    ASSERT_NO_FATAL_FAILURE(answerFirstPage());
    server.releaseMore(false);
    EXPECT_TRUE(
        waitUntil([&] { return page->view()->isVisible() && page->view()->customerIds() == groupNumber(kPage); }));
}

TEST_F(FasterThanTheServerTest, saysWhyThePageDoesNotCome)
{
    ASSERT_NO_FATAL_FAILURE(answerFirstPage());
    server.releaseMore(true);
    EXPECT_TRUE(waitUntil([this] { return button(QStringLiteral("Thử lại")) != nullptr; }));
}

TEST_F(FasterThanTheServerTest, saysThatNothingIsLeftWhenColleaguesWereFasterYet)
{
    ASSERT_NO_FATAL_FAILURE(answerFirstPage());
    server.leave(0);
    server.releaseMore(false);
    EXPECT_TRUE(waitUntil([this] { return !page->list()->isVisible() && !page->view()->isVisible(); }));
}

TEST_F(FasterThanTheServerTest, showsTheNextPageInAListThatWasEmptied)
{
    server.holdMore();
    for (int i = 0; i < kPage; ++i)
        press(Qt::Key_Delete, Qt::ControlModifier);
    EXPECT_TRUE(page->list()->isVisible()) << "there is more to come";
    server.releaseMore(false);
    EXPECT_TRUE(waitUntil([this] { return page->list()->currentRow() == 0; }));
    EXPECT_NE(button(QStringLiteral("Không trùng")), nullptr);
}

TEST_F(FasterThanTheServerTest, looksBehindAFirstPageThatColleaguesHaveAnswered)
{
    server.emptyFirst();
    page->reload(groupNumber(kPage));
    EXPECT_TRUE(
        waitUntil([this] { return page->view()->isVisible() && page->view()->customerIds() == groupNumber(kPage); }));
}

class ScanBarTest : public MergingPageTest
{
protected:
    ScanBarTest() { runsTheServer = true; }

    QString shown() const
    {
        QStringList texts;
        for (const auto* label : page->scan()->findChildren<QLabel*>())
            texts.append(label->text());
        return texts.join(u'|');
    }
};

class BeforeTheFirstScanTest : public MergingPageTest
{
protected:
    BeforeTheFirstScanTest() : MergingPageTest(1) { runsTheServer = true; }

    bool says(const QString& text) const
    {
        const auto labels = page->findChildren<QLabel*>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel* label) { return label->isVisible() && label->text() == text; });
    }
};

TEST_F(BeforeTheFirstScanTest, anEmptyListDoesNotSayThatNothingIsLeft)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Delete, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([this] { return says(MergingPage::tr("Not all customers have been checked yet")); }));
    EXPECT_FALSE(says(MergingPage::tr("Nobody to review")));
}

TEST_F(ScanBarTest, startsRestsGoesOnAndEndsASearch)
{
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Rà soát toàn bộ")) != nullptr; }));
    button(QStringLiteral("Rà soát toàn bộ"))->click();
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Tạm dừng")) != nullptr; }));
    button(QStringLiteral("Tạm dừng"))->click();
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Chạy tiếp")) != nullptr; }));
    EXPECT_EQ(server.scan().state(), v1::SCAN_STATE_PAUSED);
    button(QStringLiteral("Chạy tiếp"))->click();
    ASSERT_TRUE(waitUntil([this] {
        return button(QStringLiteral("Bỏ rà soát")) != nullptr && server.scan().state() == v1::SCAN_STATE_RUNNING;
    }));
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Bỏ rà soát"))->isEnabled(); }));
    button(QStringLiteral("Bỏ rà soát"))->click();
    ASSERT_TRUE(waitUntil([this] { return server.scan().state() == v1::SCAN_STATE_CANCELLED; }));
    EXPECT_TRUE(waitUntil([this] { return button(QStringLiteral("Rà soát toàn bộ")) != nullptr; }));
}

TEST_F(ScanBarTest, saysHowFarItIsAndShowsWhatItFound)
{
    v1::Scan scan;
    scan.set_state(v1::SCAN_STATE_RUNNING);
    scan.set_done(412'000);
    scan.set_total(1'000'000);
    scan.set_rate(1250.4);
    scan.set_seconds_left(470);
    server.scan().set(scan);
    page->hide();
    page->show();
    ASSERT_TRUE(waitUntil([this] { return shown().contains(QStringLiteral("412.000")); })) << shown().toStdString();
    EXPECT_TRUE(shown().contains(QStringLiteral("1.250"))) << shown().toStdString();
    EXPECT_TRUE(shown().contains(QStringLiteral("8 phút"))) << shown().toStdString();
    page->list()->clearAll();
    scan.set_state(v1::SCAN_STATE_DONE);
    scan.set_new_findings(34);
    server.scan().set(scan);
    EXPECT_TRUE(waitUntil([this] { return page->list()->count() == kGroups; })) << "the groups are asked for anew";
    EXPECT_TRUE(shown().contains(QStringLiteral("34"))) << shown().toStdString();
}

TEST(Spans, areSaidInTheUnitThatPeopleUse)
{
    EXPECT_EQ(spanText(40), QStringLiteral("40 giây"));
    EXPECT_EQ(spanText(89), QStringLiteral("1 phút"));
    EXPECT_EQ(spanText(470), QStringLiteral("8 phút"));
    EXPECT_EQ(spanText(7500), QStringLiteral("2 giờ 5 phút"));
}

TEST_F(MergingPageTest, escapeLeadsBackToTheList)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([this] { return page->list()->isVisible(); }));
    EXPECT_EQ(page->list()->count(), kGroups);
}

TEST_F(MergingPageTest, comparesWhatIsAskedFor)
{
    page->openMerge({412, 436});
    ASSERT_TRUE(pairIsThere());
    bool isClosed = false;
    QObject::connect(page.get(), &MergingPage::closeRequested, [&] { isClosed = true; });
    page->view()->merge();
    EXPECT_TRUE(waitUntil([&] { return isClosed; })) << "there is no next one";
}

TEST_F(MergingPageTest, saysWhenNothingSpeaksForTheOnesThatWereChosen)
{
    const auto isWarned = [this] {
        const auto tags = page->view()->findChildren<Tag*>();
        return std::ranges::any_of(
            tags, [](const Tag* tag) { return tag->accessibleName() == MergeView::tr("little in common"); });
    };
    page->openMerge({412, 436});
    ASSERT_TRUE(pairIsThere());
    EXPECT_FALSE(isWarned());
    page->openMerge({412, FakeMerges::kStranger});
    EXPECT_TRUE(waitUntil(isWarned));
}

TEST_F(MergingPageTest, whatCannotBeComparedLeadsBackToWhereItWasChosen)
{
    QString said;
    bool isClosed = false;
    QObject::connect(page.get(), &MergingPage::failed, [&](const QString& strong, const AppError&) { said = strong; });
    QObject::connect(page.get(), &MergingPage::closeRequested, [&] { isClosed = true; });
    server.setRefusing(true);
    page->openMerge({412, 436});
    EXPECT_TRUE(waitUntil([&] { return isClosed; }));
    EXPECT_FALSE(said.isEmpty());
    page->reload();
    ASSERT_TRUE(waitUntil([this] { return page->list()->isVisible() && page->list()->count() > 0; }));
    isClosed = false;
    press(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return page->list()->isVisible(); })) << "from a group back to the groups";
    EXPECT_FALSE(isClosed);
}

} // namespace
} // namespace banhang::client
