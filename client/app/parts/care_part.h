// Chăm sóc in the window: its page in the rail, and the tab of each customer.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

class QAction;

namespace banhang::client {

class CarePage;
class CarePromisePage;

class CarePart final : public WindowPart
{
    Q_OBJECT
public:
    explicit CarePart(const Workplace& workplace, QObject* parent = nullptr);

    QList<RailPlace> railPlaces() override;
    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    DetailPart* makeDetailPart(QObject* parent) override;
    void onChosen(QWidget* page) override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void begin() override;
    void end() override;
    /// What a reminder or news is about.
    void open(qint64 careRequestId);
    CarePage* page() const { return m_page; }

private:
    Workplace m_workplace;
    CarePage* m_page;
    CarePromisePage* m_promises;
    QAction* m_promisesEntry = nullptr;
};

} // namespace banhang::client
