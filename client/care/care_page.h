// Chăm sóc: all care requests that the person answers or follows.
#pragma once

#include <QTimer>

#include "client/care/care_api.h"
#include "client/core/workplace.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

class CarePane;

class CarePage final : public TitledPage
{
    Q_OBJECT
public:
    explicit CarePage(const Workplace& workplace, QWidget* parent = nullptr);

    CarePane* pane() const { return m_pane; }
    /// Counts anew, for the badge: also while the page is not shown.
    void count();

signals:
    /// The person's own open ones; `isOverdue` when one of them is.
    void openWorkChanged(int count, bool isOverdue);
    /// It came to the screen, or left it.
    void shownChanged(bool isShown);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    Workplace m_workplace;
    CareApi m_api;
    CarePane* m_pane;
    QTimer m_gather;
    CallHandle m_call;
};

} // namespace banhang::client
