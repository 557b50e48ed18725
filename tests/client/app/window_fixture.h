// The window of an office that answers from memory: thirty customers, two people.
#pragma once

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

#include "client/app/window/main_window.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/list/customer_list.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::client {

struct WindowFixture : testing::Test
{
    /// `more`: the services of further features.
    explicit WindowFixture(const std::vector<test::FakeServiceMaker>& more = {}) : server(more)
    {
        server.addPerson(1, "Lê Quang Minh");
        server.addPerson(2, "Phạm Ngọc Diệp");
        for (int i = 1; i <= 30; ++i) {
            v1::Customer customer;
            customer.set_id(i);
            customer.set_version(1);
            customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
            customer.set_name("Công ty TNHH Số " + std::to_string(i));
            server.put(customer);
        }
        window = std::make_unique<MainWindow>();
        window->setClient(std::make_unique<Client>(server.channel(), QStringLiteral("127.0.0.1:1"), folder.path(),
                                                   QByteArray(), nullptr, test::kPatient));
        window->resize(1366, 738);
        window->show();
    }

    void signIn()
    {
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        // No test has anything to say without them.
        if (!test::waitUntil([this] { return list().model()->loadedCount() == 30; }))
            throw std::runtime_error(
                "the list has not come; calls of SignIn: " + std::to_string(server.calls("SignIn")) +
                ", of ListCustomers: " + std::to_string(server.calls("ListCustomers")));
        if (!test::waitUntil([this] { return window->client()->feed().isOnline(); }))
            throw std::runtime_error("the feed has not come");
        if (!test::waitUntil([this] { return isAnswered(); }))
            throw std::runtime_error("something else has not come: people, lists of choices, the first customer");
    }

    /// All that was asked of the server so far.
    bool isAnswered() const { return window->client()->workplace().rpc.openCalls() == 0; }

    CustomerList& list() { return *window->customers()->list(); }
    CustomerDetail& detail() { return *window->customers()->findChild<CustomerDetail*>(); }

    QTemporaryDir folder;
    test::FakeServer server;
    std::unique_ptr<MainWindow> window;
};

} // namespace banhang::client
