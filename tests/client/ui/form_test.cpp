// Form parts: when checks run, what messages do, dates as typed, lists under fields.
#include "client/ui/form/date_edit.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeZone>
#include <QWheelEvent>

#include <gtest/gtest.h>

using namespace banhang::client;

namespace {

const QDate kToday(2026, 11, 18);
constexpr int kPatienceMs = 30'000;

void compose(QWidget* editor, const QString& preedit, const QString& commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(editor, &event);
}

class Form : public testing::Test
{
protected:
    Form()
    {
        phone = new QLineEdit;
        note = new QLineEdit;
        phoneField = grid.addField("&Phone", phone, {.isRequired = true, .isHalf = true});
        noteField = grid.addField("Note", note, {.isHalf = true});
        grid.resize(600, 200);
        grid.show();
        QApplication::setActiveWindow(&grid);
        phone->setFocus();
        QCoreApplication::processEvents();
    }

    FormGrid grid;
    QLineEdit* phone;
    QLineEdit* note;
    FormField* phoneField;
    FormField* noteField;
};

} // namespace

TEST_F(Form, checksAPauseAfterTheLastKeyOnce)
{
    QSignalSpy checks(phoneField, &FormField::checkRequested);
    QTest::keyClicks(phone, "0913");
    EXPECT_EQ(checks.size(), 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return checks.size() == 1; }, kPatienceMs));
    note->setFocus();
    QCoreApplication::processEvents();
    EXPECT_EQ(checks.size(), 1) << "nothing was typed since";
}

TEST_F(Form, checksOnLeavingWithoutWaiting)
{
    phoneField->debouncer()->setDelay(1'000'000);
    QSignalSpy checks(phoneField, &FormField::checkRequested);
    QTest::keyClicks(phone, "0913");
    note->setFocus();
    QCoreApplication::processEvents();
    EXPECT_EQ(checks.size(), 1);
}

TEST_F(Form, neverChecksWhileAnInputMethodComposes)
{
    phoneField->debouncer()->setDelay(0);
    noteField->debouncer()->setDelay(0);
    QSignalSpy checks(phoneField, &FormField::checkRequested);
    QSignalSpy laterChecks(noteField, &FormField::checkRequested);
    QTest::keyClicks(phone, "0");
    compose(phone, "tie");
    compose(phone, "tiê");
    QTest::keyClicks(note, "x"); // though the keyboard is with the other
    ASSERT_TRUE(QTest::qWaitFor([&] { return laterChecks.size() == 1; }, kPatienceMs));
    EXPECT_TRUE(phoneField->debouncer()->isComposing());
    EXPECT_EQ(checks.size(), 0) << "it was due before the later one";
    compose(phone, "", "tiến");
    EXPECT_TRUE(QTest::qWaitFor([&] { return checks.size() == 1; }, kPatienceMs));
    EXPECT_EQ(phone->text(), "0tiến");
}

TEST_F(Form, messageMovesNothingAndIsTiedToTheField)
{
    const QRect before = note->geometry();
    phoneField->setError("This number has too few digits.");
    QCoreApplication::processEvents();
    EXPECT_EQ(note->geometry(), before);
    EXPECT_EQ(phone->accessibleDescription(), "This number has too few digits.");
    EXPECT_EQ(fieldState(phone), FieldState::Error);
    EXPECT_EQ(grid.errorCount(), 1);
    phoneField->clearMessage();
    EXPECT_EQ(grid.errorCount(), 0);
    EXPECT_TRUE(phone->accessibleDescription().isEmpty());
}

TEST_F(Form, altEnterTakesTheOfferedValue)
{
    phone->setText("0168 9333 999");
    phoneField->setWarning("The prefix 0168 became 038.",
                           {"Use", "0389 333 999", [this] { phone->setText("0389 333 999"); }});
    QTest::keyClick(phone, Qt::Key_Return, Qt::AltModifier);
    EXPECT_EQ(phone->text(), "0389 333 999");
    EXPECT_EQ(phoneField->state(), FieldState::Normal);
    QTest::keyClick(phone, Qt::Key_Return, Qt::AltModifier);
    EXPECT_EQ(phone->text(), "0389 333 999");
}

TEST_F(Form, enterGoesToTheNextFieldAndStaysInTheLast)
{
    QTest::keyClick(phone, Qt::Key_Return);
    EXPECT_TRUE(note->hasFocus());
    QSignalSpy entered(note, &QLineEdit::returnPressed);
    QTest::keyClick(note, Qt::Key_Return);
    EXPECT_TRUE(note->hasFocus());
    EXPECT_EQ(entered.size(), 1) << "for a page that goes on from there, as the sign-in";
}

TEST_F(Form, leadsFromIssueToIssue)
{
    EXPECT_FALSE(FormGrid::focusNextIssue({&grid}, false));
    noteField->setWarning("Long");
    EXPECT_TRUE(FormGrid::focusNextIssue({&grid}, false));
    EXPECT_TRUE(note->hasFocus());
    phoneField->setError("Wrong");
    EXPECT_TRUE(FormGrid::focusNextIssue({&grid}, false)) << "round the end";
    EXPECT_TRUE(phone->hasFocus());
    EXPECT_TRUE(FormGrid::focusNextIssue({&grid}, true));
    EXPECT_TRUE(note->hasFocus());
}

TEST_F(Form, hasTwoColumnsFromEightHundredPixelsOn)
{
    EXPECT_GT(note->y(), phone->y());
    grid.resize(900, 200);
    QCoreApplication::processEvents();
    EXPECT_EQ(note->y(), phone->y());
    EXPECT_GT(note->x(), phone->x());
}

TEST_F(Form, maskedFieldShowsNothingAndTakesNothing)
{
    phone->setText("0913 555 204");
    phoneField->setMasked(true);
    EXPECT_TRUE(phone->text().isEmpty());
    QTest::keyClicks(phone, "1");
    EXPECT_TRUE(phone->text().isEmpty());
    phoneField->setMasked(false);
    QTest::keyClicks(phone, "1");
    EXPECT_EQ(phone->text(), "1");
}

TEST(GrowingText, isAsHighAsTheTextThatItBeginsWith)
{
    GrowingText empty(QString(), 2);
    GrowingText stored(QString(), 2);
    stored.setPlainText(QStringLiteral("mấy chữ ").repeated(30));
    for (auto* edit : {&empty, &stored}) {
        edit->resize(400, edit->height());
        edit->show();
    }
    QApplication::processEvents();
    EXPECT_GT(stored.height(), empty.height() + 2 * stored.fontMetrics().lineSpacing());
    EXPECT_FALSE(stored.verticalScrollBar()->isVisible());
    const int inNarrow = stored.height();
    stored.resize(1600, inNarrow);
    QApplication::processEvents();
    EXPECT_LT(stored.height(), inNarrow);
}

TEST(DateEdit, takesTheWaysClerksTypeDates)
{
    const QDate expected(2026, 11, 18);
    for (const char* text : {"18/11", "18-11-26", "18112026", "18.11.2026", " 18 / 11 / 2026 ", "1811", "181126"})
        EXPECT_EQ(DateEdit::parseDayMonthYear(text, kToday), expected) << text;
    EXPECT_EQ(DateEdit::parseDayMonthYear("3/2/85", kToday), QDate(1985, 2, 3));
}

TEST(DateEdit, refusesWhatIsNoDate)
{
    for (const char* text : {"31/02/2019", "0/1/2020", "18/13", "abc", "18/11/202", "123", "18//11"})
        EXPECT_FALSE(DateEdit::parseDayMonthYear(text, kToday)) << text;
}

TEST(DateEdit, writesTheNormalFormOnLeaving)
{
    QWidget page;
    DateEdit edit([] { return QDateTime(kToday, QTime(9, 0)); }, &page);
    QLineEdit other(&page);
    page.show();
    QApplication::setActiveWindow(&page);
    edit.setFocus();
    QTest::keyClicks(&edit, "3/2/1985");
    QSignalSpy changed(&edit, &DateEdit::dateChanged);
    other.setFocus();
    EXPECT_EQ(edit.text(), "03/02/1985");
    EXPECT_EQ(changed.size(), 1);
    edit.setText("31/02/2019");
    EXPECT_TRUE(edit.isWrong());
    EXPECT_EQ(edit.text(), "31/02/2019") << "what was typed stays";
}

TEST(DateEdit, countsByTheClockThatItWasGiven)
{
    // New year's night in Viet Nam, while the machine may stand anywhere.
    DateEdit edit([] { return QDateTime(QDate(2033, 1, 1), QTime(0, 30), QTimeZone(7 * 3600)); });
    edit.setText(QStringLiteral("18/11"));
    EXPECT_EQ(edit.date(), QDate(2033, 11, 18));
    edit.clear();
    edit.show();
    QTest::keyClick(&edit, Qt::Key_Down, Qt::AltModifier);
    const auto* month = edit.findChild<QCalendarWidget*>();
    ASSERT_NE(month, nullptr);
    EXPECT_EQ(month->monthShown(), 1);
    EXPECT_EQ(month->yearShown(), 2033);
}

TEST(SuggestList, isDrivenFromTheFieldWhichKeepsTheFocus)
{
    QWidget page;
    page.resize(500, 400);
    QLineEdit field(&page);
    field.setGeometry(10, 10, 300, 28);
    SuggestList list(&field, &page);
    page.show();
    QApplication::setActiveWindow(&page);
    field.setFocus();
    QCoreApplication::processEvents();
    QSignalSpy chosen(&list, &SuggestList::chosen);
    list.setSuggestions(
        {{.strong = "A", .data = 1}, {.strong = "locked", .data = 2, .isEnabled = false}, {.strong = "C", .data = 3}});
    ASSERT_TRUE(list.isOpen());
    EXPECT_TRUE(field.hasFocus());
    QTest::keyClick(&field, Qt::Key_Down);
    EXPECT_EQ(list.currentRow(), 2) << "what may not be chosen is passed over";
    compose(&field, "x");
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(chosen.size(), 0) << "Enter belongs to the input method while it composes";
    compose(&field, "", "x");
    QTest::keyClick(&field, Qt::Key_Return);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 3);
    EXPECT_FALSE(list.isOpen());
}

TEST(FormField, theWheelScrollsPastChoicesAndNumbersAlsoInARow)
{
    FormGrid grid;
    auto* box = new QComboBox;
    box->addItems({"Thường", "VIP"});
    grid.addField("Tier", box, {});
    auto* row = new QWidget;
    auto* days = new QSpinBox(row);
    days->setValue(14);
    grid.addField("Days", row, {});
    grid.show();
    for (QWidget* under : {static_cast<QWidget*>(box), static_cast<QWidget*>(days)}) {
        QWheelEvent wheel(QPointF(4, 4), under->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(under, &wheel);
        EXPECT_FALSE(wheel.isAccepted()) << "it is for what scrolls";
        EXPECT_FALSE(under->hasFocus());
    }
    EXPECT_EQ(box->currentIndex(), 0);
    EXPECT_EQ(days->value(), 14);
}

TEST(ChoiceBox, opensRowsAsHighAsWhatIsToBeHit)
{
    QComboBox box;
    box.addItems({"Gọi điện", "Nhắn tin", "Gặp mặt"});
    box.setCurrentIndex(1);
    box.show();
    for (const int percent : {100, 150}) {
        Look::instance().setTextPercent(percent);
        QCoreApplication::processEvents();
        box.showPopup();
        const auto rowAt = [&box](int row) { return box.view()->visualRect(box.model()->index(row, 0)); };
        EXPECT_EQ(rowAt(0).height(), smallHeight(QFontMetrics(textFont(TextSize::Body)))) << percent;
        EXPECT_LE(rowAt(2).bottom(), box.view()->viewport()->height()) << percent;
        const QImage list = box.view()->viewport()->grab().toImage();
        const auto groundOf = [&](int row) {
            return list.pixelColor((rowAt(row).topRight() - QPoint(4, -4)) * list.devicePixelRatio());
        };
        EXPECT_EQ(groundOf(0), theme().base);
        EXPECT_EQ(groundOf(1), theme().sel);
        box.hidePopup();
    }
    Look::instance().setTextPercent(100);
    EXPECT_EQ(smallHeight(QFontMetrics(textFont(TextSize::Body))), 24);
}

TEST(Button, keepsItsKeyWhenItsTextChanges)
{
    Button button(ButtonKind::Primary, {}, QStringLiteral("Lưu"));
    button.setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    button.relabel(QStringLiteral("Lưu 3 dòng"));
    EXPECT_EQ(button.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    button.relabel({});
    EXPECT_EQ(button.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    EXPECT_EQ(button.property(kKeyHintProperty).toString(), QStringLiteral("Ctrl+S"));
}

TEST(Button, growsWithTheValueThatItOffers)
{
    Button button(ButtonKind::Small, "corner-down-left", "Use");
    button.setStrongPart("1");
    const int narrow = button.sizeHint().width();
    button.setStrongPart("0239 255 5002");
    EXPECT_GT(button.sizeHint().width(), narrow);
}

TEST(SearchBox, keepsThePlaceholderClearOfTheKey)
{
    SearchBox box("Find a customer, phone, tax code", QKeySequence("Ctrl+K"));
    EXPECT_GT(box.textMargins().right(), box.fontMetrics().horizontalAdvance("Ctrl"));
    box.setText("Thiên Ân");
    EXPECT_EQ(box.textMargins().right(), 0);
}

TEST(SearchBox, searchesOnPauseAndEnterAndClearsOnEsc)
{
    SearchBox box("Find", QKeySequence("Ctrl+K"));
    box.show();
    QSignalSpy searches(&box, &SearchBox::searchRequested);
    QTest::keyClicks(&box, "an");
    EXPECT_TRUE(QTest::qWaitFor([&] { return searches.size() == 1; }, kPatienceMs));
    QTest::keyClick(&box, Qt::Key_Return);
    EXPECT_EQ(searches.size(), 2);
    QTest::keyClick(&box, Qt::Key_Escape);
    ASSERT_EQ(searches.size(), 3);
    EXPECT_TRUE(searches[2][0].toString().isEmpty());
    EXPECT_TRUE(box.text().isEmpty());
}
