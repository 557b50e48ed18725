// A way to the server that can be cut: forwards TCP connections, for the tour.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace banhang::client {

class TcpProxy final : public QObject
{
    Q_OBJECT
public:
    /// Listens on a free port of this machine. Throws: std::runtime_error when there is none.
    TcpProxy(const QString& host, quint16 port, QObject* parent = nullptr);

    QString address() const;
    void cut();
    void mend();

private:
    void onConnection();
    void join(QTcpSocket* from, QTcpSocket* to);

    QString m_host;
    quint16 m_port;
    quint16 m_ownPort = 0;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
};

} // namespace banhang::client
