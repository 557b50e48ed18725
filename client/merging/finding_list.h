// Groups that wait for an answer, or merges that were made: one line each.
#pragma once

#include <QListWidget>

#include <memory>
#include <vector>

#include "banhang/v1/findings.pb.h"
#include "banhang/v1/merges.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

class FindingList final : public QListWidget
{
    Q_OBJECT
public:
    FindingList(const Workplace& workplace, QWidget* parent = nullptr);

    void clearAll();
    /// Once, however often the server sends it.
    void addFinding(const v1::Finding& finding);
    void addMerge(const v1::Merge& merge);
    /// Groups that were taken out, each with its row.
    struct Taken
    {
        int row = 0;
        std::shared_ptr<const QListWidgetItem> item;
    };
    /// Takes the groups out of which one of these customers has gone.
    std::vector<Taken> takeCustomers(const QList<qint64>& ids);
    /// Leaves out those that have come back otherwise.
    void putBack(const std::vector<Taken>& groups);

    /// Customers of the group in this row; empty for a merge.
    QList<qint64> customersAt(int row) const;
    /// Of the group of these customers; -1 if there is none.
    int rowOf(const QList<qint64>& ids) const;
    /// 0 for a group, and for a merge that cannot be taken back any more.
    qint64 mergeAt(int row) const;

signals:
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillMerge(int row);
    static QList<qint64> customersOf(const QListWidgetItem& item);

    Workplace m_workplace;
    std::vector<v1::Merge> m_merges; ///< of the rows, when these are merges
};

} // namespace banhang::client
