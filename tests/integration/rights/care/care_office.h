// Random care requests, customers on sequences, files of customers and news of a random office.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "tests/integration/rights/office.h"

namespace banhang::test {

struct OfficeCareRequest
{
    std::int64_t id = 0;
    std::int64_t ownerId = 0;
    std::int64_t leaf = 0;
    std::int64_t customerId = 0;
    bool isOpen = true;
    bool isLate = false; ///< its promised time lies far back, else far ahead
    bool binned = false;
    int hour = 0; ///< of the promised time, from there on
};

struct OfficeEnrolment
{
    std::int64_t id = 0;
    std::int64_t customerId = 0;
    std::int64_t sequenceId = 0;
    bool isLive = true;
};

struct OfficeFile
{
    std::int64_t id = 0;
    std::int64_t customerId = 0;
    bool binned = false;
};

/// A reminder of a care request that has fired, and the notification that told it.
struct OfficeNews
{
    std::int64_t id = 0; ///< of both
    std::int64_t userId = 0;
    std::int64_t careRequestId = 0;
    bool isRead = false;
};

/// An office whose groups also grant rights on care requests.
class CareOffice
{
public:
    static constexpr std::int64_t kSequences = 2; ///< their ids are 1 and 2

    CareOffice(std::mt19937& random, int worlds);

    void store(SqlSession& sql) const;
    /// Of everything that a refused call must leave as it is.
    static std::string digest(SqlSession& sql);

    Office office;
    std::vector<OfficeCareRequest> requests;
    std::vector<OfficeEnrolment> enrolments;
    std::vector<OfficeFile> files;
    std::vector<OfficeNews> news;

private:
    void addGrants(std::mt19937& random);
    void addRequest(std::mt19937& random, std::size_t place);
    void addWorkOf(std::mt19937& random, std::int64_t customerId);
    void addNews(std::mt19937& random, std::size_t place);
};

} // namespace banhang::test
