// A database of its own for measurements, made and dropped with the object: a private PostgreSQL in a temporary
// directory, beside whatever else runs on the machine.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>

#include "common/match/record.h"
#include "common/platform/lock_file.h"
#include "server/core/database/database_pool.h"
#include "server/ops/private_cluster.h"

namespace banhang::server {

class ScratchOffice
{
public:
    /// With all migrations; `threads` for the calls of people. Throws: std::runtime_error with PostgreSQL's own words.
    explicit ScratchOffice(int threads = 2);
    ~ScratchOffice();
    ScratchOffice(const ScratchOffice&) = delete;
    ScratchOffice& operator=(const ScratchOffice&) = delete;

    /// Stores each record as a customer with the index that a save writes; ids are places in the list plus one.
    void store(std::span<const match::Record> records);

    DatabasePool& owner() { return *m_owner; }
    DatabasePool& app() { return *m_app; }
    DatabasePool& system() { return *m_system; }

private:
    /// Removed last, when the cluster stands still. Takes away what killed predecessors left, running databases too:
    /// the lock beside a directory tells that its process is gone.
    struct Directory
    {
        Directory();
        ~Directory();
        std::filesystem::path lockPath() const { return path.string() + ".lock"; }

        std::filesystem::path path;
        std::optional<platform::LockFile> lock;
    };

    Directory m_directory;
    std::unique_ptr<PrivateCluster> m_cluster;
    std::unique_ptr<DatabasePool> m_owner;
    std::unique_ptr<DatabasePool> m_app;
    std::unique_ptr<DatabasePool> m_system;
};

} // namespace banhang::server
