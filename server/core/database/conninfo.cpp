#include "server/core/database/conninfo.h"

#include <memory>
#include <stdexcept>

#include <libpq-fe.h>

namespace banhang::server {

std::map<std::string, std::string> conninfoEnvironment(const std::string& conninfo)
{
    char* complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(conninfo.c_str(), &complaint), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> owner(complaint, &PQfreemem);
    if (!options)
        throw std::invalid_argument(complaint != nullptr ? complaint : "not a connection string");
    std::map<std::string, std::string> environment;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
        if (option->envvar != nullptr && option->val != nullptr)
            environment[option->envvar] = option->val;
    return environment;
}

} // namespace banhang::server
