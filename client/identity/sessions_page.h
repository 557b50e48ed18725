// Where the user is signed in, and how to end it elsewhere.
#pragma once

#include <QWidget>

#include "banhang/v1/identity.pb.h"
#include "client/core/rpc_client.h"

class QVBoxLayout;

namespace banhang::client {

class IdentityApi;
class NoticeBar;

class SessionsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionsPage(IdentityApi& api, QWidget* parent = nullptr);

    void reload();

signals:
    void closeRequested();

private:
    void fill(const v1::ListSessionsResponse& response);
    QWidget* makeRow(const v1::Session& session);
    void endSession(qint64 sessionId);
    void showFailure(const AppError& error);

    IdentityApi& m_api;
    NoticeBar* m_notice;
    QVBoxLayout* m_rows;
    CallHandle m_listCall;
    CallHandle m_endCall;
};

} // namespace banhang::client
