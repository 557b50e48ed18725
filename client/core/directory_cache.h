// The organisation as colleagues see it: names beside records, units to choose from.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include "banhang/v1/identity.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

struct RecordChange;

/// Keeps the last directory that the server sent; asks again when the feed names a unit or a person. Thread: UI.
class DirectoryCache final : public QObject
{
    Q_OBJECT
public:
    explicit DirectoryCache(RpcClient& rpc, QObject* parent = nullptr);

    void reload();
    void clear();
    void onChanges(const QList<RecordChange>& changes);

    bool isLoaded() const { return m_isLoaded; }
    /// Null when unknown. Valid until the next `changed`.
    const v1::Person* person(qint64 userId) const;
    const v1::Unit* unit(qint64 unitId) const;
    /// Of those who are still here, in Vietnamese order of given names.
    QList<const v1::Person*> activePeople() const;
    /// Of those who have left, in the same order.
    QList<const v1::Person*> formerPeople() const;
    /// Branches and teams in tree order.
    QList<const v1::Unit*> units() const;

    /// "Lê Quang Minh"; empty when unknown.
    QString fullName(qint64 userId) const;
    /// "Minh", or with the team when two active colleagues share it: "Minh (KD2)".
    QString givenName(qint64 userId) const;
    /// Two letters for the avatar: "QM".
    QString initials(qint64 userId) const;
    /// The unit above a leaf, null for none: the team of a person, or the branch of one without a team.
    const v1::Unit* placeOf(qint64 leafUnitId) const;
    /// "Nhóm Kinh doanh 2, CN Hà Nội": the place and what is above it, below the company.
    QString placeName(qint64 unitId) const;
    /// For the status line: "CN Hà Nội · Nhóm KD 1".
    QString placePath(qint64 leafUnitId) const;

    static QString initialsOf(const QString& fullName);
    static QString givenNameOf(const QString& fullName);

signals:
    void changed();

private:
    void accept(v1::Directory directory);
    QList<const v1::Person*> people(bool active) const;
    QList<const v1::Unit*> pathOf(qint64 unitId) const;

    RpcClient& m_rpc;
    CallHandle m_call;
    v1::Directory m_directory;
    QHash<qint64, const v1::Person*> m_people;
    QHash<qint64, const v1::Person*> m_byLeaf;
    QHash<qint64, const v1::Unit*> m_units;
    QHash<QString, int> m_givenNames;
    bool m_isLoaded = false;
};

} // namespace banhang::client
