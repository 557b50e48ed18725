// What every test of the customers' pages needs around it: a server that answers from memory, and a workplace at it.
#pragma once

#include <gtest/gtest.h>

#include "client/customers/customers_api.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {

struct CustomersFixture : testing::Test, test::WorkplaceAt<test::FakeServer>
{
    CustomersFixture() { drafts.open(folder.path(), DraftSeal("person", "machine")); }

    /// May do everything with every customer.
    void signIn()
    {
        v1::Me me;
        me.set_user_id(1);
        for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE}) {
            auto* right = me.add_rights();
            right->set_resource(v1::RESOURCE_CUSTOMER);
            right->set_action(action);
            right->set_scope(v1::SCOPE_ALL);
        }
        session.begin(me);
    }

    CustomersApi api{rpc};
};

} // namespace banhang::client
