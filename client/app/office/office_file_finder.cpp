#include "client/app/office/office_file_finder.h"

#include <QDir>
#include <QStandardPaths>
#include <QStorageInfo>

#include "common/connection_file.h"

namespace banhang::client {

namespace {

constexpr int kAgainMs = 2000;
constexpr int kMaxFiles = 4;
constexpr int kMaxFolders = 200; // a stick may be full of them
constexpr qint64 kMaxBytes = qint64{256} * 1024;
const QStringList kPattern{QStringLiteral("*.banhang")};

bool isPluggedIn(const QStorageInfo& volume)
{
    if (!volume.isValid() || !volume.isReady())
        return false;
#ifdef Q_OS_WIN
    return QStorageInfo::root().rootPath() != volume.rootPath();
#else
    const QString path = volume.rootPath();
    return path.startsWith(QLatin1String("/media/")) || path.startsWith(QLatin1String("/run/media/")) ||
           path.startsWith(QLatin1String("/mnt/")) || path.startsWith(QLatin1String("/Volumes/"));
#endif
}

bool isOfficeFile(const QFileInfo& file)
{
    if (file.size() > kMaxBytes)
        return false;
    try {
        readConnectionFile(file.filePath().toStdString());
        return true;
    } catch (const ConnectionFileError&) {
        return false;
    }
}

void collect(const QDir& folder, QStringList& files)
{
    for (const auto& file : folder.entryInfoList(kPattern, QDir::Files | QDir::Readable, QDir::Time)) {
        if (files.size() < kMaxFiles && !files.contains(file.filePath()) && isOfficeFile(file))
            files.append(file.filePath());
    }
}

} // namespace

QStringList likelyFolders()
{
    QStringList folders;
    for (const auto& volume : QStorageInfo::mountedVolumes()) {
        if (isPluggedIn(volume))
            folders.append(volume.rootPath());
    }
    for (const auto place :
         {QStandardPaths::DownloadLocation, QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation})
        folders.append(QStandardPaths::writableLocation(place));
    return folders;
}

QStringList officeFilesIn(const QStringList& folders)
{
    QStringList files;
    for (const auto& path : folders) {
        if (path.isEmpty())
            continue;
        const QDir folder(path);
        collect(folder, files);
        const auto below = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const auto& name : below.first(std::min<qsizetype>(below.size(), kMaxFolders)))
            collect(QDir(folder.filePath(name)), files);
    }
    return files;
}

OfficeFileFinder::OfficeFileFinder(std::function<QStringList()> folders, QObject* parent)
    : QObject(parent), m_folders(std::move(folders)), m_reader(new QObject)
{
    m_thread.setObjectName(QStringLiteral("office files"));
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start();
    m_timer.setInterval(kAgainMs);
    connect(&m_timer, &QTimer::timeout, this, &OfficeFileFinder::look);
    m_timer.start();
    look();
}

OfficeFileFinder::~OfficeFileFinder()
{
    m_thread.quit();
    m_thread.wait();
}

void OfficeFileFinder::look()
{
    if (std::exchange(m_isLooking, true))
        return; // the stick is slower than the clock
    QMetaObject::invokeMethod(m_reader, [this, folders = m_folders] {
        const auto files = officeFilesIn(folders());
        QMetaObject::invokeMethod(this, [this, files] {
            m_isLooking = false;
            emit found(files);
        });
    });
}

} // namespace banhang::client
