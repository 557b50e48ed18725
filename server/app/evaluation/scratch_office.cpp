#include "server/app/evaluation/scratch_office.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "banhang/v1/identity.pb.h"
#include "common/platform/random.h"
#include "server/app/evaluation/scratch_store.h"
#include "server/app/workplace.h"
#include "server/core/database/migrator.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/identity/org_store.h"
#include "server/identity/user_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kBatch = 500;
/// A measurement waits for a busy machine rather than fail.
constexpr std::chrono::seconds kPatience{120};

ConnectOptions connectTo(const std::string& access)
{
    ConnectOptions options;
    options.conninfo = access;
    options.statementTimeout = kPatience;
    return options;
}

std::unique_ptr<DatabasePool> poolOf(const std::string& access, int threads)
{
    auto pool =
        std::make_unique<DatabasePool>(PoolOptions{.connect = connectTo(access), .threads = threads, .queue = {}});
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

constexpr std::string_view kPrefix = "banhang-scratch-";

ClusterOptions clusterIn(const std::filesystem::path& directory)
{
    ClusterOptions options;
    options.dataDirectory = directory;
    options.runAs = Workplace::accountForCluster();
    return options;
}

/// What a killed process left; nothing if its lock is held, or belongs to somebody else.
void removeIfLeft(const std::filesystem::path& lockPath)
{
    std::error_code ignored;
    try {
        const auto lock = platform::LockFile::tryLock(lockPath);
        if (!lock)
            return;
        const std::filesystem::path directory = std::filesystem::path(lockPath).replace_extension();
        PrivateCluster(clusterIn(directory)).stopLeftOver();
        std::filesystem::remove_all(directory, ignored);
        std::filesystem::remove(lockPath, ignored);
    } catch (const std::exception& error) {
        spdlog::warn("event=scratch.left path={} what={}", lockPath.string(), error.what());
    }
}

void removeLeftOnes(const std::filesystem::path& parent)
{
    std::vector<std::filesystem::path> locks;
    for (const auto& entry : std::filesystem::directory_iterator(parent))
        if (entry.path().filename().string().starts_with(kPrefix) && entry.path().extension() == ".lock")
            locks.push_back(entry.path());
    std::ranges::for_each(locks, removeIfLeft);
}

} // namespace

ScratchOffice::Directory::Directory()
{
    constexpr int kNameBytes = 4;
    const std::filesystem::path parent = std::filesystem::temp_directory_path();
    removeLeftOnes(parent);
    while (!lock) {
        path = parent / (std::string(kPrefix) + platform::randomHex(kNameBytes));
        lock = platform::LockFile::tryLock(lockPath());
    }
    std::filesystem::create_directory(path);
}

ScratchOffice::Directory::~Directory()
{
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
    std::filesystem::remove(lockPath(), ignored);
}

ScratchOffice::ScratchOffice(int threads)
{
    m_cluster = std::make_unique<PrivateCluster>(clusterIn(m_directory.path));
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

void ScratchOffice::store(std::span<const match::Record> records)
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
    Connection owner(connectTo(m_cluster->access().owner));
    ScratchStore::settle(owner);
}

} // namespace banhang::server
