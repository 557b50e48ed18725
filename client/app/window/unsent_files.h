// Files that are still on their way when the window is closed or goes to another office: asks before they are given up.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

#include "client/attachments/upload_queue.h"

namespace banhang::client {

class QuestionBox;

/// One question at a time: what was wished for last is what is asked about. `then` runs when they may be given up, or
/// when all have been sent meanwhile. Thread: UI.
class UnsentFiles final : public QObject
{
    Q_OBJECT
public:
    explicit UnsentFiles(QWidget* window);

    void askBeforeClosing(const UploadQueue& uploads, const std::function<void()>& then);
    void askBeforeOtherOffice(const UploadQueue& uploads, const std::function<void()>& then);

private:
    void ask(const UploadQueue& uploads, const QString& what, const QString& goOn, const std::function<void()>& then);

    QWidget* m_window;
    QPointer<QuestionBox> m_question;
    bool m_isAboutClosing = false;
};

} // namespace banhang::client
