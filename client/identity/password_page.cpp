#include "client/identity/password_page.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/identity/card_page.h"
#include "client/identity/identity_api.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

QLineEdit* passwordEdit()
{
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

PasswordPage::PasswordPage(IdentityApi& api, QWidget* parent)
    : QWidget(parent), m_api(api), m_old(passwordEdit()), m_new(passwordEdit()), m_repeat(passwordEdit())
{
    auto* title = new Label(tr("Change your password"), TextSize::Record, TextWeight::Strong);
    auto* advice = new Label(tr("At least 8 characters; a short sentence is good and easy to remember."),
                             TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_card = new CardPage(title, advice);
    m_cancel = new Button(ButtonKind::Flat, {}, tr("Cancel"));
    m_save = new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Change password"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_oldField = m_card->grid()->addField(tr("&Current password"), m_old);
    m_newField = m_card->grid()->addField(tr("&New password"), m_new);
    m_repeatField = m_card->grid()->addField(tr("New password &again"), m_repeat);
    m_card->addButtons(m_cancel, m_save);
    connect(m_repeatField, &FormField::checkRequested, this, &PasswordPage::checkRepeat);
    connect(m_repeat, &QLineEdit::returnPressed, this, &PasswordPage::submit);
    connect(m_save, &Button::clicked, this, &PasswordPage::submit);
    connect(m_cancel, &Button::clicked, this, &PasswordPage::cancelled);
}

void PasswordPage::begin(bool isForced, const QString& oldPassword)
{
    m_isForced = isForced;
    m_cancel->relabel(isForced ? tr("Sign out") : tr("Cancel"));
    for (auto* field : {m_oldField, m_newField, m_repeatField})
        field->clearMessage();
    m_old->setText(oldPassword);
    m_new->clear();
    m_repeat->clear();
    m_card->notice()->setTexts(tr("The first password is only for the first time."),
                               tr("Choose your own; nobody else will know it."));
    m_card->notice()->setVisible(isForced);
    (oldPassword.isEmpty() ? m_old : m_new)->setFocus();
}

bool PasswordPage::checkRepeat()
{
    const bool isSame = m_new->text() == m_repeat->text();
    if (isSame || m_repeat->text().isEmpty())
        m_repeatField->clearMessage();
    else
        m_repeatField->setError(tr("The two new passwords differ."));
    return isSame;
}

void PasswordPage::submit()
{
    if (m_call.isActive() || m_new->text().isEmpty() || !checkRepeat())
        return;
    m_save->setEnabled(false);
    m_call = m_api.changePassword(m_old->text(), m_new->text(), this,
                                  [this](const Outcome<v1::ChangePasswordResponse>& outcome) {
                                      m_save->setEnabled(true);
                                      if (outcome)
                                          emit changed();
                                      else
                                          showFailure(outcome.error());
                                  });
}

void PasswordPage::showFailure(const AppError& error)
{
    bool isPlaced = false;
    for (const auto& issue : error.detail().issues()) {
        auto* field = issue.path() == "old_password" ? m_oldField : m_newField;
        field->setError(issueText(issue));
        isPlaced = true;
    }
    if (isPlaced)
        return;
    m_card->notice()->setTexts(tr("The password was not changed."), errorText(error));
    m_card->notice()->show();
}

} // namespace banhang::client
