// The line that says which file is being imported: its name, sheet, what was done to it, its template.
#pragma once

#include "client/imports/import_plan.h"
#include "client/imports/imports_api.h"
#include "client/ui/parts/label.h"

class QAbstractButton;
class QComboBox;

namespace banhang::client {

class Button;
class Session;

class FileBar final : public Pane
{
    Q_OBJECT
public:
    FileBar(ImportsApi& api, const Session& session, QWidget* parent = nullptr);

    void showFile(const ImportPlan& plan);
    /// Rows are on their way: which of them holds the titles is no question any more.
    void keepTitles();
    /// Asks for the templates.
    void reload();
    /// Under the name of the file, for the team too.
    void saveTemplate(v1::ImportTemplate columns, const QString& fileName);
    void saveTemplate(const v1::ImportTemplate& wanted);

signals:
    void sheetChosen(const QString& name);
    /// From 0 in the table; -1: no row has titles.
    void titlesChosen(int row);
    void templateChosen(const banhang::v1::ImportTemplate& chosen);
    void saveRequested();
    /// One's own, which was chosen; the columns stay as they are.
    void templateForgotten(const banhang::v1::ImportTemplate& forgotten);
    void failed(const banhang::AppError& error);

private:
    const v1::ImportTemplate* chosen() const;
    void forgetChosen();
    void updateForget();

    ImportsApi& m_api;
    const Session& m_session;
    CallHandle m_call;
    v1::ListImportTemplatesResponse m_known;
    Label* m_name;
    Label* m_facts;
    Label* m_notice;
    Button* m_otherTitles; ///< where the guess was wrong
    int m_otherRow = -1;   ///< what it stands for
    QComboBox* m_sheets;
    QComboBox* m_templates;
    QAbstractButton* m_forget;
    Button* m_keep;
};

} // namespace banhang::client
