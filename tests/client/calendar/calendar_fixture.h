// A calendar page over the sample week, signed in as Lê Quang Minh.
#pragma once

#include "client/attachments/upload_queue.h"
#include "client/calendar/calendar_page.h"
#include "tests/client/attachments/fake_attachments.h"
#include "tests/client/calendar/fake_entries.h"
#include "tests/client/calendar/fake_series.h"
#include "tests/client/calendar/sample_week.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/office_clock_at.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::test {

/// Made before the server that answers from it.
struct HeldWeek
{
    std::vector<FakeServiceMaker> makers()
    {
        return {[this](FakeCalls& calls) { return std::make_unique<FakeActivities>(calls, memory); },
                [this](FakeCalls& calls) { return std::make_unique<FakeReminders>(calls, memory); },
                [this](FakeCalls& calls) { return std::make_unique<FakeSeries>(calls, series); },
                [this](FakeCalls& calls) { return std::make_unique<FakeEntries>(calls, memory, series); },
                files.maker()};
    }

    OfficeClockAt clock{sampleNow()};
    CalendarMemory memory;
    SeriesMemory series;
    FakeFiles files;
};

/// Everything that the page needs.
class CalendarOffice : public HeldWeek, public WorkplaceAt<FakeServer>
{
public:
    CalendarOffice() : WorkplaceAt(makers())
    {
        fillSampleWeek(memory);
        server.addPerson(kMinh, "Lê Quang Minh");
        server.addPerson(kDiep, "Vũ Ngọc Diệp");
        server.addPerson(kBaoTri, "Đỗ Kỹ Thuật");
        v1::Me me;
        me.set_user_id(kMinh);
        me.set_full_name("Lê Quang Minh");
        auto& right = *me.add_rights();
        right.set_resource(v1::RESOURCE_ACTIVITY);
        right.set_action(v1::ACTION_VIEW);
        right.set_scope(v1::SCOPE_TEAM);
        server.setMe(me);
        directory.reload();
        session.begin(me);
        page.begin();
    }

    client::UploadQueue uploads{workplace};
    client::CalendarPage page{workplace, uploads};
};

} // namespace banhang::test
