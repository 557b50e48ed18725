#include <set>

#include "banhang/v1/changes.grpc.pb.h"
#include "server/core/change_log/feed_token.h"
#include "tests/integration/rights/rights_fixture.h"

namespace banhang::test {

void RightsFixture::compareStreams(int worlds, int usersToAsk)
{
    const Office office(m_random, worlds);
    const server::FeedPoint start = app().inTransaction({}, server::Tx::Mode::ReadOnly, server::currentFeedPoint);
    office.store(sql());
    // Of concern to everybody: behind it in the log there is nothing more to wait for.
    sql().run(
        "INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_before, unit_after, actor_id)"
        " VALUES ('pick_item', 1, 1, 'update', 0, 0, 0)");
    for (int i = 0; i < usersToAsk; ++i) {
        const OfficeUser& user = office.users[static_cast<std::size_t>(below(office.users.size()))];
        const std::int64_t rightsVersion = sql().number(
            "SELECT rights_version FROM banhang.app_user WHERE id = $1::bigint", {std::to_string(user.id)});
        compareStream(office, user, server::toFeedToken(parts().signer, user.id, {start, rightsVersion}));
    }
}

void RightsFixture::compareStream(const Office& office, const OfficeUser& user, const std::string& feedToken)
{
    const Oracle oracle(office, user);
    std::set<std::string> expected, found;
    const auto line = [](std::int64_t id, const std::set<std::string>& fields) {
        std::string text = std::to_string(id) + (fields.empty() ? " gone" : " changed");
        for (const std::string& field : fields)
            text += " " + field;
        return text;
    };
    for (const OfficeCustomer& customer : office.customers)
        if (oracle.may(v1::ACTION_VIEW) && oracle.sees(customer) && user.active)
            expected.insert(line(customer.data.id(), customer.binned ? std::set<std::string>{} : openFields(oracle)));
    v1::WatchRequest request;
    request.set_resume_token(feedToken);
    const auto clientContext = context(user.token);
    const auto changes = stub<v1::ChangesService>();
    const auto reader = changes->Watch(clientContext.get(), request);
    v1::WatchEvent event;
    bool isWhole = false;
    while (!isWhole && reader->Read(&event)) {
        if (event.has_resync())
            found.insert("resync");
        for (const v1::Change& change : event.batch().changes()) {
            isWhole = isWhole || change.entity() == "pick_item";
            if (change.entity() == "customer")
                found.insert(line(change.id(), {change.fields().begin(), change.fields().end()}));
        }
    }
    clientContext->TryCancel();
    reader->Finish();
    check("stream of " + std::to_string(user.id) + " ends", user.active ? "whole" : "refused",
          isWhole ? "whole" : "refused", !user.active);
    for (const OfficeCustomer& customer : office.customers) {
        const auto of = [&](const std::set<std::string>& lines) {
            const auto at = lines.lower_bound(std::to_string(customer.data.id()) + " ");
            return at != lines.end() && at->rfind(std::to_string(customer.data.id()) + " ", 0) == 0
                       ? *at
                       : std::string("nothing");
        };
        check("stream of " + std::to_string(user.id), of(expected), of(found), of(expected) == "nothing");
    }
}

} // namespace banhang::test
