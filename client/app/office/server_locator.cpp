#include "client/app/office/server_locator.h"

#include <algorithm>

#include "client/app/client.h"
#include "client/connection/channel.h"

namespace banhang::client {

namespace {

constexpr int kPauseMs = 10'000;

/// The new address first. gRPC takes several addresses of one family, or a name alone.
std::vector<std::string> withFirst(const std::string& address, const std::vector<std::string>& others)
{
    std::vector<std::string> addresses{address};
    for (const auto& other : others) {
        if (parseServerAddress(other).kind == AddressKind::Ipv4 && other != address)
            addresses.push_back(other);
    }
    return addresses;
}

} // namespace

ServerLocator::ServerLocator(Client& client, const ConnectionFile& office,
                             std::function<void(const ConnectionFile&)> remember)
    : QObject(&client), m_client(client), m_office(office), m_remember(std::move(remember)), m_finder(office)
{
    connect(&m_client, &Client::unreachable, this, &ServerLocator::look);
    connect(&m_client.feed(), &ChangeFeed::stateChanged, this, [this] {
        if (m_client.feed().state() == ChangeFeed::State::Reconnecting)
            look();
    });
    connect(&m_finder, &LanDiscoveryClient::found, this, &ServerLocator::take);
    connect(&m_client, &Client::greeted, this, [this] {
        if (std::exchange(m_isNew, false))
            m_remember(m_office);
    });
}

void ServerLocator::look()
{
    if (m_client.feed().isOnline() || (m_looked.isValid() && m_looked.elapsed() < kPauseMs))
        return;
    m_looked.start();
    m_finder.look();
}

void ServerLocator::take(const QString& address)
{
    const auto& known = m_office.addresses;
    if (m_client.feed().isOnline() || std::find(known.begin(), known.end(), address.toStdString()) != known.end())
        return; // the channel finds that one by itself
    m_office.addresses = withFirst(address.toStdString(), known);
    m_isNew = true;
    m_client.useChannel(makeChannel(m_office), address);
}

} // namespace banhang::client
