// Finds the server again when it is at none of the addresses that the connection file names.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <functional>

#include "client/app/office/lan_discovery_client.h"
#include "common/connection_file.h"

namespace banhang::client {

class Client;

/// Looks on the local network when calls find no server, and leads the client to what answers there. An address is
/// remembered once the server behind it has proved itself by an answer over TLS. Owner: the client.
class ServerLocator final : public QObject
{
    Q_OBJECT
public:
    /// `remember` gets the connection file with the new address.
    ServerLocator(Client& client, const ConnectionFile& office, std::function<void(const ConnectionFile&)> remember);

private:
    void look();
    void take(const QString& address);

    Client& m_client;
    ConnectionFile m_office;
    std::function<void(const ConnectionFile&)> m_remember;
    LanDiscoveryClient m_finder;
    QElapsedTimer m_looked;
    bool m_isNew = false; ///< m_office holds an address that has not proved itself
};

} // namespace banhang::client
