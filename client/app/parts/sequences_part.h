// Care sequences in the window: the page of the settings, the tab of a customer, and the page that puts many on one.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class SequencesPage;
class EnrolPanel;
class TitledPage;

class SequencesPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit SequencesPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    DetailPart* makeDetailPart(QObject* parent) override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void end() override;

    /// Opens the page that puts these customers on a sequence.
    void startFor(const QList<qint64>& customerIds);
    void openDraft(const QString& key);

signals:
    void activityRequested(qint64 activityId);

private:
    Workplace m_workplace;
    SequencesPage* m_page;
    TitledPage* m_startPage;
    EnrolPanel* m_start;
};

} // namespace banhang::client
