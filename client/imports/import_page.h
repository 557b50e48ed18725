// Taking in a list from Excel: choose a file, say which column is what, try it out, import; one page, no dialogs.
#pragma once

#include <memory>

#include "client/core/workplace.h"
#include "client/imports/import_plan.h"
#include "client/imports/import_run.h"
#include "client/imports/imports_api.h"
#include "client/ui/parts/titled_page.h"

class QStackedWidget;

namespace banhang::client {

class Button;
class ColumnsPanel;
class FileBar;
class Label;
class NoticeBar;
class ProgressRow;
class ResultPanel;
class RowsFile;
class SheetLoader;
class StartPanel;
class StepBar;
class TwoPanes;

class ImportPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit ImportPage(const Workplace& workplace, QWidget* parent = nullptr);
    ~ImportPage() override;

    /// Reads a file beside the UI thread, then maps and tries it out.
    void openFile(const QString& path, const QString& sheet = {});
    /// Cells from the clipboard.
    void paste();
    void onOnline(bool isOnline);
    /// Rights, session or person are other ones.
    void forget();

    /// For tests and the tour.
    const ImportPlan* plan() const { return m_plan.get(); }
    ImportRun* run() const { return m_run; }

signals:
    /// The keys of the page, for the status line; empty when it is left.
    void keysChanged(const QString& text);
    void imported(const QString& text);
    /// `undo` takes the import back.
    void undoOffered(const QString& text, const std::function<void()>& undo);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Step { File, Columns, Try, Import };

    void connectParts();
    void connectRun();
    void connectLoader();
    QWidget* makeBottom();
    void setStep(Step step);
    void tellKeys();
    void accept(SheetFile file);
    void begin(const std::shared_ptr<ImportPlan>& plan);
    void refuse(const AppError& error);
    void tryOut();
    void save();
    void askForFileOfRows();
    void writeRows(const QString& path);
    void undoLast();
    void startOver();
    void onProgress(int done, int total);
    void onFinished(ImportRun::Work work);
    void onStopped(ImportRun::Work work);
    void updateButtons();
    /// Saved as far as it goes.
    bool isDone() const;

    Workplace m_workplace;
    ImportsApi m_api;
    SheetLoader* m_loader;
    ImportRun* m_run;
    RowsFile* m_rowsFile;
    std::shared_ptr<ImportPlan> m_plan; ///< a file of rows that is being written keeps it
    QString m_path;
    bool m_isTried = false;
    Step m_step = Step::File;
    StepBar* m_steps;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    StartPanel* m_start;
    FileBar* m_fileBar;
    ColumnsPanel* m_columns;
    ResultPanel* m_result;
    TwoPanes* m_panes;
    ProgressRow* m_progress;
    QWidget* m_bottom = nullptr;
    Label* m_hint = nullptr;
    Button* m_turn = nullptr; ///< from one pane to the other, where only one has room
    Button* m_back = nullptr;
    Button* m_undo = nullptr;
    Button* m_main = nullptr;
};

} // namespace banhang::client
