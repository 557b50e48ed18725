#include "client/attachments/files_part.h"

#include "client/attachments/files_pane.h"

namespace banhang::client {

FilesPart::FilesPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent)
    : DetailPart(parent), m_workplace(workplace), m_uploads(uploads), m_api(workplace.rpc)
{
}

QWidget* FilesPart::tab()
{
    m_pane = new FilesPane(m_workplace, m_api, m_uploads);
    connect(m_pane, &FilesPane::undoOffered, this, &FilesPart::undoOffered);
    connect(m_pane, &FilesPane::failed, this, &FilesPart::failed);
    connect(m_pane, &FilesPane::activityRequested, this, &FilesPart::activityRequested);
    connect(m_pane->model(), &FilesModel::loaded, this, [this] {
        if (m_pane->model()->shownParent().activityId == 0)
            emit countChanged(m_pane->model()->storedCount());
    });
    return m_pane;
}

QString FilesPart::tabTitle() const
{
    return tr("Files");
}

void FilesPart::showCustomer(const v1::Customer& customer)
{
    if (m_customerId != customer.id())
        emit countChanged(-1);
    m_customerId = customer.id();
    if (m_pane)
        m_pane->showCustomer(customer);
}

void FilesPart::showActivity(qint64 activityId, const QString& title)
{
    if (!m_pane)
        return;
    emit tabRequested();
    m_pane->showActivity(activityId, title);
}

} // namespace banhang::client
