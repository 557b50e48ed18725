#include "client/app/parts/attachments_part.h"

#include "client/activities/activity_editor.h"
#include "client/activities/timeline_part.h"
#include "client/attachments/editor_files.h"
#include "client/attachments/files_pane.h"
#include "client/attachments/files_part.h"

namespace banhang::client {

AttachmentsPart::AttachmentsPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_uploads(uploads)
{
    const auto tell = [this](const FilesParent& file, const QString& name, const AppError& error) {
        if (!FilesPane::isInSight(file))
            emit failed(tr("“%1” was not accepted.").arg(name), error);
    };
    // Not within the call's answer: that the next file was stored does not settle it.
    connect(&uploads, &UploadQueue::refused, this, tell, Qt::QueuedConnection);
    connect(&uploads, &UploadQueue::actFailed, this, &AttachmentsPart::failed);
}

DetailPart* AttachmentsPart::makeDetailPart(QObject* parent)
{
    auto* part = new FilesPart(m_workplace, m_uploads, parent);
    // The talks' part of this detail was made just before.
    const auto timelines = parent->findChildren<TimelinePart*>(QString(), Qt::FindDirectChildrenOnly);
    if (!timelines.isEmpty()) {
        connect(timelines.last(), &TimelinePart::filesRequested, part, &FilesPart::showActivity);
        connect(timelines.last(), &TimelinePart::editorMade, part, [this, part](ActivityEditor* editor) {
            auto* files = new EditorFiles(m_workplace, m_uploads, editor);
            connect(files, &EditorFiles::undoOffered, part, &FilesPart::undoOffered);
            connect(files, &EditorFiles::failed, part, &FilesPart::failed);
        });
        connect(part, &FilesPart::activityRequested, timelines.last(), &TimelinePart::open);
    }
    return part;
}

} // namespace banhang::client
