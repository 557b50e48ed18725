// Taking a merge back: every decision of it, before it is made.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"
#include "client/merging/merges_api.h"

class QGridLayout;

namespace banhang::client {

class NoticeBar;

class UndoView final : public QWidget
{
    Q_OBJECT
public:
    UndoView(const Workplace& workplace, MergesApi& api, QWidget* parent = nullptr);

    void consider(qint64 mergeId);
    bool isReady() const { return m_preview.has_merge(); }
    /// It goes on by itself when another merge is considered meanwhile.
    void undo();
    /// Shows nothing until the next one is considered.
    void forget();

signals:
    void loaded();
    void undone(const v1::UndoMergeResponse& response);
    void failed(const QString& strong, const AppError& error);

private:
    void accept(const v1::UndoPreview& preview);
    void onUndone(qint64 mergeId, const Outcome<v1::UndoMergeResponse>& outcome);
    void clearLines();
    void tellWhat();
    void addLine(const QString& icon, bool isKept, const QString& strong, const QString& text);
    QString codeOf(qint64 customerId) const;

    Workplace m_workplace;
    MergesApi& m_api;
    qint64 m_mergeId = 0; ///< under consideration
    v1::UndoPreview m_preview;
    NoticeBar* m_what;
    QGridLayout* m_lines;
    CallHandle m_call;
};

} // namespace banhang::client
