// How the window is closed or goes to another office, and what stands in the way; declared in main_window.h.
#include <QCloseEvent>

#include "client/app/settings/settings.h"
#include "client/app/window/main_window.h"
#include "client/ui/parts/question_box.h"

namespace banhang::client {

namespace {

const QString kAboutClosing = QStringLiteral("closing"); ///< name of the question about it

} // namespace

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    settings::setWindowGeometry(saveGeometry());
    if (m_customers)
        endWork(); // what was typed in the last second is kept at once
    QMainWindow::closeEvent(event);
}

/// False while it asks.
bool MainWindow::mayClose()
{
    if (m_leavesFiles || !m_client || m_client->uploads().onTheirWay() == 0)
        return true;
    if (m_filesQuestion && m_filesQuestion->isVisible() && m_filesQuestion->objectName() == kAboutClosing) {
        m_filesQuestion->activateWindow(); // it is asked already
        return false;
    }
    askAboutFiles(tr("They are sent only while the program is open. If it is closed now, they are not sent."),
                  tr("Close anyway"), [this] {
                      m_leavesFiles = true;
                      close();
                  });
    m_filesQuestion->setObjectName(kAboutClosing);
    return false;
}

void MainWindow::chooseOffice(const QString& path)
{
    if (!m_client || m_client->uploads().onTheirWay() == 0)
        return changeOffice(path);
    askAboutFiles(tr("They wait for the present server. With another connection file they are not sent."),
                  tr("Change anyway"), [this, path] { changeOffice(path); });
}

void MainWindow::askAboutFiles(const QString& what, const QString& goOn, const std::function<void()>& then)
{
    if (m_filesQuestion)
        m_filesQuestion->close(); // what was wished for last is what is asked about
    const UploadQueue& uploads = m_client->uploads();
    const QString title = tr("%Ln files have not been sent yet.", nullptr, uploads.onTheirWay());
    auto* box = new QuestionBox({title, what, goOn, QString(), tr("Wait")}, this);
    m_filesQuestion = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::accepted, this, then);
    // What is refused while it asks is to be read; with all of them sent there is nothing left to ask.
    connect(&uploads, &UploadQueue::refused, box, &QDialog::reject);
    connect(&uploads, &UploadQueue::changed, box, [box, &uploads] {
        if (box->isVisible() && uploads.onTheirWay() == 0)
            box->accept();
    });
    box->open();
    box->activateWindow();
}

} // namespace banhang::client
