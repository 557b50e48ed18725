// The files of a customer or of one of its talks: dropped, pasted or chosen, opened, saved, renamed, taken away.
#pragma once

#include <QTemporaryDir>
#include <QWidget>

#include <functional>

#include "client/attachments/attachments_api.h"
#include "client/attachments/file_download.h"
#include "client/attachments/files_model.h"
#include "client/attachments/mail_drop.h"
#include "client/ui/look/theme.h"

class QMimeData;

namespace banhang::client {

class Button;
class DataTable;
class Label;
class NoticeBar;
class ProgressRow;
class StateView;

/// Enter opens, Ctrl+S saves as, F2 renames, Delete moves to the bin, Insert adds, Ctrl+V pastes. Thread: UI.
class FilesPane final : public QWidget
{
    Q_OBJECT
public:
    FilesPane(const Workplace& workplace, AttachmentsApi& api, UploadQueue& uploads, QWidget* parent = nullptr);

    /// Without id: nothing to be shown.
    void showCustomer(const v1::Customer& customer);
    /// Only those of this activity, until another customer comes or "all" is chosen.
    void showActivity(qint64 activityId, const QString& title);
    FilesModel* model() const { return m_model; }
    void add(const QStringList& paths);
    /// Files and pictures of the clipboard or of a drop; false when there are none.
    bool take(const QMimeData* offered);
    /// Whether some pane that is on the screen lists the files of `file`, and says what becomes of them.
    static bool isInSight(const FilesParent& file);

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void activityRequested(qint64 activityId);
    /// A file is there to be opened; for tests, which open nothing.
    void opened(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAll();
    void makeHead();
    void makeTable();
    void makeMail();
    void makeKeys();
    void choose();
    void openRow(int row);
    // By its id: the list may have changed since its row was shown. Nothing for one that has gone.
    void open(qint64 id, bool isTrusted);
    void saveAs(qint64 id);
    void rename(qint64 id);
    void moveToBin(qint64 id);
    void fetch(const v1::Attachment& attachment, const QString& path, const std::function<void()>& then);
    std::function<void()> takeOut(qint64 id);
    void takeAway(int row);
    void contextMenu(const QPoint& place);
    void applyState();
    void showEmptyOrNot();
    NoticeBar* tell(Tone tone, const QString& strong, const QString& text);
    NoticeBar* addNotice(Tone tone);
    void showLogged(const LoggedMail& mail);
    void forgetLogged();
    int currentRow() const;
    qint64 currentId() const;
    bool mayEdit() const;

    Workplace m_workplace;
    AttachmentsApi& m_api;
    FilesModel* m_model;
    MailDrop* m_mail;
    v1::Customer m_customer;
    Label* m_scope;
    Button* m_all;
    Button* m_paste;
    Button* m_add;
    NoticeBar* m_notice = nullptr;
    NoticeBar* m_mailNotice = nullptr;
    QList<LoggedMail> m_logged; ///< which that notice tells of
    ProgressRow* m_progress;
    DataTable* m_table;
    StateView* m_nothing;
    Label* m_hint;
    QTemporaryDir m_folder; ///< of opened files; gone with this pane
    FileDownload* m_download = nullptr;
    CallHandle m_renameCall;
};

} // namespace banhang::client
