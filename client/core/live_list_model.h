// The one table model behind every list of records: pages by keyset, keeps itself fresh from the feed, never jumps.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "client/core/change_feed.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

using RecordPtr = std::shared_ptr<const google::protobuf::Message>;

/// A record with what happened to it since it was shown.
struct LiveRow
{
    qint64 id = 0;
    qint64 version = 0;
    RecordPtr record;
    qint64 changedAtMs = 0; ///< by a colleague; 0 = not since the list was loaded
    qint64 changedBy = 0;
    QStringList changedFields;
    bool isUnseen = false;
    QString goneReason; ///< set = the row left the view; it stays, struck through, until the next reload
};

/// What to ask the server for.
struct PageQuery
{
    std::string token;   ///< from an earlier page; empty = the start
    qint64 aroundId = 0; ///< instead of a token: around this record
    bool withCount = false;
};

struct RecordPage
{
    std::vector<RecordPtr> records;
    std::string nextToken;
    std::string previousToken;
    int cappedCount = -1; ///< -1 = not asked
};

/// Holds a window of the list: pages are added at both ends and, past `kMaxRows`, let go at the other one. Behind the
/// window stand placeholder rows (LoadingRole) up to the count that the server gave, so that the scroll bar is true as
/// far as it can be. Features subclass it with their calls and columns. Thread: UI.
class LiveListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { ChangedByRole = LoadingRole + 1, ChangedFieldsRole };
    static constexpr int kMaxRows = 3000;

    explicit LiveListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;

    /// Loads the list anew, from the start or around a record. Rows stay until the answer is there; with `isOther`
    /// (another query, so that they would mislead) they give way to placeholders after 150 ms.
    void reload(bool isOther, qint64 aroundId = 0);
    /// Loads what is missing so that these rows can be shown; call it with what is in view.
    void ensureLoaded(int firstRow, int lastRow);
    void clear();

    /// From the feed. Own changes do not glow.
    void onChanges(const QList<RecordChange>& changes);
    /// Fetches what could not be fetched while the server was away.
    void retryPending();
    void setOwnUserId(qint64 userId) { m_ownUserId = userId; }
    /// Puts in a record that the caller got from the server by other means (saved it, opened it).
    void applyRecord(const RecordPtr& record);
    /// The user has opened it: no dot any more.
    void markSeen(qint64 id);
    void markGone(qint64 id, const QString& reason);

    /// -1 when it is not loaded. O(1).
    int rowOf(qint64 id) const;
    /// Null for placeholder rows.
    const LiveRow* rowAt(int row) const;
    int loadedCount() const { return static_cast<int>(m_rows.size()); }
    /// Up to 1,001, which means "more than 1,000"; -1 before it is known.
    int cappedCount() const { return m_cappedCount; }
    bool hasPrevious() const { return !previousToken().empty(); }
    bool hasNext() const { return !nextToken().empty(); }
    bool isLoading() const { return m_pageCall.isActive(); }
    int newRowCount() const { return static_cast<int>(m_newIds.size()); }
    bool isOrderStale() const { return m_isOrderStale; }

signals:
    void reloaded();
    void loadFailed(const banhang::AppError& error);
    /// One has scrolled far away from these rows; they go right after this.
    void lettingGo(int firstRow, int lastRow);
    /// Rows came or went above what was shown: the view moves its scroll position by as much. Negative = went.
    void rowsShiftedAbove(int count);
    /// A record of the list was fetched anew. `actorUserId` is the own one for own changes.
    void recordChanged(qint64 id, qint64 actorUserId, const QStringList& fields);
    /// newRowCount, isOrderStale or cappedCount is another one.
    void staleChanged();

protected:
    using PageHandler = std::function<void(Outcome<RecordPage>)>;
    using RecordsHandler = std::function<void(Outcome<std::vector<RecordPtr>>)>;

    virtual CallHandle fetchPage(const PageQuery& query, PageHandler handler) = 0;
    virtual CallHandle fetchRecords(const std::vector<qint64>& ids, RecordsHandler handler) = 0;
    virtual QVariant cellData(const LiveRow& row, int column, int role) const = 0;
    /// Name of the entity in the feed.
    virtual QString entity() const = 0;
    virtual qint64 idOf(const google::protobuf::Message& record) const = 0;
    virtual qint64 versionOf(const google::protobuf::Message& record) const = 0;
    /// As far as the client can tell; only decides whether a hint is shown or a row struck through, never what is
    /// loaded.
    virtual bool belongs(const google::protobuf::Message& record) const = 0;
    /// Both records stand at the same place of the order.
    virtual bool hasSamePlace(const google::protobuf::Message& before,
                              const google::protobuf::Message& after) const = 0;
    /// Why a record that still can be seen left this list.
    virtual QString leavingReason(const google::protobuf::Message& record) const = 0;
    /// Calls `dataChanged` for all cells, for when names of people or choices came in.
    void touchAll();

private:
    struct PageInfo
    {
        int size = 0;
        std::string nextToken;
        std::string previousToken;
    };

    std::string previousToken() const { return m_pages.empty() ? std::string() : m_pages.front().previousToken; }
    std::string nextToken() const { return m_pages.empty() ? std::string() : m_pages.back().nextToken; }
    void loadNext();
    void loadPrevious();
    void replaceAll(RecordPage page, bool isFromStart);
    void append(RecordPage page);
    void prepend(RecordPage page);
    void trimFront();
    void trimBack();
    int wantedTail() const;
    void changeTail(int tail);
    LiveRow toRow(RecordPtr record) const;
    void keepNewer(LiveRow& row, const LiveRow& known) const;
    void reindex();
    void showPlaceholders();
    void dropPlaceholders();
    void fetchPending();
    void onRecords(const QHash<qint64, RecordChange>& asked, const std::vector<RecordPtr>& records);
    void fetchChangedMeanwhile();
    void replaceRecord(int row, const RecordPtr& record, const RecordChange& change);
    void emitRow(int row);

    std::deque<LiveRow> m_rows;
    std::deque<PageInfo> m_pages;
    // Positions are counted from where the window began, so that rows put in front renumber nothing.
    QHash<qint64, qint64> m_positions;
    qint64 m_basePosition = 0;
    int m_tail = 0;
    int m_cappedCount = -1;
    bool m_isFromStart = true;
    bool m_isOrderStale = false;
    int m_wantedLastRow = -1;
    qint64 m_ownUserId = 0;
    QSet<qint64> m_newIds;
    QHash<qint64, RecordChange> m_pending;
    QHash<qint64, RecordChange> m_meanwhile; ///< told of while a page was on its way, which may not have them yet
    QTimer m_gatherTimer;
    QTimer m_placeholderTimer;
    CallHandle m_pageCall;
    CallHandle m_recordsCall;
};

} // namespace banhang::client
