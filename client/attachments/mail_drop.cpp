#include "client/attachments/mail_drop.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/email/email_parser.h"

namespace banhang::client {

namespace {

constexpr qint64 kMaxBytes = 64LL * 1024 * 1024;
constexpr int kMaxTitleLength = 200;

/// Null for what is no mail.
std::shared_ptr<email::EmailMessage> readFile(const QString& path)
{
    QFile file(path);
    if (file.size() > kMaxBytes || !file.open(QIODevice::ReadOnly))
        return nullptr;
    const QByteArray bytes = file.readAll();
    try {
        return std::make_shared<email::EmailMessage>(
            email::parseEmailMessage({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    } catch (const email::EmailParseError&) {
        return nullptr;
    }
}

/// False when not all of it is on the disk: a part of a file would pass for the whole.
bool writeFile(const QString& path, const std::string& content)
{
    QFile file(path);
    const auto size = static_cast<qint64>(content.size());
    if (file.open(QIODevice::WriteOnly) && file.write(content.data(), size) == size && file.flush())
        return true;
    file.remove();
    return false;
}

/// Runs `work` beside the UI, and `then` in it if `receiver` still lives.
template <typename Work, typename Then>
void beside(QObject* receiver, Work work, Then then)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<QObject>(receiver), work = std::move(work), then = std::move(then)] {
            auto result = work();
            QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, then, result] {
                if (guard)
                    then(result);
            });
        });
}

std::vector<std::string> addressesOf(const v1::Customer& customer)
{
    std::vector<std::string> addresses;
    for (const auto& email : customer.emails())
        addresses.push_back(email.address());
    for (const auto& contact : customer.contacts())
        for (const auto& email : contact.emails())
            addresses.push_back(email.address());
    return addresses;
}

} // namespace

MailDrop::MailDrop(const Workplace& workplace, UploadQueue& uploads, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_uploads(uploads), m_api(workplace.rpc)
{
}

bool MailDrop::isMail(const QString& path)
{
    return path.endsWith(QStringLiteral(".eml"), Qt::CaseInsensitive);
}

void MailDrop::take(const QString& path, const v1::Customer& customer)
{
    beside(
        this, [path] { return readFile(path); },
        [this, path, customer](const std::shared_ptr<email::EmailMessage>& message) {
            onRead(path, customer, message);
        });
}

void MailDrop::onRead(const QString& path, const v1::Customer& customer,
                      const std::shared_ptr<email::EmailMessage>& message)
{
    if (!message) {
        emit failed(tr("“%1” was not accepted.").arg(QFileInfo(path).fileName()),
                    AppError(ErrorCode::Refused, "attachment.no_mail"));
        return;
    }
    v1::CreateActivityRequest request;
    *request.mutable_activity() = talkOf(*message, customer, path);
    // The mail goes to its talk even when the window was closed meanwhile.
    const auto onAnswer = [self = QPointer(this), &uploads = m_uploads, path, message,
                           customerId = customer.id()](const Outcome<v1::ActivityChangeResponse>& outcome) {
        if (outcome.isOk()) {
            const FilesParent talk{customerId, outcome->activity().id()};
            uploads.add(path, talk);
            if (self)
                emit self->logged({talk, message});
        } else if (self && outcome.error().key() == "activity.known_message") {
            emit self->known(QString::fromStdString(outcome.error().detail().args().at("activity_id")).toLongLong());
        } else if (self) {
            emit self->failed(tr("The mail was not logged."), outcome.error());
        }
    };
    m_api.create(request, &m_uploads, onAnswer).release();
}

v1::Activity MailDrop::talkOf(const email::EmailMessage& message, const v1::Customer& customer,
                              const QString& path) const
{
    v1::Activity talk;
    talk.set_kind(v1::ACTIVITY_KIND_TALK);
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    talk.set_channel_key("email");
    talk.set_customer_id(customer.id());
    talk.set_owner_user_id(m_workplace.session.userId());
    talk.set_title(QString::fromStdString(message.subject).left(kMaxTitleLength).toStdString());
    talk.set_course(message.body);
    talk.set_message_id(message.messageId);
    const auto way = email::directionOf(message, addressesOf(customer));
    if (way == email::EmailDirection::FromThem)
        talk.set_direction(v1::TALK_DIRECTION_IN);
    else if (way == email::EmailDirection::FromUs)
        talk.set_direction(v1::TALK_DIRECTION_OUT);
    const auto now = officeNow();
    auto sent =
        message.sentSeconds ? QDateTime::fromSecsSinceEpoch(*message.sentSeconds) : QFileInfo(path).lastModified();
    if (!sent.isValid() || sent > now)
        sent = now;
    *talk.mutable_start_time() = toTimestamp(sent);
    return talk;
}

void MailDrop::keepFiles(const LoggedMail& mail)
{
    const auto message = mail.message;
    QStringList paths;
    for (std::size_t i = 0; i < message->files.size(); ++i)
        paths.append(m_uploads.scratchPath());
    beside(
        &m_uploads,
        [message, paths] {
            QList<bool> isWritten;
            for (qsizetype i = 0; i < paths.size(); ++i)
                isWritten.append(writeFile(paths[i], message->files[static_cast<std::size_t>(i)].content));
            return isWritten;
        },
        [self = QPointer(this), &uploads = m_uploads, message, paths, talk = mail.talk](const QList<bool>& isWritten) {
            for (qsizetype i = 0; i < paths.size(); ++i) {
                const std::string& name = message->files[static_cast<std::size_t>(i)].name;
                if (isWritten[i])
                    uploads.addOwnCopy(paths[i], talk, name);
                else if (self)
                    emit self->failed(
                        tr("“%1” was not accepted.").arg(QString::fromStdString(name)),
                        AppError(ErrorCode::Refused, "file.not_writable", {{"path", paths[i].toStdString()}}));
            }
        });
}

} // namespace banhang::client
