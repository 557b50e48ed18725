// A mail that is dropped on a customer becomes a talk by e-mail, with the mail itself as its file.
#pragma once

#include <QObject>

#include <memory>

#include "banhang/v1/customer.pb.h"
#include "client/activities/activities_api.h"
#include "client/attachments/upload_queue.h"
#include "client/core/workplace.h"
#include "client/email/email_message.h"

namespace banhang::client {

/// A mail that is a talk now.
struct LoggedMail
{
    FilesParent talk;
    std::shared_ptr<const email::EmailMessage> message;
};

/// Reads on a thread of its own; several mails go beside each other. Thread: UI.
class MailDrop final : public QObject
{
    Q_OBJECT
public:
    MailDrop(const Workplace& workplace, UploadQueue& uploads, QObject* parent = nullptr);

    static bool isMail(const QString& path);
    void take(const QString& path, const v1::Customer& customer);
    /// The files that came with the mail go to its talk.
    void keepFiles(const LoggedMail& mail);

signals:
    void logged(const banhang::client::LoggedMail& mail);
    /// The customer has a talk of this mail.
    void known(qint64 activityId);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void onRead(const QString& path, const v1::Customer& customer, const std::shared_ptr<email::EmailMessage>& message);
    v1::Activity talkOf(const email::EmailMessage& message, const v1::Customer& customer, const QString& path) const;

    Workplace m_workplace;
    UploadQueue& m_uploads;
    ActivitiesApi m_api;
};

} // namespace banhang::client
