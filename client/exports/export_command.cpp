#include "client/exports/export_command.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/texts.h"

namespace banhang::client {

namespace {

constexpr const char* kLists[] = {"source", "trade", "occupation", "income_band", "finances", "need",
                                  "habit",  "trait", "status",     "tier",        "group",    "tag"};

} // namespace

ExportCommand::ExportCommand(const Workplace& workplace, ExportsApi& api, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(api)
{
}

void ExportCommand::run(const v1::ExportCustomersRequest& wanted, QWidget* window)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("customers %1.xlsx").arg(officeNow().date().toString(QStringLiteral("yyyy-MM-dd")));
    auto* dialog = new QFileDialog(window, tr("Export the list"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Excel workbook (*.xlsx)"), tr("CSV text (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("csv")) ? QStringLiteral("csv")
                                                                        : QStringLiteral("xlsx"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, wanted](const QString& path) { runInto(wanted, path); });
    dialog->open();
}

void ExportCommand::runInto(v1::ExportCustomersRequest request, const QString& path)
{
    stop();
    m_path = path;
    m_rows = 0;
    m_file = std::make_unique<QFile>(path + QStringLiteral(".part"));
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        const AppError error(ErrorCode::Refused, "file.not_writable", {{"path", path.toStdString()}});
        end(&error);
        return;
    }
    request.set_format(path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) ? v1::EXPORT_FORMAT_CSV
                                                                                  : v1::EXPORT_FORMAT_XLSX);
    addWords(request);
    m_call = m_api.exportCustomers(
        request, this, [this](const v1::ExportCustomersResponse& piece) { takePiece(piece); },
        [this](const AppError& error) {
            if (m_file)
                end(&error);
        });
}

void ExportCommand::stop()
{
    m_call.cancel();
    if (m_file)
        m_file->remove();
    m_file.reset();
}

void ExportCommand::takePiece(const v1::ExportCustomersResponse& piece)
{
    if (!m_file)
        return;
    m_rows = piece.row_count();
    if (m_file->write(piece.data().data(), static_cast<qint64>(piece.data().size())) !=
        static_cast<qint64>(piece.data().size())) {
        const AppError error(ErrorCode::Refused, "file.not_writable", {{"path", m_path.toStdString()}});
        m_call.cancel();
        end(&error);
        return;
    }
    if (piece.complete())
        end(nullptr);
    else
        emit progressed(m_rows);
}

void ExportCommand::end(const AppError* error)
{
    const auto file = std::move(m_file);
    file->close();
    if (error != nullptr) {
        file->remove();
        emit failed(tr("The list was not exported."), *error);
        return;
    }
    QFile::remove(m_path);
    if (file->rename(m_path))
        emit finished(m_rows, m_path);
    else
        emit failed(tr("The list was not exported."),
                    AppError(ErrorCode::Refused, "file.not_writable", {{"path", m_path.toStdString()}}));
}

void ExportCommand::addWords(v1::ExportCustomersRequest& request) const
{
    auto& words = *request.mutable_words();
    const auto put = [&](const std::string& key, const QString& text) { words[key] = text.toStdString(); };
    put("CUSTOMER_KIND_INDIVIDUAL", tr("Individual"));
    put("CUSTOMER_KIND_ORGANISATION", tr("Organisation"));
    put("GENDER_MALE", tr("Male"));
    put("GENDER_FEMALE", tr("Female"));
    put("GENDER_OTHER", tr("Other"));
    put("yes", tr("Yes"));
    put("no", {});
    put("lunar", tr("lunar"));
    put("leap_month", tr("leap month"));
    const char* const honorifics[] = {"Ông", "Bà", "Anh", "Chị", "Em", "Cô", "Chú", "Bác"};
    for (int i = 0; i < 8; ++i)
        words[v1::Honorific_Name(static_cast<v1::Honorific>(i + 1))] = honorifics[i];
    for (const char* list : kLists)
        for (const auto* item : m_workplace.picklists.choices(QString::fromLatin1(list)))
            put(std::string(list) + "." + item->key(), PicklistCache::labelOf(*item));
    for (const auto* person : m_workplace.directory.activePeople())
        words["user." + std::to_string(person->user_id())] = person->full_name();
}

} // namespace banhang::client
