// A merge about to be made: what comes out of it, what moves with it, and why these are taken for one.
#pragma once

#include <QSet>
#include <QWidget>

#include "client/core/workplace.h"
#include "client/merging/merge_choices.h"
#include "client/merging/merges_api.h"

class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace banhang::client {

class MergeTable;
class NoticeBar;

class MergeView final : public QWidget
{
    Q_OBJECT
public:
    MergeView(const Workplace& workplace, MergesApi& api, QWidget* parent = nullptr);

    /// Asks for the preview and shows it.
    void compare(const QList<qint64>& customerIds, qint64 survivorId = 0);
    QList<qint64> customerIds() const { return m_ids; }
    /// Empty until the preview is there.
    QString survivorCode() const;
    bool isReady() const { return m_isReady; }
    /// Somebody has chosen or typed what another preview would not bring back.
    bool isTouched() const;
    /// Shows nothing until the next preview.
    void forget();
    /// Nobody is signed in: also what is still on its way is none of the next one's.
    void end();
    /// Sends the merge as it stands. It goes on by itself when other customers are compared meanwhile.
    void merge();

signals:
    void loaded();
    void merged(const QList<qint64>& customerIds, const v1::MergeCustomersResponse& response);
    void failed(const QString& strong, const AppError& error);
    /// No preview came, and there is none to look at: follows `failed`.
    void notComparable();

private:
    void accept(const v1::MergePreview& preview);
    void onRefused(const AppError& error);
    void onMergeAnswer(const QList<qint64>& ids, const Outcome<v1::MergeCustomersResponse>& outcome);
    void chooseSurvivor(qint64 id);
    void takeOpenText();
    bool isMerging() const { return m_merging.contains(m_ids); }
    /// Whether a preview of these customers has come.
    bool hasPreview() const { return !m_ids.isEmpty() && m_shownIds == m_ids; }
    void fillParts();
    void fillLinks();
    void fillOwners();
    void fillReasons();
    QString codeOf(qint64 customerId) const;
    QWidget* makeFoot();
    void showParts(bool isThere);

    Workplace m_workplace;
    MergesApi& m_api;
    MergeChoices m_choices;
    NoticeBar* m_promise;
    MergeTable* m_table;
    QWidget* m_foot = nullptr;
    QGridLayout* m_links = nullptr;
    QVBoxLayout* m_reasons = nullptr;
    QHBoxLayout* m_owners = nullptr;
    QLineEdit* m_message = nullptr;
    QList<qint64> m_ids;
    QList<qint64> m_shownIds;
    QSet<QList<qint64>> m_merging; ///< sent and not answered
    CallHandle m_call;
    bool m_isReady = false;
};

} // namespace banhang::client
