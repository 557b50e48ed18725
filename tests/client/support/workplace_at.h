// What the pages of the client work with, at a server that answers from memory.
#pragma once

#include <QTemporaryDir>

#include <utility>

#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/rpc_client.h"
#include "client/core/session.h"
#include "client/core/workplace.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::test {

/// A base of fixtures: what they have of their own goes before it. Nobody is signed in, and drafts are nobody's.
template <typename Server>
struct WorkplaceAt
{
    /// With what the server is made from.
    template <typename... Args>
    explicit WorkplaceAt(Args&&... args) : server(std::forward<Args>(args)...)
    {
    }

    QTemporaryDir folder; ///< for files and drafts
    Server server;
    client::RpcClient rpc{server.channel(), QString(), nullptr, kPatient};
    client::Session session;
    client::DirectoryCache directory{rpc};
    client::PicklistCache picklists{rpc};
    client::ChangeFeed feed{rpc};
    client::DraftStore drafts;
    client::Presence presence{rpc, feed};
    client::Workplace workplace{rpc, session, directory, picklists, feed, drafts, presence};
};

} // namespace banhang::test
