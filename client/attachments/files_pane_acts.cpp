// What is done with one file; declared in files_pane.h.
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

#include "client/attachments/files_pane.h"
#include "client/core/texts.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/table/data_table.h"
#include "common/file_name.h"

namespace banhang::client {

void FilesPane::choose()
{
    if (!mayEdit())
        return;
    auto* dialog =
        new QFileDialog(this, tr("Add files"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesPane::add);
    dialog->open();
}

void FilesPane::openRow(int row)
{
    if (const auto* upload = m_model->uploadAt(row); upload != nullptr && upload->state == Upload::State::Refused)
        m_model->uploads().retry(upload->id);
    else if (const auto* attachment = m_model->attachmentAt(row))
        open(attachment->id(), false);
}

void FilesPane::open(qint64 id, bool isTrusted)
{
    const auto* attachment = m_model->find(id);
    if (attachment == nullptr || !m_folder.isValid())
        return;
    if (attachment->has_macros() && !isTrusted) {
        auto* notice = tell(Tone::Warn, tr("“%1” contains programs.").arg(QString::fromStdString(attachment->name())),
                            tr("Open it only if you know who it is from."));
        connect(notice->addButton({}, tr("Open anyway")), &Button::clicked, this, [this, id, notice] {
            notice->hide();
            open(id, true);
        });
        return;
    }
    // A folder for each, so that the name stays as people know it.
    QDir folder(m_folder.path());
    const QString own = QString::number(id);
    folder.mkpath(own);
    const QString path =
        folder.filePath(own + QLatin1Char('/') + QString::fromStdString(safeFileName(attachment->name())));
    const auto show = [this, path] {
        // A copy: what were changed in it would be lost, and this says so.
        QFile::setPermissions(path, QFileDevice::ReadOwner);
        emit opened(path);
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    };
    if (QFile::exists(path))
        return show();
    fetch(*attachment, path, show);
}

void FilesPane::saveAs(qint64 id)
{
    const auto* attachment = m_model->find(id);
    if (attachment == nullptr)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the file as"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QString::fromStdString(safeFileName(attachment->name())));
    connect(dialog, &QFileDialog::fileSelected, this, [this, wanted = *attachment](const QString& path) {
        fetch(wanted, path, [this, path] { tell(Tone::Ok, tr("Saved."), QDir::toNativeSeparators(path)); });
    });
    dialog->open();
}

void FilesPane::fetch(const v1::Attachment& attachment, const QString& path, const std::function<void()>& then)
{
    delete m_download;
    m_download = new FileDownload(m_api, attachment, path, this);
    const auto showProgress = [this] {
        const auto& file = m_download->attachment();
        m_progress->setProgress(tr("Downloading %1").arg(QString::fromStdString(file.name())),
                                m_download->receivedBytes(), file.size_bytes());
        m_progress->show();
    };
    const auto end = [this] {
        m_progress->hide();
        m_download->deleteLater();
        m_download = nullptr;
    };
    connect(m_download, &FileDownload::progressed, this, showProgress);
    connect(m_download, &FileDownload::finished, this, [end, then] {
        end();
        then();
    });
    connect(m_download, &FileDownload::failed, this, [this, end](const AppError& error) {
        const QString name = QString::fromStdString(m_download->attachment().name());
        end();
        tell(Tone::Error, tr("“%1” was not downloaded.").arg(name), errorText(error));
    });
    m_download->start();
}

void FilesPane::rename(qint64 id)
{
    const auto* attachment = m_model->find(id);
    if (attachment == nullptr || !mayEdit())
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the file"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(QString::fromStdString(attachment->name()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, wanted = *attachment](const QString& name) {
        m_renameCall = m_api.rename(wanted, QString::fromStdString(safeFileName(name.toStdString())), this,
                                    [this](const Outcome<v1::Attachment>& outcome) {
                                        if (outcome.isOk())
                                            return m_model->reload();
                                        const auto& error = outcome.error();
                                        const bool hasIssue = error.detail().issues_size() > 0;
                                        tell(Tone::Warn, tr("The file kept its name."),
                                             hasIssue ? issueText(error.detail().issues(0)) : errorText(error));
                                    });
    });
    dialog->open();
}

void FilesPane::takeAway(int row)
{
    if (const auto* upload = m_model->uploadAt(row))
        m_model->uploads().cancel(upload->id);
    else if (const auto* attachment = m_model->attachmentAt(row))
        moveToBin(attachment->id());
}

void FilesPane::moveToBin(qint64 id)
{
    if (m_model->find(id) == nullptr || !mayEdit())
        return;
    const auto onAnswer = [this](const Outcome<v1::Attachment>& outcome) {
        if (!outcome.isOk()) {
            emit failed(tr("The file was not moved to the bin."), outcome.error());
            return;
        }
        m_model->reload();
        emit undoOffered(tr("“%1” is in the bin.").arg(QString::fromStdString(outcome->name())),
                         takeOut(outcome->id()));
    };
    m_api.moveToBin(id, this, onAnswer).release(); // the next one may follow before it is answered
}

/// Works when this pane has been closed, too: it is offered longer. The queue then tells the window of a failure.
std::function<void()> FilesPane::takeOut(qint64 id)
{
    return [self = QPointer(this), api = m_api, uploads = &m_model->uploads(), id]() mutable {
        const auto onAnswer = [self, uploads](const Outcome<v1::Attachment>& restored) {
            const QString strong = tr("The file was not restored.");
            if (!restored.isOk() && self)
                emit self->failed(strong, restored.error());
            else if (!restored.isOk())
                emit uploads->actFailed(strong, restored.error());
            if (self)
                self->m_model->reload();
        };
        api.restore(id, uploads, onAnswer).release();
    };
}

void FilesPane::contextMenu(const QPoint& place)
{
    const int row = m_table->indexAt(place).row();
    if (row < 0)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& icon, const QString& text, const std::function<void()>& act) {
        connect(menu->addAction(Icon::named(icon, Tone::Normal), text), &QAction::triggered, this, act);
    };
    if (const auto* upload = m_model->uploadAt(row)) {
        add(QStringLiteral("refresh-cw"), tr("Try again"), [this, id = upload->id] { m_model->uploads().retry(id); });
        add(QStringLiteral("x"), tr("Cancel"), [this, id = upload->id] { m_model->uploads().cancel(id); });
    } else if (const auto* attachment = m_model->attachmentAt(row)) {
        const qint64 id = attachment->id();
        add(QStringLiteral("external-link"), tr("Open"), [this, id] { open(id, false); });
        add(QStringLiteral("download"), tr("Save as…"), [this, id] { saveAs(id); });
        if (attachment->has_activity_id())
            add(QStringLiteral("message-square"), tr("Show the talk"),
                [this, talk = attachment->activity_id()] { emit activityRequested(talk); });
        if (mayEdit()) {
            menu->addSeparator();
            add(QStringLiteral("pencil"), tr("Rename…"), [this, id] { rename(id); });
            add(QStringLiteral("trash-2"), tr("Move to bin"), [this, id] { moveToBin(id); });
        }
    }
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

} // namespace banhang::client
