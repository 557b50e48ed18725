// Creating and changing customers: what is stored, what is refused, what collides.
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class CustomerSaving : public CustomersFixture
{
};

TEST_F(CustomerSaving, givesCodeOwnerAndKeys)
{
    const v1::Customer stored = create(lanToken, person("  Nguyễn  Văn Đức ", "0168 933 3999"));
    EXPECT_EQ(stored.code(), "KH000001");
    EXPECT_EQ(stored.version(), 1);
    EXPECT_EQ(stored.name(), "Nguyễn Văn Đức");
    EXPECT_EQ(stored.owner_user_id(), lan.id);
    EXPECT_EQ(stored.creator_user_id(), lan.id);
    EXPECT_EQ(stored.unit_id(), lan.unitId);
    EXPECT_EQ(stored.status_key(), "new");
    EXPECT_EQ(stored.phones(0).number(), "0168 933 3999");
    EXPECT_EQ(stored.phones(0).key(), "84389333999");
    EXPECT_TRUE(stored.has_create_time());
}

TEST_F(CustomerSaving, returnsEveryFieldAsItWasStored)
{
    v1::Customer wanted = organisation("Công ty TNHH Thiên Ân", "0106697817");
    wanted.mutable_founded_date()->set_year(2014);
    wanted.mutable_founded_date()->set_month(11);
    wanted.mutable_founded_date()->set_day(18);
    wanted.add_phones()->set_number("024 3555 0178");
    wanted.mutable_phones(0)->set_use(v1::CONTACT_USE_WORK);
    wanted.add_emails()->set_address("info@thienan.vn");
    v1::Address& address = *wanted.add_addresses();
    address.set_street("12 Trần Thái Tông");
    address.set_ward("P. Cầu Giấy");
    address.set_province("Hà Nội");
    v1::Contact& contact = *wanted.add_contacts();
    contact.set_name("Trần Thị Lan");
    contact.set_position("Kế toán trưởng");
    contact.set_honorific(v1::HONORIFIC_CHI);
    contact.add_phones()->set_number("0912345678");
    contact.mutable_birthday()->mutable_date()->set_month(5);
    contact.mutable_birthday()->mutable_date()->set_day(3);
    wanted.set_website("thienan.vn");
    wanted.set_source_key("event");
    wanted.set_trade_key("trading");
    wanted.set_finances_key("strong");
    wanted.add_need_keys("price");
    wanted.add_need_keys("credit");
    wanted.add_trait_keys("loyal");
    wanted.add_habit_keys("prefers_zalo");
    wanted.set_needs_text("Cần báo giá\ntrước thứ sáu");
    wanted.set_business_text("Bán lẻ");
    wanted.add_watch_points()->set_text("Không gọi buổi trưa");
    wanted.set_tier_key("vip");
    wanted.set_group_key("loyal");
    wanted.set_do_not_call(true);
    wanted.set_note("Ghi chú");

    const v1::Customer stored = create(lanToken, wanted);
    const v1::Customer read = get(lanToken, stored.id());
    EXPECT_EQ(read.SerializeAsString(), stored.SerializeAsString()) << read.DebugString() << stored.DebugString();
    EXPECT_EQ(read.founded_date().day(), 18);
    EXPECT_EQ(read.addresses(0).province_code(), "01");
    EXPECT_FALSE(read.addresses(0).ward_code().empty());
    EXPECT_NE(read.contacts(0).id(), 0);
    EXPECT_EQ(read.contacts(0).honorific(), v1::HONORIFIC_CHI);
    EXPECT_EQ(read.needs_text(), "Cần báo giá\ntrước thứ sáu");
    EXPECT_EQ(read.watch_points(0).author_user_id(), lan.id);
    EXPECT_EQ(read.watch_points(0).unit_id(), teamOne);
    EXPECT_EQ(sql().text("SELECT province_code FROM banhang.customer"), "01");
}

TEST_F(CustomerSaving, reportsAllErrorsAtOnce)
{
    v1::Customer wanted = organisation("...");
    wanted.set_gender(v1::GENDER_FEMALE);
    wanted.set_source_key("no_such_source");
    wanted.add_emails()->set_address("không phải email");
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    std::string paths;
    for (const v1::FieldIssue& issue : error.detail().issues())
        paths += issue.path() + " " + issue.key() + "; ";
    EXPECT_EQ(paths, "name customer.name.no_letters; gender customer.only_individuals; emails[0].address email.syntax; "
                     "source_key pick_item.unknown; ");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer"), 0);
}

TEST_F(CustomerSaving, refusesChoicesThatDoNotExist)
{
    v1::Customer customer = person("Lê Thị Hoa", "0912345678");
    customer.mutable_phones(0)->set_use(static_cast<v1::ContactUse>(99));
    customer.set_honorific(static_cast<v1::Honorific>(70000));
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(customer), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    ASSERT_EQ(error.detail().issues_size(), 2);
    for (const v1::FieldIssue& issue : error.detail().issues())
        EXPECT_EQ(issue.key(), "field.unknown_value") << issue.path();
    v1::Customer stored = create(lanToken, person("Lê Thị Hoa"));
    stored.set_gender(static_cast<v1::Gender>(98));
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(stored, {"gender"}), lanToken).code(),
              ErrorCode::Invalid);
    v1::ListCustomersRequest list;
    list.set_sort(static_cast<v1::CustomerSort>(99));
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, list, lanToken).detail().issues(0).path(), "sort");
    list.clear_sort();
    list.mutable_filter()->add_kinds(static_cast<v1::CustomerKind>(9));
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, list, lanToken).detail().issues(0).path(), "kinds[0]");
}

TEST_F(CustomerSaving, refusesWhatIsTooMuchBeforeItIsTakenApart)
{
    const auto issuesOf = [&](const v1::Customer& customer) {
        v1::CheckCustomerRequest request;
        *request.mutable_customer() = customer;
        std::string text;
        const auto checked = call(*customers, &CustomersStub::CheckCustomer, request, lanToken);
        for (const v1::FieldIssue& issue : checked.issues())
            text += issue.path() + " " + issue.key() + "\n";
        const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(customer, "x"), lanToken);
        std::string refused;
        for (const v1::FieldIssue& issue : error.detail().issues())
            refused += issue.path() + " " + issue.key() + "\n";
        EXPECT_EQ(text, refused);
        return text;
    };
    EXPECT_EQ(issuesOf(organisation(std::string(120000, 'x'))), "name text.too_long\n");
    v1::Customer wordy = organisation("Công ty Thiên Ân");
    for (int i = 0; i < 200; ++i)
        wordy.add_contacts()->set_note(std::string(1000, 'x'));
    EXPECT_EQ(issuesOf(wordy), "contacts list.too_large\n");
}

TEST_F(CustomerSaving, takesOnlySoManyNumbersInAll)
{
    v1::Customer company = organisation("Công ty Thiên Ân");
    const auto addContact = [&](int i) {
        v1::Contact& contact = *company.add_contacts();
        contact.set_name("Người " + std::to_string(i));
        for (const int place : {0, 1})
            contact.add_phones()->set_number("09" + std::to_string(12000000 + 2 * i + place));
    };
    for (int i = 0; i < 100; ++i)
        addContact(i);
    EXPECT_EQ(create(lanToken, company).contacts_size(), 100);
    for (int i = 100; i < 120; ++i)
        addContact(i);
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(company, "x"), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).key(), "contact.too_many_numbers");
}

TEST_F(CustomerSaving, answersARepeatWithTheFirstAnswer)
{
    const auto request = creation(person("Lê Thị Hoa", "0912345678"));
    const auto first = call(*customers, &CustomersStub::CreateCustomer, request, lanToken);
    const auto second = call(*customers, &CustomersStub::CreateCustomer, request, lanToken);
    EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer"), 1);
}

TEST_F(CustomerSaving, createsForAColleagueOnlyWithinScope)
{
    v1::Customer wanted = person("Lê Thị Hoa");
    wanted.set_owner_user_id(hoa.id);
    EXPECT_EQ(refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), lanToken).code(),
              ErrorCode::Denied);
    EXPECT_EQ(create(minhToken, wanted).owner_user_id(), hoa.id);
    wanted.set_owner_user_id(tuan.id);
    EXPECT_EQ(refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), minhToken).code(),
              ErrorCode::Denied);
    wanted.set_owner_user_id(987654);
    EXPECT_EQ(refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), minhToken).code(),
              ErrorCode::Invalid);
}

TEST_F(CustomerSaving, changesOnlyWhatTheMaskNames)
{
    v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    customer.set_note("mới");
    customer.set_website("x.vn");
    customer.set_version(1);
    const v1::Customer stored = update(lanToken, customer, {"note"});
    EXPECT_EQ(stored.note(), "mới");
    EXPECT_EQ(stored.website(), "");
    EXPECT_EQ(stored.version(), 2);
    EXPECT_EQ(get(lanToken, customer.id()).SerializeAsString(), stored.SerializeAsString());
}

TEST_F(CustomerSaving, makesNoVersionWhenNothingChanges)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    EXPECT_EQ(update(lanToken, customer, {"name", "phones"}).version(), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log"), 1);
}

TEST_F(CustomerSaving, refusesFieldsThatNobodyWrites)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa"));
    for (const char* field :
         {"code", "version", "kind", "owner_user_id", "unit_id", "create_time", "no_such_field", "phones.number"})
        EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(customer, {field}), lanToken).code(),
                  ErrorCode::Invalid)
            << field;
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(customer, {}), lanToken).code(),
              ErrorCode::Invalid);
}

TEST_F(CustomerSaving, letsDisjointEditsBothIn)
{
    v1::Customer mine = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    v1::Customer theirs = mine;
    theirs.set_note("của trưởng nhóm");
    update(minhToken, theirs, {"note"});
    mine.set_website("hoa.vn");
    const v1::Customer stored = update(lanToken, mine, {"website"});
    EXPECT_EQ(stored.version(), 3);
    EXPECT_EQ(stored.note(), "của trưởng nhóm");
    EXPECT_EQ(stored.website(), "hoa.vn");
}

TEST_F(CustomerSaving, showsTheThreeValuesOfACollision)
{
    v1::Customer mine = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    v1::Customer theirs = mine;
    theirs.set_note("một");
    theirs = update(minhToken, theirs, {"note"});
    theirs.set_note("hai");
    update(minhToken, theirs, {"note"});
    mine.set_note("ba");
    mine.set_website("hoa.vn");
    const AppError error =
        refusal(*customers, &CustomersStub::UpdateCustomer, change(mine, {"note", "website"}), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Conflict);
    EXPECT_EQ(error.key(), "customer.edit_conflict");
    EXPECT_EQ(error.detail().current_version(), 3);
    EXPECT_EQ(error.detail().changed_by_user_id(), minh.id);
    ASSERT_EQ(error.detail().conflicts_size(), 1);
    EXPECT_EQ(error.detail().conflicts(0).path(), "note");
    EXPECT_EQ(error.detail().conflicts(0).original_json(), "\"\"");
    EXPECT_EQ(error.detail().conflicts(0).theirs_json(), "\"hai\"");
    EXPECT_EQ(error.detail().conflicts(0).mine_json(), "\"ba\"");
    EXPECT_EQ(get(lanToken, mine.id()).website(), "");
}

TEST_F(CustomerSaving, takesTheSameValueFromBothSides)
{
    v1::Customer mine = create(lanToken, person("Lê Thị Hoa"));
    v1::Customer theirs = mine;
    theirs.set_note("như nhau");
    update(minhToken, theirs, {"note"});
    mine.set_note("như nhau");
    EXPECT_EQ(update(lanToken, mine, {"note"}).version(), 2);
}

TEST_F(CustomerSaving, keepsIdsOfContactPersons)
{
    v1::Customer wanted = organisation("Công ty CP Sao Mai");
    wanted.add_contacts()->set_name("Trần Văn Một");
    wanted.add_contacts()->set_name("Trần Văn Hai");
    v1::Customer stored = create(lanToken, wanted);
    const auto first = stored.contacts(0).id();
    const auto second = stored.contacts(1).id();
    stored.mutable_contacts()->DeleteSubrange(0, 1);
    stored.mutable_contacts(0)->set_position("Giám đốc");
    stored.add_contacts()->set_name("Trần Văn Ba");
    const v1::Customer changed = update(lanToken, stored, {"contacts"});
    ASSERT_EQ(changed.contacts_size(), 2);
    EXPECT_EQ(changed.contacts(0).id(), second);
    EXPECT_EQ(changed.contacts(0).position(), "Giám đốc");
    EXPECT_NE(changed.contacts(1).id(), first);
    EXPECT_EQ(get(lanToken, stored.id()).SerializeAsString(), changed.SerializeAsString());
    EXPECT_EQ(found(lanToken, "tran van ba"), "Công ty CP Sao Mai");
    EXPECT_EQ(found(lanToken, "tran van mot"), "");

    v1::Customer foreign = create(lanToken, organisation("Công ty CP Hoàng Long"));
    foreign.add_contacts()->set_name("Kẻ lạ");
    foreign.mutable_contacts(0)->set_id(second);
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(foreign, {"contacts"}), lanToken).code(),
              ErrorCode::Invalid);
}

TEST_F(CustomerSaving, refusesAnEditWithFarTooManyBeforeLookingAtThem)
{
    v1::Customer stored = create(lanToken, organisation("Công ty CP Sao Mai"));
    for (int i = 0; i < 200'000; ++i)
        stored.add_contacts();
    const AppError error = refusal(*customers, &CustomersStub::UpdateCustomer, change(stored, {"contacts"}), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1) << error.key();
    EXPECT_EQ(error.detail().issues(0).key(), "list.too_long");
}

TEST_F(CustomerSaving, refusesARingOfParents)
{
    v1::Customer top = create(lanToken, organisation("Tập đoàn Sao Mai"));
    v1::Customer middle = organisation("Công ty con Hoàng Hà");
    middle.set_parent_id(top.id());
    middle.set_parent_relation(v1::PARENT_RELATION_DAUGHTER);
    middle = create(lanToken, middle);
    top.set_parent_id(middle.id());
    top.set_parent_relation(v1::PARENT_RELATION_DAUGHTER);
    const AppError error =
        refusal(*customers, &CustomersStub::UpdateCustomer, change(top, {"parent_id", "parent_relation"}), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).key(), "customer.parent.cycle");
    // A parent that the caller does not see is answered as one that does not exist.
    v1::Customer foreign = organisation("Công ty Bắc Á");
    foreign.set_parent_id(top.id());
    foreign.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::CreateCustomer, creation(foreign), tuanToken).detail().issues(0).key(),
        "customer.parent.not_found");
}

TEST_F(CustomerSaving, hidesWhatIsOutOfScopeFromEveryMethod)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    EXPECT_EQ(refusal(*customers, &CustomersStub::GetCustomer, getting(customer.id()), tuanToken).key(),
              "customer.not_found");
    EXPECT_EQ(refusal(*customers, &CustomersStub::GetCustomer, getting(999999), tuanToken).key(), "customer.not_found");
    // Authorised before validated: even a senseless edit answers that there is no such customer.
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(customer, {"no_such_field"}), tuanToken).key(),
              "customer.not_found");
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(customer.id());
    deletion.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*customers, &CustomersStub::DeleteCustomer, deletion, tuanToken).key(), "customer.not_found");
    EXPECT_FALSE(sees(tuanToken, customer.id()));
    EXPECT_EQ(found(tuanToken, "le thi hoa"), "");
}

TEST_F(CustomerSaving, putsNobodysNameUnderTheWordsOfAnother)
{
    v1::Customer wanted = person("Lê Thị Hoa");
    wanted.add_watch_points()->set_text("Khách tốt, trả đúng hạn");
    wanted.add_watch_points()->set_text("Không gọi buổi trưa");
    v1::Customer stored = create(lanToken, wanted);
    stored.mutable_watch_points(0)->set_text("Nợ xấu");
    const v1::Customer edited = update(minhToken, stored, {"watch_points"});
    EXPECT_EQ(edited.watch_points(0).author_user_id(), minh.id);
    EXPECT_EQ(edited.watch_points(1).author_user_id(), lan.id);
    stored = edited;
    stored.mutable_watch_points(1)->set_unit_id(teamTwo);
    EXPECT_EQ(update(minhToken, stored, {"watch_points"}).watch_points(1).author_user_id(), minh.id);
}

TEST_F(CustomerSaving, refusesPointsToWatchOfNoUnit)
{
    v1::Customer wanted = person("Lê Thị Hoa");
    wanted.add_watch_points()->set_text("Không gọi buổi trưa");
    wanted.mutable_watch_points(0)->set_unit_id(999'999);
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), lanToken);
    EXPECT_EQ(error.detail().issues(0).path(), "watch_points[0].unit_id");
}

TEST_F(CustomerSaving, getsOverCodesThatAreTakenAlready)
{
    create(lanToken, person("Lê Thị Hoa"));
    sql().run("SELECT setval('banhang.customer_code_seq', 1, false)");
    const AppError error =
        refusal(*customers, &CustomersStub::CreateCustomer, creation(person("Trần Văn Nam")), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Unavailable);
    EXPECT_EQ(create(lanToken, person("Trần Văn Nam")).code(), "KH000002");
}

TEST_F(CustomerSaving, tellsWhoSeesButMayNotEdit)
{
    const TestUser viewer = world().addUserWith("viewer", teamOne,
                                                {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM},
                                                 {v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT, v1::SCOPE_OWN},
                                                 {v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE, v1::SCOPE_OWN}});
    const std::string token = world().signIn(viewer);
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa"));
    EXPECT_EQ(get(token, customer.id()).name(), "Lê Thị Hoa");
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(customer, {"note"}), token).code(),
              ErrorCode::Denied);
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(customer.id());
    deletion.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*customers, &CustomersStub::DeleteCustomer, deletion, token).code(), ErrorCode::Denied);
}

} // namespace
} // namespace banhang::test
