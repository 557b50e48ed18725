// Imports and exports in the window: the page, the menu entries, the files.
#pragma once

#include <QObject>

#include <functional>

#include "banhang/v1/exports.pb.h"
#include "client/core/workplace.h"
#include "client/exports/export_command.h"

namespace banhang::client {

class ImportPage;
class TitledPage;
class WindowHead;

class Transfers final : public QObject
{
    Q_OBJECT
public:
    /// The page belongs to whoever shows it.
    explicit Transfers(const Workplace& workplace, QObject* parent = nullptr);

    TitledPage* importPage() const;
    void addEntries(WindowHead* head);
    /// The list as it is filtered and sorted now.
    void exportList(const v1::ExportCustomersRequest& wanted, QWidget* window);

signals:
    void showRequested(banhang::client::TitledPage* page);
    void newsHappened(const QString& text, const QString& icon);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    Workplace m_workplace;
    ExportsApi m_exportsApi;
    ExportCommand* m_export;
    ImportPage* m_page;
};

} // namespace banhang::client
