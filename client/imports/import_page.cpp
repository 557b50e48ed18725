#include "client/imports/import_page.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/imports/columns_panel.h"
#include "client/imports/file_bar.h"
#include "client/imports/import_texts.h"
#include "client/imports/result_panel.h"
#include "client/imports/rows_file.h"
#include "client/imports/sheet_loader.h"
#include "client/imports/start_panel.h"
#include "client/imports/step_bar.h"
#include "client/imports/two_panes.h"
#include "client/ui/parts/action_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"

namespace banhang::client {

namespace {

constexpr qint64 kWhole = 1000;
constexpr const char* kLists[] = {"source", "trade", "occupation", "income_band", "status", "tier", "group", "tag"};

/// What the office calls things, from what the client keeps of it.
ImportVocabulary vocabularyFrom(const Workplace& workplace)
{
    v1::ListPickItemsResponse items;
    for (const char* list : kLists)
        for (const auto* item : workplace.picklists.choices(QString::fromLatin1(list)))
            *items.add_items() = *item;
    v1::Directory directory;
    for (const auto* person : workplace.directory.activePeople())
        *directory.add_people() = *person;
    const QDate today = officeNow().date();
    return vocabularyOf(items, directory, {today.year(), today.month(), today.day()});
}

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

ImportPage::ImportPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Import customers from Excel"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_loader(new SheetLoader(this)),
      m_run(new ImportRun(m_api, this)),
      m_rowsFile(new RowsFile(workplace.directory, this)),
      m_steps(new StepBar({tr("Choose a file"), tr("Match columns"), tr("Dry run"), tr("Import")})),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_pages(new QStackedWidget),
      m_start(new StartPanel(m_api)),
      m_fileBar(new FileBar(m_api, workplace.session)),
      m_columns(new ColumnsPanel(workplace)),
      m_result(new ResultPanel(workplace.directory)),
      m_panes(new TwoPanes(m_columns, m_result)),
      m_progress(new ProgressRow)
{
    setAcceptDrops(true);
    addToHead(m_steps);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_notice);
    m_notice->hide();
    m_pages->addWidget(m_start);
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fileBar);
    m_panes->setSizes({540, 740});
    column->addWidget(m_panes, 1);
    m_pages->addWidget(work);
    body()->addWidget(m_pages, 1);
    body()->addWidget(m_bottom = makeBottom());
    connectParts();
    connectLoader();
    connectRun();
    setStep(Step::File);
}

ImportPage::~ImportPage() = default;

void ImportPage::connectParts()
{
    connect(m_panes, &TwoPanes::roomChanged, this, &ImportPage::updateButtons);
    connect(m_columns, &ColumnsPanel::mappingChanged, this, [this] {
        m_run->stop();
        m_isTried = false;
        m_result->showStale(tr("No dry run yet"), tr("The columns have changed. Nothing is written by a dry run."));
        setStep(Step::Columns);
    });
    connect(m_columns, &ColumnsPanel::policyChanged, this, [this] {
        if (m_isTried)
            m_result->showFindings(tr("Result of the dry run"), {});
        updateButtons();
    });
    connect(m_columns, &ColumnsPanel::guessRequested, this, [this] {
        m_plan->map() = ColumnMap(m_plan->file().table, m_plan->map().headerRow());
        m_columns->setPlan(m_plan.get());
        emit m_columns->mappingChanged();
    });
    connect(m_result, &ResultPanel::runRequested, this, &ImportPage::tryOut);
    connect(m_result, &ResultPanel::decided, this, &ImportPage::updateButtons);
    connect(m_result, &ResultPanel::saveRowsRequested, this, &ImportPage::askForFileOfRows);
    connect(m_start, &StartPanel::fileChosen, this, [this](const QString& path) { openFile(path); });
    connect(m_start, &StartPanel::pasteRequested, this, &ImportPage::paste);
    connect(m_start, &StartPanel::undoRequested, this, [this](qint64 importId) {
        m_run->undo(importId);
        updateButtons();
    });
    connect(m_fileBar, &FileBar::sheetChosen, this, [this](const QString& sheet) { openFile(m_path, sheet); });
    connect(m_fileBar, &FileBar::titlesChosen, this,
            [this](int row) { begin(std::make_shared<ImportPlan>(m_plan->file(), row)); });
    connect(m_fileBar, &FileBar::saveRequested, this, [this] {
        m_fileBar->saveTemplate(m_plan->map().asTemplate(), QString::fromStdString(m_plan->file().name));
    });
    connect(m_fileBar, &FileBar::templateForgotten, this, [this](const v1::ImportTemplate& forgotten) {
        emit undoOffered(tr("The template “%1” is forgotten").arg(QString::fromStdString(forgotten.name())),
                         [this, forgotten] { m_fileBar->saveTemplate(forgotten); });
    });
    connect(m_fileBar, &FileBar::failed, this, &ImportPage::refuse);
    connect(m_fileBar, &FileBar::templateChosen, this, [this](const v1::ImportTemplate& chosen) {
        m_plan->map().apply(chosen);
        m_columns->setPlan(m_plan.get());
        tryOut();
    });
}

void ImportPage::connectRun()
{
    connect(m_progress, &ProgressRow::stopRequested, this, [this] {
        m_loader->stop();
        m_run->stop();
    });
    connect(m_run, &ImportRun::progressed, this, &ImportPage::onProgress);
    connect(m_run, &ImportRun::finished, this, &ImportPage::onFinished);
    connect(m_run, &ImportRun::stopped, this, &ImportPage::onStopped);
    connect(m_run, &ImportRun::waiting, this, [this](const AppError& error) {
        m_notice->setTexts(tr("No connection: the work goes on by itself when it is back."), errorText(error));
        m_notice->show();
    });
    connect(m_run, &ImportRun::failed, this, [this](ImportRun::Work, const AppError& error) {
        refuse(error);
        updateButtons();
    });
}

void ImportPage::connectLoader()
{
    connect(m_loader, &SheetLoader::progressed, this, [this](int rows, double share) {
        m_progress->setProgress(rows > 0 ? tr("Reading the file: %Ln rows", nullptr, rows) : tr("Reading the file…"),
                                static_cast<qint64>(share * kWhole), share > 0 ? kWhole : 0);
    });
    connect(m_loader, &SheetLoader::loaded, this,
            [this](const std::shared_ptr<SheetFile>& file) { accept(std::move(*file)); });
    connect(m_loader, &SheetLoader::failed, this, &ImportPage::refuse);
    connect(m_loader, &SheetLoader::stopped, this, &ImportPage::updateButtons);
    connect(m_rowsFile, &RowsFile::written, this, [this](int rows, const QString& path) {
        m_result->setSavingRows(false);
        emit imported(tr("Saved %Ln rows to %1", nullptr, rows).arg(QDir::toNativeSeparators(path)));
    });
    connect(m_rowsFile, &RowsFile::failed, this, [this](const AppError& error) {
        m_result->setSavingRows(false);
        refuse(error);
    });
}

QWidget* ImportPage::makeBottom()
{
    auto* bar = new ActionBar(Pane::Ground::Alt, Pane::Edge::Top);
    auto* row = bar->row();
    m_hint =
        new Label(tr("A whole import can be undone for 30 days"), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_undo = new Button(ButtonKind::Normal, QStringLiteral("undo-2"), tr("Undo this import"));
    m_hint->setElided(true);
    m_turn = new Button(ButtonKind::Normal, {}, {});
    m_turn->setKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    m_back = new Button(ButtonKind::Normal, {}, tr("Another file"));
    m_back->setKey(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_main = new Button(ButtonKind::Primary, QStringLiteral("check"), {});
    m_main->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    row->addWidget(m_hint);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_turn);
    row->addWidget(m_back);
    row->addWidget(m_main);
    m_progress->hide();
    connect(m_undo, &Button::clicked, this, &ImportPage::undoLast);
    connect(m_turn, &Button::clicked, this, [this] {
        m_panes->showRight(!m_panes->isRightShown());
        updateButtons();
    });
    connect(m_back, &Button::clicked, this, &ImportPage::startOver);
    connect(m_main, &Button::clicked, this, [this] {
        if (isDone())
            startOver();
        else if (m_isTried)
            save();
        else
            tryOut();
    });
    return bar;
}

bool ImportPage::isDone() const
{
    return m_plan && m_plan->isSaving() && m_plan->readyCount() == 0 && m_plan->countOf(RowAction::Undecided) == 0;
}

void ImportPage::setStep(Step step)
{
    m_steps->setCurrent(static_cast<int>(step));
    m_step = step;
    m_panes->showRight(step > Step::Columns);
    m_pages->setCurrentIndex(step == Step::File ? 0 : 1);
    setFocusProxy(step == Step::File ? static_cast<QWidget*>(m_start) : m_main);
    updateButtons();
    if (isVisible())
        tellKeys();
}

void ImportPage::tellKeys()
{
    emit keysChanged(m_step == Step::File
                         ? tr("Ctrl+O choose a file  ·  Ctrl+V paste cells  ·  Esc close")
                         : tr("Enter choose what to do with a row  ·  Ctrl+Enter import  ·  Esc close"));
}

void ImportPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    tellKeys();
    if (!m_plan)
        m_start->reload();
}

void ImportPage::hideEvent(QHideEvent* event)
{
    TitledPage::hideEvent(event);
    emit keysChanged({});
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_run->work() == ImportRun::Work::None && !m_loader->isReading())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
}

void ImportPage::openFile(const QString& path, const QString& sheet)
{
    m_notice->hide();
    m_path = path;
    m_run->stop();
    m_loader->read(path, sheet);
    updateButtons();
}

void ImportPage::paste()
{
    m_notice->hide();
    m_path.clear();
    m_run->stop();
    m_loader->readPaste(QGuiApplication::clipboard()->text(), tr("clipboard"));
    updateButtons();
}

void ImportPage::refuse(const AppError& error)
{
    m_notice->setTexts(m_plan ? tr("That did not work.") : tr("The file cannot be imported."), errorText(error));
    m_notice->show();
    updateButtons();
}

void ImportPage::accept(SheetFile file)
{
    begin(std::make_shared<ImportPlan>(std::move(file)));
}

void ImportPage::begin(const std::shared_ptr<ImportPlan>& plan)
{
    m_run->stop();
    m_result->setPlan(nullptr);
    m_columns->setPlan(nullptr);
    m_plan = plan;
    m_plan->words = vocabularyFrom(m_workplace);
    m_isTried = false;
    m_columns->setPlan(m_plan.get());
    m_result->setPlan(m_plan.get());
    m_result->showStale(tr("No dry run yet"), tr("Nothing is written by a dry run."));
    m_fileBar->showFile(*m_plan);
    m_fileBar->reload();
    setStep(Step::Columns);
    m_columns->focusFirst();
    if (m_plan->map().hasName())
        tryOut();
}

void ImportPage::tryOut()
{
    if (!m_plan || !m_plan->map().hasName())
        return;
    m_notice->hide();
    m_isTried = false;
    m_plan->words = vocabularyFrom(m_workplace);
    m_result->showStale(tr("Dry run in progress…"), tr("Nothing is written by a dry run."));
    setStep(Step::Try);
    m_run->check(*m_plan);
    updateButtons();
}

void ImportPage::save()
{
    if (m_plan->readyCount() == 0)
        return;
    m_notice->hide();
    m_fileBar->keepTitles();
    setStep(Step::Import);
    m_run->save(*m_plan);
    updateButtons();
}

void ImportPage::onProgress(int done, int total)
{
    m_notice->hide();
    const qint64 elapsed = m_run->elapsedMs();
    const auto seconds = static_cast<int>(done > 0 ? elapsed * (total - done) / done / 1000 : 0);
    const QString text = m_run->work() == ImportRun::Work::Checking ? tr("Checked %1 of %Ln rows", nullptr, total)
                         : m_run->work() == ImportRun::Work::Saving ? tr("Imported %1 of %Ln rows", nullptr, total)
                                                                    : tr("Undone %1 of %Ln rows", nullptr, total);
    m_progress->setProgress(text.arg(number(done)), done, total,
                            seconds > 2 ? tr("%Ln seconds left", nullptr, seconds) : QString());
}

void ImportPage::onFinished(ImportRun::Work work)
{
    m_notice->hide();
    if (work == ImportRun::Work::Checking) {
        m_isTried = true;
        m_columns->showChecks();
        const auto seconds = static_cast<int>(m_run->elapsedMs() / 1000);
        m_result->showFindings(tr("Result of the dry run"), seconds > 0 ? tr("done in %Ln seconds", nullptr, seconds)
                                                                        : tr("done in less than a second"));
        updateButtons(); // what is switched off takes no focus
        if (isAncestorOf(window()->focusWidget()))
            m_main->setFocus();
    } else if (work == ImportRun::Work::Saving) {
        const ImportTally& tally = m_plan->tally();
        const QString text =
            tr("Imported: %1 added, %2 filled in, %3 skipped, %4 failed")
                .arg(number(tally.created), number(tally.filled), number(tally.skipped), number(tally.rejected));
        m_result->showFindings(text, {});
        emit imported(text);
        const qint64 id = m_run->importId();
        emit undoOffered(text, [this, id] { m_run->undo(id); });
    } else {
        const QString text =
            m_run->keptCount() == 0
                ? tr("The import is undone.")
                : tr("The import is undone; %Ln customers were edited since and stay.", nullptr, m_run->keptCount());
        emit imported(text);
        startOver();
    }
    updateButtons();
}

void ImportPage::onStopped(ImportRun::Work work)
{
    if (work == ImportRun::Work::Saving)
        m_result->showFindings(tr("Stopped: %1 added, %2 filled in; press Import to go on")
                                   .arg(number(m_plan->tally().created), number(m_plan->tally().filled)),
                               {});
    else if (work == ImportRun::Work::Checking)
        m_result->showStale(tr("Stopped"), tr("Nothing is written by a dry run."));
    updateButtons();
}

void ImportPage::askForFileOfRows()
{
    auto* dialog =
        new QFileDialog(this, tr("Save the rows"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("Excel workbook (*.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    dialog->selectFile(tr("rows to check.xlsx"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (m_plan)
            writeRows(path);
    });
    dialog->open();
}

void ImportPage::writeRows(const QString& path)
{
    m_result->setSavingRows(true);
    m_rowsFile->write(m_plan, path);
}

void ImportPage::undoLast()
{
    if (m_run->importId() != 0)
        m_run->undo(m_run->importId());
    updateButtons();
}

void ImportPage::startOver()
{
    m_loader->stop();
    m_run->stop();
    m_result->setPlan(nullptr);
    m_columns->setPlan(nullptr);
    m_plan.reset();
    m_isTried = false;
    m_path.clear();
    setStep(Step::File);
    m_start->reload();
}

void ImportPage::forget()
{
    m_notice->hide();
    startOver();
    m_start->forget();
}

void ImportPage::onOnline(bool isOnline)
{
    if (isOnline)
        m_run->onOnline();
}

void ImportPage::updateButtons()
{
    if (m_main == nullptr)
        return;
    const bool isBusy = m_loader->isReading() || m_run->work() != ImportRun::Work::None;
    const QWidget* focus = isAncestorOf(window()->focusWidget()) ? window()->focusWidget() : nullptr;
    m_bottom->setVisible(isBusy || m_step != Step::File);
    m_progress->setVisible(isBusy);
    setEscapeTaken(isBusy);
    m_hint->setVisible(!isBusy);
    m_start->setEnabled(!isBusy);
    m_undo->setVisible(!isBusy && m_plan && m_plan->tally().created + m_plan->tally().filled > 0);
    m_turn->setVisible(m_plan != nullptr && !m_panes->hasRoomForBoth());
    m_turn->relabel(m_panes->isRightShown() ? tr("Columns and rules") : tr("Rows"));
    m_back->setVisible(m_plan != nullptr && !isDone());
    m_back->setEnabled(!isBusy);
    m_main->setVisible(m_plan != nullptr);
    m_columns->setEnabled(!isBusy || m_run->work() == ImportRun::Work::Checking);
    m_fileBar->setEnabled(!isBusy || m_run->work() == ImportRun::Work::Checking);
    if (!m_plan)
        return;
    const int ready = m_plan->readyCount();
    m_main->relabel(isDone() && !isBusy ? tr("Another file")
                    : m_isTried         ? tr("Import %Ln rows", nullptr, ready)
                                        : tr("Dry run"));
    m_main->setEnabled(!isBusy && m_plan->map().hasName() && (!m_isTried || ready > 0 || isDone()));
    if (!m_plan->map().hasName())
        m_result->showStale(tr("Which column holds the name?"), tr("Choose “Customer name” for one of the columns."));
    if (focus && !(focus->isEnabled() && focus->isVisible()))
        (isBusy ? m_progress : static_cast<QWidget*>(m_main))->setFocus(); // else it goes to what comes next anywhere
}

} // namespace banhang::client
