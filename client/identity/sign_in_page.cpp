#include "client/identity/sign_in_page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
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
      m_offers(new QWidget),
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
    card->addAboveFields(m_offers);
    auto* grid = card->grid();
    m_fields = grid;
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
    m_choose->relabel(m_hasServer ? tr("Choose another connection file…") : tr("Choose the connection file…"));
    // The first time there is one thing to do, and nothing else stands in its way.
    m_choose->setKind(m_hasServer ? ButtonKind::Link : ButtonKind::Primary);
    m_fields->setVisible(m_hasServer);
    m_signIn->setVisible(m_hasServer);
    if (m_hasServer)
        offerFiles({});
    updateButton();
}

void SignInPage::offerFiles(const QStringList& paths)
{
    if (m_offered == paths && m_offers->layout())
        return;
    m_offered = paths;
    const bool hadFocus = m_offers->isAncestorOf(focusWidget());
    qDeleteAll(m_offers->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_offers->layout();
    auto* column = new QVBoxLayout(m_offers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    if (!paths.isEmpty())
        column->addWidget(new Label(tr("Found on this machine and on what is plugged into it:"), TextSize::Second,
                                    TextWeight::Regular, Tone::Quiet));
    if (!m_hasServer)
        m_choose->setKind(paths.isEmpty() ? ButtonKind::Primary : ButtonKind::Normal);
    QWidget* before = m_notice;
    for (const auto& path : paths) {
        const QFileInfo file(path);
        const bool isFirst = path == paths.front();
        auto* use = new Button(isFirst ? ButtonKind::Primary : ButtonKind::Normal, QStringLiteral("plug"),
                               tr("Use %1 (%2)").arg(file.fileName(), file.dir().dirName()));
        use->setToolTip(QDir::toNativeSeparators(path));
        connect(use, &Button::clicked, this, [this, path] { emit connectionFileChosen(path); });
        column->addWidget(use);
        use->show();              // what is hidden until its page is laid out takes no focus
        setTabOrder(before, use); // they stand above the other way to choose
        setTabOrder(use, m_choose);
        before = use;
    }
    m_offers->setVisible(!paths.isEmpty());
    // A lone file is most likely the one; who has begun to choose by hand is left alone.
    const QWidget* focused = focusWidget();
    if (hadFocus || (!paths.isEmpty() && (!focused || focused == m_choose)))
        focusFirst();
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
        forgetPassword();
    m_password->setFocus();
}

void SignInPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_signIn->relabel(isBusy ? tr("Signing in…") : tr("Sign in"));
    updateButton();
}

/// Not cleared, which could be undone.
void SignInPage::forgetPassword()
{
    m_password->setText({});
}

void SignInPage::focusFirst()
{
    auto* const offered = m_offers->findChild<Button*>();
    QWidget* const first = !m_hasServer                   ? static_cast<QWidget*>(offered ? offered : m_choose)
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
