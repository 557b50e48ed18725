// The bin: who is restored, and who is asked about.
#include "client/customers/bin/bin_page.h"

#include <QTest>

#include <algorithm>

#include "client/customers/bin/bin_model.h"
#include "client/ui/parts/button.h"
#include "client/ui/table/data_table.h"
#include "tests/client/customers/customers_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct BinPageTest : CustomersFixture
{
    void SetUp() override
    {
        signIn();
        for (const int id : {1, 2}) {
            v1::Customer customer;
            customer.set_id(id);
            customer.set_version(1);
            customer.set_name("Số " + std::to_string(id));
            server.put(customer);
            bool isIn = false;
            auto call = api.moveToBin(id, 1, qApp, [&](const auto&) { isIn = true; });
            ASSERT_TRUE(waitUntil([&] { return isIn; }));
        }
        page.resize(1290, 700);
        page.show();
        ASSERT_TRUE(waitUntil([this] { return model()->rowCount() == 2; }));
    }
    BinModel* model() { return page.model(); }
    void restore(qint64 id)
    {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->customerAt(row)->id() == id)
                page.table()->selectRow(row);
        for (auto* button : page.findChildren<Button*>())
            if (button->isVisible() && button->text().remove(u'&') == QStringLiteral("Khôi phục"))
                button->click();
    }

    BinPage page{workplace, api};
};

struct EmptyBinTest : CustomersFixture
{
    BinPage page{workplace, api}; // before anybody has signed in
};

TEST_F(EmptyBinTest, isDashedOffOnlyForWhoHasNoRight)
{
    const auto lacksRight = [this] {
        const auto buttons = page.findChildren<Button*>();
        return std::ranges::any_of(buttons,
                                   [](const Button* button) { return button->property(kNoRightProperty).toBool(); });
    };
    EXPECT_TRUE(lacksRight());
    signIn();
    page.show();
    EXPECT_TRUE(waitUntil([&] { return !lacksRight(); }));
}

TEST_F(BinPageTest, oneThatWasAskedAboutDoesNotStandInTheWayOfTheNext)
{
    server.failNext("UndeleteCustomer", AppError(ErrorCode::Conflict, "customer.duplicate_unconfirmed"));
    restore(1);
    ASSERT_TRUE(waitUntil([this] { return server.calls("CheckCustomer") == 1; }));
    restore(2);
    EXPECT_TRUE(waitUntil([this] { return model()->rowCount() == 1; }));
    EXPECT_EQ(model()->customerAt(0)->id(), 1) << "nobody has answered";
    restore(1);
    EXPECT_TRUE(waitUntil([this] { return model()->rowCount() == 0; }));
}

} // namespace
} // namespace banhang::client
