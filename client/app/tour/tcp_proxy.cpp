#include "client/app/tour/tcp_proxy.h"

#include <stdexcept>

namespace banhang::client {

TcpProxy::TcpProxy(const QString& host, quint16 port, QObject* parent) : QObject(parent), m_host(host), m_port(port)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TcpProxy::onConnection);
    mend();
    m_ownPort = m_server.serverPort();
}

QString TcpProxy::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_ownPort);
}

void TcpProxy::onConnection()
{
    while (auto* near = m_server.nextPendingConnection()) {
        auto* far = new QTcpSocket(this);
        far->connectToHost(m_host, m_port);
        join(near, far);
        join(far, near);
        m_sockets.append(near);
        m_sockets.append(far);
    }
}

void TcpProxy::join(QTcpSocket* from, QTcpSocket* to)
{
    connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
    connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
    connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
}

void TcpProxy::cut()
{
    m_server.close();
    for (const auto& socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
    m_sockets.clear();
}

void TcpProxy::mend()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_ownPort))
        throw std::runtime_error("no free port: " + m_server.errorString().toStdString());
}

} // namespace banhang::client
