// The strip above the table while several customers are chosen: what can be done with all of them, what it would do,
// how far it has come.
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/workplace.h"
#include "client/customers/batch/customer_acts.h"

class QLineEdit;
class QMenu;

namespace banhang::client {

class Button;
class CustomersApi;
class Label;
class NoticeBar;
class ProgressRow;
class SelectionBar;

/// An act on many, before it is known on whom.
struct BatchWish
{
    v1::BatchAct right = v1::BATCH_ACT_EDIT;
    std::function<QString(int customers)> question{}; ///< "Give 4 customers to Minh"
    QString verb{};                                   ///< "Give"
    std::function<QString(int customers)> doneText{}; ///< "Gave 4 customers to Minh"
    std::function<std::vector<ActStep>(const VersionList& customers)> steps{};
};

class BatchBar final : public QWidget
{
    Q_OBJECT
public:
    BatchBar(const Workplace& workplace, CustomersApi& api, QWidget* parent = nullptr);

    /// Nothing for fewer than two. `tagsOfAll`: keys with the number of chosen customers that have them.
    void setSelection(const QList<qint64>& ids, const QHash<QString, int>& tagsOfAll);
    void applyRights();
    /// Asks who may be acted on, shows it, and does it once it is confirmed; with a single customer at once.
    void begin(const BatchWish& wish, const QList<qint64>& ids);
    /// What has been previewed elsewhere.
    void run(std::vector<ActStep> steps, const std::function<QString(int customers)>& doneText);
    void tag(const QList<qint64>& ids, const QString& key, bool isAdding);
    void moveToBin(const QList<qint64>& ids);
    void openTagMenu();
    /// Runs what takes an act back, with progress but without a question.
    void runUndo(const std::vector<ActStep>& steps);
    bool isBusy() const { return m_run->isRunning(); }

signals:
    void assignRequested(const QList<qint64>& customerIds);
    void mergeRequested(const QList<qint64>& customerIds);
    void planRequested(const QList<qint64>& customerIds);
    void sequenceRequested(const QList<qint64>& customerIds);
    void exportRequested(const QList<qint64>& customerIds);
    void stepDone(const banhang::client::StepDone& done);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);
    /// The strip no longer needs the focus.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeSelection();
    void makePreview();
    void makeProgress();
    void makeNewTag();
    void check(int from);
    void onChecked(const v1::CheckCustomerBatchResponse& reply, int next);
    void showPreview();
    void start(std::vector<ActStep> steps, bool isUndo);
    void onFinished(const ActResult& result);
    void giveUp();
    void fillTagMenu(QMenu* menu);
    void createTag();
    void showFitting();

    Workplace m_workplace;
    CustomersApi& m_api;
    QList<qint64> m_ids;
    QHash<QString, int> m_tags;
    SelectionBar* m_selection = nullptr;
    Button* m_assign = nullptr;
    Button* m_plan = nullptr;
    Button* m_sequence = nullptr;
    Button* m_tag = nullptr;
    Button* m_merge = nullptr;
    Button* m_export = nullptr;
    Button* m_bin = nullptr;
    NoticeBar* m_preview = nullptr;
    Button* m_confirm = nullptr;
    ProgressRow* m_progress = nullptr;
    QWidget* m_newTag = nullptr;
    QLineEdit* m_tagName = nullptr;
    QTimer m_progressDelay;
    ActRun* m_run;
    BatchWish m_wish;
    QList<qint64> m_wished;
    VersionList m_allowed;
    int m_denied = 0;
    bool m_isUndo = false;
    bool m_isAsking = false;
    CallHandle m_call;
    CallHandle m_tagCall;
};

} // namespace banhang::client
