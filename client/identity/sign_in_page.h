// The first page: whose office, who are you. A page, not a dialog.
#pragma once

#include <QStringList>
#include <QWidget>

#include "common/error.h"

class QLineEdit;

namespace banhang::client {

class Button;
class FormField;
class FormGrid;
class Label;
class NoticeBar;

class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);

    /// Without a server (no connection file yet) only choosing one is possible.
    void setServer(const QString& companyName, const QString& address);
    /// Connection files that lie at hand, each offered with a button. Only without a server.
    void offerFiles(const QStringList& paths);
    void setUserName(const QString& userName);
    /// Why somebody is asked again, or what went wrong; empty hides it.
    void setNotice(const QString& strong, const QString& text);
    void showFailure(const AppError& error);
    void setBusy(bool isBusy);
    /// It has done its work, and whoever sits here next is not to find it.
    void forgetPassword();
    /// To the first field that is still empty.
    void focusFirst();

signals:
    void signInRequested(const QString& userName, const QString& password);
    void connectionFileChosen(const QString& path);

private:
    QWidget* makeCard();
    void submit();
    void chooseFile();
    void updateButton();

    Label* m_company;
    Label* m_address;
    NoticeBar* m_notice = nullptr;
    QLineEdit* m_userName;
    QLineEdit* m_password;
    FormGrid* m_fields = nullptr;
    FormField* m_passwordField = nullptr;
    QWidget* m_offers;
    QStringList m_offered;
    Button* m_signIn;
    Button* m_choose;
    bool m_hasServer = false;
    bool m_isBusy = false;
};

} // namespace banhang::client
