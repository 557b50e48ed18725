#include "client/imports/import_page.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QThread>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/imports/columns_panel.h"
#include "client/imports/file_bar.h"
#include "client/imports/import_texts.h"
#include "client/imports/result_panel.h"
#include "client/imports/start_panel.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::client {

namespace {

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
    const QDate today = QDate::currentDate();
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
      m_run(new ImportRun(m_api, this)),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_pages(new QStackedWidget),
      m_start(new StartPanel(m_api)),
      m_fileBar(new FileBar(m_api)),
      m_columns(new ColumnsPanel(workplace)),
      m_result(new ResultPanel),
      m_progress(new ProgressRow)
{
    setAcceptDrops(true);
    addToHead(makeSteps());
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
    auto* splitter = new QSplitter;
    splitter->addWidget(m_columns);
    splitter->addWidget(m_result);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({540, 740});
    column->addWidget(splitter, 1);
    column->addWidget(makeBottom());
    m_pages->addWidget(work);
    body()->addWidget(m_pages, 1);
    connectParts();
    connectRun();
    setStep(Step::File);
}

ImportPage::~ImportPage() = default;

void ImportPage::connectParts()
{
    connect(m_columns, &ColumnsPanel::mappingChanged, this, [this] {
        m_isTried = false;
        m_run->stop();
        m_result->showStale(tr("Not tried out yet"), tr("The columns have changed. Nothing is written by a dry run."));
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
    connect(m_fileBar, &FileBar::keepRequested, this, [this] {
        m_fileBar->keepTemplate(m_plan->map().asTemplate(), QString::fromStdString(m_plan->file().name));
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
    connect(m_progress, &ProgressRow::stopRequested, m_run, &ImportRun::stop);
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

QWidget* ImportPage::makeSteps()
{
    auto* steps = new QWidget;
    auto* row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    const QString texts[] = {tr("1 Choose a file"), tr("2 Match columns"), tr("3 Try it out"), tr("4 Import")};
    for (int i = 0; i < 4; ++i) {
        auto* label = new Label(texts[i], TextSize::Body, TextWeight::Regular, Tone::Quiet);
        m_steps.append(label);
        row->addWidget(label);
        if (i < 3)
            row->addWidget(new IconLabel(QStringLiteral("chevron-right"), Tone::Hint, 14));
    }
    return steps;
}

QWidget* ImportPage::makeBottom()
{
    auto* bar = new Pane(Pane::Ground::Alt);
    bar->setEdges(static_cast<int>(Pane::Edge::Top));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    m_hint = new Label(tr("A whole import can be taken back for 30 days"), TextSize::Second, TextWeight::Regular,
                       Tone::Quiet);
    m_undo = new Button(ButtonKind::Normal, QStringLiteral("undo-2"), tr("Take this import back"));
    m_back = new Button(ButtonKind::Normal, {}, tr("Another file"));
    m_back->setKey(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_main = new Button(ButtonKind::Primary, QStringLiteral("check"), {});
    m_main->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    row->addWidget(m_hint);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_back);
    row->addWidget(m_main);
    m_progress->hide();
    connect(m_undo, &Button::clicked, this, &ImportPage::undoLast);
    connect(m_back, &Button::clicked, this, &ImportPage::startOver);
    connect(m_main, &Button::clicked, this, [this] {
        if (m_isTried)
            save();
        else
            tryOut();
    });
    return bar;
}

void ImportPage::setStep(Step step)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool isNow = i == static_cast<int>(step);
        m_steps[i]->setWeight(isNow ? TextWeight::Strong : TextWeight::Regular);
        m_steps[i]->setTone(isNow ? Tone::Accent : i < static_cast<int>(step) ? Tone::Ok : Tone::Quiet);
    }
    m_pages->setCurrentIndex(step == Step::File ? 0 : 1);
    updateButtons();
}

void ImportPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    if (!m_plan)
        m_start->reload();
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_run->work() == ImportRun::Work::None)
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
    m_isReading = true;
    const int reading = ++m_reading;
    updateButtons();
    // A thread of its own: a large workbook takes seconds, and the library cannot be asked to hurry.
    auto* thread = QThread::create([self = QPointer<ImportPage>(this), path, sheet, reading] {
        const auto deliver = [&](auto work) {
            QMetaObject::invokeMethod(qApp, [self, reading, work = std::move(work)]() mutable {
                if (self && self->m_reading == reading) {
                    self->m_isReading = false;
                    work(*self);
                }
            });
        };
        try {
            auto file = std::make_shared<SheetFile>(readSheetFile(
                path.toStdString(), sheet.isEmpty() ? std::nullopt : std::optional<std::string>(sheet.toStdString())));
            deliver([file](ImportPage& page) { page.accept(std::move(*file)); });
        } catch (const AppError& error) {
            deliver([error](ImportPage& page) { page.refuse(error); });
        } catch (const std::exception&) {
            const AppError error(ErrorCode::Invalid, "sheet.damaged");
            deliver([error](ImportPage& page) { page.refuse(error); });
        }
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void ImportPage::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    m_path.clear();
    try {
        accept(readSheetPaste(text.toStdString(), tr("clipboard").toStdString()));
    } catch (const AppError& error) {
        refuse(error);
    }
}

void ImportPage::refuse(const AppError& error)
{
    m_notice->setTexts(m_plan ? tr("That did not work.") : tr("The file cannot be imported."), errorText(error));
    m_notice->show();
    updateButtons();
}

void ImportPage::accept(SheetFile file)
{
    m_run->stop();
    m_result->setPlan(nullptr);
    m_columns->setPlan(nullptr);
    m_plan = std::make_unique<ImportPlan>(std::move(file));
    m_plan->words = vocabularyFrom(m_workplace);
    m_isTried = false;
    m_columns->setPlan(m_plan.get());
    m_result->setPlan(m_plan.get());
    m_result->showStale(tr("Not tried out yet"), tr("Nothing is written by a dry run."));
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
    m_result->showStale(tr("Trying it out…"), tr("Nothing is written by a dry run."));
    setStep(Step::Try);
    m_run->check(*m_plan);
    updateButtons();
}

void ImportPage::save()
{
    if (m_plan->readyCount() == 0)
        return;
    m_notice->hide();
    setStep(Step::Import);
    m_run->save(*m_plan);
    updateButtons();
}

void ImportPage::onProgress(int done, int total)
{
    m_notice->hide();
    const qint64 elapsed = m_run->elapsedMs();
    const qint64 seconds = done > 0 ? elapsed * (total - done) / done / 1000 : 0;
    const QString text = m_run->work() == ImportRun::Work::Checking ? tr("Looked at %1 of %2 rows")
                         : m_run->work() == ImportRun::Work::Saving ? tr("Imported %1 of %2 rows")
                                                                    : tr("Taken back %1 of %2 rows");
    m_progress->setProgress(text.arg(number(done), number(total)), done, total,
                            seconds > 2 ? tr("%1 seconds left").arg(number(static_cast<int>(seconds))) : QString());
}

void ImportPage::onFinished(ImportRun::Work work)
{
    m_notice->hide();
    if (work == ImportRun::Work::Checking) {
        m_isTried = true;
        m_columns->showChecks();
        m_result->showFindings(tr("Result of the dry run, nothing written yet"),
                               tr("done in %1 seconds").arg(number(static_cast<int>(m_run->elapsedMs() / 1000))));
        m_main->setFocus();
    } else if (work == ImportRun::Work::Saving) {
        const ImportTally& tally = m_plan->tally();
        const QString text =
            tr("Imported: %1 added, %2 filled in, %3 left out, %4 with errors")
                .arg(number(tally.created), number(tally.filled), number(tally.skipped), number(tally.rejected));
        m_result->showFindings(text, {});
        emit imported(text);
        const qint64 id = m_run->importId();
        emit undoOffered(text, [this, id] { m_run->undo(id); });
    } else {
        const QString text = m_run->keptCount() == 0
                                 ? tr("The import is taken back.")
                                 : tr("The import is taken back; %1 customers were edited since and stay.")
                                       .arg(number(m_run->keptCount()));
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
    dialog->selectFile(tr("rows to look at.xlsx"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::writeRows);
    dialog->open();
}

/// With all their cells, so that they can be mended and imported again, and behind them why they are here.
void ImportPage::writeRows(const QString& path)
{
    try {
        std::vector<std::string> titles;
        for (int column = 0; column < m_plan->map().columnCount(); ++column)
            titles.push_back(m_plan->map().title(column));
        titles.push_back(tr("What was found").toStdString());
        sheets::SheetWriter writer(path.toStdString(), sheets::SheetFormat::Xlsx, titles);
        for (const int row : m_plan->problemRows()) {
            std::vector<sheets::SheetValue> cells;
            for (int column = 0; column < m_plan->map().columnCount(); ++column)
                cells.emplace_back(std::string(m_plan->cell(row, column)));
            cells.emplace_back(rowProblemText(*m_plan, row).toStdString());
            writer.add(cells);
        }
        writer.close();
    } catch (const std::exception&) {
        refuse(AppError(ErrorCode::Refused, "file.not_writable", {{"path", path.toStdString()}}));
    }
}

void ImportPage::undoLast()
{
    if (m_run->importId() != 0)
        m_run->undo(m_run->importId());
    updateButtons();
}

void ImportPage::startOver()
{
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
    ++m_reading;
    m_isReading = false;
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
    const bool isBusy = m_run->work() != ImportRun::Work::None;
    m_progress->setVisible(isBusy);
    m_hint->setVisible(!isBusy);
    m_undo->setVisible(!isBusy && m_plan && m_plan->tally().created + m_plan->tally().filled > 0);
    m_back->setEnabled(!isBusy);
    m_columns->setEnabled(!isBusy || m_run->work() == ImportRun::Work::Checking);
    if (!m_plan) {
        m_main->setEnabled(false);
        return;
    }
    const int ready = m_plan->readyCount();
    m_main->setText(m_isTried ? tr("Import %1 rows").arg(number(ready)) : tr("Try it out"));
    m_main->setEnabled(!isBusy && !m_isReading && m_plan->map().hasName() && (!m_isTried || ready > 0));
    if (!m_plan->map().hasName())
        m_result->showStale(tr("Which column holds the name?"), tr("Choose “Customer name” for one of the columns."));
}

} // namespace banhang::client
