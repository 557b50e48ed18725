#include "client/core/draft_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace banhang::client {

namespace {

const QString kSuffix = QStringLiteral(".draft.json");

std::optional<Draft> readDraft(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    Draft draft;
    draft.key = json.value(QLatin1String("key")).toString();
    draft.title = json.value(QLatin1String("title")).toString();
    draft.keptAt =
        QDateTime::fromString(json.value(QLatin1String("kept_at")).toString(), Qt::ISODateWithMs).toLocalTime();
    draft.content = json.value(QLatin1String("content")).toObject();
    if (draft.key.isEmpty() || draft.content.isEmpty())
        return std::nullopt;
    return draft;
}

} // namespace

DraftStore::DraftStore(const QString& folder, QObject* parent) : QObject(parent), m_folder(folder) {}

void DraftStore::moveTo(const QString& folder)
{
    m_folder = folder;
    emit changed();
}

QString DraftStore::pathOf(const QString& key) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(key.toUtf8().toPercentEncoding()) + kSuffix);
}

bool DraftStore::keep(const Draft& draft)
{
    if (!QDir().mkpath(m_folder))
        return false;
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(pathOf(draft.key));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QJsonObject json{{QStringLiteral("key"), draft.key},
                           {QStringLiteral("title"), draft.title},
                           {QStringLiteral("kept_at"), draft.keptAt.toUTC().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("content"), draft.content}};
    file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
    const bool isKept = file.commit();
    emit changed();
    return isKept;
}

std::optional<Draft> DraftStore::find(const QString& key) const
{
    return readDraft(pathOf(key));
}

void DraftStore::remove(const QString& key)
{
    if (QFile::remove(pathOf(key)))
        emit changed();
}

QList<Draft> DraftStore::all() const
{
    QList<Draft> drafts;
    const QDir folder(m_folder);
    for (const auto& name : folder.entryList({QLatin1Char('*') + kSuffix}, QDir::Files)) {
        if (auto draft = readDraft(folder.filePath(name)))
            drafts.append(*draft);
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.keptAt > b.keptAt; });
    return drafts;
}

DraftKeeper::DraftKeeper(DraftStore& store, const QString& key, Source source, QObject* parent)
    : QObject(parent), m_store(store), m_key(key), m_source(std::move(source))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::touch()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::flush()
{
    m_timer.stop();
    auto draft = m_source();
    if (!draft) {
        m_store.remove(m_key);
        return;
    }
    draft->key = m_key;
    draft->keptAt = QDateTime::currentDateTime();
    if (m_store.keep(*draft))
        emit kept(draft->keptAt);
    else
        emit failed();
}

void DraftKeeper::discard()
{
    m_timer.stop();
    m_store.remove(m_key);
}

} // namespace banhang::client
