#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_form.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/ui/form/form_field.h"
#include "client/ui/parts/notice_bar.h"
#include "tests/client/customers/customers_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

v1::Customer storedCustomer()
{
    v1::Customer customer;
    customer.set_id(7);
    customer.set_version(3);
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name("Công ty TNHH Thiên Ân");
    customer.set_note("Ghi chú cũ");
    customer.add_phones()->set_number("0389333999");
    return customer;
}

struct CustomerFormTest : CustomersFixture
{
    void open(const v1::Customer& customer)
    {
        server.put(customer);
        form = std::make_unique<CustomerForm>(workplace, api, customer);
        form->resize(1290, 700);
        form->show();
        QObject::connect(form.get(), &CustomerForm::saved, form.get(),
                         [this](const v1::Customer& stored, bool, bool) { saved = stored; });
    }
    void openNew() { open({}); }

    QLineEdit* edit(const char* path)
    {
        auto* field = form->editor()->fieldAt(path);
        return field ? qobject_cast<QLineEdit*>(field->editor()) : nullptr;
    }
    void type(const char* path, const QString& text)
    {
        auto* line = edit(path);
        ASSERT_NE(line, nullptr) << path;
        line->setFocus();
        line->selectAll();
        test::typeInto(line, text);
    }

    std::unique_ptr<CustomerForm> form;
    v1::Customer saved;
};

TEST_F(CustomerFormTest, showsWhatTheServerSaysBesideTheField)
{
    v1::CheckCustomerResponse response;
    *response.add_issues() = fieldIssue(v1::SEVERITY_WARNING, "phones[0].number", "phone.old_mobile_prefix",
                                        {{"before", "0168 933 3999"}, {"now", "0389 333 999"}}, "0389 333 999");
    *response.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "name", "customer.name.no_letters");
    server.setCheck(response);
    openNew();
    type("phones[0]", QStringLiteral("01689333999"));
    auto* phone = form->editor()->fieldAt("phones[0].number");
    ASSERT_TRUE(waitUntil([&] { return phone->state() == FieldState::Warn; }));
    EXPECT_EQ(form->editor()->fieldAt("name")->state(), FieldState::Error);
    // Alt+Enter takes the offered value.
    server.setCheck({});
    QTest::keyClick(edit("phones[0]"), Qt::Key_Return, Qt::AltModifier);
    EXPECT_EQ(edit("phones[0]")->text(), QStringLiteral("0389 333 999"));
    ASSERT_TRUE(waitUntil([&] { return form->editor()->fieldAt("name")->state() == FieldState::Normal; }));
}

TEST_F(CustomerFormTest, foldsAwayWhatANewCustomerCanDoWithoutUntilItIsWrong)
{
    v1::CheckCustomerResponse response;
    *response.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "website", "text.too_long", {{"max", "200"}});
    server.setCheck(response);
    openNew();
    const auto* website = edit("website");
    ASSERT_NE(website, nullptr);
    EXPECT_FALSE(website->isVisible());
    type("name", QStringLiteral("Thiên Ân"));
    ASSERT_TRUE(waitUntil([&] { return website->isVisible(); }));
    QTest::keyClick(edit("name"), Qt::Key_F8);
    EXPECT_TRUE(website->hasFocus());
}

TEST_F(CustomerFormTest, showsAllFieldsOfAStoredCustomer)
{
    open(storedCustomer());
    EXPECT_TRUE(edit("website")->isVisible());
}

TEST_F(CustomerFormTest, dropsTheAnswerAboutATextThatIsGone)
{
    openNew();
    server.hold("CheckCustomer");
    v1::CheckCustomerResponse stale;
    *stale.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "name", "customer.name.no_letters");
    server.setCheck(stale);
    type("name", QStringLiteral("12"));
    ASSERT_TRUE(waitUntil([this] { return server.calls("CheckCustomer") == 1; }));
    type("name", QStringLiteral("Thiên Ân"));
    ASSERT_TRUE(waitUntil([this] { return server.calls("CheckCustomer") == 2; }));
    server.setCheck({});
    server.release("CheckCustomer");
    bool isAnswered = false;
    const auto barrier = api.get(0, form.get(), [&](const Outcome<v1::Customer>&) { isAnswered = true; });
    ASSERT_TRUE(waitUntil([&] { return isAnswered; }));
    EXPECT_EQ(form->editor()->fieldAt("name")->state(), FieldState::Normal);
}

TEST_F(CustomerFormTest, fillsTheDuplicatePanelAndAsksForAReason)
{
    v1::CheckCustomerResponse response;
    auto* visible = response.add_duplicates()->mutable_visible();
    visible->set_customer_id(412);
    visible->set_name("Công ty TNHH Thương mại Thiên Ân");
    visible->set_rank(v1::DUPLICATE_RANK_CERTAIN);
    auto* reason = visible->add_reasons();
    reason->set_field("phones");
    reason->set_key("duplicate.same_phone");
    reason->set_agrees(true);
    response.add_duplicates()->mutable_hidden()->set_owner_user_id(9);
    server.setCheck(response);
    openNew();
    type("name", QStringLiteral("TM Thiên Ân"));
    ASSERT_TRUE(waitUntil([this] { return form->duplicates()->hitCount() == 2; }));

    server.failNext("CreateCustomer", AppError(ErrorCode::Refused, "customer.duplicate_unconfirmed"));
    form->save(false);
    auto* why = form->duplicates()->findChild<QLineEdit*>();
    ASSERT_TRUE(waitUntil([&] { return why->isVisible(); }));
    test::typeInto(why, QStringLiteral("chi nhánh khác"));
    QTest::keyClick(why, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return saved.id() != 0; }));
    EXPECT_EQ(server.lastCreate().duplicate_reason(), "chi nhánh khác");
}

TEST_F(CustomerFormTest, whoStandsInADuplicateStaysThereThroughTheNextCheck)
{
    const auto hits = [](const std::vector<int>& ids) {
        QList<v1::DuplicateHit> list;
        for (const int id : ids) {
            v1::DuplicateHit hit;
            hit.mutable_visible()->set_customer_id(id);
            hit.mutable_visible()->set_name("Thiên Ân " + std::to_string(id));
            list.append(hit);
        }
        return list;
    };
    openNew();
    QApplication::setActiveWindow(form.get());
    auto* panel = form->duplicates();
    panel->setHits(hits({412, 413}));
    qint64 opened = 0;
    QObject::connect(panel, &DuplicatePanel::openRequested, form.get(), [&opened](qint64 id) { opened = id; });
    const auto press = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); };
    QTest::keyClick(edit("name"), Qt::Key_2, Qt::AltModifier);
    ASSERT_NE(qobject_cast<QAbstractButton*>(QApplication::focusWidget()), nullptr);
    press();
    EXPECT_EQ(opened, 413);
    panel->setHits(hits({500, 412, 413}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    opened = 0;
    press();
    EXPECT_EQ(opened, 413) << "the same customer, further down";
    panel->setHits(hits({500, 412}));
    opened = 0;
    press();
    EXPECT_EQ(opened, 412) << "the one that is left";
}

TEST_F(CustomerFormTest, sendsOnlyWhatWasChanged)
{
    open(storedCustomer());
    type("phones[0]", QStringLiteral("0352555817"));
    form->save(false);
    ASSERT_TRUE(waitUntil([this] { return saved.id() == 7; }));
    const auto update = server.lastUpdate();
    ASSERT_EQ(update.update_mask().paths_size(), 1);
    EXPECT_EQ(update.update_mask().paths(0), "phones");
    EXPECT_EQ(update.customer().version(), 3);
    EXPECT_EQ(update.customer().phones(0).number(), "0352555817");
}

TEST_F(CustomerFormTest, keepsADraftThatIsFoundAgain)
{
    openNew();
    type("name", QStringLiteral("Gốm Đất Vàng"));
    form->keepDraft();
    form.reset();
    openNew();
    const auto draft = drafts.find(customerDraftKey(0));
    ASSERT_TRUE(draft.has_value());
    if (draft)
        form->restoreDraft(*draft);
    EXPECT_EQ(edit("name")->text(), QStringLiteral("Gốm Đất Vàng"));
}

TEST_F(CustomerFormTest, leavesNoDraftBehindAfterSaving)
{
    openNew();
    type("name", QStringLiteral("Gốm Đất Vàng"));
    form->save(false);
    ASSERT_TRUE(waitUntil([this] { return saved.id() != 0; }));
    form->keepDraft();
    EXPECT_TRUE(drafts.all().isEmpty());
}

TEST_F(CustomerFormTest, takesOverWhatAColleagueChangedElsewhere)
{
    open(storedCustomer());
    type("phones[0]", QStringLiteral("0352555817"));
    auto theirs = storedCustomer();
    theirs.set_version(4);
    theirs.set_note("Ghi chú của Diệp");
    server.put(theirs);
    form->onChanged(2);
    ASSERT_TRUE(waitUntil([this] { return form->editor()->collect().note() == "Ghi chú của Diệp"; }));
    EXPECT_EQ(edit("phones[0]")->text(), QStringLiteral("0352555817"));
    EXPECT_FALSE(form->findChild<ConflictPanel*>()->isVisible());
    form->save(false);
    ASSERT_TRUE(waitUntil([this] { return saved.id() == 7; }));
    EXPECT_EQ(server.lastUpdate().customer().version(), 4);
    EXPECT_EQ(server.lastUpdate().update_mask().paths_size(), 1);
}

TEST_F(CustomerFormTest, theCursorStaysWhereItIsWhenAColleagueSavesAnotherField)
{
    open(storedCustomer());
    type("name", QStringLiteral("Thiên Ân"));
    edit("name")->setSelection(2, 3);
    auto theirs = storedCustomer();
    theirs.set_version(4);
    theirs.set_note("Ghi chú của Diệp");
    server.put(theirs);
    form->onChanged(2);
    ASSERT_TRUE(waitUntil([this] { return form->editor()->collect().note() == "Ghi chú của Diệp"; }));
    EXPECT_EQ(form->window()->focusWidget(), edit("name"));
    EXPECT_EQ(edit("name")->text(), QStringLiteral("Thiên Ân"));
    EXPECT_EQ(edit("name")->selectionStart(), 2);
    EXPECT_EQ(edit("name")->cursorPosition(), 5);
    EXPECT_EQ(form->editor()->fieldAt("note")->state(), FieldState::Peer);
}

TEST_F(CustomerFormTest, waitsWithAColleaguesChangeUntilTheLetterIsComposed)
{
    open(storedCustomer());
    edit("name")->setFocus();
    QInputMethodEvent composing(QStringLiteral("ươ"), {});
    QApplication::sendEvent(edit("name"), &composing);
    const auto* line = edit("name");
    auto theirs = storedCustomer();
    theirs.set_version(4);
    theirs.set_note("Ghi chú của Diệp");
    server.put(theirs);
    form->onChanged(2);
    ASSERT_TRUE(waitUntil([this] { return server.calls("GetCustomer") >= 2; })) << "it looks again, and waits";
    EXPECT_EQ(edit("name"), line);
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("ươ"));
    QApplication::sendEvent(edit("name"), &committed);
    ASSERT_TRUE(waitUntil([this] { return form->editor()->collect().note() == "Ghi chú của Diệp"; }));
    EXPECT_TRUE(edit("name")->text().contains(QStringLiteral("ươ")));
}

TEST_F(CustomerFormTest, goesWhenItsDraftIsDiscardedElsewhereAndDoesNotComeBack)
{
    open(storedCustomer());
    type("name", QStringLiteral("Đang gõ dở"));
    form->keepDraft();
    int closed = 0;
    QObject::connect(form.get(), &CustomerForm::closeRequested, form.get(), [&] { ++closed; });
    const QString key = customerDraftKey(7);
    ASSERT_TRUE(drafts.find(key));
    drafts.discard(key);
    EXPECT_EQ(closed, 1);
    form->keepDraft(); // as the page does when it closes the form
    EXPECT_FALSE(drafts.find(key));
}

TEST_F(CustomerFormTest, givesUpWhatWasTypedAndHandsItOverForTheWayBack)
{
    openNew();
    const auto buttons = form->findChildren<QAbstractButton*>();
    const auto found = std::ranges::find(buttons, CustomerForm::tr("Discard the draft"), &QAbstractButton::text);
    ASSERT_NE(found, buttons.end());
    EXPECT_FALSE((*found)->isVisible()) << "there is nothing yet";
    type("name", QStringLiteral("Thiên Ân"));
    form->keepDraft();
    ASSERT_TRUE(waitUntil([&] { return (*found)->isVisible(); }));
    type("name", QStringLiteral("Thiên Ân Phú"));
    QString given;
    QObject::connect(form.get(), &CustomerForm::draftDiscarded, [&](const Draft& draft) { given = draft.title; });
    (*found)->click();
    form->keepDraft(); // as the page does when it closes the form
    EXPECT_FALSE(drafts.find(customerDraftKey(0)));
    EXPECT_TRUE(given.contains(QStringLiteral("Thiên Ân Phú"))) << given.toStdString();
}

TEST_F(CustomerFormTest, marksTheFieldThatAColleagueIsTypingInto)
{
    open(storedCustomer());
    feed.start({});
    ASSERT_TRUE(waitUntil([this] { return feed.isOnline(); }));
    server.sendPresence(7, {{2, "phones"}});
    auto* phone = form->editor()->fieldAt("phones[0]");
    ASSERT_TRUE(waitUntil([&] { return phone->state() == FieldState::Peer; }));
    server.sendPresence(7, {{2, "note"}});
    ASSERT_TRUE(waitUntil([&] { return phone->state() == FieldState::Normal; }));
    EXPECT_EQ(form->editor()->fieldAt("note")->state(), FieldState::Peer);
    server.sendPresence(7, {});
    ASSERT_TRUE(waitUntil([&] { return form->editor()->fieldAt("note")->state() == FieldState::Normal; }));
}

TEST_F(CustomerFormTest, tellsWhichFieldIsBeingTypedInto)
{
    open(storedCustomer());
    feed.start({});
    ASSERT_TRUE(waitUntil([this] { return feed.isOnline(); }));
    QApplication::setActiveWindow(form.get());
    edit("phones[0]")->setFocus();
    const auto told = [this](const char* field) {
        const auto places = server.places();
        return places.size() == 1 && places.begin()->second.customer_id() == 7 && places.begin()->second.editing() &&
               places.begin()->second.field() == field;
    };
    ASSERT_TRUE(waitUntil([&] { return told("phones"); }));
    edit("name")->setFocus();
    ASSERT_TRUE(waitUntil([&] { return told("name"); }));
    form.reset();
    ASSERT_TRUE(waitUntil([this] { return server.places().empty(); }));
}

TEST_F(CustomerFormTest, letsTheUserChooseWhereBothChangedTheSame)
{
    for (const bool takesTheirs : {false, true}) {
        saved.Clear();
        open(storedCustomer());
        type("phones[0]", QStringLiteral("0352555817"));
        auto theirs = storedCustomer();
        theirs.set_version(4);
        theirs.mutable_phones(0)->set_number("02435550126");
        theirs.set_note("Cũng đổi");
        server.put(theirs);
        server.failNext("UpdateCustomer", AppError(ErrorCode::Conflict, "customer.edit_conflict"));
        form->save(false);
        auto* conflict = form->findChild<ConflictPanel*>();
        ASSERT_TRUE(waitUntil([&] { return conflict->isVisible(); }));
        EXPECT_EQ(edit("phones[0]")->text(), QStringLiteral("0352555817")); // not overwritten before the choice
        conflict->takeAll(takesTheirs);
        if (takesTheirs)
            theirs.set_name("không gửi");
        form->save(false);
        if (takesTheirs) {
            // Nothing of the own is left to send.
            ASSERT_TRUE(waitUntil([&] { return !conflict->isVisible(); }));
            EXPECT_EQ(edit("phones[0]")->text(), QStringLiteral("02435550126"));
            continue;
        }
        ASSERT_TRUE(waitUntil([this] { return saved.id() == 7; }));
        EXPECT_EQ(saved.phones(0).number(), "0352555817");
        EXPECT_EQ(saved.note(), "Cũng đổi");
    }
}

TEST_F(CustomerFormTest, sendsWhenTheServerIsBackWithTheSameRequestId)
{
    openNew();
    type("name", QStringLiteral("Gốm Đất Vàng"));
    server.failNext("CreateCustomer", AppError(ErrorCode::Unavailable, "database.unavailable"), 3);
    form->save(false);
    // How many tries reach a server that goes is not for the form to know.
    ASSERT_TRUE(waitUntil([this] {
        const auto bars = form->findChildren<NoticeBar*>();
        return std::ranges::any_of(bars, [](const NoticeBar* bar) { return bar->isVisible(); });
    }));
    EXPECT_EQ(saved.id(), 0);
    ASSERT_TRUE(waitUntil([this] {
        form->onOnline(true);
        return saved.id() != 0;
    }));
    const auto ids = server.requestIds();
    EXPECT_EQ(std::count(ids.begin(), ids.end(), ids.front()), static_cast<long>(ids.size()));
}

TEST_F(CustomerFormTest, whatIsTypedWhileItIsSavedStaysAndIsSavedNext)
{
    openNew();
    type("name", QStringLiteral("Gốm Đất Vàng"));
    server.hold("CreateCustomer");
    form->save(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateCustomer") == 1; }));
    type("website", QStringLiteral("gomdatvang.vn"));
    server.release("CreateCustomer");
    ASSERT_TRUE(waitUntil([this] { return !form->isSaving(); }));
    EXPECT_EQ(saved.id(), 0) << "it stays open";
    EXPECT_EQ(edit("website")->text(), QStringLiteral("gomdatvang.vn"));
    ASSERT_TRUE(drafts.find(customerDraftKey(0)));
    form->save(false);
    ASSERT_TRUE(waitUntil([this] { return saved.id() != 0; }));
    EXPECT_EQ(server.calls("CreateCustomer"), 1);
    EXPECT_EQ(server.lastUpdate().update_mask().paths_size(), 1);
    EXPECT_EQ(saved.name(), "Gốm Đất Vàng");
    EXPECT_EQ(saved.website(), "gomdatvang.vn");
    EXPECT_TRUE(drafts.all().isEmpty());
}

TEST_F(CustomerFormTest, aDayThatDoesNotExistStopsSavingBesideTheField)
{
    openNew();
    type("name", QStringLiteral("Gốm Đất Vàng"));
    type("founded_date", QStringLiteral("31/02/2019"));
    form->save(false);
    EXPECT_EQ(form->editor()->fieldAt("founded_date")->state(), FieldState::Error);
    EXPECT_EQ(server.calls("CreateCustomer"), 0);
}

TEST_F(CustomerFormTest, readsTheFormOfAddressFromTheNameOfAContact)
{
    openNew();
    type("contacts[0].name", QStringLiteral("Chị Phan Thị Lan"));
    const auto customer = form->editor()->collect();
    ASSERT_EQ(customer.contacts_size(), 1);
    EXPECT_EQ(customer.contacts(0).name(), "Phan Thị Lan");
    EXPECT_EQ(customer.contacts(0).honorific(), v1::HONORIFIC_CHI);
}

TEST_F(CustomerFormTest, takesLunarBirthdaysThatTheSolarCalendarLacks)
{
    auto person = storedCustomer();
    person.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    person.mutable_birthday()->mutable_date()->set_month(2);
    person.mutable_birthday()->mutable_date()->set_day(30);
    person.mutable_birthday()->set_lunar(true);
    open(person);
    EXPECT_EQ(edit("birthday")->text(), QStringLiteral("30/02"));
    EXPECT_FALSE(form->editor()->unreadable());
    EXPECT_FALSE(form->isTouched());
    type("birthday", QStringLiteral("2/6/2025 nhuận"));
    const auto birthday = form->editor()->collect().birthday();
    EXPECT_EQ(birthday.date().day(), 2);
    EXPECT_EQ(birthday.date().year(), 2025);
    EXPECT_TRUE(birthday.leap_month());
    type("birthday", QStringLiteral("2/6/2024 nhuận"));
    EXPECT_TRUE(form->editor()->unreadable());
}

TEST_F(CustomerFormTest, takesAYearOfBirthAlone)
{
    auto person = storedCustomer();
    person.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    person.mutable_birthday()->mutable_date()->set_year(1985);
    open(person);
    EXPECT_EQ(edit("birthday")->text(), QStringLiteral("1985"));
    EXPECT_FALSE(form->editor()->unreadable());
    EXPECT_FALSE(form->isTouched());
    type("birthday", QStringLiteral("1986"));
    EXPECT_EQ(form->editor()->collect().birthday().date().year(), 1986);
    EXPECT_EQ(form->editor()->collect().birthday().date().month(), 0);
    type("birthday", QStringLiteral("86"));
    EXPECT_TRUE(form->editor()->unreadable());
}

TEST_F(CustomerFormTest, givesBackARecordAsItGotIt)
{
    auto customer = storedCustomer();
    customer.mutable_phones(0)->set_use(v1::CONTACT_USE_WORK);
    customer.mutable_phones(0)->set_key("84389333999");
    auto* address = customer.add_addresses();
    address->set_street("18 Duy Tân");
    address->set_ward("P. Cầu Giấy");
    address->set_province("Hà Nội");
    customer.add_watch_points()->set_text("Chỉ nghe máy sau 14 giờ");
    customer.add_need_keys("price");
    customer.set_source_key("yellow_pages");
    open(customer);
    EXPECT_EQ(form->editor()->collect().SerializeAsString(), customer.SerializeAsString());
    EXPECT_FALSE(form->isTouched());
}

} // namespace
} // namespace banhang::client
