// The files of what is open in an activity's editor, below its fields: dropped on any part of it, or chosen.
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

#include <functional>

#include "banhang/v1/activities.pb.h"
#include "client/attachments/attachments_api.h"
#include "client/core/workplace.h"

class QMimeData;
class QVBoxLayout;

namespace banhang::client {

class ActivityEditor;
class FilesPane;
class UploadQueue;

/// Files of a new activity wait, as long as its draft does, and go to the server when it is saved. Thread: UI.
class EditorFiles final : public QWidget
{
    Q_OBJECT
public:
    /// Owner: the editor, below whose fields it stands.
    EditorFiles(const Workplace& workplace, UploadQueue& uploads, ActivityEditor* editor);

    /// Of the new activity that is open.
    QStringList waiting() const { return m_waiting.value(m_key); }
    /// Null before files of a stored activity were wanted.
    FilesPane* pane() const { return m_pane; }

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QObject* part);
    bool mayTake(const QMimeData* offered) const;
    void take(const QMimeData* offered);
    void choose();
    void onOpened();
    void onSaved(const QString& key, const v1::Activity& activity);
    void showStored();
    void showWaiting();
    QWidget* makeWaitingRow(const QString& path);
    FilesPane* thePane();

    Workplace m_workplace;
    UploadQueue& m_uploads;
    AttachmentsApi m_api;
    ActivityEditor* m_editor;
    QHash<QString, QStringList> m_waiting; ///< paths, by the key of the draft
    QString m_key;                         ///< of what is open
    QWidget* m_list;
    QVBoxLayout* m_rows;
    FilesPane* m_pane = nullptr;
};

} // namespace banhang::client
