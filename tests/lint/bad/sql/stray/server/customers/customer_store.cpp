namespace banhang::server {

namespace {

constexpr Statement kReadCustomer{"SELECT name FROM banhang.customer WHERE id = $1"};
constexpr Statement kItems{"SELECT id FROM banhang.pick_item"};
// sql-ok: the nightly scan runs for the server itself
constexpr Statement kScan{"SELECT id FROM banhang.customer"};

constexpr Statement kNames{"SELECT " CUSTOMER_COLUMNS
                           " FROM banhang.customer"};

} // namespace

Rows namesForNobody(Tx& tx)
{
    return tx.query(kNames);
}

std::string nameForCaller(Tx& tx, const Caller& caller, std::int64_t id)
{
    return tx.query(kReadCustomer, id, caller.userId).front().string(0);
}

std::string nameForCall(Call& call, std::int64_t id)
{
    return call.tx.query(kReadCustomer, id).front().string(0);
}

std::string nameForNobody(Tx& tx, std::int64_t id)
{
    return tx.query(kReadCustomer, id).front().string(0);
}

Rows itemsForNobody(Tx& tx)
{
    return tx.query(kItems);
}

Rows scan(Tx& tx)
{
    return tx.query(kScan);
}

void forget(Connection& connection, const Caller& caller)
{
    static constexpr Statement statement{R"(DELETE FROM banhang.customer)"};
    connection.run(statement, Params::of(caller.userId));
}

} // namespace banhang::server
