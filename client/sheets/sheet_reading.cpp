#include "client/sheets/sheet_reading.h"

#include "common/error.h"

namespace banhang::client {

void SheetReading::tellRows(int rows)
{
    checkStop();
    m_rows = rows;
}

void SheetReading::tellShare(double share)
{
    checkStop();
    m_share = share;
}

void SheetReading::checkStop() const
{
    if (m_isStopped)
        throw AppError(ErrorCode::Cancelled, "sheet.stopped");
}

} // namespace banhang::client
