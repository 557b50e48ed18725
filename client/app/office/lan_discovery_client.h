// Asks the local network where the office's server is.
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

#include <string>
#include <vector>

#include "common/connection_file.h"

namespace banhang::client {

/// What it finds is an address and no more: whether the office's server is there, TLS decides. Thread: UI; waits for
/// nothing.
class LanDiscoveryClient final : public QObject
{
    Q_OBJECT
public:
    explicit LanDiscoveryClient(const ConnectionFile& office, QObject* parent = nullptr);

    /// One signal follows, unless it is looking already.
    void look();
    bool isLooking() const { return m_asksLeft > 0 || m_patience.isActive(); }

signals:
    /// "10.0.0.5:7443"; of the first who answered.
    void found(const QString& address);
    void foundNothing();

private:
    void ask();
    void onDatagrams();
    void end();

    std::vector<std::string> m_tags;
    std::string m_nonce;
    int m_port;
    int m_asksLeft = 0;
    QUdpSocket m_socket;
    QTimer m_again;
    QTimer m_patience;
};

} // namespace banhang::client
