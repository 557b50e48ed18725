// Pictures of what people follow: --page page|empty|changes|news
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_view.h"
#include "client/subscriptions/notification_changes_page.h"
#include "client/subscriptions/subscriptions_page.h"
#include "tests/client/subscriptions/subscriptions_fixture.h"
#include "tests/client/support/picture_program.h"

namespace {

using namespace banhang;

void fillNews(test::FakeNews& news)
{
    auto& one = *news.list.add_notifications();
    one.set_id(2);
    one.set_key("notification.subscribed_change");
    one.set_entity("customer");
    one.set_entity_id(7);
    one.set_customer_id(7);
    one.set_title("CTY CP Thiên Ân");
    one.set_customer_code("KH000436");
    one.set_actor_user_id(2);
    one.set_subscription_id(1);
    one.set_subscription_name("Khách thân thiết đổi trạng thái");
    *one.mutable_event_time() = client::toTimestamp(client::officeNow().addSecs(-300));
    *one.mutable_create_time() = one.event_time();
    *one.add_changes() = test::SubscriptionsOffice::change("status_key", "\"new\"", "\"trading\"");
    *one.add_changes() = test::SubscriptionsOffice::change("owner_user_id", "1", "2");
    auto& many = *news.list.add_notifications();
    many = one;
    many.set_id(1);
    many.set_key("notification.subscribed_many");
    many.clear_entity();
    many.clear_entity_id();
    many.clear_changes();
    (*many.mutable_args())["count"] = "250";
    (*many.mutable_args())["entity"] = "customer";
    for (const char* name : {"CTY CP Thiên Ân", "Hộ KD Bảo Ngọc", "Phan Thị Lan"}) {
        auto& change = *news.changes.add_changes();
        change.set_entity("customer");
        change.set_entity_id(7);
        change.set_title(name);
        change.set_customer_name(name);
        change.set_operation("update");
        change.set_actor_user_id(2);
        *change.mutable_time() = one.event_time();
        *change.add_changes() = test::SubscriptionsOffice::change("status_key", "\"new\"", "\"trading\"");
    }
}

} // namespace

int main(int argc, char** argv)
{
    const test::PictureProgram program(argc, argv);
    const QString what = program.page("page");
    test::SubscriptionsOffice office(what != QLatin1String("empty"));
    fillNews(*office.news);
    test::settle(office.rpc);
    client::SubscriptionsPage page(office.workplace);
    client::NotificationChangesPage changes(office.workplace);
    client::NoticeModel model(office.workplace);
    client::NoticeView news(office.workplace, &model);
    QWidget* shown = &page;
    if (what == QLatin1String("changes"))
        shown = &changes;
    else if (what == QLatin1String("news"))
        shown = &news;
    shown->resize(program.size({1290, 674}));
    shown->show();
    page.reload();
    changes.load(1);
    model.begin();
    test::settle(office.rpc);
    return program.save(*shown);
}
