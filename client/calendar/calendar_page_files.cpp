// Calendar files in and out of the page.
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

#include "client/calendar/calendar_page.h"
#include "client/calendar/files/calendar_export.h"
#include "client/calendar/files/file_reader.h"
#include "client/calendar/people_panel.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "common/file_name.h"

namespace banhang::client {

namespace {

QString droppedCalendar(const QMimeData* data)
{
    const auto urls = data->urls();
    const bool isOne = urls.size() == 1 && urls.first().isLocalFile();
    return isOne && CalendarFileReader::isCalendar(urls.first().toLocalFile()) ? urls.first().toLocalFile() : QString();
}

} // namespace

void CalendarPage::fillMenu(QMenu* menu)
{
    menu->clear();
    const bool mayExport = m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_EXPORT);
    const bool mayCreate = m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE);
    auto* shown = menu->addAction(tr("Export the shown calendar (.ics)…"), this, &CalendarPage::saveShown);
    shown->setEnabled(mayExport);
    auto* chosen = menu->addAction(tr("Export the chosen entry (.ics)…"), this, &CalendarPage::saveChosen);
    chosen->setEnabled(mayExport && activity(m_chosenId) != nullptr);
    menu->addSeparator();
    auto* import = menu->addAction(tr("Import a calendar file (.ics)…"), this, [this] { emit importRequested({}); });
    import->setEnabled(mayCreate);
}

void CalendarPage::saveShown()
{
    v1::ExportCalendarEntriesRequest request;
    for (const qint64 person : m_people->shownPeople())
        request.mutable_filter()->add_user_ids(person);
    if (request.filter().user_ids().empty())
        request.mutable_filter()->add_user_ids(m_workplace.session.userId());
    *request.mutable_filter()->mutable_from_time() = toTimestamp(officeTime(m_model.firstDay(), QTime(0, 0)));
    *request.mutable_filter()->mutable_to_time() = toTimestamp(officeTime(m_model.lastDay().addDays(1), QTime(0, 0)));
    m_export->run(request, tr("calendar %1").arg(m_model.firstDay().toString(Qt::ISODate)), this);
}

void CalendarPage::saveChosen()
{
    const v1::Activity* chosen = activity(m_chosenId);
    if (chosen == nullptr)
        return;
    v1::ExportCalendarEntriesRequest request;
    request.add_activity_ids(chosen->id());
    const std::string title = chosen->title().substr(0, chosen->title().find('\n'));
    m_export->run(request, title.empty() ? tr("appointment") : QString::fromStdString(safeFileName(title)), this);
}

void CalendarPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedCalendar(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CalendarPage::dropEvent(QDropEvent* event)
{
    emit importRequested(droppedCalendar(event->mimeData()));
}

} // namespace banhang::client
