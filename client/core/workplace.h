// What every page of the client works with.
#pragma once

namespace banhang::client {

class ChangeFeed;
class DirectoryCache;
class DraftStore;
class PicklistCache;
class Presence;
class RpcClient;
class Session;

/// References to what the application keeps for as long as its windows live.
struct Workplace
{
    RpcClient& rpc;
    Session& session;
    DirectoryCache& directory;
    PicklistCache& picklists;
    ChangeFeed& feed;
    DraftStore& drafts;
    Presence& presence;
};

} // namespace banhang::client
