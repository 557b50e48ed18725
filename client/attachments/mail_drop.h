// A mail that is dropped on a customer becomes a talk by e-mail, with the mail itself as its file.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

#include "banhang/v1/customer.pb.h"
#include "client/activities/activities_api.h"
#include "client/attachments/upload_queue.h"
#include "client/core/workplace.h"
#include "client/letters/letter.h"

namespace banhang::client {

/// Reads on a thread of its own. Thread: UI.
class MailDrop final : public QObject
{
    Q_OBJECT
public:
    MailDrop(const Workplace& workplace, UploadQueue& uploads, QObject* parent = nullptr);

    static bool isMail(const QString& path);
    void take(const QString& path, const v1::Customer& customer);
    /// The files that came with the last mail go to its talk.
    void keepFiles();

signals:
    /// `fileNames`: what came with it.
    void logged(qint64 activityId, const QString& subject, const QStringList& fileNames);
    /// The customer has a talk of this mail.
    void known(qint64 activityId);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void onRead(const QString& path, const v1::Customer& customer, const std::shared_ptr<letters::Letter>& letter);
    v1::Activity talkOf(const letters::Letter& letter, const v1::Customer& customer, const QString& path) const;

    Workplace m_workplace;
    UploadQueue& m_uploads;
    ActivitiesApi m_api;
    std::shared_ptr<letters::Letter> m_last;
    qint64 m_lastTalk = 0;
    QTemporaryDir m_folder; ///< of files that came with mails; gone with this
    int m_kept = 0;
    CallHandle m_call;
};

} // namespace banhang::client
