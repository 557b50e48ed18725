#include "client/app/parts/calendar_part.h"

#include "client/calendar/calendar_page.h"
#include "client/calendar/files/calendar_import_page.h"
#include "client/core/session.h"

namespace banhang::client {

CalendarPart::CalendarPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent)
    : WindowPart(parent),
      m_workplace(workplace),
      m_page(new CalendarPage(workplace, uploads)),
      m_import(new CalendarImportPage(workplace))
{
    connect(m_page, &CalendarPage::customerRequested, this, &CalendarPart::customerRequested);
    connect(m_page, &CalendarPage::newsHappened, this, &CalendarPart::newsHappened);
    connect(m_page, &CalendarPage::undoOffered, this, &CalendarPart::undoOffered);
    connect(m_page, &CalendarPage::failed, this, &CalendarPart::failed);
    connect(m_page, &CalendarPage::keysChanged, this, &CalendarPart::keysChanged);
    connect(m_page, &CalendarPage::importRequested, this, [this](const QString& path) {
        emit pageRequested(m_import);
        if (path.isEmpty())
            m_import->askForFile();
        else
            m_import->openFile(path);
    });
    connect(m_import, &CalendarImportPage::left, this, [this] { emit pageRequested(m_page); });
    connect(m_import, &CalendarImportPage::taken, m_page, &CalendarPage::reload);
    connect(m_import, &CalendarImportPage::newsHappened, this, &CalendarPart::newsHappened);
    connect(m_import, &CalendarImportPage::undoOffered, this, &CalendarPart::undoOffered);
    connect(m_import, &CalendarImportPage::keysChanged, this, &CalendarPart::keysChanged);
    connect(&workplace.session, &Session::updated, this, &CalendarPart::applyRights);
}

QList<RailPlace> CalendarPart::railPlaces()
{
    return {{RailRank::Calendar, QStringLiteral("calendar-days"), tr("Calendar"), m_page, false}};
}

QList<QWidget*> CalendarPart::pages()
{
    return {m_import};
}

void CalendarPart::refresh(QWidget*)
{
    m_page->reload();
}

bool CalendarPart::nextPane(QWidget*, bool isBackwards)
{
    return m_page->nextPane(isBackwards);
}

void CalendarPart::begin()
{
    applyRights();
    m_page->begin();
}

void CalendarPart::end()
{
    m_page->end();
    m_import->forget();
}

void CalendarPart::showDay(const QDate& day)
{
    emit pageRequested(m_page);
    m_page->showDay(day);
}

void CalendarPart::applyRights()
{
    emit allowedChanged(m_page, m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW));
}

} // namespace banhang::client
