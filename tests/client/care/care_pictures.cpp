// Pictures of the care requests: --page list|answer|new|customer|none
#include <QTest>

#include "client/app/client.h"
#include "client/care/care_tab.h"
#include "client/ui/parts/segmented.h"
#include "tests/client/care/care_fixture.h"
#include "tests/client/support/picture_program.h"

namespace {

using namespace banhang;
using namespace banhang::client;

struct Office final : CareFixture
{
    void TestBody() override {}

    void fill()
    {
        for (const auto& [id, name] : {std::pair{3, "Trần Thu Hà"}, {4, "Vũ Hồng Nhung"}})
            server.addPerson(id, name);
        const auto add = [this](qint64 id, const char* subject, const char* customer, const char* kind, int minutes,
                                v1::CareSeverity severity, v1::CareState state, qint64 owner) {
            auto request = complaint(id, subject, minutes, owner);
            request.set_customer_name(customer);
            request.set_kind_key(kind);
            request.set_severity(severity);
            request.set_state(state);
            request.set_description("Khách gọi lúc 8 giờ, giọng gấp, mong được trả lời trong ngày.");
            care.put(request);
        };
        add(1, "Máy giao bị xước vỏ, xin đổi", "Công ty TNHH Thương mại Thiên Ân", "complaint", -190,
            v1::CARE_SEVERITY_URGENT, v1::CARE_STATE_NEW, 1);
        add(2, "Giao thiếu hai thùng so với phiếu", "Công ty CP Vật liệu Hà Thành", "complaint", -35,
            v1::CARE_SEVERITY_HIGH, v1::CARE_STATE_WORKING, 1);
        add(3, "Quạt gió kêu to sau ba tháng", "Trần Thị Hoa", "warranty", 95, v1::CARE_SEVERITY_HIGH,
            v1::CARE_STATE_WORKING, 1);
        add(4, "Xin hướng dẫn lắp đặt bằng tiếng Việt", "Công ty TNHH Minh Long", "request", 380,
            v1::CARE_SEVERITY_NORMAL, v1::CARE_STATE_WAITING, 3);
        add(5, "Khen nhân viên giao hàng nhiệt tình", "Nguyễn Văn Bình", "feedback", 2900, v1::CARE_SEVERITY_LOW,
            v1::CARE_STATE_NEW, 4);
        add(6, "Hỏi lại hóa đơn tháng 10", "Công ty TNHH Số 7", "request", -3000, v1::CARE_SEVERITY_NORMAL,
            v1::CARE_STATE_RESOLVED, 1);
    }

    void settle() { test::settle(window->client()->workplace().rpc); }

    void show(const QString& what)
    {
        if (what != QLatin1String("none"))
            fill();
        openPage(what == QLatin1String("none") ? 0 : 3);
        settle();
        auto* whose = page().findChild<Segmented*>();
        whose->setCurrent(1);
        emit whose->chosen(1);
        settle();
        if (what == QLatin1String("answer"))
            QTest::keyClick(window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        if (what == QLatin1String("new"))
            pane().begin();
        if (what == QLatin1String("customer")) {
            window->customers()->openCustomer(7);
            settle();
            QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
            settle();
            emit window->findChild<CareTab*>()->tabRequested();
        }
        settle();
    }
};

} // namespace

int main(int argc, char** argv)
{
    const test::PictureProgram program(argc, argv);
    Office office;
    office.window->resize(program.size({1366, 738}));
    office.show(program.page("list"));
    return program.save(*office.window);
}
