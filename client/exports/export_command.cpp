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
#include "client/exports/export_file.h"

namespace banhang::client {

namespace {

constexpr int kTickMs = 200;
constexpr const char* kLists[] = {"source", "trade", "occupation", "income_band", "finances", "need",
                                  "habit",  "trait", "status",     "tier",        "group",    "tag"};

} // namespace

ExportCommand::ExportCommand(const Workplace& workplace, ExportsApi& api, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(api)
{
    m_ticks.setInterval(kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, [this] { emit progressed(m_file->rows()); });
}

ExportCommand::~ExportCommand() = default;

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
    request.set_format(path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) ? v1::EXPORT_FORMAT_CSV
                                                                                  : v1::EXPORT_FORMAT_XLSX);
    addWords(request);
    m_file = std::make_shared<ExportFile>(path);
    m_call = m_api.exportCustomers(request, m_file, this,
                                   [this, path](const std::optional<AppError>& error) { onEnd(path, error); });
    m_ticks.start();
}

void ExportCommand::stop()
{
    m_ticks.stop();
    m_call.cancel();
    m_file.reset();
}

void ExportCommand::onEnd(const QString& path, const std::optional<AppError>& error)
{
    const auto file = m_file;
    stop();
    if (file->isWhole())
        emit finished(file->rows(), path);
    else
        emit failed(tr("The list was not exported."), error.value_or(AppError(ErrorCode::Internal, "call.bad_reply")));
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
