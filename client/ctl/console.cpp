#include <cstdlib>

#include "client/connection/channel.h"
#include "client/ctl/commands.h"
#include "client/ctl/saved_session.h"
#include "common/platform/paths.h"

namespace banhang::client {

std::filesystem::path Console::sessionFile() const
{
    if (!sessionOption.empty())
        return sessionOption;
    if (const char* named = std::getenv("BANHANG_SESSION"); named != nullptr && *named != '\0')
        return named;
    return platform::clientStateDirectory() / "banhangctl-session";
}

Remote& Console::remote()
{
    if (!m_remote) {
        const auto session = loadSession(sessionFile());
        if (!session)
            throw AppError(ErrorCode::SignedOut, "session.missing");
        m_remote = std::make_unique<Remote>(makeChannel(readConnectionFile(session->connectionFile)), session->token);
    }
    return *m_remote;
}

} // namespace banhang::client
