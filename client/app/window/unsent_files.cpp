#include "client/app/window/unsent_files.h"

#include "client/ui/parts/question_box.h"

namespace banhang::client {

UnsentFiles::UnsentFiles(QWidget* window) : QObject(window), m_window(window) {}

void UnsentFiles::askBeforeClosing(const UploadQueue& uploads, const std::function<void()>& then)
{
    if (m_isAboutClosing && m_question && m_question->isVisible()) {
        m_question->activateWindow(); // it is asked already
        return;
    }
    ask(uploads, tr("They are sent only while the program is open. If it is closed now, they are not sent."),
        tr("Close anyway"), then);
    m_isAboutClosing = true;
}

void UnsentFiles::askBeforeOtherOffice(const UploadQueue& uploads, const std::function<void()>& then)
{
    ask(uploads, tr("They wait for the present server. With another connection file they are not sent."),
        tr("Change anyway"), then);
    m_isAboutClosing = false;
}

void UnsentFiles::ask(const UploadQueue& uploads, const QString& what, const QString& goOn,
                      const std::function<void()>& then)
{
    if (m_question)
        m_question->close();
    const QString title = tr("%Ln files have not been sent yet.", nullptr, uploads.onTheirWay());
    auto* box = new QuestionBox({title, what, goOn, QString(), tr("Wait")}, m_window);
    m_question = box;
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
