#include "client/calendar/files/calendar_import_page.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

CalendarImportPage::CalendarImportPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Import a calendar file"), parent),
      m_workplace(workplace),
      m_import(workplace.rpc, m_model),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_pages(new QStackedWidget),
      m_counts(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_table(new DataTable),
      m_progress(new ProgressRow)
{
    setAcceptDrops(true);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_notice);
    m_notice->hide();
    m_pages->addWidget(makeStart());
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_counts->setContentsMargins(12, 8, 12, 8);
    m_counts->setElided(true);
    column->addWidget(m_counts);
    column->addWidget(m_table, 1);
    m_pages->addWidget(work);
    body()->addWidget(m_pages, 1);
    body()->addWidget(makeBottom());
    setUpTable();
    connectWork();
    updateTexts();
}

void CalendarImportPage::setUpTable()
{
    m_table->setModel(&m_model);
    m_table->setColumnKind(FileEntriesModel::Action, CellKind::Text, 88);
    m_table->setColumnKind(FileEntriesModel::When, CellKind::Text, 168);
    m_table->setColumnKind(FileEntriesModel::Title, CellKind::Name, 0);
    m_table->setColumnKind(FileEntriesModel::State, CellKind::Tag, 116);
    m_table->setColumnKind(FileEntriesModel::Note, CellKind::Text, 380);
    m_table->setYieldingColumns({FileEntriesModel::Note}, 200);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Entries of the file"));
    connect(m_table, &DataTable::rowActivated, this, &CalendarImportPage::toggleSelected);
    connect(&m_model, &FileEntriesModel::chosenChanged, this, &CalendarImportPage::updateTexts);
}

QWidget* CalendarImportPage::makeStart()
{
    auto* start = new StateView(StateView::Kind::Empty);
    start->setIcon(QStringLiteral("calendar-plus"));
    start->setTexts(tr("Choose a calendar file (.ics), or drop it here"),
                    tr("Google, Outlook, Apple and other calendars save such files. Nothing is imported before you "
                       "have seen what is in it."));
    auto* choose = start->addButton(true, QStringLiteral("upload"), tr("Choose a file…"));
    connect(choose, &Button::clicked, this, &CalendarImportPage::askForFile);
    return start;
}

QWidget* CalendarImportPage::makeBottom()
{
    auto* bar = new Pane(Pane::Ground::Alt);
    bar->setEdges(static_cast<int>(Pane::Edge::Top));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    m_again = new Button(ButtonKind::Normal, {}, tr("Another file"));
    m_again->setKey(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_main = new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Import"));
    m_main->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_again);
    row->addWidget(m_main);
    m_progress->hide();
    connect(m_again, &Button::clicked, this, &CalendarImportPage::startOver);
    connect(m_main, &Button::clicked, this, [this] {
        m_notice->hide();
        if (m_isCompared)
            m_import.take();
        else
            m_import.compare();
        updateTexts();
    });
    return bar;
}

void CalendarImportPage::connectWork()
{
    connect(&m_reader, &CalendarFileReader::loaded, this,
            [this](const std::shared_ptr<ics::CalendarFile>& file) { accept(*file); });
    connect(&m_reader, &CalendarFileReader::failed, this, [this](const AppError& error) {
        refuse(tr("“%1” was not accepted.").arg(m_name), error);
        startOver();
        m_notice->show();
    });
    connect(&m_import, &CalendarImport::progressed, this, &CalendarImportPage::onProgress);
    connect(&m_import, &CalendarImport::finished, this, &CalendarImportPage::onFinished);
    connect(&m_import, &CalendarImport::failed, this, [this](const AppError& error) {
        refuse(tr("Stopped. What was imported stays; press the button to go on."), error);
    });
    connect(m_progress, &ProgressRow::stopRequested, this, [this] {
        const bool wasReading = m_reader.isReading();
        m_reader.stop();
        m_import.stop();
        m_model.touchAll();
        if (wasReading)
            startOver();
        updateTexts();
    });
}

void CalendarImportPage::openFile(const QString& path)
{
    startOver();
    m_name = QFileInfo(path).fileName();
    m_reader.read(path);
    m_progress->setProgress(tr("Reading the file…"), 0, 0);
    updateTexts();
}

void CalendarImportPage::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a calendar file"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                                   tr("Calendar files (*.ics *.ical);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CalendarImportPage::openFile);
    dialog->open();
}

void CalendarImportPage::accept(ics::CalendarFile& file)
{
    setAside(file.name.empty() ? m_name : tr("%1 · %2").arg(m_name, QString::fromStdString(file.name)));
    m_model.setEntries(std::move(file.entries));
    m_pages->setCurrentIndex(1);
    if (file.isCut)
        m_notice->setTexts(tr("The file ends in the middle."), tr("Its last entry may be missing. Save it once more."));
    else if (file.damagedLines > 0)
        m_notice->setTexts(tr("The file is damaged in places."),
                           tr("%Ln lines were skipped.", nullptr, static_cast<int>(file.damagedLines)));
    else if (file.entries.empty() && m_model.entries().empty())
        m_notice->setTexts(tr("There is no appointment in this file."), {});
    m_notice->setVisible(file.isCut || file.damagedLines > 0 || m_model.entries().empty());
    m_import.compare();
    updateTexts();
}

void CalendarImportPage::refuse(const QString& strong, const AppError& error)
{
    m_notice->setTexts(strong, errorText(error));
    m_notice->show();
    updateTexts();
}

void CalendarImportPage::toggleSelected()
{
    if (isBusy())
        return;
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    m_model.toggle(rows);
}

void CalendarImportPage::onProgress(int done, int total)
{
    const QString text = m_import.work() == CalendarImport::Work::Comparing ? tr("Compared %1 of %2")
                         : m_import.work() == CalendarImport::Work::Taking  ? tr("Imported %1 of %2")
                                                                            : tr("Undone %1 of %2");
    m_progress->setProgress(text.arg(number(done), number(total)), done, total);
}

void CalendarImportPage::onFinished(CalendarImport::Work work)
{
    if (work == CalendarImport::Work::Comparing) {
        m_isCompared = true;
        // Not selectRow, which asks what keys are pressed: Ctrl may be, of Ctrl+Enter.
        m_table->selectionModel()->setCurrentIndex(m_model.index(0, 0),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->setFocus(Qt::OtherFocusReason);
    } else if (work == CalendarImport::Work::Taking) {
        const QString text =
            tr("%Ln entries were imported into the calendar", nullptr, static_cast<int>(m_import.takenCount()));
        emit taken();
        emit undoOffered(text, [this] {
            m_import.undo();
            updateTexts();
        });
    } else {
        emit taken();
        emit newsHappened({}, tr("What was imported is in the bin again"), QStringLiteral("undo-2"));
    }
    updateTexts();
}

void CalendarImportPage::startOver()
{
    m_reader.stop();
    m_import.stop();
    m_model.clear();
    m_isCompared = false;
    setAside({});
    m_notice->hide();
    m_pages->setCurrentIndex(0);
    updateTexts();
}

void CalendarImportPage::forget()
{
    startOver();
}

bool CalendarImportPage::isBusy() const
{
    return m_reader.isReading() || m_import.work() != CalendarImport::Work::None;
}

void CalendarImportPage::updateTexts()
{
    QStringList counts;
    const auto add = [&](Standing standing, const QString& text) {
        if (const int count = m_model.countOf(standing); count > 0)
            counts.append(text.arg(number(count)));
    };
    add(Standing::New, tr("%1 new"));
    add(Standing::Taken, tr("%1 imported"));
    add(Standing::Here, tr("%1 already here"));
    add(Standing::Changed, tr("%1 differ"));
    add(Standing::Impossible, tr("%1 not possible"));
    add(Standing::Failed, tr("%1 failed"));
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    const int chosen = m_model.chosenCount();
    m_main->relabel(!m_isCompared ? tr("Compare") : tr("Import %1").arg(number(chosen)));
    m_main->setEnabled(!isBusy() && !m_model.entries().empty() && (chosen > 0 || !m_isCompared));
    if (!m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE))
        m_main->disableByRight(tr("You may not create appointments."));
    m_again->setEnabled(!m_model.entries().empty());
    m_progress->setVisible(isBusy());
    setEscapeTaken(isBusy());
}

void CalendarImportPage::onClose()
{
    if (isBusy())
        return;
    emit left();
}

void CalendarImportPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    emit keysChanged(tr("Enter import or skip · Ctrl+Enter import what is chosen · Esc close"));
}

void CalendarImportPage::hideEvent(QHideEvent* event)
{
    TitledPage::hideEvent(event);
    emit keysChanged({});
}

void CalendarImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!isBusy() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void CalendarImportPage::dropEvent(QDropEvent* event)
{
    openFile(event->mimeData()->urls().first().toLocalFile());
}

} // namespace banhang::client
