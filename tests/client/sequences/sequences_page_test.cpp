// Sequences are laid down, customers put on them and taken off, by keyboard and with the server's word.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/sequences/enrol_panel.h"
#include "client/sequences/sequence_editor.h"
#include "client/sequences/sequence_pane.h"
#include "client/sequences/sequences_page.h"
#include "client/sequences/step_form.h"
#include "client/ui/look/field_state.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"
#include "tests/client/sequences/sequences_fixture.h"
#include "tests/client/support/held_saves.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::HeldSaves;
using test::SequenceMemory;
using test::SequencesOffice;
using test::waitUntil;

Button* buttonOf(QWidget& parent, const QString& text)
{
    for (auto* button : parent.findChildren<Button*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

struct PageTest : testing::Test
{
    void open()
    {
        page.resize(1200, 700);
        page.show();
        page.reload();
        ASSERT_TRUE(waitUntil([this] { return list()->count() == 2 && office.server.calls("CheckSequence") > 0; }));
    }
    QListWidget* list() { return page.findChild<QListWidget*>(QStringLiteral("sequences")); }
    QListWidget* steps() { return page.findChild<QListWidget*>(QStringLiteral("steps")); }
    SequenceEditor& editor() { return *page.findChild<SequenceEditor*>(); }
    QLineEdit* name() { return editor().findChild<QLineEdit*>(); }
    bool isDraft(const QString& key) { return office.drafts.find(key).has_value(); }
    void beginNew() { QTest::mouseClick(buttonOf(page, SequencesPage::tr("New sequence")), Qt::LeftButton); }
    HeldSaves saves()
    {
        return {office, {"Sequence", *list(), *name(), [this] { beginNew(); }, [this] { editor().save(); }}};
    }

    SequencesOffice office;
    SequencesPage page{office.workplace};
};

TEST_F(PageTest, showsTheStepsWithTheDaysOfAStartToday)
{
    open();
    ASSERT_EQ(steps()->count(), 4);
    EXPECT_TRUE(waitUntil(
        [this] { return steps()->item(0)->data(SecondLineRole).toString().contains(QStringLiteral("15/10")); }));
    EXPECT_FALSE(editor().isChanged());
}

TEST_F(PageTest, movesStepsByKeyboardAndSavesWhatItShows)
{
    open();
    steps()->setFocus();
    QTest::keyClick(steps(), Qt::Key_Down, Qt::AltModifier);
    EXPECT_TRUE(editor().isChanged());
    EXPECT_EQ(steps()->currentRow(), 1);
    QTest::keyClick(steps(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return office.server.calls("UpdateSequence") == 1; }));
    office.memory.read([](const SequenceMemory& memory) {
        const auto& request = memory.updates.front();
        EXPECT_EQ(request.sequence().version(), 3);
        EXPECT_EQ(request.sequence().steps(0).number(), 2);
        EXPECT_EQ(request.sequence().steps(1).number(), 1);
        EXPECT_FALSE(request.moves_enrolled());
        return 0;
    });
}

TEST_F(PageTest, addsAndTakesOutSteps)
{
    open();
    steps()->setFocus();
    QTest::keyClick(steps(), Qt::Key_Insert);
    EXPECT_EQ(steps()->count(), 5);
    EXPECT_EQ(steps()->currentRow(), 4);
    QTest::keyClick(steps(), Qt::Key_Delete);
    QTest::keyClick(steps(), Qt::Key_Delete);
    EXPECT_EQ(steps()->count(), 3);
}

TEST_F(PageTest, marksTheFieldOfTheStepThatTheServerRefuses)
{
    open();
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    auto& issue = *detail.add_issues();
    issue.set_path("steps[2].title");
    issue.set_key("activity.title_missing");
    issue.set_severity(v1::SEVERITY_ERROR);
    office.server.failNext("UpdateSequence", AppError(ErrorCode::Invalid, detail));
    editor().save();
    EXPECT_TRUE(waitUntil([this] { return steps()->currentRow() == 2; }));
}

TEST_F(PageTest, keepsWhatWasTypedWhileAnotherIsLookedAt)
{
    open();
    const QString first = steps()->item(0)->text().section(QLatin1Char('\n'), 0, 0).mid(3);
    steps()->setFocus();
    QTest::keyClick(steps(), Qt::Key_Down, Qt::AltModifier);
    list()->setCurrentRow(1);
    EXPECT_FALSE(editor().isChanged());
    EXPECT_TRUE(list()->item(0)->data(SecondLineRole).toString().contains(SequencesPage::tr("not saved yet")));
    list()->setCurrentRow(0);
    EXPECT_TRUE(editor().isChanged());
    EXPECT_TRUE(steps()->item(1)->text().contains(first));
    QTest::mouseClick(buttonOf(page, SequenceEditor::tr("Discard changes")), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return !editor().isChanged() && editor().sequenceId() != 0; }));
    EXPECT_TRUE(steps()->item(0)->text().contains(first));
    EXPECT_FALSE(list()->item(0)->data(SecondLineRole).toString().contains(SequencesPage::tr("not saved yet")));
}

TEST_F(PageTest, beginsANewOne)
{
    open();
    beginNew();
    EXPECT_EQ(editor().sequenceId(), 0);
    QTest::keyClicks(editor().findChild<QLineEdit*>(), QStringLiteral("VIP"));
    editor().save();
    ASSERT_TRUE(waitUntil([this] { return office.server.calls("CreateSequence") == 1; }));
    office.memory.read([](const SequenceMemory& memory) {
        EXPECT_EQ(memory.creations.front().sequence().name(), "VIP");
        EXPECT_TRUE(memory.creations.front().sequence().active());
        return 0;
    });
}

TEST_F(PageTest, whatWasTypedOutlivesThePage)
{
    open();
    QTest::keyClicks(editor().findChild<QLineEdit*>(), QStringLiteral(" VIP"));
    ASSERT_TRUE(waitUntil([this] { return office.drafts.all().size() == 1; }));
    SequencesPage other(office.workplace);
    other.resize(1200, 700);
    other.show();
    EXPECT_TRUE(other.openDraft(office.drafts.all().front().key));
    ASSERT_TRUE(waitUntil([&other] { return other.findChild<SequenceEditor*>()->isChanged(); }));
    EXPECT_TRUE(other.findChild<SequenceEditor*>()->typed().name().ends_with(" VIP"));
    office.drafts.discard(office.drafts.all().front().key);
    EXPECT_TRUE(waitUntil([&other] { return !other.findChild<SequenceEditor*>()->isChanged(); }));
}

TEST_F(PageTest, aNewOneThatIsTypedIsKeptToo)
{
    open();
    beginNew();
    QTest::keyClicks(editor().findChild<QLineEdit*>(), QStringLiteral("VIP"));
    ASSERT_TRUE(waitUntil([this] { return office.drafts.find(QStringLiteral("sequence-new")).has_value(); }));
    editor().save();
    ASSERT_TRUE(waitUntil([this] { return office.drafts.all().isEmpty(); }));
}

TEST_F(PageTest, savesOneWhileAnotherIsTypedInto)
{
    open();
    QTest::keyClicks(name(), QStringLiteral(" A"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    list()->setCurrentRow(1);
    QTest::keyClicks(name(), QStringLiteral(" B"));
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    EXPECT_EQ(editor().sequenceId(), 2);
    EXPECT_EQ(list()->currentRow(), 1);
    EXPECT_EQ(name()->text(), QStringLiteral("Sau báo giá B"));
    EXPECT_TRUE(isDraft(QStringLiteral("sequence-2")));
    EXPECT_FALSE(isDraft(QStringLiteral("sequence-1")));
    list()->setCurrentRow(0);
    EXPECT_EQ(name()->text(), QStringLiteral("Khách mới A"));
    EXPECT_FALSE(editor().isChanged());
}

TEST_F(PageTest, savesANewOneWhileAnotherIsTypedInto)
{
    open();
    ASSERT_NO_FATAL_FAILURE(saves().beginToCreate(QStringLiteral("VIP")));
    list()->setCurrentRow(1);
    QTest::keyClicks(name(), QStringLiteral(" B"));
    EXPECT_TRUE(saves().isNewOneKept());
    QSignalSpy news(&page, &SequencesPage::newsHappened);
    ASSERT_NO_FATAL_FAILURE(saves().awaitCreated());
    EXPECT_EQ(news.size(), 1);
    EXPECT_FALSE(saves().isNewOneKept());
    EXPECT_EQ(editor().sequenceId(), 2);
    EXPECT_EQ(name()->text(), QStringLiteral("Sau báo giá B"));
}

TEST_F(PageTest, whatIsTypedAfterItWasSentIsThereWhenOneComesBack)
{
    open();
    QTest::keyClick(steps(), Qt::Key_Insert);
    QTest::keyClicks(name(), QStringLiteral(" A"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    QTest::keyClicks(name(), QStringLiteral(" VIP"));
    list()->setCurrentRow(1);
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    EXPECT_TRUE(isDraft(QStringLiteral("sequence-1")));
    list()->setCurrentRow(0);
    EXPECT_EQ(name()->text(), QStringLiteral("Khách mới A VIP"));
    EXPECT_TRUE(editor().isChanged());
    const v1::Sequence typed = editor().typed();
    EXPECT_EQ(typed.version(), 4) << "nobody else was faster";
    ASSERT_EQ(typed.steps_size(), 5);
    EXPECT_EQ(typed.steps(4).number(), 5) << "the one that was saved";
}

TEST_F(PageTest, whatIsTypedAfterANewOneWasSentIsNoSecondNewOne)
{
    open();
    ASSERT_NO_FATAL_FAILURE(saves().beginToCreate(QStringLiteral("VIP")));
    QTest::keyClicks(name(), QStringLiteral(" 2"));
    list()->setCurrentRow(1);
    QSignalSpy news(&page, &SequencesPage::newsHappened);
    ASSERT_NO_FATAL_FAILURE(saves().awaitCreated());
    EXPECT_EQ(news.size(), 1);
    EXPECT_FALSE(saves().isNewOneKept());
    const auto kept = office.drafts.find(QStringLiteral("sequence-99"));
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept.value().title.endsWith(QStringLiteral("VIP 2"))) << kept.value().title.toStdString();
}

TEST_F(PageTest, savesANewOneOnceWhateverIsPressedMeanwhile)
{
    open();
    saves().expectNewOneIsSavedOnce();
}

TEST_F(PageTest, savesWhatWasTypedWhileTheNewOneWasOnItsWay)
{
    open();
    ASSERT_NO_FATAL_FAILURE(saves().expectTypedMeanwhileIsSaved());
    EXPECT_FALSE(editor().isChanged());
    EXPECT_EQ(office.memory.read([](const auto& memory) { return memory.updates.back().sequence().name(); }), "VIP 2");
}

TEST_F(PageTest, sendsAgainUnderTheSameNumberWhatMayHaveArrived)
{
    open();
    beginNew();
    QTest::keyClicks(name(), QStringLiteral("VIP"));
    const auto save = [this](ErrorCode code, int count) {
        office.server.failNext("CreateSequence", AppError(code, "call.failed"));
        editor().save();
        return waitUntil([&] { return office.server.calls("CreateSequence") == count && office.rpc.openCalls() == 0; });
    };
    ASSERT_TRUE(save(ErrorCode::Timeout, 1));
    ASSERT_TRUE(save(ErrorCode::Invalid, 2));
    ASSERT_TRUE(save(ErrorCode::Timeout, 3));
    QTest::keyClicks(name(), QStringLiteral(" 2"));
    ASSERT_TRUE(save(ErrorCode::Timeout, 4));
    const auto sent = office.memory.read([](const auto& memory) { return memory.creations; });
    ASSERT_EQ(sent.size(), 4U);
    EXPECT_EQ(sent[0].request_id(), sent[1].request_id()) << "it may have arrived";
    EXPECT_NE(sent[1].request_id(), sent[2].request_id()) << "it was refused";
    EXPECT_NE(sent[2].request_id(), sent[3].request_id()) << "it is another one";
}

TEST_F(PageTest, saysWhichOneIsNotSavedWhenAnotherIsOpenByThen)
{
    open();
    QSignalSpy failed(&page, &SequencesPage::failed);
    QTest::keyClicks(name(), QStringLiteral(" A"));
    office.server.failNext("UpdateSequence", AppError(ErrorCode::Conflict, "sequence.edit_conflict"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    list()->setCurrentRow(1);
    office.server.release("UpdateSequence");
    ASSERT_TRUE(waitUntil([&] { return failed.size() == 1; }));
    EXPECT_TRUE(failed[0][0].toString().contains(QStringLiteral("Khách mới A")));
    EXPECT_TRUE(isDraft(QStringLiteral("sequence-1")));
}

TEST_F(PageTest, keepsWhatIsTypedUntilItIsSaved)
{
    open();
    QTest::keyClick(steps(), Qt::Key_Insert);
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    QTest::keyClick(steps(), Qt::Key_Insert);
    name()->setCursorPosition(0);
    QTest::keyClicks(name(), QStringLiteral("X "));
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    EXPECT_EQ(name()->text(), QStringLiteral("X Khách mới"));
    EXPECT_EQ(name()->cursorPosition(), 2);
    const v1::Sequence typed = editor().typed();
    EXPECT_EQ(typed.version(), 4);
    ASSERT_EQ(typed.steps_size(), 6);
    EXPECT_EQ(typed.steps(4).number(), 5) << "the one that was saved";
    EXPECT_EQ(typed.steps(5).number(), 0);
    EXPECT_TRUE(editor().isChanged());
    EXPECT_TRUE(isDraft(QStringLiteral("sequence-1")));
}

TEST_F(PageTest, keepsTheLastSecondWhenThePersonLeaves)
{
    open();
    QTest::keyClicks(name(), QStringLiteral(" VIP"));
    page.clear();
    EXPECT_TRUE(isDraft(QStringLiteral("sequence-1")));
    EXPECT_TRUE(name()->text().isEmpty());
}

TEST(StepForm, givesBackWhatItWasGiven)
{
    SequencesOffice office;
    ASSERT_TRUE(waitUntil([&office] {
        return office.directory.isLoaded() && !office.picklists.choices(QStringLiteral("channel")).isEmpty();
    }));
    StepForm form(office.workplace);
    form.setGroups(office.memory.sequences.groups());
    form.show();
    for (v1::SequenceStep step : office.memory.sequences.sequences(0).steps()) {
        form.setStep(step);
        EXPECT_EQ(form.step().SerializeAsString(), step.SerializeAsString()) << step.title();
        step.set_who(v1::CARE_STEP_WHO_GROUP);
        step.set_group_id(4);
        step.set_start_minute(9 * 60 + 7);
        step.add_reminder_lead_minutes(60);
        form.setStep(step);
        EXPECT_EQ(form.step().SerializeAsString(), step.SerializeAsString()) << step.title();
    }
}

TEST(SequencesPage, isForReadingWithoutTheRight)
{
    SequencesOffice office(false);
    SequencesPage page(office.workplace);
    page.show();
    page.reload();
    ASSERT_TRUE(waitUntil([&page] { return page.findChild<QListWidget*>(QStringLiteral("sequences"))->count() == 2; }));
    auto* form = page.findChild<StepForm*>();
    ASSERT_TRUE(waitUntil([form] { return form->isVisible(); }));
    for (const auto* edit : form->findChildren<QPlainTextEdit*>())
        EXPECT_TRUE(edit->isEnabled() && edit->isReadOnly()) << "texts can be copied";
    for (const auto* box : form->findChildren<QComboBox*>())
        EXPECT_TRUE(isReadOnly(box) && !box->isEnabled()) << box->accessibleName().toStdString();
    EXPECT_FALSE(buttonOf(page, SequencesPage::tr("New sequence"))->isVisible());
}

TEST(SequencesPage, saysWhatSequencesAreWhileThereIsNone)
{
    SequencesOffice office;
    office.memory.sequences.clear_sequences();
    SequencesPage page(office.workplace);
    page.show();
    page.reload();
    EXPECT_TRUE(waitUntil([&page] { return page.findChild<StateView*>(QStringLiteral("empty"))->isVisible(); }));
}

TEST(SequencesPage, saysSoWhenTheServerDoesNotAnswer)
{
    SequencesOffice office;
    office.server.failNext("ListSequences", AppError(ErrorCode::Unavailable, "database.unavailable"), 20);
    SequencesPage page(office.workplace);
    page.show();
    page.reload();
    EXPECT_TRUE(waitUntil([&page] { return page.findChild<StateView*>(QStringLiteral("failure"))->isVisible(); }));
}

struct PaneTest : testing::Test
{
    void open()
    {
        pane.resize(640, 600);
        pane.show();
        pane.load(7);
        ASSERT_TRUE(waitUntil([this] {
            const auto* leave = pane.findChild<Button*>(QStringLiteral("takeOff"));
            return leave && leave->isVisible();
        }));
    }

    SequencesOffice office;
    SequencePane pane{office.workplace};
};

TEST_F(PaneTest, saysWhatGoesBeforeItTakesOff)
{
    open();
    auto* leave = buttonOf(pane, QCoreApplication::translate("banhang::client::EnrolmentBox", "Remove the customer"));
    ASSERT_NE(leave, nullptr);
    EXPECT_FALSE(leave->isVisible());
    QTest::mouseClick(pane.findChild<Button*>(QStringLiteral("takeOff")), Qt::LeftButton);
    EXPECT_TRUE(leave->isVisible());
    QTest::mouseClick(leave, Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return office.server.calls("StopSequence") == 1; }));
    EXPECT_EQ(office.memory.read([](const SequenceMemory& memory) { return memory.stops.front().enrolment_ids(0); }),
              11);
}

TEST_F(PaneTest, putsTheCustomerOnASequenceByKeyboard)
{
    open();
    pane.beginStart();
    auto* start = pane.findChild<EnrolPanel*>();
    ASSERT_TRUE(waitUntil([start] { return buttonOf(*start, EnrolPanel::tr("Add"))->isEnabled(); }));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([start] { return !start->isVisible(); }));
    office.memory.read([](const SequenceMemory& memory) {
        // The second one is not offered.
        EXPECT_EQ(memory.starts.front().sequence_id(), 1);
        EXPECT_EQ(memory.starts.front().customer_ids(0), 7);
        return 0;
    });
}

TEST_F(PaneTest, isThereBeforeAnybodySignsIn)
{
    const v1::Me me = office.session.me();
    office.session.end();
    SequencePane early(office.workplace);
    auto* begin = buttonOf(early, SequencePane::tr("Add to a sequence…"));
    ASSERT_NE(begin, nullptr);
    EXPECT_FALSE(begin->isEnabled());
    office.session.begin(me);
    EXPECT_TRUE(begin->isEnabled());
}

TEST(EnrolPanel, saysWhoWasLeftAsTheyWere)
{
    SequencesOffice office;
    EnrolPanel panel(office.workplace);
    QSignalSpy started(&panel, &EnrolPanel::started);
    panel.show();
    panel.begin({7, test::FakeSequences::kAlreadyOn, 9});
    ASSERT_TRUE(waitUntil([&panel] { return buttonOf(panel, EnrolPanel::tr("Add"))->isEnabled(); }));
    QTest::keyClick(&panel, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&started] { return started.count() == 1; }));
    EXPECT_EQ(started.front().front().toInt(), 2);
    EXPECT_TRUE(started.front().back().toString().startsWith(QStringLiteral("1 × ")));
}

} // namespace
} // namespace banhang::client
