#include "server/app/scratch_office.h"

#include <algorithm>
#include <random>

#include "banhang/v1/identity.pb.h"
#include "common/platform/account.h"
#include "server/app/scratch_store.h"
#include "server/app/workplace.h"
#include "server/core/migrator.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/identity/org_store.h"
#include "server/identity/user_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kBatch = 500;
constexpr std::chrono::seconds kPatience{20};

ConnectOptions connectTo(const std::string& access)
{
    ConnectOptions options;
    options.conninfo = access;
    return options;
}

std::unique_ptr<DatabasePool> poolOf(const std::string& access, int threads)
{
    auto pool = std::make_unique<DatabasePool>(PoolOptions{.connect = connectTo(access), .threads = threads});
    if (!pool->waitConnected(kPatience))
        throw std::runtime_error("the scratch database cannot be reached");
    return pool;
}

/// The one who serves all customers of the scratch office.
User foundOffice(Tx& tx)
{
    v1::Unit root;
    root.set_kind(v1::UNIT_KIND_COMPANY);
    root.set_name("scratch");
    const std::int64_t company = OrgStore::create(tx, Workplace::actor(), root).id();
    return UserStore::create(tx, Workplace::actor(), {"scratch", "scratch", company, "", false, {}});
}

} // namespace

ScratchOffice::Directory::Directory()
{
    std::random_device random;
    path = std::filesystem::temp_directory_path() / ("banhang-scratch-" + std::to_string(random()));
    std::filesystem::create_directory(path);
}

ScratchOffice::Directory::~Directory()
{
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

ScratchOffice::ScratchOffice(int threads)
{
    ClusterOptions options;
    options.dataDirectory = m_directory.path;
    options.runAs = Workplace::accountForCluster();
    m_cluster = std::make_unique<PrivateCluster>(options);
    m_cluster->make();
    m_cluster->start();
    const DatabaseAccess access = m_cluster->access();
    Migrator(connectTo(access.owner), embeddedMigrations()).run();
    m_owner = poolOf(access.owner, 1);
    m_app = poolOf(access.app, threads);
    m_system = poolOf(access.system, 1);
}

ScratchOffice::~ScratchOffice()
{
    m_system.reset();
    m_app.reset();
    m_owner.reset();
    m_cluster->stop();
}

void ScratchOffice::store(const std::vector<match::Record>& records)
{
    const User user = m_owner->inTransaction({}, Tx::Mode::ReadWrite, foundOffice);
    for (std::size_t first = 0; first < records.size(); first += kBatch) {
        const std::size_t end = std::min(records.size(), first + kBatch);
        m_owner->inTransaction({}, Tx::Mode::ReadWrite, [&](Tx& tx) {
            ScratchStore::putCustomers(tx, user.id, user.unitId, records, first, end);
        });
        m_app->inTransaction({.userId = user.id}, Tx::Mode::ReadWrite, [&](Tx& tx) {
            for (std::size_t i = first; i < end; ++i)
                writeDuplicateForm(tx, static_cast<std::int64_t>(i) + 1, records[i]);
            tx.settle();
        });
    }
    m_owner->inTransaction({}, Tx::Mode::ReadWrite, ScratchStore::analyse);
}

} // namespace banhang::server
