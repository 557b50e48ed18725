// Files of the tests' server, from memory.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "banhang/v1/attachments.grpc.pb.h"
#include "tests/client/support/fake_server.h"

namespace banhang::test {

/// Outlives the service that is made over it. Thread: everything may be called from the test's thread.
class FakeFiles
{
public:
    /// For the constructor of FakeServer.
    FakeServiceMaker maker();

    std::int64_t put(v1::Attachment attachment, const std::string& content);
    /// By a colleague; nobody is told.
    void bin(std::int64_t id);
    std::vector<v1::Attachment> all() const;
    std::string content(std::int64_t id) const;
    /// UUIDs of the uploads that were begun, in order.
    std::vector<std::string> requestIds() const;
    /// Where the bytes of each upload began, in order.
    std::vector<std::int64_t> uploadOffsets() const;
    /// What there is of an unfinished upload.
    std::string unfinished(const std::string& requestId) const;
    /// The next upload ends after so many messages, as if the cable had been pulled.
    void cutNextUpload(int afterMessages);
    /// The next download ends after so many bytes.
    void cutNextDownload(std::int64_t afterBytes);
    std::vector<std::int64_t> offsets() const;
    void setMostBytes(std::int64_t bytes);

private:
    class Service;
    friend class Service;

    struct Stored
    {
        v1::Attachment attachment;
        std::string content;
        std::string requestId;
    };

    mutable std::mutex m_mutex;
    std::map<std::int64_t, Stored> m_files;
    std::map<std::string, std::string> m_unfinished; ///< by request
    std::vector<std::string> m_requestIds;
    std::vector<std::int64_t> m_uploadOffsets;
    std::vector<std::int64_t> m_offsets;
    int m_cutUploadAfter = -1;
    std::int64_t m_cutDownloadAfter = -1;
    std::int64_t m_maxBytes = std::int64_t{1024} * 1024;
};

} // namespace banhang::test
