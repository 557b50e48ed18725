// Which features the window has, and what they have to do with one another.
#pragma once

#include "client/app/client.h"

namespace banhang::client {

class ConnectionPart;
class CustomersPage;
class Places;
class SettingsPage;
class WindowParts;

/// What the features are put into. All of it lives as long as they do.
struct PartsHost
{
    Client& client;
    WindowParts& parts;
    Places& places;
    CustomersPage& customers;
    SettingsPage& settings;
};

/// Once for each window. Returns the part that the bars about the connection open.
ConnectionPart* addAllParts(const PartsHost& host);

} // namespace banhang::client
