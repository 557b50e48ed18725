// What colleagues do, as the list shows it: glow, dot, struck through, "the order is another one"; and what stays
// still.
#include <QScrollBar>
#include <QTest>

#include "client/customers/batch/batch_bar.h"
#include "client/customers/list/customer_model.h"
#include "client/ui/look/look.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "client/ui/table/row_glow.h"
#include "tests/client/app/window_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct LiveListTest : WindowFixture
{
    LiveListTest() { Look::instance().setAppearance(Appearance::Light); }

    DataTable& table() { return *list().table(); }
    CustomerModel& model() { return *list().model(); }
    QModelIndex cell(qint64 id, int column = CustomerModel::Name) { return model().index(model().rowOf(id), column); }

    /// As another person saves it.
    void colleagueChanges(qint64 id, const std::function<void(v1::Customer&)>& change, const std::string& field)
    {
        auto customer = server.stored(id);
        customer.set_version(customer.version() + 1);
        change(customer);
        server.put(customer);
        server.sendChange(id, customer.version(), kColleague, {field});
    }
    void colleagueChangesPhoneOf(qint64 id)
    {
        colleagueChanges(
            id, [](v1::Customer& customer) { customer.add_phones()->set_number("0352555817"); }, "phones");
    }

    /// More customers than the list keeps at once.
    void signInToMany()
    {
        for (qint64 id = 31; id <= LiveListModel::kMaxRows + 700; ++id) {
            auto customer = server.stored(1);
            customer.set_id(id);
            server.put(customer);
        }
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        ASSERT_TRUE(waitUntil([this] { return model().loadedCount() > 0; }));
    }
    int pageful() { return table().viewport()->height(); }
    bool isAtTheEnd() { return !model().hasNext() && !model().isLoading(); }
    bool scrollUntil(int step, const std::function<bool()>& isThere)
    {
        const auto topId = [this] { return model().rowAt(table().rowAt(0))->id; };
        qint64 before = topId();
        return waitUntil([&] {
            const qint64 now = topId();
            EXPECT_TRUE(step > 0 ? now >= before : now <= before) << "from " << before << " to " << now;
            before = now;
            if (!model().isLoading()) // else the last step comes sooner than the rows
                table().verticalScrollBar()->setValue(table().verticalScrollBar()->value() + step);
            return isThere();
        });
    }
    /// Null before it is known on whom a batch would act.
    static Button* confirmOf(QWidget& batch)
    {
        for (auto* button : batch.findChildren<Button*>())
            if (button->isVisible() && button->text().contains(QLatin1Char('4')))
                return button;
        return nullptr;
    }

    QImage picture(const QModelIndex& index)
    {
        const auto image = table().viewport()->grab().toImage();
        const qreal ratio = image.devicePixelRatio();
        const QRect rect = table().visualRect(index);
        return image.copy(QRect(rect.topLeft() * ratio, rect.size() * ratio));
    }
    /// Where nothing else is painted.
    QColor groundOf(qint64 id)
    {
        const auto image = picture(cell(id, CustomerModel::Code));
        return image.pixelColor(2, 3);
    }
    static bool holds(const QImage& image, const QColor& color)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == color)
                    return true;
        return false;
    }
    /// Longest stretch of one colour that is not the ground, over all lines of pixels.
    static int longestStroke(const QImage& image)
    {
        int longest = 0;
        const QRgb ground = image.pixel(image.width() / 2, 2);
        for (int y = 1; y < image.height() - 2; ++y) { // not the hairline
            int run = 0;
            for (int x = 1; x < image.width(); ++x) {
                run = image.pixel(x, y) == image.pixel(x - 1, y) && image.pixel(x, y) != ground ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        return longest;
    }

    NoticeBar* staleBar()
    {
        for (auto* bar : list().findChildren<NoticeBar*>())
            if (bar->isVisible())
                return bar;
        return nullptr;
    }

    static constexpr qint64 kColleague = 2;
};

TEST_F(LiveListTest, aColleaguesChangeGlowsThenFadesThenLeavesADot)
{
    signIn();
    const qint64 id = 5;
    colleagueChangesPhoneOf(id);
    ASSERT_TRUE(waitUntil([&] { return cell(id).data(UnseenRole).toBool(); }));
    const qint64 changedAt = cell(id).data(ChangedAtRole).toLongLong();
    qint64 now = changedAt;
    table().setClock([&now] { return now; });
    const auto after = [&](qint64 ms) {
        now = changedAt + ms;
        table().viewport()->update();
        return groundOf(id);
    };
    EXPECT_EQ(after(0), theme().peerBg);
    EXPECT_EQ(after(kGlowFullMs - 1), theme().peerBg);
    QColor before = theme().peerBg;
    for (int step = 0; step < kGlowSteps; ++step) {
        const QColor ground = after(kGlowFullMs + step * kGlowStepMs);
        EXPECT_NE(ground, before) << "step " << step;
        EXPECT_NE(ground, theme().base) << "step " << step;
        before = ground;
    }
    EXPECT_EQ(after(kGlowEndMs), theme().base);
    EXPECT_TRUE(holds(picture(cell(id)), theme().peer)) << "the dot at the name";
    EXPECT_FALSE(holds(picture(cell(6)), theme().peer));
    EXPECT_TRUE(cell(id, CustomerModel::Phone).data(ChangedCellRole).toBool());
    EXPECT_FALSE(cell(id, CustomerModel::Owner).data(ChangedCellRole).toBool());
    list().select(id);
    ASSERT_TRUE(waitUntil([&] { return !cell(id).data(UnseenRole).toBool(); }));
    list().select(6);
    EXPECT_FALSE(holds(picture(cell(id)), theme().peer)) << "it has been opened";
}

TEST_F(LiveListTest, nothingMovesUnderThePointer)
{
    signIn();
    list().select(4);
    const int scroll = table().verticalScrollBar()->value();
    colleagueChanges(
        4, [](v1::Customer& customer) { customer.set_name("Công ty TNHH Zét"); }, "name");
    colleagueChanges(
        9, [](v1::Customer& customer) { customer.set_name("Công ty TNHH An"); }, "name");
    ASSERT_TRUE(waitUntil([&] { return cell(9).data().toString() == QStringLiteral("An"); }));
    ASSERT_TRUE(waitUntil([&] { return cell(4).data().toString() == QStringLiteral("Zét"); }));
    for (int row = 0; row < 30; ++row)
        EXPECT_EQ(model().rowAt(row)->id, row + 1);
    EXPECT_EQ(list().currentId(), 4);
    EXPECT_EQ(table().verticalScrollBar()->value(), scroll);
    ASSERT_NE(staleBar(), nullptr);
    EXPECT_TRUE(model().isOrderStale());
    QTest::keyClick(&table(), Qt::Key_F5);
    ASSERT_TRUE(waitUntil([this] { return staleBar() == nullptr; }));
    EXPECT_EQ(list().currentId(), 4) << "the same customer, wherever it stands now";
}

TEST_F(LiveListTest, scrollingFarAwayChoosesNobodyElse)
{
    constexpr qint64 kChosen = 3;
    signInToMany();
    list().select(kChosen);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == kChosen; }));
    ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline() && isAnswered(); }));
    const int asked = server.calls("GetCustomer");
    ASSERT_TRUE(scrollUntil(pageful(), [this] { return isAtTheEnd(); }));
    EXPECT_EQ(model().rowOf(kChosen), -1);
    EXPECT_FALSE(table().currentIndex().isValid());
    EXPECT_EQ(list().currentId(), kChosen);

    ASSERT_TRUE(scrollUntil(-pageful(), [this] { return model().rowOf(kChosen) >= 0; }));
    EXPECT_EQ(table().currentIndex().row(), model().rowOf(kChosen)) << "as before";
    EXPECT_EQ(detail().customer().id(), kChosen);
    EXPECT_EQ(server.calls("GetCustomer"), asked) << "nothing else was shown meanwhile";
}

TEST_F(LiveListTest, whoScrollsFarAwayKeepsTheChoiceAndMayAddToIt)
{
    signInToMany();
    const QItemSelection three(model().index(2, 0), model().index(4, CustomerModel::ColumnCount - 1));
    table().selectionModel()->select(three, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    ASSERT_EQ(list().selectedIds(), (QList<qint64>{3, 4, 5}));
    ASSERT_TRUE(scrollUntil(pageful(), [this] { return isAtTheEnd(); }));
    ASSERT_EQ(model().rowOf(4), -1);
    EXPECT_EQ(list().selectedIds(), (QList<qint64>{3, 4, 5}));

    const int row = table().rowAt(table().viewport()->height() / 2);
    const qint64 added = model().rowAt(row)->id;
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      table().visualRect(model().index(row, 0)).center());
    EXPECT_EQ(list().selectedIds(), (QList<qint64>{added, 3, 4, 5}));
    list().batch()->tag(list().selectedIds(), QStringLiteral("seminar"), true);
    ASSERT_TRUE(waitUntil([this] { return confirmOf(*list().batch()) != nullptr; }));
    confirmOf(*list().batch())->click();
    ASSERT_TRUE(waitUntil([&] { return server.stored(added).tag_keys_size() == 1; }));
    for (const qint64 id : {3, 4, 5})
        EXPECT_TRUE(waitUntil([&] { return server.stored(id).tag_keys_size() == 1; })) << id;

    ASSERT_TRUE(scrollUntil(-pageful(), [this] { return model().rowOf(3) >= 0; }));
    EXPECT_TRUE(table().selectionModel()->isRowSelected(model().rowOf(4))) << "chosen again where it stands";
    EXPECT_EQ(list().selectedIds().size(), 4);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                      table().visualRect(model().index(table().rowAt(40), 0)).center());
    EXPECT_EQ(list().selectedIds().size(), 1) << "who chooses anew forgets all others";
}

TEST_F(LiveListTest, newRowsWaitUntilTheyAreAskedFor)
{
    signIn();
    v1::Customer customer;
    customer.set_id(31);
    customer.set_version(1);
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name("Công ty TNHH Mới");
    server.put(customer);
    server.sendChange(31, 1, kColleague, {});
    ASSERT_TRUE(waitUntil([this] { return model().newRowCount() == 1; }));
    EXPECT_EQ(model().rowOf(31), -1);
    EXPECT_EQ(model().loadedCount(), 30);
    ASSERT_NE(staleBar(), nullptr);
    QTest::keyClick(&table(), Qt::Key_F5);
    ASSERT_TRUE(waitUntil([this] { return model().rowOf(31) >= 0; }));
    EXPECT_EQ(staleBar(), nullptr);
}

TEST_F(LiveListTest, aRowThatLeftIsStruckThroughWithItsReason)
{
    signIn();
    const qint64 id = 8;
    const int strokeBefore = longestStroke(picture(cell(id)));
    colleagueChanges(
        id, [](v1::Customer& customer) { customer.mutable_delete_time()->set_seconds(1'700'000'000); }, "deleted");
    ASSERT_TRUE(waitUntil([&] { return cell(id).data(GoneReasonRole).isValid(); }));
    EXPECT_EQ(model().rowOf(id), 7) << "it keeps its place";
    EXPECT_GT(longestStroke(picture(cell(id))), strokeBefore + 20) << "a line through the name";
    const QString reason = cell(id).data(GoneReasonRole).toString();
    EXPECT_TRUE(cell(id).data(Qt::AccessibleTextRole).toString().contains(reason)) << "read aloud too";
    QTest::keyClick(&table(), Qt::Key_F5);
    EXPECT_TRUE(waitUntil([&] { return model().rowOf(id) < 0; }));
}

} // namespace
} // namespace banhang::client
