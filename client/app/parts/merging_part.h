// Duplicates in the window: the page behind its entry of the rail, for those who may merge.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class MergingPage;

class MergingPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit MergingPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<RailPlace> railPlaces() override;
    void onChosen(QWidget* page) override;
    void refresh(QWidget* page) override;
    void begin() override;
    void end() override;
    void openMerge(const QList<qint64>& customerIds);

private:
    void applyRights();

    Workplace m_workplace;
    MergingPage* m_page;
};

} // namespace banhang::client
