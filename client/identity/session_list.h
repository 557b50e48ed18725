// Where the user is signed in, and how to end it elsewhere.
#pragma once

#include <QWidget>

#include "banhang/v1/identity.pb.h"
#include "client/core/rpc_client.h"

class QVBoxLayout;

namespace banhang::client {

class IdentityApi;
class NoticeBar;

class SessionList final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionList(IdentityApi& api, QWidget* parent = nullptr);

    /// Asks the server; what was shown stays until it answers.
    void reload();

private:
    void fill(const v1::ListSessionsResponse& response);
    QWidget* makeRow(const v1::Session& session);
    void endSession(qint64 sessionId);
    void showFailure(const AppError& error);

    IdentityApi& m_api;
    NoticeBar* m_notice;
    QVBoxLayout* m_rows;
    CallHandle m_listCall;
};

} // namespace banhang::client
