#include "client/app/parts/transfers_part.h"

#include <QAction>
#include <QDir>
#include <QLocale>

#include "client/app/window/window_head.h"
#include "client/core/change_feed.h"
#include "client/core/session.h"
#include "client/imports/import_page.h"

namespace banhang::client {

TransfersPart::TransfersPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent),
      m_workplace(workplace),
      m_exportsApi(workplace.rpc),
      m_export(new ExportCommand(workplace, m_exportsApi, this)),
      m_page(new ImportPage(workplace))
{
    const QString download = QStringLiteral("download");
    connect(m_export, &ExportCommand::progressed, this, [this, download](int rows) {
        emit newsHappened({}, tr("Exporting: %Ln customers so far", nullptr, rows), download);
    });
    connect(m_export, &ExportCommand::finished, this, [this, download](int rows, const QString& path) {
        emit newsHappened({}, tr("Exported %Ln customers to %1", nullptr, rows).arg(QDir::toNativeSeparators(path)),
                          download);
    });
    connect(m_export, &ExportCommand::failed, this, &TransfersPart::failed);
    connect(m_page, &ImportPage::imported, this,
            [this](const QString& text) { emit newsHappened({}, text, QStringLiteral("file-spreadsheet")); });
    connect(m_page, &ImportPage::undoOffered, this, &TransfersPart::undoOffered);
    connect(m_page, &ImportPage::keysChanged, this, &TransfersPart::keysChanged);
    connect(&workplace.feed, &ChangeFeed::stateChanged, this,
            [this] { m_page->onOnline(m_workplace.feed.isOnline()); });
}

QList<QWidget*> TransfersPart::pages()
{
    return {m_page};
}

void TransfersPart::end()
{
    m_export->stop();
    m_page->forget();
}

void TransfersPart::addEntries(WindowHead* head)
{
    auto* entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("file-spreadsheet"),
                                       tr("Import customers from &Excel…"));
    connect(entry, &QAction::triggered, this, [this] { emit pageRequested(m_page); });
    const auto applyRight = [this, entry] {
        const bool may = m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE);
        entry->setEnabled(may);
        entry->setToolTip(may ? QString() : tr("You may not add customers. Ask your team leader or IT."));
    };
    connect(&m_workplace.session, &Session::begun, entry, applyRight);
    connect(&m_workplace.session, &Session::updated, entry, applyRight);
    applyRight();
}

void TransfersPart::exportList(const v1::ExportCustomersRequest& wanted, QWidget* window)
{
    if (m_export->isRunning())
        emit newsHappened({}, tr("An export is under way already"), QStringLiteral("download"));
    else
        m_export->run(wanted, window);
}

} // namespace banhang::client
