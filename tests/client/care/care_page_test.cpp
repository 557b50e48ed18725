// Care requests are taken in, answered, given away and followed on their page and in the detail of a customer.
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

#include "client/care/care_tab.h"
#include "client/care/care_text.h"
#include "client/customers/detail/customer_detail.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "tests/client/care/care_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct CarePageTest : CareFixture
{
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), key, modifiers);
    }
    GrowingText* text(const QString& placeholder)
    {
        for (auto* edit : editor().findChildren<GrowingText*>())
            if (edit->placeholderText() == placeholder)
                return edit;
        return nullptr;
    }
    void everybodys()
    {
        auto* whose = page().findChild<Segmented*>();
        whose->setCurrent(1);
        emit whose->chosen(1);
    }
};

TEST_F(CarePageTest, listsWhatIsMineAndOpenByItsPromise)
{
    care.put(complaint(1, "Máy ồn", 300));
    care.put(complaint(2, "Giao thiếu", -90));
    care.put(complaint(3, "Của Diệp", 60, 2));
    auto answered = complaint(4, "Đã xong", 10);
    answered.set_state(v1::CARE_STATE_RESOLVED);
    care.put(answered);
    openPage(2);
    EXPECT_EQ(cell(0, CareModel::Subject), "Giao thiếu");
    EXPECT_EQ(cell(0, CareModel::Promised), promiseText(care.stored(2), officeNow()));
    EXPECT_EQ(pane().model()->index(0, CareModel::Promised).data(CellToneRole).toInt(), int(CellTone::Error));
    EXPECT_EQ(cell(1, CareModel::Subject), "Máy ồn");
    everybodys();
    EXPECT_TRUE(waitUntil([this] { return pane().model()->loadedCount() == 3; }));
    pane().choose(CarePane::Shown::Overdue);
    EXPECT_TRUE(waitUntil([this] { return pane().model()->loadedCount() == 1; }));
    pane().choose(CarePane::Shown::All);
    EXPECT_TRUE(waitUntil([this] { return pane().model()->loadedCount() == 4; }));
}

TEST_F(CarePageTest, saysWhoseAreCounted)
{
    care.put(complaint(1, "Máy ồn", 300));
    care.put(complaint(2, "Giao thiếu", 300, 2));
    openPage(1);
    const auto head = [this] {
        QStringList words;
        for (const auto* label : window->findChild<CarePage*>()->findChildren<QLabel*>())
            words.append(label->text());
        return words;
    };
    EXPECT_TRUE(waitUntil([&] { return head().contains(QStringLiteral("của bạn: 1 đang mở, 0 quá hạn")); }));
    everybodys();
    EXPECT_TRUE(waitUntil([&] { return head().contains(QStringLiteral("của mọi người: 2 đang mở, 0 quá hạn")); }));
}

TEST_F(CarePageTest, isAnsweredByKeys)
{
    care.put(complaint(1, "Máy ồn", 300));
    openPage(1);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([this] { return editor().isOpen(); }));
    press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(server.calls("MoveCareRequest"), 0) << "an answer is missing, and the field says so";
    auto* answer = qobject_cast<GrowingText*>(window->focusWidget());
    ASSERT_NE(answer, nullptr);
    QTest::keyClicks(answer, "Da thay quat moi");
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.calls("MoveCareRequest") == 1 && !editor().isOpen(); }));
    EXPECT_EQ(care.lastMove().state(), v1::CARE_STATE_RESOLVED);
    EXPECT_EQ(care.stored(1).answer(), "Da thay quat moi");
    ASSERT_EQ(care.lastMove().update_mask().paths_size(), 1);
    EXPECT_EQ(care.lastMove().update_mask().paths(0), "answer");
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([this] { return care.stored(1).state() == v1::CARE_STATE_CLOSED; }));
}

TEST_F(CarePageTest, keepsWhatIsTypedUntilItIsSaved)
{
    care.put(complaint(1, "Máy ồn", 300));
    openPage(1);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return editor().isOpen(); }));
    auto* subject = editor().findChild<QLineEdit*>();
    for (auto* edit : editor().findChildren<QLineEdit*>())
        if (edit->text() == "Máy ồn")
            subject = edit;
    subject->setFocus();
    subject->selectAll();
    QTest::keyClicks(subject, "May on va nong");
    press(Qt::Key_Escape);
    ASSERT_FALSE(editor().isOpen());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return editor().isOpen(); }));
    EXPECT_EQ(subject->text(), "May on va nong");
    server.failNext("UpdateCareRequest", AppError(ErrorCode::Refused, "care_request.in_bin"));
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return editor().findChild<NoticeBar*>() != nullptr; }));
    EXPECT_TRUE(editor().isOpen());
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return !editor().isOpen(); }));
    EXPECT_EQ(care.stored(1).subject(), "May on va nong");
    EXPECT_EQ(care.lastUpdate().update_mask().paths_size(), 1);
}

TEST_F(CarePageTest, goesToTheBinAndBack)
{
    care.put(complaint(1, "Máy ồn", 300));
    openPage(1);
    std::function<void()> undo;
    QObject::connect(&pane(), &CarePane::undoOffered, &pane(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    pane().table()->setFocus();
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return static_cast<bool>(undo); }));
    EXPECT_TRUE(care.stored(1).has_delete_time());
    undo();
    EXPECT_TRUE(waitUntil([this] { return !care.stored(1).has_delete_time(); }));
}

TEST_F(CarePageTest, bothGoToTheBinThatAreDeletedAtOnce)
{
    care.put(complaint(1, "Máy ồn", 300));
    care.put(complaint(2, "Giao thiếu", 600));
    openPage(2);
    pane().table()->setFocus();
    server.hold("DeleteCareRequest");
    press(Qt::Key_Delete);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([this] { return server.calls("DeleteCareRequest") == 2; }));
    server.release("DeleteCareRequest");
    EXPECT_TRUE(waitUntil([this] {
        return care.stored(1).has_delete_time() && care.stored(2).has_delete_time() &&
               !pane().model()->rowAt(0)->goneReason.isEmpty() && !pane().model()->rowAt(1)->goneReason.isEmpty();
    }));
}

TEST_F(CarePageTest, followsTheFeed)
{
    care.put(complaint(1, "Máy ồn", 300));
    openPage(1);
    auto changed = care.stored(1);
    changed.set_state(v1::CARE_STATE_WORKING);
    care.put(changed);
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("care_request");
    change->set_id(1);
    change->set_version(care.stored(1).version());
    change->set_kind(v1::CHANGE_KIND_CHANGED);
    change->set_actor_user_id(2);
    server.sendEvent(event);
    EXPECT_TRUE(waitUntil([this] { return cell(0, CareModel::State) == careStateWord(v1::CARE_STATE_WORKING); }));
}

TEST_F(CarePageTest, isTakenInAtACustomer)
{
    care.put(complaint(1, "Máy ồn", 300));
    openPage(1);
    window->customers()->openCustomer(7);
    CareTab* tab = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        tab = detail().findChild<CareTab*>();
        return tab != nullptr && tab->pane()->model()->loadedCount() == 1;
    }));
    tab->pane()->begin();
    CareEditor* writing = tab->pane()->editor();
    ASSERT_TRUE(writing->isOpen());
    for (auto* edit : writing->findChildren<QLineEdit*>())
        if (edit->maxLength() == 200)
            edit->setText(QStringLiteral("Xin hướng dẫn lắp"));
    writing->save();
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateCareRequest") == 1 && !writing->isOpen(); }));
    EXPECT_EQ(care.lastCreate().care_request().customer_id(), 7);
    EXPECT_EQ(care.lastCreate().care_request().subject(), "Xin hướng dẫn lắp");
    EXPECT_FALSE(care.lastCreate().care_request().has_promised_time()) << "the server promises by its settings";
    EXPECT_TRUE(waitUntil([&] { return tab->pane()->model()->loadedCount() == 2; }));
}

TEST_F(CarePageTest, saysWhenThereIsNothing)
{
    openPage(0);
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCareRequests") > 0; }));
    EXPECT_TRUE(waitUntil([this] { return pane().findChild<StateView*>() != nullptr; }));
}

} // namespace
} // namespace banhang::client
