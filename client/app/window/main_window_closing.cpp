// How the window is closed, and what stands in the way; declared in main_window.h.
#include <QCloseEvent>

#include "client/app/settings/settings.h"
#include "client/app/window/main_window.h"
#include "client/customers/customers_page.h"
#include "client/ui/parts/question_box.h"

namespace banhang::client {

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    settings::setWindowGeometry(saveGeometry());
    if (m_customers)
        m_customers->end();
    QMainWindow::closeEvent(event);
}

/// False while it asks.
bool MainWindow::mayClose()
{
    if (m_leavesFiles || !m_client || m_client->uploads().onTheirWay() == 0)
        return true;
    if (!m_filesQuestion)
        askAboutFiles();
    m_filesQuestion->activateWindow();
    return false;
}

void MainWindow::askAboutFiles()
{
    const UploadQueue& uploads = m_client->uploads();
    const QString title = tr("%Ln files have not been sent yet.", nullptr, uploads.onTheirWay());
    auto* box = new QuestionBox(
        {title, tr("They are sent only while the program is open. If it is closed now, they are not sent."),
         tr("Close anyway"), QString(), tr("Wait")},
        this);
    m_filesQuestion = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::accepted, this, [this] {
        m_leavesFiles = true;
        close();
    });
    // What is refused while it asks is to be read; with all of them sent there is nothing left to ask.
    connect(&uploads, &UploadQueue::refused, box, &QDialog::reject);
    connect(&uploads, &UploadQueue::changed, box, [box, &uploads] {
        if (box->isVisible() && uploads.onTheirWay() == 0)
            box->accept();
    });
    box->open();
}

} // namespace banhang::client
