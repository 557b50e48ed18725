#include "server/customers/duplicate_keys.h"

#include <algorithm>

#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

constexpr std::size_t kHeadWords = 2;

std::string compact(std::vector<std::string> words)
{
    std::ranges::sort(words);
    return vn::join(words, " ");
}

void addNameKeys(const ComparedCustomer& customer, std::vector<std::string>& keys)
{
    if (customer.words.empty())
        return;
    const std::string kind = customer.kind == v1::CUSTOMER_KIND_ORGANISATION ? "o " : "i ";
    const std::string name = kind + compact(customer.words);
    keys.push_back("w:" + name);
    // Written without gaps, "ThienAn" meets "Thien An".
    if (customer.kind == v1::CUSTOMER_KIND_ORGANISATION)
        keys.push_back("w:" + kind + vn::join(customer.words, ""));
    if (!customer.province.empty())
        keys.push_back("n:" + name + "|" + customer.province);
    if (customer.kind == v1::CUSTOMER_KIND_ORGANISATION && customer.words.size() > kHeadWords &&
        !customer.province.empty())
        keys.push_back("q:" + customer.words[0] + " " + customer.words[1] + "|" + customer.province);
}

void addBirthdayKeys(const ComparedCustomer& customer, std::vector<std::string>& keys)
{
    if (customer.words.empty() || customer.birthday.day == 0)
        return;
    const std::string day = "|" + vn::formatIsoDate(customer.birthday);
    keys.push_back("b:" + compact(customer.words) + day);
    keys.push_back("g:" + customer.words.front() + " " + customer.words.back() + day);
    keys.push_back("d:" + customer.words.back() + day);
}

} // namespace

std::vector<std::string> duplicateKeys(const ComparedCustomer& customer)
{
    std::vector<std::string> keys;
    for (const std::string& phone : customer.phones)
        keys.push_back("p:" + phone);
    for (const std::string& email : customer.emails)
        keys.push_back("e:" + email);
    if (!customer.taxKey.empty())
        keys.push_back("t:" + customer.taxKey);
    addNameKeys(customer, keys);
    addBirthdayKeys(customer, keys);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

} // namespace banhang::server
