#include "client/calendar/files/calendar_export.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/session.h"

namespace banhang::client {

namespace {

/// "Customer: Sao Mai Bắc"
void addLine(QStringList& lines, const QString& what, const std::string& text)
{
    if (!text.empty())
        lines.append(what.arg(QString::fromStdString(text)));
}

} // namespace

CalendarExport::CalendarExport(const Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(workplace.rpc)
{
}

CalendarExport::~CalendarExport() = default;

void CalendarExport::run(const v1::ExportCalendarEntriesRequest& request, const QString& name, QWidget* window)
{
    auto* dialog = new QFileDialog(window, tr("Save as a calendar file"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Calendar files (*.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(name + QStringLiteral(".ics"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString& path) { runInto(request, path); });
    dialog->open();
}

void CalendarExport::runInto(const v1::ExportCalendarEntriesRequest& request, const QString& path)
{
    stop();
    m_request = request;
    m_path = path;
    m_writer = std::make_unique<ics::FileWriter>(m_workplace.session.me().full_name(),
                                                 QDateTime::currentSecsSinceEpoch(), wording());
    fetch();
}

void CalendarExport::stop()
{
    m_call.cancel();
    m_writer.reset();
}

void CalendarExport::fetch()
{
    m_call = m_api.exportEntries(m_request, this, [this](const Outcome<v1::CalendarEntries>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        for (const v1::Activity& activity : outcome->activities())
            m_writer->add(activity);
        for (const v1::Series& series : outcome->series())
            m_writer->add(series);
        if (outcome->next_page_token().empty())
            return write();
        m_request.set_page_token(outcome->next_page_token());
        fetch();
    });
}

/// Beside the UI thread: a disk may take its time.
void CalendarExport::write()
{
    const std::shared_ptr<ics::FileWriter> writer = std::move(m_writer);
    QThreadPool::globalInstance()->start([self = QPointer(this), writer, path = m_path] {
        const std::string text = writer->text();
        const auto size = static_cast<qint64>(text.size());
        QSaveFile file(path);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit();
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, isWritten, path, count = writer->count()] {
            if (!self)
                return;
            if (isWritten)
                emit self->finished(count, path);
            else
                self->fail(AppError(ErrorCode::Refused, "file.not_writable", {{"path", path.toStdString()}}));
        });
    });
}

void CalendarExport::fail(const AppError& error)
{
    stop();
    emit failed(tr("The calendar was not saved."), error);
}

/// On the phone there is but the text: with whom it is stands there too.
ics::Wording CalendarExport::wording() const
{
    ics::Wording wording;
    wording.title = [this](const v1::Activity& activity) {
        const QString title = activityTitle(activity, m_workplace.picklists);
        const bool isTalk = activity.kind() == v1::ACTIVITY_KIND_TALK;
        const QString whom = isTalk ? activityWhom(activity) : QString();
        return (whom.isEmpty() ? title : title + QStringLiteral(" · ") + whom).toStdString();
    };
    wording.text = [this](const v1::Activity& activity) {
        QStringList lines;
        addLine(lines, QStringLiteral("%1"), activity.preparation());
        addLine(lines, tr("Customer: %1"), activity.customer_name());
        addLine(lines, tr("Contact person: %1"), activity.contact_name());
        QStringList people;
        for (const auto person : activity.participant_user_ids())
            people.append(m_workplace.directory.fullName(person));
        addLine(lines, tr("With: %1"), people.join(QStringLiteral(", ")).toStdString());
        addLine(lines, tr("Result: %1"), activity.result());
        return lines.join(QLatin1Char('\n')).toStdString();
    };
    return wording;
}

} // namespace banhang::client
