// What somebody typed and has not sent yet, kept on this machine so that a crash or a cut cable loses at most a second.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace banhang::client {

struct Draft
{
    QString key;   ///< which form: "customer-new", "customer-412"
    QString title; ///< for the list of drafts: "Customer: Thiên Ân"
    QDateTime keptAt;
    QJsonObject content;
};

/// Files of one user in one office, readable by the owner of the account alone. Thread: UI.
class DraftStore final : public QObject
{
    Q_OBJECT
public:
    /// `folder` is made when the first draft is kept.
    explicit DraftStore(const QString& folder, QObject* parent = nullptr);

    /// Another person is at work: from now on only what lies in that folder.
    void moveTo(const QString& folder);

    /// False when it could not be written; the form says so.
    bool keep(const Draft& draft);
    std::optional<Draft> find(const QString& key) const;
    void remove(const QString& key);
    /// Newest first. Unreadable files are left out.
    QList<Draft> all() const;

signals:
    void changed();

private:
    QString pathOf(const QString& key) const;

    QString m_folder;
};

/// Keeps the draft of one open form, at most once a second. Owner: the form.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Asked for what to keep; without content (an untouched form) the draft is removed.
    using Source = std::function<std::optional<Draft>()>;
    static constexpr int kIntervalMs = 1000;

    DraftKeeper(DraftStore& store, const QString& key, Source source, QObject* parent);

    /// Something was typed.
    void touch();
    /// Writes now what was not yet written.
    void flush();
    /// The content has reached the server, or is given up.
    void discard();

signals:
    void kept(const QDateTime& at);
    void failed();

private:
    DraftStore& m_store;
    QString m_key;
    Source m_source;
    QTimer m_timer;
};

} // namespace banhang::client
