// Talks with customers in the window: the timeline in each detail, and a call written down from anywhere.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class QuickCall;

class TalksPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit TalksPart(const Workplace& workplace, QObject* parent = nullptr);

    void addEntries(WindowHead* head) override;
    DetailPart* makeDetailPart(QObject* parent) override;
    void end() override;

private:
    void startCall(QWidget* head);

    Workplace m_workplace;
    QuickCall* m_call = nullptr; ///< made with the first one
};

} // namespace banhang::client
