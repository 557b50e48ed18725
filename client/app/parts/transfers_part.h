// Imports and exports in the window: the page, the menu entries, the files.
#pragma once

#include "banhang/v1/exports.pb.h"
#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"
#include "client/exports/export_command.h"

namespace banhang::client {

class ImportPage;

class TransfersPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit TransfersPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    void end() override;
    /// The list as it is filtered and sorted now.
    void exportList(const v1::ExportCustomersRequest& wanted, QWidget* window);

private:
    Workplace m_workplace;
    ExportsApi m_exportsApi;
    ExportCommand* m_export;
    ImportPage* m_page;
};

} // namespace banhang::client
