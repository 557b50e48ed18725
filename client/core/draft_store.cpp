#include "client/core/draft_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

#include "client/core/office_time.h"

namespace banhang::client {

namespace {

const QString kSuffix = QStringLiteral(".draft");

QByteArray toBytes(const Draft& draft)
{
    const QJsonObject json{{QStringLiteral("key"), draft.key},
                           {QStringLiteral("title"), draft.title},
                           {QStringLiteral("kept_at"), draft.keptAt.toUTC().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("content"), draft.content}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Draft> fromBytes(const QByteArray& bytes)
{
    const auto json = QJsonDocument::fromJson(bytes).object();
    Draft draft;
    draft.key = json.value(QLatin1String("key")).toString();
    draft.title = json.value(QLatin1String("title")).toString();
    draft.keptAt = QDateTime::fromString(json.value(QLatin1String("kept_at")).toString(), Qt::ISODateWithMs)
                       .toTimeZone(officeZone());
    draft.content = json.value(QLatin1String("content")).toObject();
    if (draft.key.isEmpty() || draft.content.isEmpty())
        return std::nullopt;
    return draft;
}

QString pathOf(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name + kSuffix);
}

QMap<QString, Draft> readAll(const QString& folder, const DraftSeal& seal)
{
    QMap<QString, Draft> drafts;
    const QDir directory(folder);
    for (const auto& entry : directory.entryList({QLatin1Char('*') + kSuffix}, QDir::Files)) {
        QFile file(directory.filePath(entry));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto text = seal.open(file.readAll(), QString(entry).chopped(kSuffix.size()));
        if (auto draft = text ? fromBytes(*text) : std::nullopt)
            drafts.insert(draft->key, *draft);
    }
    return drafts;
}

bool write(const QString& folder, const DraftSeal& seal, const Draft& draft)
{
    if (!QDir().mkpath(folder))
        return false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = seal.fileName(draft.key);
    QSaveFile file(pathOf(folder, name));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    try {
        file.write(seal.close(toBytes(draft), name));
    } catch (const std::exception&) {
        return false; // the form says that its draft could not be kept
    }
    return file.commit();
}

} // namespace

DraftStore::DraftStore(QObject* parent) : QObject(parent), m_writer(new QObject)
{
    m_thread.setObjectName(QStringLiteral("drafts"));
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread.start();
}

DraftStore::~DraftStore()
{
    // What was handed over lies in the thread's queue before this, so it is written.
    QMetaObject::invokeMethod(m_writer, [this] { m_thread.quit(); });
    m_thread.wait();
}

void DraftStore::open(const QString& folder, const DraftSeal& seal)
{
    close();
    m_folder = folder;
    m_seal = seal;
    QMetaObject::invokeMethod(m_writer, [this, folder, seal, generation = m_generation] {
        const auto drafts = readAll(folder, seal);
        QMetaObject::invokeMethod(this, [this, drafts, generation] {
            if (generation != m_generation)
                return;
            for (const auto& draft : drafts) {
                if (!m_drafts.contains(draft.key)) // else it was kept again meanwhile
                    m_drafts.insert(draft.key, draft);
            }
            emit opened();
            emit changed();
        });
    });
}

void DraftStore::close()
{
    ++m_generation;
    m_folder.clear();
    m_seal.reset();
    m_drafts.clear();
    emit changed();
}

void DraftStore::keep(const Draft& draft)
{
    if (!m_seal) {
        emit failed(draft.key); // nobody's
        return;
    }
    m_drafts.insert(draft.key, draft);
    QMetaObject::invokeMethod(m_writer, [this, draft, folder = m_folder, seal = *m_seal, generation = m_generation] {
        const bool isKept = write(folder, seal, draft);
        QMetaObject::invokeMethod(this, [this, key = draft.key, at = draft.keptAt, isKept, generation] {
            if (generation != m_generation)
                return;
            if (isKept)
                emit kept(key, at);
            else
                emit failed(key);
        });
    });
    emit changed();
}

std::optional<Draft> DraftStore::find(const QString& key) const
{
    const auto found = m_drafts.constFind(key);
    return found == m_drafts.constEnd() ? std::nullopt : std::optional(*found);
}

void DraftStore::remove(const QString& key)
{
    if (m_drafts.remove(key) == 0 || !m_seal)
        return;
    const QString path = pathOf(m_folder, m_seal->fileName(key));
    QMetaObject::invokeMethod(m_writer, [path] { QFile::remove(path); });
    emit changed();
}

void DraftStore::discard(const QString& key)
{
    remove(key);
    emit discarded(key);
}

QList<Draft> DraftStore::all() const
{
    QList<Draft> drafts = m_drafts.values();
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.keptAt > b.keptAt; });
    return drafts;
}

DraftAutosaver::DraftAutosaver(DraftStore& store, const QString& key, Source source, QObject* parent)
    : QObject(parent), m_store(store), m_key(key), m_source(std::move(source))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftAutosaver::flush);
    connect(&m_store, &DraftStore::kept, this, [this](const QString& which, const QDateTime& at) {
        if (which == m_key)
            emit kept(at);
    });
    connect(&m_store, &DraftStore::failed, this, [this](const QString& which) {
        if (which == m_key)
            emit failed();
    });
    connect(&m_store, &DraftStore::discarded, this, [this](const QString& which) {
        if (which != m_key)
            return;
        m_timer.stop();
        emit discarded();
    });
}

void DraftAutosaver::touch()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftAutosaver::flush()
{
    m_timer.stop();
    auto draft = m_source();
    if (!draft) {
        m_store.remove(m_key);
        return;
    }
    draft->key = m_key;
    draft->keptAt = officeNow();
    m_store.keep(*draft);
}

void DraftAutosaver::discard()
{
    m_timer.stop();
    m_store.remove(m_key);
}

} // namespace banhang::client
