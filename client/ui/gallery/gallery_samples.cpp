// Groups of the gallery: rows of tables, states of a page, bars, people and tags.
#include "client/ui/gallery/gallery_model.h"
#include "client/ui/gallery/gallery_sheet.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/parts/tag.h"
#include "client/ui/parts/toast.h"
#include "client/ui/table/data_table.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QStandardItemModel>

namespace banhang::client {

namespace {

constexpr qint64 kNow = 1'700'000'000'000; // the glow stands still

/// What is asked of the rows of one small table.
struct SampleRow
{
    const char* name;
    const char* phone;
    const char* when;
    const char* caption;
    const char* goneReason = nullptr;
    bool hasJustChanged = false;
    bool isLoading = false;
};

QStandardItem* itemOf(const SampleRow& row, int column)
{
    constexpr int kCaption = 3;
    const char* texts[] = {row.name, row.phone, row.when, row.caption};
    auto* item = new QStandardItem(vn(texts[column]));
    item->setEditable(false);
    item->setData(static_cast<int>(column >= 2 ? CellTone::Quiet : CellTone::Plain), CellToneRole);
    if (row.goneReason && column < kCaption)
        item->setData(vn(row.goneReason), GoneReasonRole);
    if (row.hasJustChanged) {
        item->setData(kNow, ChangedAtRole);
        item->setData(column == 1 || column == 2, ChangedCellRole);
    }
    item->setData(row.isLoading && column < kCaption, LoadingRole);
    return item;
}

DataTable* tableOf(std::initializer_list<SampleRow> rows, const char* name)
{
    auto* table = new DataTable;
    auto* model = new QStandardItemModel(0, 4, table);
    for (const SampleRow& row : rows)
        model->appendRow({itemOf(row, 0), itemOf(row, 1), itemOf(row, 2), itemOf(row, 3)});
    table->setAccessibleName(vn(name));
    table->setClock([] { return kNow; });
    table->setModel(model);
    table->setColumnKind(0, CellKind::Name, 0);
    table->setColumnKind(1, CellKind::Figure, 104);
    table->setColumnKind(2, CellKind::Text, 74);
    table->setColumnKind(3, CellKind::Text, 100);
    table->horizontalHeader()->hide();
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [table] { table->setFixedHeight(table->model()->rowCount() * table->rowHeight(0)); };
    fit();
    QObject::connect(&Look::instance(), &Look::changed, table, fit, Qt::QueuedConnection);
    return table;
}

Toast* toastIn(QWidget* place)
{
    auto* toast = new Toast(place);
    toast->setBottomMargin(0);
    toast->setShownSeconds(0);
    toast->showNews(vn("Đã chuyển 4 khách hàng cho Linh"), {vn("Hoàn tác"), [] {}});
    return toast;
}

} // namespace

void addRows(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Dòng trong bảng");
    auto* usual = tableOf({{"Đại Thịnh Phát", "0913 555 204", "16/11", "thường"},
                           {"Đồng Xanh", "0912 555 733", "28/10", "rê chuột"},
                           {"Thiên Ân", "0389 333 999", "08:50", "đang chọn"}},
                          "Dòng thường, rê chuột, đang chọn");
    usual->pose(1, true);
    usual->selectRow(2);
    auto* unfocused = tableOf({{"Vải Hoa Cúc", "0368 555 120", "10/11", "mất tiêu điểm"}}, "Chọn, mất tiêu điểm");
    unfocused->selectRow(0);
    auto* live = tableOf(
        {{.name = "Tân Kỷ",
          .phone = "0352 555 817",
          .when = "vừa xong",
          .caption = "Diệp vừa đổi",
          .hasJustChanged = true},
         {.name = "Bách Việt", .phone = "0983 555 619", .when = "–", .caption = "đã rời", .goneReason = "của Linh"}},
        "Người khác vừa đổi, đã rời danh sách");
    auto* offline = tableOf({{"Sông Thương", "0913 555 120", "hôm qua", "mất kết nối"}}, "Mất kết nối");
    offline->setOffline(true);
    auto* loading =
        tableOf({{.name = "", .phone = "", .when = "", .caption = "đang tải", .isLoading = true}}, "Đang tải");
    auto* stack = new QVBoxLayout;
    stack->setSpacing(0);
    for (DataTable* table : {usual, unfocused, live, offline, loading})
        stack->addWidget(table);
    rows->addLayout(stack);
}

void addTable(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Bảng khách hàng");
    auto* table = new DataTable;
    table->setAccessibleName(vn("Bảng khách hàng"));
    table->setClock([] { return kNow; });
    table->setModel(new GalleryModel(kNow, table));
    table->setColumnKind(GalleryModel::Name, CellKind::Name, 0);
    table->setColumnKind(GalleryModel::Code, CellKind::Figure, 76);
    table->setColumnKind(GalleryModel::Level, CellKind::Tag, 60);
    table->setColumnKind(GalleryModel::Group, CellKind::Tag, 82);
    table->setColumnKind(GalleryModel::Phone, CellKind::Figure, 108);
    table->setColumnKind(GalleryModel::Owner, CellKind::Person, 84);
    table->setColumnKind(GalleryModel::LastContact, CellKind::Figure, 68);
    table->setYieldingColumns({GalleryModel::Code, GalleryModel::LastContact, GalleryModel::Owner, GalleryModel::Phone},
                              180);
    table->setSortMark(GalleryModel::Name, Qt::AscendingOrder);
    table->setFixedHeight(table->horizontalHeader()->height() + 4 * table->rowHeight(0));
    rows->addWidget(table);
}

void addStates(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Trống, đang tải, lỗi, không có quyền");
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    const auto add = [grid](int place, StateView::Kind kind, const char* title, const char* text) {
        auto* pane = new Pane(Pane::Ground::Base);
        pane->setEdges(static_cast<int>(Pane::Edge::Box));
        auto* view = new StateView(kind);
        view->setTexts(vn(title), vn(text));
        (new QVBoxLayout(pane))->addWidget(view);
        grid->addWidget(pane, place / 2, place % 2);
        grid->setColumnStretch(place % 2, 1);
        return view;
    };
    add(0, StateView::Kind::NoMatch, "Không có khách hàng nào", "khớp “dai thin phat”")
        ->addButton(false, QString(), vn("Tìm cả chi nhánh"));
    add(1, StateView::Kind::NoRight, "Bạn chưa có quyền xem", "Do Đức Anh phụ trách")
        ->addButton(false, QString(), vn("Xin chia sẻ…"));
    add(2, StateView::Kind::Failed, "Chưa lấy được danh sách", "Máy chủ bận quá 5 giây. Việc đang soạn vẫn còn.")
        ->addButton(false, QStringLiteral("refresh-cw"), vn("Thử lại"))
        ->setKeyHint(QStringLiteral("F5"));
    auto* empty = add(3, StateView::Kind::Empty, "Chưa có khách hàng", "Thêm người đầu tiên hoặc lấy từ Excel.");
    empty->addButton(true, QStringLiteral("plus"), vn("Thêm"));
    empty->addButton(false, QString(), vn("Nhập Excel"));
    rows->addLayout(grid);
}

void addBars(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Thanh trong trang (ở lại) và mẩu tin góc dưới (6 giây)");
    auto* warning = new NoticeBar(Tone::Warn);
    warning->setTexts(QString(), vn("2 cảnh báo, vẫn lưu được"));
    warning->addButton(QString(), vn("Xem"))->setKeyHint(QStringLiteral("F8"));
    auto* error = new NoticeBar(Tone::Error);
    error->setTexts(QString(), vn("Chưa lưu được: trùng mã số thuế"));
    error->addButton(QString(), vn("Mở KH000412"));
    auto* peer = new NoticeBar(Tone::Peer);
    peer->setPerson(kDiep);
    peer->setTexts(QString(), vn("Diệp đang sửa khách hàng này"));
    auto* offline = new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip);
    offline->setIcon(QStringLiteral("cloud-off"));
    offline->setTexts(vn("Mất kết nối từ 09:38."), vn("Vẫn xem và soạn được."));
    offline->addButton(QStringLiteral("refresh-cw"), vn("Thử ngay"))->setKeyHint(QStringLiteral("Ctrl+R"));
    auto* note = new NoticeBar(Tone::Warn, NoticeBar::Shape::Note);
    note->setTexts(vn("Điều cần lưu ý:"), vn("chỉ nghe máy sau 14 giờ; mọi báo giá phải gửi kèm bản cho kế toán."));
    for (NoticeBar* bar : {warning, error, peer, offline, note})
        rows->addWidget(bar);
    auto* place = new QWidget;
    place->setMinimumHeight(toastIn(place)->sizeHint().height());
    rows->addWidget(place);
}

void addLongWork(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Việc dài: có số, có nút dừng, không chặn trang");
    auto* progress = new ProgressRow;
    progress->setProgress(vn("Đã nhập 742 / 1.189"), 742, 1189, vn("còn 20 giây"));
    rows->addWidget(progress);
}

void addSmallParts(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Ai đang ở đây, nhãn, thẻ lọc");
    auto* people = new QWidget; // presence shows itself when somebody is there, and needs its place before
    auto* viewing = new PresenceBar(people);
    viewing->setPeople({kDiep}, vn("xem"), false);
    auto* editing = new PresenceBar(people);
    editing->setPeople({kNhung}, vn("sửa Điện thoại"), true);
    auto* many = new PresenceBar(people);
    many->setPeople({kDiep, kNhung, kMinh, kLinh}, vn("xem"), false);
    people->setLayout(rowOf({viewing, editing, many}));
    people->layout()->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(people);
    auto* unknown = new PresenceBar(people);
    unknown->setUnknown();
    rows->addLayout(
        rowOf({unknown, new Tag(QStringLiteral("VIP"), CellTone::Vip), new Tag(vn("Thân thiết"), CellTone::Accent),
               new Tag(vn("Mới"), CellTone::Plain), new Tag(vn("Diệp đổi"), CellTone::Peer)}));
    rows->addLayout(rowOf({new Tag(vn("Đã duyệt"), CellTone::Ok, QStringLiteral("check")),
                           new Tag(vn("Chờ gửi"), CellTone::Warn, QStringLiteral("clock")),
                           new Tag(vn("Quá hạn"), CellTone::Error, QStringLiteral("circle-alert")),
                           new Chip(Chip::Kind::Filter, vn("Khu vực"), vn("Miền Bắc"))}));
    auto* all = new Chip(Chip::Kind::Choice, vn("Tất cả"));
    all->setChecked(true);
    rows->addLayout(
        rowOf({all, new Chip(Chip::Kind::Choice, vn("Trao đổi")), new Chip(Chip::Kind::Add, vn("Thêm điều kiện"))}));
}

} // namespace banhang::client
