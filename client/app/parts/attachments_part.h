// Files in the window: a tab in each detail of a customer, reached from its talks too, and word of those that were
// refused while nobody looked at their list.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class UploadQueue;

class AttachmentsPart final : public WindowPart
{
    Q_OBJECT
public:
    AttachmentsPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent = nullptr);

    /// Behind the talks of the same detail, which it is connected to.
    DetailPart* makeDetailPart(QObject* parent) override;

private:
    Workplace m_workplace;
    UploadQueue& m_uploads;
};

} // namespace banhang::client
