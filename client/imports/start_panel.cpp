#include "client/imports/start_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

namespace {

constexpr int kRecent = 5;

Label* quiet(const QString& text)
{
    return new Label(text, TextSize::Second, TextWeight::Regular, Tone::Quiet);
}

} // namespace

StartPanel::StartPanel(ImportsApi& api, QWidget* parent)
    : QWidget(parent), m_api(api), m_recentBox(new QWidget), m_recent(new QVBoxLayout(m_recentBox))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    auto* state = new StateView(StateView::Kind::Empty);
    state->setIcon(QStringLiteral("file-spreadsheet"));
    state->setTexts(tr("Drop a file here, or choose one"),
                    tr("Excel (.xlsx), LibreOffice (.ods) or CSV; old TCVN3 and VNI letters are recognised. Nothing is "
                       "written before you have seen what will happen."));
    auto* choose = state->addButton(true, QStringLiteral("file-spreadsheet"), tr("&Choose a file…"));
    choose->setKey(QKeySequence(Qt::CTRL | Qt::Key_O));
    auto* clipboard = state->addButton(false, QStringLiteral("copy"), tr("&Paste cells"));
    clipboard->setKey(QKeySequence(Qt::CTRL | Qt::Key_V));
    connect(choose, &Button::clicked, this, &StartPanel::chooseFile);
    connect(clipboard, &Button::clicked, this, &StartPanel::pasteRequested);
    column->addWidget(state, 1);
    m_recent->setContentsMargins(24, 0, 24, 0);
    m_recentBox->hide();
    column->addWidget(m_recentBox);
    setFocusProxy(choose);
}

void StartPanel::chooseFile()
{
    auto* dialog =
        new QFileDialog(this, tr("Choose a list"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &StartPanel::fileChosen);
    dialog->open();
}

void StartPanel::reload()
{
    m_call = m_api.list(this, [this](const Outcome<v1::ListImportsResponse>& outcome) {
        showRecent(outcome ? outcome.value() : v1::ListImportsResponse());
        if (outcome)
            return;
        auto* failure = new NoticeBar(Tone::Error);
        failure->setFailure(tr("Your last imports cannot be shown now."), errorText(outcome.error()),
                            [this] { reload(); });
        m_recent->addWidget(failure);
        m_recentBox->show();
    });
}

void StartPanel::forget()
{
    m_call.cancel();
    showRecent({});
}

void StartPanel::showRecent(const v1::ListImportsResponse& imports)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // its button may be what was pressed
        delete item;
    }
    m_recentBox->setVisible(!imports.imports().empty());
    if (imports.imports().empty())
        return;
    m_recent->addWidget(new Label(tr("Your last imports"), TextSize::Body, TextWeight::Strong));
    for (int i = 0; i < std::min(imports.imports_size(), kRecent); ++i)
        m_recent->addWidget(lineOf(imports.imports(i)));
}

QWidget* StartPanel::lineOf(const v1::Import& import)
{
    const QLocale locale;
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Label(QString::fromStdString(import.file_name())));
    row->addWidget(quiet(tr("%1 added, %2 filled in, %3 with errors")
                             .arg(locale.toString(import.created_count()), locale.toString(import.filled_count()),
                                  locale.toString(import.rejected_count()))));
    row->addStretch(1);
    if (import.state() == v1::IMPORT_STATE_UNDONE) {
        row->addWidget(quiet(tr("undone")));
        return line;
    }
    auto* undo = new Button(ButtonKind::Small, QStringLiteral("undo-2"), tr("Undo"));
    connect(undo, &Button::clicked, this, [this, undo, id = import.id()] {
        undo->setEnabled(false);
        emit undoRequested(id);
    });
    row->addWidget(undo);
    return line;
}

} // namespace banhang::client
