#include "client/app/parts/attachments_part.h"

#include "client/activities/activity_editor.h"
#include "client/activities/timeline_part.h"
#include "client/attachments/editor_files.h"
#include "client/attachments/files_part.h"

namespace banhang::client {

AttachmentsPart::AttachmentsPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_workplace(workplace)
{
}

DetailPart* AttachmentsPart::makeDetailPart(QObject* parent)
{
    auto* part = new FilesPart(m_workplace, parent);
    // The talks' part of this detail was made just before.
    const auto timelines = parent->findChildren<TimelinePart*>(QString(), Qt::FindDirectChildrenOnly);
    if (!timelines.isEmpty()) {
        connect(timelines.last(), &TimelinePart::filesRequested, part, &FilesPart::showActivity);
        connect(timelines.last(), &TimelinePart::editorMade, part, [this, part](ActivityEditor* editor) {
            auto* files = new EditorFiles(m_workplace, editor);
            connect(files, &EditorFiles::undoOffered, part, &FilesPart::undoOffered);
            connect(files, &EditorFiles::failed, part, &FilesPart::failed);
        });
        connect(part, &FilesPart::activityRequested, timelines.last(), &TimelinePart::open);
    }
    return part;
}

} // namespace banhang::client
