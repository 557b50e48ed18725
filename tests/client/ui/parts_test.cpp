// The small parts: names for screen readers, keys, toasts that do not take the focus.
#include "client/ui/gallery/gallery.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/fact_grid.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/overflow_row.h"
#include "client/ui/parts/question_box.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/tag.h"
#include "client/ui/parts/titled_page.h"
#include "client/ui/parts/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

using namespace banhang::client;

TEST(Chip, backspaceRemovesACondition)
{
    Chip chip(Chip::Kind::Filter, "Region", "North");
    chip.show();
    QSignalSpy removed(&chip, &Chip::removeRequested);
    QTest::keyClick(&chip, Qt::Key_Backspace);
    EXPECT_EQ(removed.size(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, chip.height() / 2));
    EXPECT_EQ(removed.size(), 2);
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, chip.height() / 2));
    EXPECT_EQ(clicked.size(), 1);
    EXPECT_EQ(removed.size(), 2);
    EXPECT_EQ(chip.accessibleName(), "Region: North");
}

TEST(Button, enterPressesTheOneThatHasTheFocus)
{
    Button button(ButtonKind::Normal, "plug", "Use it");
    button.show();
    QSignalSpy clicked(&button, &Button::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(clicked.size(), 2);
    QTest::keyClick(&button, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(clicked.size(), 2) << "that is the page's main act";
    button.setEnabled(false);
    QTest::keyClick(&button, Qt::Key_Return);
    EXPECT_EQ(clicked.size(), 2);
}

TEST(Rail, entriesHaveKeysInTheirOrder)
{
    Rail rail;
    QAbstractButton* first = rail.addEntry(10, "sun", "Today");
    QAbstractButton* second = rail.addEntry(20, "users", "Customers");
    EXPECT_EQ(first->shortcut(), QKeySequence("Ctrl+1"));
    EXPECT_EQ(second->shortcut(), QKeySequence("Ctrl+2"));
    QSignalSpy chosen(&rail, &Rail::chosen);
    second->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 20);
    rail.setCurrent(10);
    EXPECT_EQ(rail.current(), 10);
    EXPECT_EQ(chosen.size(), 1);
}

namespace {

/// As large as it is told.
class Block final : public QWidget
{
public:
    explicit Block(const QSize& size) : m_size(size) {}
    QSize sizeHint() const override { return m_size; }

private:
    QSize m_size;
};

} // namespace

TEST(OverflowRow, leavesOutWholePartsTheLeastNeededFirst)
{
    OverflowRow row(6);
    const auto add = [&row](const QSize& size, int rank) {
        auto* part = new Block(size);
        row.add(part, rank);
        return part;
    };
    auto* code = add({50, 20}, 0);
    auto* tax = add({80, 20}, 2);
    auto* mark = add({40, 20}, 1);
    row.show();
    EXPECT_EQ(row.sizeHint().width(), 50 + 6 + 80 + 6 + 40);
    EXPECT_EQ(row.minimumSizeHint().width(), 50);
    const auto shown = [&](int width) {
        row.resize(width, 20);
        return std::tuple(code->isVisible(), tax->isVisible(), mark->isVisible());
    };
    EXPECT_EQ(shown(182), std::tuple(true, true, true));
    EXPECT_EQ(shown(181), std::tuple(true, false, true));
    EXPECT_EQ(shown(95), std::tuple(true, false, false));
    EXPECT_EQ(shown(10), std::tuple(true, false, false));
    row.setWanted(mark, false);
    EXPECT_EQ(shown(136), std::tuple(true, true, false));
    EXPECT_EQ(tax->x(), 56);
}

TEST(TitledPage, keysInTheHeadGiveWayBeforeTheWindowDoes)
{
    TitledPage page("Merge two customers");
    page.setAside("group 1 of 163");
    auto* merge = new Button(ButtonKind::Primary, "merge", "Merge into KH000121");
    merge->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto* later = new Button(ButtonKind::Flat, {}, "Later");
    later->setKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    page.addToHead(later);
    page.addToHead(merge);
    page.resize(1000, 200);
    page.show();
    const int withKey = merge->width();
    page.resize(520, 200);
    QApplication::processEvents();
    EXPECT_EQ(page.width(), 520);
    EXPECT_LT(merge->width(), withKey);
    EXPECT_LT(merge->geometry().right(), 520);
    EXPECT_EQ(merge->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return)) << "it goes on working";
    later->relabel("Look at it some time later"); // what comes for a moment does not widen the window for good
    QApplication::processEvents();
    EXPECT_EQ(page.width(), 520);
    page.resize(1200, 200);
    QApplication::processEvents();
    EXPECT_EQ(merge->width(), withKey);
}

TEST(BanhangStyle, aSpinBoxIsAFieldWithTwoMarksAtItsEnd)
{
    QSpinBox box;
    box.setRange(1, 9);
    EXPECT_EQ(box.sizeHint().height(), QLineEdit().sizeHint().height());
    box.resize(120, box.sizeHint().height());
    box.show();
    const auto* typed = box.findChild<QLineEdit*>();
    EXPECT_LE(typed->geometry().right(), box.width() - 24);
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(box.width() - 12, 6));
    EXPECT_EQ(box.value(), 2);
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(box.width() - 12, box.height() - 6));
    EXPECT_EQ(box.value(), 1);
}

TEST(Segmented, isEnteredAtWhatIsChosen)
{
    Segmented sizes;
    sizes.addChoice(90, {}, "90 %");
    sizes.addChoice(100, {}, "100 %");
    sizes.setCurrent(100);
    EXPECT_EQ(sizes.focusProxy()->accessibleName(), "100 %");
}

TEST(Segmented, hasOneChoiceAndTellsOnlyTheUsersOwn)
{
    Segmented kinds;
    kinds.addChoice(1, "building-2", "&Organisation");
    kinds.addChoice(2, "user", "&Person");
    EXPECT_EQ(kinds.current(), 1);
    QSignalSpy chosen(&kinds, &Segmented::chosen);
    kinds.setCurrent(2);
    EXPECT_EQ(kinds.current(), 2);
    EXPECT_EQ(chosen.size(), 0);
    kinds.findChildren<QAbstractButton*>().constFirst()->click();
    EXPECT_EQ(kinds.current(), 1);
    EXPECT_EQ(chosen.size(), 1);
}

TEST(Toast, hasRoomForNewsThatFollowsOther)
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    Toast toast(&window);
    toast.showNews("Moved Thiên Ân to the bin", {"Undo", [] {}});
    const int width = toast.width();
    toast.showNews("Moved Thiên Ân to the bin", {"Undo", [] {}});
    EXPECT_EQ(toast.width(), width);
}

TEST(Toast, undoesByKeyOnceAndOnlyWhatIsShown)
{
    QWidget window;
    window.show();
    Toast toast(&window);
    int undone = 0;
    toast.showNews("Moved", {"Undo", [&] { ++undone; }});
    toast.runAction();
    toast.runAction();
    EXPECT_EQ(undone, 1);
}

TEST(Toast, takesNoFocusAndRunsItsAction)
{
    QWidget window;
    window.resize(600, 400);
    QLineEdit field(&window);
    window.show();
    QApplication::setActiveWindow(&window);
    field.setFocus();
    Toast toast(&window);
    int undone = 0;
    toast.showNews("Moved", {"Undo", [&] { ++undone; }});
    EXPECT_TRUE(toast.isVisible());
    EXPECT_TRUE(field.hasFocus());
    EXPECT_LE(toast.geometry().right(), window.width());
    toast.findChild<Button*>()->click();
    EXPECT_EQ(undone, 1);
    EXPECT_FALSE(toast.isVisible());
}

TEST(Toast, keepsOffTheFieldThatIsWrittenIn)
{
    QWidget window;
    window.resize(600, 400);
    QLineEdit above(&window);
    QLineEdit below(&window);
    below.setGeometry(300, 340, 280, 32);
    window.show();
    QApplication::setActiveWindow(&window);
    below.setFocus();
    Toast toast(&window);
    toast.showReminder("Call Mrs Lan", {{"Open", [] {}}});
    EXPECT_LT(toast.geometry().bottom(), below.geometry().top());
    auto* open = toast.findChild<Button*>();
    const QRect beside = toast.geometry();
    open->setFocus();
    EXPECT_EQ(toast.geometry(), beside) << "it went from under the pointer";
    above.setFocus();
    EXPECT_TRUE(toast.geometry().intersects(below.geometry())) << "its usual place, where nobody writes now";
    below.setFocus();
    EXPECT_FALSE(toast.geometry().intersects(below.geometry()));
}

TEST(FactGrid, keepsNoRoomForFactsThatAreGone)
{
    FactGrid grid;
    grid.setFacts({{.field = "phone", .label = "Phone", .value = "0912 345 678"}});
    const int one = grid.sizeHint().height();
    grid.setFacts({{.field = "phone", .label = "Phone", .value = "0912 345 678"},
                   {.field = "tax", .label = "Tax code", .value = "0100109106"}});
    EXPECT_GT(grid.sizeHint().height(), one);
    grid.setFacts({{.field = "phone", .label = "Phone", .value = "0912 345 678"}});
    EXPECT_EQ(grid.sizeHint().height(), one);
}

TEST(StateView, isAsQuietOverTheRowsOfATableAsElsewhere)
{
    QListView rows;
    auto* state = new StateView(StateView::Kind::Empty);
    state->setTexts("Nothing here", "It comes later.");
    state->setParent(rows.viewport());
    rows.show();
    const auto texts = state->findChildren<Label*>();
    ASSERT_EQ(texts.size(), 2);
    EXPECT_EQ(texts[0]->palette().color(texts[0]->foregroundRole()), theme().text);
    EXPECT_EQ(texts[1]->palette().color(texts[1]->foregroundRole()), theme().text2);
}

TEST(Tag, endsWithDotsWhereItsColumnIsTooNarrow)
{
    const QString state = QStringLiteral("Waiting for the customer");
    constexpr int kColumn = 90;
    ASSERT_GT(tagPixmap(state, CellTone::Warn, 1).width(), kColumn);
    const QString cut = elidedTagText(state, CellTone::Warn, kColumn);
    EXPECT_TRUE(cut.endsWith(QChar(0x2026)));
    EXPECT_LE(tagPixmap(cut, CellTone::Warn, 1).width(), kColumn);
    EXPECT_EQ(elidedTagText("New", CellTone::Warn, kColumn), "New");
}

TEST(StatusLine, keepsTheWindowNarrowAndGivesUpFactsForWhatWantsToBeLookedAt)
{
    QWidget window; // alone it would be as wide as its parts at least
    StatusLine line(&window);
    line.setConnection(Tone::Ok, "circle-check", "Connected to the server");
    line.setFacts({"CN Hà Nội · Nhóm KD 1", "Thứ Ba 24/11/2026 · 16/10 âm lịch", "05:34"});
    line.setPlaceKeys("F8 to the next one");
    const auto shown = [&line](const QString& text) {
        const auto labels = line.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text() == text && label->isVisible(); });
    };
    line.resize(2000, line.sizeHint().height());
    window.show();
    EXPECT_TRUE(shown("CN Hà Nội · Nhóm KD 1"));
    const int narrow = line.findChild<QHBoxLayout*>()->totalMinimumSize().width();
    line.resize(narrow, line.height());
    EXPECT_TRUE(shown("CN Hà Nội · Nhóm KD 1"));
    line.setIssues(1, 3);
    EXPECT_LE(line.minimumSizeHint().width(), narrow);
    EXPECT_EQ(line.width(), narrow);
    EXPECT_FALSE(shown("CN Hà Nội · Nhóm KD 1"));
    EXPECT_TRUE(shown("05:34"));
    line.setIssues(0, 0);
    EXPECT_TRUE(shown("CN Hà Nội · Nhóm KD 1"));
}

TEST(QuestionBox, wantsTheCodeBeforeItConfirms)
{
    QWidget parent;
    QuestionBox box({"Delete for ever?", "Contracts stay.", "Delete for ever", "KH000420"}, &parent);
    auto* code = box.findChild<QLineEdit*>();
    QPointer<Button> confirm;
    for (auto* button : box.findChildren<Button*>()) {
        if (button->kind() == ButtonKind::Destructive)
            confirm = button;
    }
    ASSERT_TRUE(code && confirm);
    EXPECT_FALSE(confirm->isEnabled());
    code->setText("KH00042");
    EXPECT_FALSE(confirm->isEnabled());
    code->setText("kh000420 ");
    EXPECT_TRUE(confirm->isEnabled());
}

TEST(Person, keepsOneColourAndNeighboursDiffer)
{
    EXPECT_EQ(personColors(7).ground, personColors(7).ground);
    EXPECT_NE(personColors(7).ground, personColors(8).ground);
}

TEST(Gallery, everyControlHasANameForScreenReaders)
{
    const std::unique_ptr<QWidget> gallery(makeGallery());
    int checked = 0;
    for (const QWidget* widget : gallery->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isInner = widget->objectName().startsWith("qt_") || !widget->focusPolicy();
        const bool isEditor = qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget);
        if (isInner || !(button || isEditor) || !widget->isVisibleTo(gallery.get()))
            continue;
        const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        EXPECT_TRUE(hasName) << widget->metaObject()->className();
        ++checked;
    }
    EXPECT_GT(checked, 30);
}

TEST(Gallery, showsInBothAppearancesAndAtEveryTextSize)
{
    const std::unique_ptr<QWidget> gallery(makeGallery());
    gallery->show();
    for (Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        Look::instance().setAppearance(appearance);
        for (int percent : {90, 150, 100}) {
            Look::instance().setTextPercent(percent);
            QCoreApplication::processEvents();
            const QImage image = gallery->grab().toImage();
            const QColor window = Look::instance().theme().window;
            EXPECT_EQ(image.pixelColor(2, image.height() / 2), window);
        }
    }
}
