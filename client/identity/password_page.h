// Changing the own password; forced after the first sign-in.
#pragma once

#include <QWidget>

#include "client/core/rpc_client.h"

class QLineEdit;

namespace banhang::client {

class Button;
class CardPage;
class FormField;
class IdentityApi;

class PasswordPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordPage(IdentityApi& api, QWidget* parent = nullptr);

    /// Starts anew. With `isForced` there is no way back but signing out; `oldPassword` spares typing it again.
    void begin(bool isForced, const QString& oldPassword = {});

signals:
    void changed();
    /// Gave up; when forced this means signing out.
    void cancelled();

private:
    bool checkRepeat();
    void submit();
    void showFailure(const AppError& error);

    IdentityApi& m_api;
    CardPage* m_card;
    QLineEdit* m_old;
    QLineEdit* m_new;
    QLineEdit* m_repeat;
    FormField* m_oldField;
    FormField* m_newField;
    FormField* m_repeatField;
    Button* m_cancel;
    Button* m_save;
    CallHandle m_call;
    bool m_isForced = false;
};

} // namespace banhang::client
