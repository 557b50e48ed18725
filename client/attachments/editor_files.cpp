#include "client/attachments/editor_files.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_editor.h"
#include "client/attachments/files_pane.h"
#include "client/core/draft_store.h"
#include "client/core/session.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kPaneHeight = 210;
constexpr int kIconSize = 14;

QStringList localFiles(const QMimeData* offered)
{
    QStringList paths;
    for (const QUrl& url : offered->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace

EditorFiles::EditorFiles(const Workplace& workplace, UploadQueue& uploads, ActivityEditor* editor)
    : QWidget(editor),
      m_workplace(workplace),
      m_uploads(uploads),
      m_api(workplace.rpc),
      m_editor(editor),
      m_list(new QWidget),
      m_rows(new QVBoxLayout(m_list))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    hide();
    editor->addBelow(this);
    editor->setAcceptDrops(true);
    watch(editor);
    connect(editor, &ActivityEditor::opened, this, &EditorFiles::onOpened);
    connect(editor, &ActivityEditor::filesRequested, this, [this] {
        if (m_editor->activityId() == 0)
            choose();
        else if (m_pane && m_pane->isVisible())
            hide();
        else
            showStored();
    });
    connect(
        editor, &ActivityEditor::saved, this,
        [this](const v1::ActivityChangeResponse& response, const QString& key) { onSaved(key, response.activity()); });
}

/// The fields of the editor would take a dropped file for its name, so all of them are looked after.
void EditorFiles::watch(QObject* part)
{
    if (part == this)
        return; // the pane takes what is dropped on it by itself
    part->installEventFilter(this);
    for (QObject* child : part->children())
        watch(child);
}

bool EditorFiles::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ChildAdded:
        watch(static_cast<QChildEvent*>(event)->child());
        return false;
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto* dropped = static_cast<QDropEvent*>(event);
        if (!mayTake(dropped->mimeData()))
            return false;
        dropped->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            take(dropped->mimeData());
        return true;
    }
    default:
        return QWidget::eventFilter(watched, event);
    }
}

bool EditorFiles::mayTake(const QMimeData* offered) const
{
    const auto needed = m_editor->activityId() == 0 ? v1::ACTION_CREATE : v1::ACTION_EDIT;
    return m_editor->isOpen() && m_workplace.session.may(v1::RESOURCE_ACTIVITY, needed) &&
           !localFiles(offered).isEmpty();
}

void EditorFiles::take(const QMimeData* offered)
{
    if (m_editor->activityId() != 0) {
        showStored();
        m_pane->add(localFiles(offered));
        return;
    }
    QStringList& waiting = m_waiting[m_key];
    for (const QString& path : localFiles(offered))
        if (QFileInfo(path).isFile() && !waiting.contains(path))
            waiting.append(path);
    showWaiting();
}

void EditorFiles::choose()
{
    auto* dialog =
        new QFileDialog(this, tr("Add files"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        QMimeData chosen;
        QList<QUrl> urls;
        std::ranges::transform(paths, std::back_inserter(urls), &QUrl::fromLocalFile);
        chosen.setUrls(urls);
        take(&chosen);
    });
    dialog->open();
}

void EditorFiles::onOpened()
{
    m_key = m_editor->key();
    if (!m_workplace.drafts.find(m_key))
        m_waiting.remove(m_key);
    if (m_pane)
        m_pane->hide();
    showWaiting();
}

void EditorFiles::onSaved(const QString& key, const v1::Activity& activity)
{
    const QStringList paths = m_waiting.take(key);
    for (const QString& path : paths)
        m_uploads.add(path, {activity.customer_id(), activity.id()});
}

void EditorFiles::showStored()
{
    thePane()->showActivity(m_editor->activityId(), m_editor->title());
    m_pane->show();
    show();
}

FilesPane* EditorFiles::thePane()
{
    if (m_pane)
        return m_pane;
    m_pane = new FilesPane(m_workplace, m_api, m_uploads, this);
    updateWithLook(m_pane, [this] { m_pane->setFixedHeight(scaled(kPaneHeight)); });
    m_pane->hide();
    layout()->addWidget(m_pane);
    connect(m_pane, &FilesPane::undoOffered, this, &EditorFiles::undoOffered);
    connect(m_pane, &FilesPane::failed, this, &EditorFiles::failed);
    return m_pane;
}

void EditorFiles::showWaiting()
{
    while (auto* item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const QStringList paths = waiting();
    if (!paths.isEmpty())
        m_rows->addWidget(new Label(tr("These files go along when it is saved:"), TextSize::Second, TextWeight::Regular,
                                    Tone::Quiet));
    for (const QString& path : paths)
        m_rows->addWidget(makeWaitingRow(path));
    m_list->setVisible(!paths.isEmpty());
    setVisible(!paths.isEmpty());
}

QWidget* EditorFiles::makeWaitingRow(const QString& path)
{
    const QFileInfo file(path);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    auto* name = new Label(file.fileName());
    name->setElided(true);
    auto* leaveOut = makeIconButton(QStringLiteral("x"), tr("Leave out %1").arg(file.fileName()));
    line->addWidget(new IconLabel(QStringLiteral("paperclip"), Tone::Quiet, kIconSize));
    line->addWidget(name, 1);
    line->addWidget(new Label(sizeText(file.size()), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    line->addWidget(leaveOut);
    connect(leaveOut, &QAbstractButton::clicked, this, [this, path] {
        m_waiting[m_key].removeAll(path);
        showWaiting();
    });
    return row;
}

} // namespace banhang::client
