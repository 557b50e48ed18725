// The half of CustomerForm that talks with the server: checks while typing, saves, and says what was refused.
#include "client/customers/form/customer_form.h"

#include <QDateTime>
#include <QLineEdit>
#include <QRegularExpression>
#include <QUuid>

#include "client/core/draft_store.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/ui/form/form_field.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

void CustomerForm::check()
{
    if (!isTouched()) {
        m_duplicates->reset();
        m_editor->showIssues({});
        return;
    }
    m_duplicates->setChecking();
    // Assigning drops the call before, whose answer would be about a text that is gone.
    m_checkCall = m_api.check(m_editor->collect(), this,
                              [this](const Outcome<v1::CheckCustomerResponse>& outcome) { onChecked(outcome); });
}

/// What is wrong with it, where that can be told.
QString CustomerForm::noSuchDay(const FormField& field)
{
    static const QRegularExpression written(QStringLiteral("^\\s*(\\d{1,2})\\D(\\d{1,2})\\D(\\d{4})\\s*$"));
    const auto* edit = qobject_cast<const QLineEdit*>(field.editor());
    const auto parts = written.match(edit ? edit->text() : QString());
    const int day = parts.captured(1).toInt();
    const int month = parts.captured(2).toInt();
    const QDate first(parts.captured(3).toInt(), month, 1);
    if (first.isValid() && day > first.daysInMonth())
        return tr("Month %1 has no day %2. Write day/month/year.").arg(month).arg(day);
    return tr("There is no such day. Write day/month/year.");
}

void CustomerForm::onChecked(const Outcome<v1::CheckCustomerResponse>& outcome)
{
    if (!outcome) {
        m_duplicates->setUnavailable();
        return;
    }
    m_editor->showIssues({outcome->issues().begin(), outcome->issues().end()});
    if (auto* field = m_editor->unreadable())
        field->setError(noSuchDay(*field));
    m_duplicates->setHits({outcome->duplicates().begin(), outcome->duplicates().end()});
    updateKeys();
}

void CustomerForm::save(bool hasMore)
{
    m_hasMore = hasMore;
    if (m_saveCall.isActive())
        return;
    if (auto* field = m_editor->unreadable()) {
        field->setError(noSuchDay(*field));
        field->focus();
        return;
    }
    if (m_conflict->isVisibleTo(this)) {
        finishConflict();
        return;
    }
    send();
}

void CustomerForm::send()
{
    const auto customer = m_editor->collect();
    if (!isNew() && changedFields(m_baseline, customer).isEmpty()) {
        m_keeper->discard();
        emit closeRequested();
        return;
    }
    if (m_requestId.empty())
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    m_notice->hide();
    m_keeper->flush(); // with the number: sent once more out of the draft, it is stored once
    m_checkCall.cancel();
    setBusy(true);
    m_sent = customer;
    if (isNew())
        create(customer);
    else
        update(customer);
}

void CustomerForm::create(const v1::Customer& customer)
{
    v1::CreateCustomerRequest request;
    *request.mutable_customer() = customer;
    request.set_duplicate_reason(m_duplicates->reason().toStdString());
    request.set_request_id(m_requestId);
    m_saveCall =
        m_api.create(request, this, [this](const Outcome<v1::CustomerChangeResponse>& outcome) { onAnswer(outcome); });
}

void CustomerForm::update(const v1::Customer& customer)
{
    v1::UpdateCustomerRequest request;
    *request.mutable_customer() = customer;
    request.mutable_customer()->set_version(m_base.version());
    for (const auto& field : changedFields(m_baseline, customer))
        request.mutable_update_mask()->add_paths(field.toStdString());
    request.set_duplicate_reason(m_duplicates->reason().toStdString());
    request.set_request_id(m_requestId);
    m_saveCall =
        m_api.update(request, this, [this](const Outcome<v1::CustomerChangeResponse>& outcome) { onAnswer(outcome); });
}

void CustomerForm::onAnswer(const Outcome<v1::CustomerChangeResponse>& outcome)
{
    setBusy(false);
    if (!outcome) {
        onRefused(outcome.error());
        return;
    }
    if (const auto since = changedFields(m_sent, m_editor->collect()); !since.isEmpty()) {
        keepTypedSince(outcome->customer(), since);
        return;
    }
    m_isSaved = true;
    m_keeper->discard();
    emit saved(outcome->customer(), isNew(), m_hasMore);
}

/// Somebody typed while it was saved: what is stored is what they now change.
void CustomerForm::keepTypedSince(const v1::Customer& stored, const QStringList& since)
{
    goOnWith(stored, since);
    m_keeper->flush();
    say(tr("Saved, but for what you have typed since."), tr("Save once more."));
    emit savedInPart(stored);
}

void CustomerForm::onRefused(const AppError& error)
{
    // Only what may have arrived is sent again under its number.
    if (error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout)
        m_requestId.clear();
    m_notice->setToolTip(technicalText(error));
    switch (error.code()) {
    case ErrorCode::Invalid: {
        const auto& issues = error.detail().issues();
        const auto homeless = m_editor->showIssues({issues.begin(), issues.end()});
        say(tr("Not saved yet."), homeless.isEmpty() ? errorText(error) : issueText(homeless.front()));
        focusIssue(false);
        emit refused(error);
        return;
    }
    case ErrorCode::Conflict:
        fetchStored(error.detail().changed_by_user_id(),
                    error.detail().change_time_us()
                        ? QDateTime::fromMSecsSinceEpoch(error.detail().change_time_us() / 1000, officeZone())
                        : officeNow());
        return;
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
        m_waitsForServer = true;
        m_keeper->flush();
        say(tr("Not saved yet: the server cannot be reached."),
            tr("The draft is kept on this machine and is sent when the connection is back."));
        return;
    default:
        break;
    }
    if (error.key() == "customer.duplicate_unconfirmed") {
        m_duplicates->show();
        m_duplicates->askReason();
        check();
    }
    say(tr("Not saved yet."), errorText(error));
    emit refused(error);
}

void CustomerForm::say(const QString& strong, const QString& text)
{
    m_notice->setTexts(strong, text);
    m_notice->show();
}

void CustomerForm::setBusy(bool isBusy)
{
    m_save->setEnabled(!isBusy);
    m_saveMore->setEnabled(!isBusy);
    m_discard->setEnabled(!isBusy);
    m_save->relabel(isBusy ? tr("Saving…") : tr("Save"));
}

void CustomerForm::onOnline(bool isOnline)
{
    if (isOnline && m_waitsForServer && !m_saveCall.isActive()) {
        m_waitsForServer = false;
        send();
    } else if (isOnline && isTouched()) {
        check();
    } else if (!isOnline) {
        m_duplicates->setUnavailable();
    }
}

} // namespace banhang::client
