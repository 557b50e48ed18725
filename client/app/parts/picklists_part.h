// The lists behind choice boxes in the window: a page for whoever may keep them.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

class QAction;

namespace banhang::client {

class PicklistsPage;

class PicklistsPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit PicklistsPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void begin() override;
    void end() override;

    void openDraft(const QString& key);

private:
    void applyRights();

    Workplace m_workplace;
    PicklistsPage* m_page;
    QAction* m_entry = nullptr;
};

} // namespace banhang::client
