// What is read before a list is printed.
#include <gtest/gtest.h>

#include "client/customers/list/customer_model.h"
#include "client/worklists/list_printer.h"
#include "tests/client/customers/customers_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct ListPrinterTest : CustomersFixture
{
    ListPrinterTest()
    {
        for (int i = 1; i <= 30; ++i) {
            v1::Customer customer;
            customer.set_id(i);
            customer.set_name("Công ty TNHH Số " + std::to_string(i));
            server.put(customer);
        }
        QObject::connect(&printer, &ListPrinter::ready, &printer, [this](const PaperList& list) {
            read = list;
            isReady = true;
        });
    }

    QList<QStringList> rowsFor(const QString& words)
    {
        isReady = false;
        PrintWish wish;
        wish.words = words;
        wish.columns = {CustomerModel::Name};
        printer.read(wish, model);
        EXPECT_TRUE(waitUntil([this] { return isReady; }));
        EXPECT_FALSE(printer.isReading());
        return read.rows;
    }

    CustomerModel model{api, directory, picklists};
    ListPrinter printer{workplace};
    PaperList read;
    bool isReady = false;
};

TEST_F(ListPrinterTest, readsTheWholeList)
{
    EXPECT_EQ(rowsFor({}).size(), 30);
}

TEST_F(ListPrinterTest, readsOnlyWhatMatchesTheWordsOfTheList)
{
    const auto rows = rowsFor(QStringLiteral("Số 2"));
    EXPECT_EQ(rows.size(), 11) << "2 and 20 to 29";
    EXPECT_EQ(server.calls("ListCustomers"), 0);
}

} // namespace
} // namespace banhang::client
