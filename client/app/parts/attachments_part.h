// Files in the window: a tab in each detail of a customer, reached from its talks too.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class AttachmentsPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit AttachmentsPart(const Workplace& workplace, QObject* parent = nullptr);

    /// Behind the talks of the same detail, which it is connected to.
    DetailPart* makeDetailPart(QObject* parent) override;

private:
    Workplace m_workplace;
};

} // namespace banhang::client
