// The window of an office with care requests from memory.
#pragma once

#include <QApplication>
#include <QTest>

#include "client/care/care_editor.h"
#include "client/care/care_page.h"
#include "client/care/care_pane.h"
#include "client/core/office_time.h"
#include "client/ui/table/data_table.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/care/fake_care.h"

namespace banhang::client {

/// Made before the server that answers from it.
struct CareMemory
{
    test::FakeCare care;
};

struct CareFixture : CareMemory, WindowFixture
{
    CareFixture() : WindowFixture(care.makers())
    {
        for (const auto& [key, label] : {std::pair{"feedback", "Phản hồi"},
                                         {"request", "Yêu cầu"},
                                         {"complaint", "Khiếu nại"},
                                         {"warranty", "Bảo hành"}})
            server.addPick("care_kind", key, label);
        for (const auto& [key, label] : {std::pair{"call", "Gọi điện"}, {"email", "Email"}, {"zalo", "Zalo"}})
            server.addPick("channel", key, label);
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_CARE_REQUEST}) {
            for (const auto action :
                 {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN}) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(action);
                right->set_scope(v1::SCOPE_ALL);
            }
        }
        server.setMe(me);
    }

    /// Promised at so many minutes from now.
    static v1::CareRequest complaint(qint64 id, const std::string& subject, int minutes, qint64 owner = 1)
    {
        v1::CareRequest request;
        request.set_id(id);
        request.set_state(v1::CARE_STATE_NEW);
        request.set_kind_key("complaint");
        request.set_channel_key("call");
        request.set_severity(v1::CARE_SEVERITY_NORMAL);
        request.set_customer_id(7);
        request.set_customer_name("Công ty TNHH Số 7");
        request.set_subject(subject);
        request.set_owner_user_id(owner);
        *request.mutable_promised_time() = toTimestamp(officeNow().addSecs(qint64{60} * minutes));
        return request;
    }

    void openPage(int rows)
    {
        QApplication::setActiveWindow(window.get()); // keys reach an active window alone
        signIn();
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        ASSERT_TRUE(test::waitUntil([this] { return page().isVisible(); }));
        ASSERT_TRUE(test::waitUntil([this, rows] { return pane().model()->loadedCount() == rows; }));
    }

    CarePage& page() { return *window->findChild<CarePage*>(); }
    CarePane& pane() { return *page().pane(); }
    CareEditor& editor() { return *pane().editor(); }
    QString cell(int row, int column) { return pane().model()->index(row, column).data(Qt::DisplayRole).toString(); }
};

} // namespace banhang::client
