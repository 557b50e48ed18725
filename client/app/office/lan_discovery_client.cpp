#include "client/app/office/lan_discovery_client.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QSet>

#include <algorithm>

#include "common/platform/random.h"

namespace banhang::client {

namespace {

constexpr int kAsks = 3; // a datagram may be lost
constexpr int kAgainMs = 400;
constexpr int kPatienceMs = 1500; // after the last
constexpr std::size_t kNonceBytes = 8;

/// Of every network that this machine is in, and this machine itself: broadcasts do not come back to it everywhere.
QSet<QHostAddress> everybody()
{
    QSet<QHostAddress> all{QHostAddress(QHostAddress::Broadcast), QHostAddress(QHostAddress::LocalHost)};
    for (const auto& interface : QNetworkInterface::allInterfaces()) {
        if (!(interface.flags() & QNetworkInterface::IsRunning))
            continue;
        for (const auto& entry : interface.addressEntries()) {
            if (!entry.broadcast().isNull())
                all.insert(entry.broadcast());
        }
    }
    return all;
}

} // namespace

LanDiscoveryClient::LanDiscoveryClient(const ConnectionFile& office, QObject* parent)
    : QObject(parent), m_tags(officeTagsOf(office.caCertificate)), m_port(office.discoveryPort)
{
    m_again.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_socket.setProxy(QNetworkProxy::NoProxy); // what a machine has for the Internet knows nothing of this network
    connect(&m_socket, &QUdpSocket::readyRead, this, &LanDiscoveryClient::onDatagrams);
    connect(&m_again, &QTimer::timeout, this, &LanDiscoveryClient::ask);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end();
        emit foundNothing();
    });
}

void LanDiscoveryClient::look()
{
    if (isLooking())
        return;
    if (!m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0)) {
        emit foundNothing();
        return;
    }
    m_nonce = platform::randomHex(kNonceBytes);
    m_asksLeft = kAsks;
    ask();
}

void LanDiscoveryClient::ask()
{
    const auto question = formatQuestion({m_nonce, m_tags});
    for (const auto& address : everybody())
        m_socket.writeDatagram(question.data(), static_cast<qint64>(question.size()), address,
                               static_cast<quint16>(m_port));
    --m_asksLeft;
    if (m_asksLeft > 0)
        m_again.start(kAgainMs);
    else
        m_patience.start(kPatienceMs);
}

void LanDiscoveryClient::onDatagrams()
{
    while (m_socket.hasPendingDatagrams()) {
        const auto datagram = m_socket.receiveDatagram();
        const auto answer = parseAnswer(datagram.data().toStdString());
        const bool isOurs = answer && answer->nonce == m_nonce &&
                            std::find(m_tags.begin(), m_tags.end(), answer->officeTag) != m_tags.end();
        if (!isOurs)
            continue;
        end();
        emit found(QStringLiteral("%1:%2").arg(datagram.senderAddress().toString()).arg(answer->port));
        return;
    }
}

void LanDiscoveryClient::end()
{
    m_asksLeft = 0;
    m_again.stop();
    m_patience.stop();
    m_socket.close();
}

} // namespace banhang::client
