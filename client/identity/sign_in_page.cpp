#include "client/identity/sign_in_page.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/identity/card_page.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

SignInPage::SignInPage(QWidget* parent)
    : QWidget(parent),
      m_company(new Label({}, TextSize::Record, TextWeight::Strong)),
      m_address(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_userName(new QLineEdit),
      m_password(new QLineEdit),
      m_signIn(new Button(ButtonKind::Primary, QStringLiteral("log-in"), tr("Sign in"))),
      m_choose(new Button(ButtonKind::Link, {}, tr("Choose another connection file…")))
{
    m_password->setEchoMode(QLineEdit::Password);
    m_userName->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeCard());
    connect(m_userName, &QLineEdit::textChanged, this, &SignInPage::updateButton);
    connect(m_password, &QLineEdit::textChanged, this, &SignInPage::updateButton);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_signIn, &Button::clicked, this, &SignInPage::submit);
    connect(m_choose, &Button::clicked, this, &SignInPage::chooseFile);
    setServer({}, {});
}

QWidget* SignInPage::makeCard()
{
    auto* card = new CardPage(m_company, m_address);
    m_notice = card->notice();
    auto* grid = card->grid();
    grid->addField(tr("&User name"), m_userName, {.isRequired = false, .isHalf = false, .reservesMessage = false});
    m_passwordField =
        grid->addField(tr("&Password"), m_password, {.isRequired = false, .isHalf = false, .reservesMessage = false});
    card->addButtons(m_choose, m_signIn);
    return card;
}

void SignInPage::setServer(const QString& companyName, const QString& address)
{
    m_hasServer = !address.isEmpty();
    m_company->setText(companyName.isEmpty() ? QStringLiteral("banhang") : companyName);
    m_address->setText(m_hasServer ? tr("Server %1").arg(address)
                                   : tr("IT gives every office one connection file. Choose it to begin."));
    m_choose->setText(m_hasServer ? tr("Choose another connection file…") : tr("Choose the connection file…"));
    m_userName->setEnabled(m_hasServer);
    m_password->setEnabled(m_hasServer);
    updateButton();
}

void SignInPage::setUserName(const QString& userName)
{
    m_userName->setText(userName);
}

void SignInPage::setNotice(const QString& strong, const QString& text)
{
    m_notice->setTexts(strong, text);
    m_notice->setVisible(!strong.isEmpty() || !text.isEmpty());
}

void SignInPage::showFailure(const AppError& error)
{
    setNotice(tr("Not signed in yet."), errorText(error));
    m_notice->setToolTip(technicalText(error));
    if (error.code() == ErrorCode::SignedOut)
        m_password->clear();
    m_password->setFocus();
}

void SignInPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_signIn->setText(isBusy ? tr("Signing in…") : tr("Sign in"));
    updateButton();
}

void SignInPage::focusFirst()
{
    QWidget* const first = !m_hasServer                   ? static_cast<QWidget*>(m_choose)
                           : m_userName->text().isEmpty() ? m_userName
                                                          : m_password;
    first->setFocus();
}

void SignInPage::updateButton()
{
    m_signIn->setEnabled(m_hasServer && !m_isBusy && !m_userName->text().isEmpty() && !m_password->text().isEmpty());
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled())
        return;
    setNotice({}, {});
    emit signInRequested(m_userName->text().trimmed(), m_password->text());
}

void SignInPage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose the connection file"), {},
                                                      tr("Connection files (*.banhang);;All files (*)"));
    if (!path.isEmpty())
        emit connectionFileChosen(path);
}

} // namespace banhang::client
