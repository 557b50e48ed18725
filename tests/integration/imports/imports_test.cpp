// Rows into customers: decided one by one, remembered, repeated, taken back.
#include "tests/integration/imports/imports_fixture.h"

namespace banhang::test {
namespace {

class ImportsTest : public ImportsFixture
{
protected:
    /// Rows of one customer of whom each one knows something more.
    static std::vector<v1::Customer> filledByTurns(const std::string& name, const std::string& phone)
    {
        std::vector<v1::Customer> rows(3, person(name, phone));
        rows[0].set_note("gặp ở hội chợ");
        rows[1].set_website("ho.example");
        rows[2].set_business_text("cửa hàng hoa");
        return rows;
    }
};

TEST_F(ImportsTest, savesGoodRowsAndRejectsFaultyOnesWithTheirReasons)
{
    const v1::Import import = begin(lanToken, 3);
    auto request = batch(import);
    add(request, 2, person("Đặng Văn Một", "0912 555 001"));
    add(request, 3, person("", "0912 555 002"));
    add(request, 4, person("Đặng Văn Ba", "0912 555 003"), v1::ROW_DECISION_SKIP);
    const auto reply = save(lanToken, request);

    ASSERT_EQ(reply.rows_size(), 3);
    EXPECT_EQ(reply.rows(0).outcome(), v1::ROW_OUTCOME_CREATED);
    EXPECT_FALSE(reply.rows(0).code().empty());
    EXPECT_EQ(reply.rows(1).outcome(), v1::ROW_OUTCOME_REJECTED);
    EXPECT_EQ(reply.rows(1).issues(0).path(), "name");
    EXPECT_EQ(reply.rows(2).outcome(), v1::ROW_OUTCOME_SKIPPED);
    EXPECT_EQ(reply.import().created_count(), 1);
    EXPECT_EQ(reply.import().rejected_count(), 1);
    EXPECT_EQ(reply.import().skipped_count(), 1);
    EXPECT_EQ(reply.import().state(), v1::IMPORT_STATE_OPEN);
    EXPECT_EQ(get(lanToken, reply.rows(0).customer_id()).name(), "Đặng Văn Một");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer'"), 1);

    auto mended = batch(import);
    add(mended, 3, person("Đặng Văn Hai", "0912 555 002"));
    const auto after = save(lanToken, mended);
    EXPECT_EQ(after.import().created_count(), 2);
    EXPECT_EQ(after.import().rejected_count(), 0);
    EXPECT_EQ(after.import().state(), v1::IMPORT_STATE_DONE);
}

TEST_F(ImportsTest, makesEachRowOnceHoweverOftenItComes)
{
    const v1::Import import = begin(lanToken, 2, "tệp-1");
    auto request = batch(import);
    add(request, 2, person("Bùi Lần Một", "0912 555 011"));
    const auto first = save(lanToken, request);
    // The same call again, the same row in another call, and the same file from the start.
    EXPECT_EQ(save(lanToken, request).rows(0).customer_id(), first.rows(0).customer_id());
    const v1::Import again = begin(lanToken, 2, "tệp-1");
    EXPECT_EQ(again.id(), import.id());
    auto other = batch(again);
    add(other, 2, person("Bùi Lần Một", "0912 555 011"));
    add(other, 3, person("Đinh Thị Hồng", "0987 100 212"));
    const auto second = save(lanToken, other);
    EXPECT_EQ(second.rows(0).customer_id(), first.rows(0).customer_id());
    EXPECT_EQ(second.rows(0).code(), first.rows(0).code());
    EXPECT_EQ(second.import().created_count(), 2);
    EXPECT_EQ(living(), 2);
    EXPECT_NE(begin(lanToken, 2, "tệp-2").id(), import.id());
    EXPECT_NE(begin(lanToken, 2).id(), begin(lanToken, 2).id()) << "without a key each one is new";
    EXPECT_NE(begin(hoaToken, 2, "tệp-1").id(), import.id()) << "of another person";
}

TEST_F(ImportsTest, makesRowsAnewWhoseCustomersWereThrownAway)
{
    const v1::Import import = begin(lanToken, 2, "tệp-1");
    auto request = batch(import);
    add(request, 2, person("Bùi Lần Một", "0912 555 011"));
    add(request, 3, person("Đinh Thị Hồng", "0987 100 212"));
    const auto first = save(lanToken, request);
    sql().run("UPDATE banhang.customer SET deleted_at = now() WHERE id = $1::bigint",
              {std::to_string(first.rows(0).customer_id())});
    // What a merge put away lives on in its survivor.
    sql().run("UPDATE banhang.customer SET deleted_at = now(), merged_into_id = $2::bigint WHERE id = $1::bigint",
              {std::to_string(first.rows(1).customer_id()), std::to_string(first.rows(0).customer_id())});
    auto other = batch(import);
    *other.mutable_rows() = request.rows();
    const auto second = save(lanToken, other);
    EXPECT_EQ(second.rows(0).outcome(), v1::ROW_OUTCOME_CREATED);
    EXPECT_NE(second.rows(0).customer_id(), first.rows(0).customer_id());
    EXPECT_EQ(second.rows(1).customer_id(), first.rows(1).customer_id());
    EXPECT_EQ(second.import().created_count(), 2);
    EXPECT_EQ(living(), 1);
    undo(lanToken, import.id());
    EXPECT_EQ(living(), 0) << "taking it back takes what is there";
}

TEST_F(ImportsTest, treatsWhatIsInTheBookAsTold)
{
    const v1::Customer known = create(lanToken, person("Cao Văn Quen", "0912 555 021"));
    v1::Customer row = person("Cao Van Quen", "+84912555021");
    row.set_note("gặp ở hội chợ");
    row.set_website("quen.example");
    const v1::Import import = begin(lanToken, 4);
    const auto told = [&](int number, v1::RowDecision onDuplicate) {
        auto request = batch(import);
        request.set_on_duplicate(onDuplicate);
        add(request, number, row);
        return save(lanToken, request).rows(0);
    };

    const auto rejected = told(1, v1::ROW_DECISION_UNSPECIFIED);
    EXPECT_EQ(rejected.outcome(), v1::ROW_OUTCOME_REJECTED);
    EXPECT_EQ(rejected.reason_key(), "customer.duplicate_unconfirmed");
    EXPECT_EQ(rejected.duplicates(0).visible().customer_id(), known.id());
    EXPECT_EQ(told(2, v1::ROW_DECISION_SKIP).outcome(), v1::ROW_OUTCOME_SKIPPED);

    const auto filled = told(3, v1::ROW_DECISION_FILL);
    EXPECT_EQ(filled.outcome(), v1::ROW_OUTCOME_FILLED);
    EXPECT_EQ(filled.customer_id(), known.id());
    const v1::Customer after = get(lanToken, known.id());
    EXPECT_EQ(after.note(), "gặp ở hội chợ");
    EXPECT_EQ(after.name(), "Cao Văn Quen") << "nothing is overwritten";
    EXPECT_EQ(after.phones_size(), 1);

    EXPECT_EQ(told(4, v1::ROW_DECISION_CREATE).outcome(), v1::ROW_OUTCOME_CREATED);
    EXPECT_EQ(living(), 2);
    EXPECT_EQ(sql().text("SELECT reason FROM banhang.change_log WHERE operation = 'create' ORDER BY seq DESC LIMIT 1"),
              "hội chợ.xlsx:4");
}

TEST_F(ImportsTest, tellsOfForeignCustomersOnlyWhoServesThem)
{
    create(tuanToken, person("Cao Văn Kín", "0912 555 031"));
    const v1::Import import = begin(lanToken, 1);
    auto request = batch(import);
    request.set_on_duplicate(v1::ROW_DECISION_FILL);
    add(request, 1, person("Cao Văn Kín", "0912 555 031"));
    const auto row = save(lanToken, request).rows(0);
    EXPECT_EQ(row.outcome(), v1::ROW_OUTCOME_REJECTED) << "what is out of sight is not filled";
    ASSERT_EQ(row.duplicates_size(), 1);
    EXPECT_EQ(row.duplicates(0).hidden().owner_user_id(), tuan.id);
    EXPECT_EQ(row.customer_id(), 0);
}

TEST_F(ImportsTest, rejectsRowsThatTheCallerMayNotSave)
{
    const v1::Import import = begin(lanToken, 2);
    v1::Customer given = person("Đinh Của Người Khác", "0912 555 041");
    given.set_owner_user_id(tuan.id);
    const v1::Customer foreign = create(tuanToken, person("Đinh Không Thấy", "0912 555 042"));
    auto request = batch(import);
    add(request, 1, given);
    add(request, 2, person("Gì Đó"), v1::ROW_DECISION_FILL, foreign.id());
    const auto reply = save(lanToken, request);
    EXPECT_EQ(reply.rows(0).reason_key(), "call.denied");
    EXPECT_EQ(reply.rows(1).reason_key(), "customer.not_found");
    EXPECT_EQ(reply.import().rejected_count(), 2);
}

TEST_F(ImportsTest, belongsToWhoMadeIt)
{
    const v1::Import import = begin(lanToken, 1);
    v1::GetImportRequest wanted;
    wanted.set_import_id(import.id());
    EXPECT_EQ(call(*imports, &ImportsStub::GetImport, wanted, lanToken).file_name(), "hội chợ.xlsx");
    EXPECT_EQ(refusal(*imports, &ImportsStub::GetImport, wanted, anToken).key(), "import.not_found");
    auto request = batch(import);
    add(request, 1, person("Kẻ Lạ"));
    EXPECT_EQ(refusal(*imports, &ImportsStub::SaveImportRows, request, minhToken).key(), "import.not_found");
    v1::UndoImportRequest undoing;
    undoing.set_import_id(import.id());
    undoing.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*imports, &ImportsStub::UndoImport, undoing, minhToken).key(), "import.not_found");
    undoing.set_row_limit(-1);
    const auto issue = refusal(*imports, &ImportsStub::UndoImport, undoing, lanToken).detail().issues(0);
    EXPECT_EQ(issue.path() + " " + issue.key(), "row_limit call.page_size");
    EXPECT_EQ(call(*imports, &ImportsStub::ListImports, v1::ListImportsRequest(), minhToken).imports_size(), 0);
    EXPECT_EQ(call(*imports, &ImportsStub::ListImports, v1::ListImportsRequest(), lanToken).imports_size(), 1);
}

TEST_F(ImportsTest, checksRowsWithoutStoringAny)
{
    create(lanToken, person("Cao Văn Quen", "0912 555 051"));
    v1::CheckImportRowsRequest request;
    int number = 1;
    for (const auto& customer : {person("Cao Văn Quen", "0912 555 051"), person(""), person("Lý Mới", "0912 555 052"),
                                 person("Lý Mới", "0912555052")}) {
        v1::ImportRow& row = *request.add_rows();
        row.set_number(number++);
        *row.mutable_customer() = customer;
    }
    const auto reply = call(*imports, &ImportsStub::CheckImportRows, request, lanToken);
    ASSERT_EQ(reply.rows_size(), 4);
    EXPECT_EQ(reply.rows(0).duplicates_size(), 1);
    EXPECT_EQ(reply.rows(1).issues(0).severity(), v1::SEVERITY_ERROR);
    EXPECT_TRUE(reply.rows(2).duplicates().empty());
    const auto& keys = reply.rows(3).match_keys();
    EXPECT_TRUE(std::ranges::any_of(reply.rows(2).match_keys(),
                                    [&](std::uint64_t key) { return std::ranges::count(keys, key) > 0; }));

    v1::FindDuplicateRowsRequest twins;
    *twins.mutable_rows() = request.rows();
    const auto found = call(*imports, &ImportsStub::FindDuplicateRows, twins, lanToken);
    ASSERT_EQ(found.duplicate_rows_size(), 1);
    EXPECT_EQ(found.duplicate_rows(0).number(), 4);
    EXPECT_EQ(found.duplicate_rows(0).earlier_number(), 3);
    EXPECT_EQ(living(), 1);
}

TEST_F(ImportsTest, takesNothingApartThatSavingRefusesAsTooMuch)
{
    std::string numbers = "0912 555 061";
    while (numbers.size() < 50'000)
        numbers += " và 0912 555 061";
    v1::CheckImportRowsRequest request;
    for (int number = 1; number <= 2; ++number) {
        v1::ImportRow& row = *request.add_rows();
        row.set_number(number);
        *row.mutable_customer() = person("Lương Quá Dài", numbers);
    }
    const auto checked = call(*imports, &ImportsStub::CheckImportRows, request, lanToken);
    ASSERT_EQ(checked.rows_size(), 2);
    EXPECT_EQ(checked.rows(0).issues(0).key(), "text.too_long");
    EXPECT_TRUE(checked.rows(0).match_keys().empty());

    v1::FindDuplicateRowsRequest twins;
    *twins.mutable_rows() = request.rows();
    EXPECT_EQ(call(*imports, &ImportsStub::FindDuplicateRows, twins, lanToken).duplicate_rows_size(), 0);

    create(lanToken, person("Lương Quá Dài", "0912 555 061"));
    auto saving = batch(begin(lanToken, 2));
    add(saving, 1, request.rows(0).customer());
    add(saving, 2, request.rows(1).customer(), v1::ROW_DECISION_FILL);
    const auto saved = save(lanToken, saving);
    EXPECT_EQ(saved.import().rejected_count(), 2);
    for (const v1::SavedRow& row : saved.rows())
        EXPECT_EQ(row.issues(0).key(), "text.too_long") << row.ShortDebugString();
}

TEST_F(ImportsTest, refusesBatchesThatAreNone)
{
    const v1::Import import = begin(lanToken, 300);
    auto many = batch(import);
    for (int number = 1; number <= 201; ++number)
        add(many, number, person("Ai"));
    EXPECT_EQ(refusal(*imports, &ImportsStub::SaveImportRows, many, lanToken).key(), "call.invalid");
    auto twice = batch(import);
    add(twice, 1, person("Ai"));
    add(twice, 1, person("Ai"));
    EXPECT_EQ(refusal(*imports, &ImportsStub::SaveImportRows, twice, lanToken).detail().issues(0).key(),
              "import.row_number");
    v1::CreateImportRequest nameless;
    nameless.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*imports, &ImportsStub::CreateImport, nameless, lanToken).key(), "call.invalid");
}

TEST_F(ImportsTest, takesEverythingBackThatNobodyTouchedSince)
{
    const v1::Customer known = create(lanToken, person("Cao Văn Quen", "0912 555 061"));
    v1::Customer richer = person("Cao Văn Quen", "0912 555 061");
    richer.set_note("thêm từ tệp");
    const v1::Import import = begin(lanToken, 4, "hoàn tác");
    auto request = batch(import);
    request.set_on_duplicate(v1::ROW_DECISION_FILL);
    add(request, 1, person("Hồ Một", "0912 555 062"));
    add(request, 2, richer);
    add(request, 3, person("Hồ Hai", "0912 555 063"));
    // Fills the customer that row 1 makes: its version is not the one that row 1 left.
    v1::Customer twin = person("Hồ Một", "0912 555 062");
    twin.set_website("ho.example");
    add(request, 4, twin);
    const auto saved = save(lanToken, request);
    ASSERT_EQ(saved.rows(3).outcome(), v1::ROW_OUTCOME_FILLED);
    v1::Customer edited = get(lanToken, saved.rows(2).customer_id());
    edited.set_note("đã gọi");
    update(lanToken, edited, {"note"});

    auto step = undo(lanToken, import.id(), 2);
    EXPECT_EQ(step.remaining_count(), 2);
    ASSERT_EQ(step.kept_size(), 1);
    EXPECT_EQ(step.kept(0).number(), 3);
    EXPECT_EQ(step.kept(0).kept_reason(), "import.kept_edited");
    EXPECT_EQ(step.import().state(), v1::IMPORT_STATE_UNDOING);
    step = undo(lanToken, import.id());
    EXPECT_EQ(step.remaining_count(), 0);
    EXPECT_TRUE(step.kept().empty());
    EXPECT_EQ(step.import().state(), v1::IMPORT_STATE_UNDONE);

    EXPECT_EQ(get(lanToken, known.id()).note(), "");
    EXPECT_TRUE(get(lanToken, saved.rows(0).customer_id()).has_delete_time()) << "in the bin, not gone";
    EXPECT_EQ(living(), 2);
    v1::ListImportRowsRequest rows;
    rows.set_import_id(import.id());
    rows.add_outcomes(v1::ROW_OUTCOME_KEPT);
    EXPECT_EQ(call(*imports, &ImportsStub::ListImportRows, rows, lanToken).rows(0).number(), 3);
    EXPECT_EQ(refusal(*imports, &ImportsStub::SaveImportRows, batch(import), lanToken).key(), "import.undone");
    EXPECT_NE(begin(lanToken, 4, "hoàn tác").id(), import.id()) << "what was undone can be imported again";
}

TEST_F(ImportsTest, takesRowsOfOneCustomerBackHoweverManyThereAre)
{
    const v1::Customer known = create(lanToken, person("Cao Văn Quen", "0912 555 064"));
    const v1::Import import = begin(lanToken, 7);
    auto request = batch(import);
    request.set_on_duplicate(v1::ROW_DECISION_FILL);
    add(request, 1, person("Hồ Ba Lần", "0912 555 065"));
    int number = 2;
    for (const auto& [name, phone] : {std::pair("Hồ Ba Lần", "0912 555 065"), {"Cao Văn Quen", "0912 555 064"}})
        for (const v1::Customer& row : filledByTurns(name, phone))
            add(request, number++, row);
    const auto saved = save(lanToken, request);
    ASSERT_EQ(saved.import().created_count(), 1);
    ASSERT_EQ(saved.import().filled_count(), 6);

    // Also from one step to the next.
    for (const int remaining : {5, 3, 1, 0}) {
        const auto step = undo(lanToken, import.id(), 2);
        EXPECT_TRUE(step.kept().empty());
        EXPECT_EQ(step.remaining_count(), remaining);
    }
    EXPECT_TRUE(get(lanToken, saved.rows(0).customer_id()).has_delete_time());
    const v1::Customer after = get(lanToken, known.id());
    EXPECT_EQ(after.note() + after.website() + after.business_text(), "");
}

TEST_F(ImportsTest, keepsWhatAColleagueEditedBetweenRowsOfOneCustomer)
{
    const v1::Import import = begin(lanToken, 4);
    const auto saveRow = [&](int number, const v1::Customer& row) {
        auto request = batch(import);
        request.set_on_duplicate(v1::ROW_DECISION_FILL);
        add(request, number, row);
        return save(lanToken, request).rows(0);
    };
    const std::int64_t made = saveRow(1, person("Hồ Sửa Giữa", "0912 555 066")).customer_id();
    const auto rows = filledByTurns("Hồ Sửa Giữa", "0912 555 066");
    saveRow(2, rows[0]);
    v1::Customer edited = get(minhToken, made);
    edited.set_needs_text("gọi sau giờ làm");
    update(minhToken, edited, {"needs_text"});
    saveRow(3, rows[1]);
    saveRow(4, rows[2]);

    const auto step = undo(lanToken, import.id());
    ASSERT_EQ(step.kept_size(), 2);
    for (const v1::RememberedRow& row : step.kept())
        EXPECT_EQ(row.kept_reason(), "import.kept_edited");
    EXPECT_EQ(step.kept(0).number(), 2);
    EXPECT_EQ(step.kept(1).number(), 1);
    const v1::Customer after = get(lanToken, made);
    EXPECT_FALSE(after.has_delete_time());
    EXPECT_EQ(after.note() + after.website() + after.business_text(), rows[0].note());
}

TEST_F(ImportsTest, keepsWhatTheCallerMayNoLongerDelete)
{
    const v1::Import import = begin(lanToken, 1);
    auto request = batch(import);
    add(request, 1, person("Hồ Giao Đi", "0912 555 071"));
    const auto saved = save(lanToken, request);
    v1::AssignCustomersRequest giving;
    giving.add_customer_ids(saved.rows(0).customer_id());
    giving.set_owner_user_id(hoa.id);
    giving.set_request_id(newRequestId());
    call(*customers, &CustomersStub::AssignCustomers, giving, minhToken);
    const auto step = undo(lanToken, import.id());
    ASSERT_EQ(step.kept_size(), 1);
    EXPECT_EQ(step.kept(0).kept_reason(), "import.kept_gone");
    EXPECT_EQ(living(), 1);
}

TEST_F(ImportsTest, keepsCustomersOnWhichColleaguesHungSomething)
{
    const v1::Import import = begin(lanToken, 4);
    auto request = batch(import);
    add(request, 1, person("Hồ Khiếu Nại", "0912 555 072"));
    add(request, 2, organisation("Công ty TNHH Vạn Phúc"));
    add(request, 3, person("Đinh Văn Gộp", "0912 555 074"));
    add(request, 4, person("Lý Thị Vắng", "0912 555 075"));
    const auto saved = save(lanToken, request);
    sql().run("INSERT INTO banhang.care_request (code, kind_key, severity, customer_id, channel_key, subject, owner_id,"
              " unit_id, creator_id, promised_at) SELECT 'YC1', 'complaint', 2, c.id, 'phone', 'Hàng hỏng', c.owner_id,"
              " c.unit_id, c.owner_id, now() FROM banhang.customer c WHERE c.id = $1::bigint",
              {std::to_string(saved.rows(0).customer_id())});
    v1::Customer child = organisation("Cửa hàng Hải Triều");
    child.set_parent_id(saved.rows(1).customer_id());
    child.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    const std::int64_t below = create(lanToken, child).id();
    sql().run("UPDATE banhang.customer SET merged_into_id = $1::bigint, deleted_at = now() WHERE id = $2::bigint",
              {std::to_string(below), std::to_string(saved.rows(2).customer_id())});

    const auto step = undo(lanToken, import.id());
    ASSERT_EQ(step.kept_size(), 3);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(step.kept(i).number(), 3 - i);
        EXPECT_EQ(step.kept(i).kept_reason(), "import.kept_edited");
    }
    EXPECT_EQ(step.import().created_count(), 3);
    EXPECT_FALSE(get(lanToken, saved.rows(0).customer_id()).has_delete_time());
    EXPECT_TRUE(get(lanToken, saved.rows(3).customer_id()).has_delete_time());
}

TEST_F(ImportsTest, goesOnWithAnUndoThatWasBegunInTime)
{
    const v1::Import import = begin(lanToken, 2);
    auto request = batch(import);
    add(request, 1, person("Hồ Dở Dang", "0912 555 077"));
    add(request, 2, person("Lý Thị Vắng", "0912 555 078"));
    save(lanToken, request);
    EXPECT_EQ(undo(lanToken, import.id(), 1).remaining_count(), 1);
    sql().run("UPDATE banhang.import_run SET created_at = now() - interval '31 days'");
    EXPECT_EQ(undo(lanToken, import.id(), 1).remaining_count(), 0);
    EXPECT_EQ(living(), 0);
}

TEST_F(ImportsTest, isTooOldToBeUndoneAfterThirtyDays)
{
    const v1::Import import = begin(lanToken, 1);
    sql().run("UPDATE banhang.import_run SET created_at = now() - interval '31 days'");
    v1::UndoImportRequest request;
    request.set_import_id(import.id());
    request.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*imports, &ImportsStub::UndoImport, request, lanToken).key(), "import.too_old");
}

TEST_F(ImportsTest, keepsTemplatesForOneselfAndForTheTeam)
{
    const auto keep = [&](const std::string& token, const std::string& name, bool shared) {
        v1::CreateImportTemplateRequest request;
        v1::ImportTemplate& wanted = *request.mutable_import_template();
        wanted.set_name(name);
        wanted.set_shared_with_team(shared);
        v1::TemplateColumn& column = *wanted.add_columns();
        column.set_title("ĐT");
        column.set_field("phones");
        request.set_request_id(newRequestId());
        return call(*imports, &ImportsStub::CreateImportTemplate, request, token);
    };
    const auto names = [&](const std::string& token) {
        std::string text;
        const auto list = call(*imports, &ImportsStub::ListImportTemplates, v1::ListImportTemplatesRequest(), token);
        for (const auto& one : list.import_templates())
            text += one.name() + "|";
        return text;
    };
    keep(lanToken, "Riêng", false);
    const v1::ImportTemplate shared = keep(lanToken, "Hội chợ", true);
    EXPECT_EQ(keep(lanToken, "Hội chợ", true).id(), shared.id()) << "replaced, not doubled";
    EXPECT_EQ(names(lanToken), "Hội chợ|Riêng|");
    EXPECT_EQ(names(hoaToken), "Hội chợ|");
    EXPECT_EQ(names(tuanToken), "") << "of another team";

    v1::DeleteImportTemplateRequest dropping;
    dropping.set_import_template_id(shared.id());
    EXPECT_EQ(call(*imports, &ImportsStub::DeleteImportTemplate, dropping, hoaToken).id(), 0) << "not hers";
    EXPECT_EQ(call(*imports, &ImportsStub::DeleteImportTemplate, dropping, lanToken).id(), shared.id());
    EXPECT_EQ(call(*imports, &ImportsStub::DeleteImportTemplate, dropping, lanToken).id(), 0);
    EXPECT_EQ(names(hoaToken), "");
}

} // namespace
} // namespace banhang::test
