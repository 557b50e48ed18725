// Looks where people put the connection file of their office: sticks, downloads, desktop.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>

#include <functional>

namespace banhang::client {

/// Folders that are worth a look now: what is plugged in first, then the person's own. Reads the disk.
QStringList likelyFolders();
/// Connection files in these folders and in the folders right below, at most a few; files that are none are left out.
/// Reads the disk.
QStringList officeFilesIn(const QStringList& folders);

/// Looks at once and every few seconds, so that a stick may be plugged in later; in a thread of its own, since sticks
/// are slow. Thread: UI.
class OfficeFileFinder final : public QObject
{
    Q_OBJECT
public:
    explicit OfficeFileFinder(std::function<QStringList()> folders = likelyFolders, QObject* parent = nullptr);
    ~OfficeFileFinder() override;

signals:
    /// What is there now, also when it is the same as before.
    void found(const QStringList& paths);

private:
    void look();

    std::function<QStringList()> m_folders;
    QTimer m_timer;
    QThread m_thread;
    QObject* m_reader; ///< lives in m_thread
    bool m_isLooking = false;
};

} // namespace banhang::client
