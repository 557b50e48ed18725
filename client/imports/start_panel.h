// Where an import begins: a file, cells from the clipboard, or one of the last imports to take back.
#pragma once

#include <QWidget>

#include "client/imports/imports_api.h"

class QVBoxLayout;

namespace banhang::client {

class StartPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPanel(ImportsApi& api, QWidget* parent = nullptr);

    /// Asks for the last imports.
    void reload();
    void forget();

signals:
    void fileChosen(const QString& path);
    void pasteRequested();
    void undoRequested(qint64 importId);

private:
    void chooseFile();
    void showRecent(const v1::ListImportsResponse& imports);
    QWidget* lineOf(const v1::Import& import);

    ImportsApi& m_api;
    CallHandle m_call;
    QWidget* m_recentBox;
    QVBoxLayout* m_recent;
};

} // namespace banhang::client
