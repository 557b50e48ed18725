// The place for duplicates: groups to review, those put off, merges made, and the merge or undo under way.
#pragma once

#include <QList>

#include "client/core/workplace.h"
#include "client/merging/finding_list.h"
#include "client/merging/merges_api.h"
#include "client/ui/parts/titled_page.h"

class QStackedWidget;

namespace banhang::client {

class Button;
class MergeView;
class ScanBar;
class Segmented;
class StateView;
class UndoView;

/// Made once for a window. Without the right to delete customers it only shows merges.
class MergingPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit MergingPage(const Workplace& workplace, QWidget* parent = nullptr);

    /// Compares these customers, of whatever list they come.
    void openMerge(const QList<qint64>& customerIds);
    /// Shows the groups anew; that of `toOpen` at once, if it is among them.
    void reload(const QList<qint64>& toOpen = {});
    /// Only asks how many wait.
    void countWaiting();
    /// Nobody is signed in: nothing of what was shown stays for the next one.
    void end();

    MergesApi& api() { return m_api; }
    MergeView* view() const { return m_merge; }
    FindingList* list() const { return m_list; }
    ScanBar* scan() const { return m_scan; }

signals:
    void newsHappened(const QString& who, const QString& text, const QString& icon);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const AppError& error);
    /// Groups that wait, for the badge.
    void countChanged(int count);
    void keysChanged(const QString& text);

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    /// From a pair back to the list that it came from.
    void onClose() override;

private:
    enum Shelf { Waiting, Postponed, Merged };

    void makeHead();
    void connectViews();
    void setNoneTexts();
    void showList();
    void showPair(int row);
    /// Groups out of the list, and the shelf on which they stood.
    struct Taken
    {
        int shelf = Waiting;
        std::vector<FindingList::Taken> groups{};
    };

    Taken takeOut(const QList<qint64>& ids);
    void putBack(const Taken& taken);
    void next(int row);
    void waitForPage();
    bool isBlank() const;
    void decide(v1::FindingAnswer answer);
    void undoAnswers(const QList<qint64>& ids, const Taken& taken);
    bool isComparing(const QList<qint64>& ids) const;
    void onMerged(const QList<qint64>& ids, const v1::MergeCustomersResponse& response);
    void undoNow(qint64 mergeId, const QList<qint64>& ids, const Taken& taken);
    void returnTo(const QList<qint64>& ids, const Taken& taken);
    void fillUp();
    void leavePair();
    bool hasListBehind() const;
    void showBroken(const QString& strong, const AppError& error);
    void addFindings(const v1::ListFindingsResponse& page, bool isFirst);
    void addMerges(const v1::ListMergesResponse& page, bool isFirst);
    void onScrolled();
    void loadMore();
    void applyState();
    QString keysHere() const;
    void setWaiting(int count);

    Workplace m_workplace;
    MergesApi m_api;
    Segmented* m_shelf;
    Button* m_different;
    Button* m_later;
    Button* m_act; ///< merges, or takes back
    ScanBar* m_scan;
    QStackedWidget* m_stack;
    FindingList* m_list;
    StateView* m_none;
    StateView* m_broken;
    MergeView* m_merge;
    UndoView* m_undo;
    CallHandle m_call;
    CallHandle m_countCall;
    std::string m_nextToken;
    QList<qint64> m_toOpen; ///< group to be shown when the list is there
    int m_waiting = 0;
    bool m_isQueue = false; ///< the pair on show came from the list
};

} // namespace banhang::client
