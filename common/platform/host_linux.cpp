#include "common/platform/host.h"

#include <algorithm>
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "common/platform/posix_handle.h"

namespace banhang::platform {

namespace {

std::string fullName(const std::string& name)
{
    addrinfo hints = {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_flags = AI_CANONNAME;
    addrinfo* found = nullptr;
    if (::getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0)
        return {};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, ::freeaddrinfo);
    return found->ai_canonname ? found->ai_canonname : "";
}

bool isLinkLocal(const sockaddr* address)
{
    if (address->sa_family == AF_INET) {
        const auto host = ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr);
        return (host >> 16) == 0xA9FE; // 169.254.0.0/16, RFC 3927
    }
    return IN6_IS_ADDR_LINKLOCAL(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
}

std::string numeric(const sockaddr* address)
{
    char text[INET6_ADDRSTRLEN] = {};
    const void* bytes = address->sa_family == AF_INET
                            ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(address)->sin_addr)
                            : &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    return ::inet_ntop(address->sa_family, bytes, text, sizeof text) ? text : "";
}

} // namespace

std::string hostName()
{
    char name[HOST_NAME_MAX + 1] = {};
    if (::gethostname(name, sizeof name - 1) != 0 || name[0] == '\0')
        return "localhost";
    const std::string whole = name;
    return whole.substr(0, whole.find('.'));
}

std::vector<std::string> hostNames()
{
    std::vector<std::string> names = {hostName()};
    const std::string full = fullName(names.front());
    if (!full.empty() && full != names.front())
        names.push_back(full);
    return names;
}

std::vector<std::string> hostAddresses()
{
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0)
        throwErrno("getifaddrs");
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, ::freeifaddrs);
    std::vector<std::string> addresses;
    for (const ifaddrs* entry = list; entry; entry = entry->ifa_next) {
        const sockaddr* address = entry->ifa_addr;
        if (!address || (entry->ifa_flags & IFF_UP) == 0 ||
            (address->sa_family != AF_INET && address->sa_family != AF_INET6) || isLinkLocal(address))
            continue;
        const std::string text = numeric(address);
        if (!text.empty() && std::find(addresses.begin(), addresses.end(), text) == addresses.end())
            addresses.push_back(text);
    }
    std::stable_sort(addresses.begin(), addresses.end(), [](const std::string& left, const std::string& right) {
        const auto rank = [](const std::string& text) {
            return (text.find(':') == std::string::npos ? 0 : 2) + (isLoopbackAddress(text) ? 1 : 0);
        };
        return rank(left) < rank(right);
    });
    return addresses;
}

std::optional<std::string> normalAddress(const std::string& text)
{
    for (const int family : {AF_INET, AF_INET6}) {
        unsigned char bytes[sizeof(in6_addr)];
        char normal[INET6_ADDRSTRLEN];
        if (::inet_pton(family, text.c_str(), bytes) == 1 && ::inet_ntop(family, bytes, normal, sizeof normal))
            return normal;
    }
    return std::nullopt;
}

bool isLoopbackAddress(const std::string& numericAddress)
{
    return numericAddress == "::1" || numericAddress.rfind("127.", 0) == 0;
}

std::uint64_t physicalMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageSize = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && pageSize > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageSize) : 0;
}

} // namespace banhang::platform
