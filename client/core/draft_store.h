// What somebody typed and has not sent yet, kept on this machine so that a crash or a cut cable loses at most a second.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <optional>

#include "client/core/draft_seal.h"

namespace banhang::client {

struct Draft
{
    QString key;   ///< which form: "customer-new", "customer-412"
    QString title; ///< for the list of drafts: "Customer: Thiên Ân"
    QDateTime keptAt;
    QJsonObject content;
};

/// Drafts of one person in one office: whole in memory, and encrypted in files that a thread of its own writes, since a
/// disk may take its time. Nobody's at first. Thread: UI.
class DraftStore final : public QObject
{
    Q_OBJECT
public:
    explicit DraftStore(QObject* parent = nullptr);
    /// Writes first what is still to be written.
    ~DraftStore() override;

    /// Somebody is at work: reads what lies in that folder, which is made with the first draft; `opened` tells when it
    /// is there. Files that this seal does not open are left alone.
    void open(const QString& folder, const DraftSeal& seal);
    /// The person has left: forgets everything but the files.
    void close();

    /// `kept` or `failed` tells what became of it.
    void keep(const Draft& draft);
    std::optional<Draft> find(const QString& key) const;
    /// The content has reached the server, or there is none any more.
    void remove(const QString& key);
    /// Given up by the person: a form that still shows it lets go of it too.
    void discard(const QString& key);
    /// Newest first.
    QList<Draft> all() const;

signals:
    void opened();
    void changed();
    /// It is on the disk.
    void kept(const QString& key, const QDateTime& at);
    void failed(const QString& key);
    void discarded(const QString& key);

private:
    QString m_folder;
    std::optional<DraftSeal> m_seal;
    QMap<QString, Draft> m_drafts;
    quint64 m_generation = 0; ///< of the person; what the writer says of an earlier one is no news
    QThread m_thread;
    QObject* m_writer; ///< lives in m_thread
};

/// Keeps the draft of one open form, at most once a second. Owner: the form.
class DraftAutosaver final : public QObject
{
    Q_OBJECT
public:
    /// Asked for what to keep; without content (an untouched form) the draft is removed.
    using Source = std::function<std::optional<Draft>()>;
    static constexpr int kIntervalMs = 1000;

    DraftAutosaver(DraftStore& store, const QString& key, Source source, QObject* parent);

    /// Something was typed.
    void touch();
    /// Hands over now what was not yet kept.
    void flush();
    /// The content has reached the server, or is given up.
    void discard();

signals:
    void kept(const QDateTime& at);
    void failed();
    /// The person gave the draft up elsewhere, in the list of drafts: the form is to go.
    void discarded();

private:
    DraftStore& m_store;
    QString m_key;
    Source m_source;
    QTimer m_timer;
};

} // namespace banhang::client
