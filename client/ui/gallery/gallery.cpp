#include "client/ui/gallery/gallery.h"

#include "client/ui/form/date_edit.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/gallery/gallery_model.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/parts/question_box.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/tab_bar.h"
#include "client/ui/parts/tag.h"
#include "client/ui/table/data_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>

namespace banhang::client {

namespace {

// A sample sheet: its texts stand for data of a Vietnamese office and are therefore not translated.
QString vn(const char* text)
{
    return QString::fromUtf8(text);
}

const Person kDiep{1, QStringLiteral("ND"), QStringLiteral("Phạm Ngọc Diệp")};
const Person kNhung{2, QStringLiteral("HN"), QStringLiteral("Hoàng Hồng Nhung")};

class Sheet
{
public:
    explicit Sheet(QVBoxLayout* column) : m_column(column) {}

    /// A framed group with a heading; returns where its rows go.
    QVBoxLayout* group(const QString& heading)
    {
        auto* pane = new Pane(Pane::Ground::Base);
        pane->setEdges(static_cast<int>(Pane::Edge::Box));
        auto* rows = new QVBoxLayout(pane);
        rows->setContentsMargins(13, 8, 13, 13);
        rows->setSpacing(6);
        rows->addWidget(new Label(heading, TextSize::Second, TextWeight::Strong));
        m_column->addWidget(pane);
        return rows;
    }

private:
    QVBoxLayout* m_column;
};

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

void addButtons(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Nút"));
    auto* save = new Button(ButtonKind::Primary, QStringLiteral("check"), vn("Lưu"));
    save->setKeyHint(QStringLiteral("Ctrl+S"));
    auto* send = new Button(ButtonKind::Normal, QStringLiteral("stamp"), vn("Gửi duyệt"));
    auto* cancel = new Button(ButtonKind::Flat, QString(), vn("Hủy"));
    auto* call = new Button(ButtonKind::Normal, QStringLiteral("phone"), vn("Gọi"));
    rows->addLayout(rowOf({save, send, cancel, call}));
    auto* remove = new Button(ButtonKind::Destructive, QStringLiteral("trash-2"), vn("Xóa 3 khách hàng…"));
    auto* denied = new Button(ButtonKind::Normal, QStringLiteral("send"), vn("Gửi khách"));
    denied->disableByRight(vn("Bạn chưa có quyền gửi báo giá. Người cấp được: Trần Thu Hà."));
    auto* link = new Button(ButtonKind::Link, QString(), vn("Lưu thành danh sách…"));
    rows->addLayout(rowOf({remove, denied, link}));
    rows->addLayout(rowOf({makeIconButton(QStringLiteral("columns-3"), vn("Cột")),
                           makeIconButton(QStringLiteral("pencil"), vn("Sửa"), Qt::Key_F2),
                           makeIconButton(QStringLiteral("ellipsis"), vn("Việc khác"))}));
}

void addFields(QVBoxLayout* column)
{
    auto* grid = new FormGrid;
    auto* plain = new QLineEdit(vn("0913 555 204"));
    grid->addField(vn("Điện &thoại"), plain, {.isRequired = true, .isHalf = true});
    auto* old = new QLineEdit(vn("0168 9333 999"));
    FormField* warned = grid->addField(vn("Số khác"), old, {.isHalf = true});
    warned->setWarning(vn("Đầu số 0168 đã đổi thành 038 từ 15/9/2018."),
                       {vn("Dùng"), vn("0389 333 999"), [old] { old->setText(vn("0389 333 999")); }});
    auto* founded = new DateEdit;
    founded->setText(vn("31/02/2019"));
    grid->addField(vn("Ngày thành lập"), founded, {.isHalf = true})
        ->setError(vn("Tháng 2 không có ngày 31. Nhập dạng ngày/tháng/năm."));
    grid->addField(vn("Zalo"), new QLineEdit(vn("0352 555 817")), {.isHalf = true})
        ->setPeer(kDiep, vn("Diệp vừa đổi ô này thành 0352 555 818"));
    grid->addField(vn("Mã"), new QLineEdit(vn("KH000412")), {.isHalf = true})->setReadOnly(true);
    grid->addField(vn("Thu nhập"), new QLineEdit, {.isHalf = true})->setMasked(true);
    grid->addField(vn("Ngày sinh"), new DateEdit, {.isHalf = true});
    auto* honorific = new QComboBox;
    honorific->addItems({vn("Chị"), vn("Anh"), vn("Bác")});
    grid->addField(vn("Xưng hô"), honorific, {.isHalf = true});
    auto* note = new QPlainTextEdit;
    note->setPlaceholderText(vn("Nhu cầu, thói quen, điều cần lưu ý trước lần liên hệ sau…"));
    note->setFixedHeight(56);
    grid->addField(vn("Ghi chú"), note, {.reservesMessage = false});
    auto* byPhone = new QCheckBox(vn("Điện thoại"));
    byPhone->setChecked(true);
    auto* mine = new QRadioButton(vn("Của bạn"));
    mine->setChecked(true);
    auto* ticks = new QWidget;
    ticks->setLayout(rowOf({byPhone, new QCheckBox(vn("Zalo")), mine, new QRadioButton(vn("Của Minh"))}));
    grid->addWide(ticks);
    column->addWidget(grid);
}

void addTable(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Dòng trong bảng"));
    auto* table = new DataTable;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    table->setClock([now] { return now; }); // the sheet shows the glow standing still
    table->setModel(new GalleryModel(now, table));
    table->setColumnKind(GalleryModel::Name, CellKind::Name, 0);
    table->setColumnKind(GalleryModel::Code, CellKind::Figure, 76);
    table->setColumnKind(GalleryModel::Level, CellKind::Tag, 60);
    table->setColumnKind(GalleryModel::Group, CellKind::Tag, 82);
    table->setColumnKind(GalleryModel::Phone, CellKind::Figure, 108);
    table->setColumnKind(GalleryModel::Owner, CellKind::Person, 84);
    table->setColumnKind(GalleryModel::LastContact, CellKind::Figure, 68);
    table->setYieldingColumns({GalleryModel::Code, GalleryModel::Group, GalleryModel::LastContact}, 180);
    table->setSortMark(GalleryModel::Name, Qt::AscendingOrder);
    table->selectRow(4);
    table->setMinimumHeight(table->horizontalHeader()->height() + table->model()->rowCount() * table->rowHeight(0) + 2);
    rows->addWidget(table);
}

void addStates(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Trống, lỗi, không có quyền"));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    const auto add = [grid](int place, StateView::Kind kind, const QString& title, const QString& text) {
        auto* pane = new Pane(Pane::Ground::Base);
        pane->setEdges(static_cast<int>(Pane::Edge::Box));
        auto* view = new StateView(kind);
        view->setTexts(title, text);
        (new QVBoxLayout(pane))->addWidget(view);
        grid->addWidget(pane, place / 2, place % 2);
        return view;
    };
    add(0, StateView::Kind::NoMatch, vn("Không có khách hàng nào"), vn("khớp “dai thin phat”"))
        ->addButton(false, QString(), vn("Tìm cả chi nhánh"));
    add(1, StateView::Kind::NoRight, vn("Bạn chưa có quyền xem"), vn("Do Đức Anh phụ trách"))
        ->addButton(false, QString(), vn("Xin chia sẻ…"));
    add(2, StateView::Kind::Failed, vn("Chưa lấy được danh sách"),
        vn("Máy chủ bận quá 5 giây. Việc đang soạn vẫn còn."))
        ->addButton(false, QStringLiteral("refresh-cw"), vn("Thử lại"))
        ->setKeyHint(QStringLiteral("F5"));
    auto* empty =
        add(3, StateView::Kind::Empty, vn("Chưa có khách hàng"), vn("Thêm người đầu tiên hoặc lấy từ Excel."));
    empty->addButton(true, QStringLiteral("plus"), vn("Thêm"));
    empty->addButton(false, QString(), vn("Nhập Excel"));
    rows->addLayout(grid);
}

void addBars(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Thanh trong trang (ở lại)"));
    auto* offline = new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip);
    offline->setIcon(QStringLiteral("cloud-off"));
    offline->setTexts(vn("Mất kết nối máy chủ từ 09:38."), vn("Vẫn xem và soạn được."));
    offline->setAside(vn("Thử lại sau 12 giây"));
    offline->addButton(QStringLiteral("refresh-cw"), vn("Thử ngay"))->setKeyHint(QStringLiteral("Ctrl+R"));
    auto* warning = new NoticeBar(Tone::Warn);
    warning->setTexts(QString(), vn("2 cảnh báo, vẫn lưu được"));
    warning->addButton(QString(), vn("Xem"))->setKeyHint(QStringLiteral("F8"));
    auto* error = new NoticeBar(Tone::Error);
    error->setTexts(QString(), vn("Chưa lưu được: trùng mã số thuế"));
    error->addButton(QString(), vn("Mở KH000412"));
    auto* peer = new NoticeBar(Tone::Peer);
    peer->setPerson(kDiep);
    peer->setTexts(QString(), vn("Diệp đang sửa khách hàng này"));
    auto* note = new NoticeBar(Tone::Warn, NoticeBar::Shape::Note);
    note->setTexts(vn("Điều cần lưu ý:"), vn("chỉ nghe máy sau 14 giờ; mọi báo giá phải gửi kèm bản cho kế toán."));
    for (NoticeBar* bar : {offline, warning, error, peer, note})
        rows->addWidget(bar);
    auto* progress = new ProgressRow;
    progress->setProgress(vn("Đã nhập 742 / 1.189"), 742, 1189, vn("còn 20 giây"));
    rows->addWidget(progress);
}

void addSmallParts(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Ai đang ở đây, nhãn, thẻ lọc"));
    auto* viewing = new PresenceBar;
    viewing->setPeople({kDiep}, vn("Diệp đang xem"), false);
    auto* editing = new PresenceBar;
    editing->setPeople({kNhung, kDiep}, vn("Nhung đang sửa Điện thoại"), true);
    rows->addLayout(rowOf({viewing, editing}));
    rows->addLayout(
        rowOf({new Tag(QStringLiteral("VIP"), CellTone::Vip), new Tag(vn("Thân thiết"), CellTone::Accent),
               new Tag(vn("Mới"), CellTone::Plain), new Tag(vn("Đã duyệt"), CellTone::Ok, QStringLiteral("check")),
               new Tag(vn("Chờ gửi"), CellTone::Warn, QStringLiteral("clock")),
               new Tag(vn("Quá hạn"), CellTone::Error, QStringLiteral("circle-alert"))}));
    auto* all = new Chip(Chip::Kind::Choice, vn("Tất cả"));
    all->setChecked(true);
    rows->addLayout(
        rowOf({new Chip(Chip::Kind::Filter, vn("Khu vực"), vn("Miền Bắc")), all,
               new Chip(Chip::Kind::Choice, vn("Trao đổi")), new Chip(Chip::Kind::Add, vn("Thêm điều kiện"))}));
    auto* kind = new Segmented;
    kind->addChoice(0, QStringLiteral("building-2"), vn("&Doanh nghiệp, tổ chức"));
    kind->addChoice(1, QStringLiteral("user"), vn("&Cá nhân"));
    auto* plate = new IconLabel(QStringLiteral("building-2"), Tone::Accent, 20);
    plate->setPlate(36);
    rows->addLayout(rowOf({kind, plate}));
    auto* tabs = new TabBar;
    for (const char* tab : {"Tổng quan", "Trao đổi", "Cơ hội", "Thay đổi"})
        tabs->addTab(vn(tab));
    tabs->setCount(1, 24);
    tabs->setCount(2, 2);
    rows->addWidget(tabs);
}

QList<Suggestion> sampleSuggestions(const QString& typed)
{
    if (typed.isEmpty())
        return {};
    return {{QStringLiteral("building-2"), vn("Thương mại Thiên Ân"), vn("KH000412 · 0389 333 999"), {}, 1},
            {QStringLiteral("file-text"), vn("BG2026-0418"), vn("Thiên Ân · 218.298.000 ₫"), {}, 2},
            {.iconName = QStringLiteral("lock"), .strong = vn("Đang được Đức Anh phụ trách"), .isEnabled = false},
            {.iconName = QStringLiteral("square-pen"),
             .strong = vn("Ghi trao đổi với Thiên Ân"),
             .keyHint = QStringLiteral("Ctrl+T"),
             .startsGroup = true},
            {.iconName = QStringLiteral("plus"),
             .strong = vn("Thêm khách hàng “%1”").arg(typed),
             .keyHint = QStringLiteral("Ctrl+N")}};
}

void addSearch(Sheet& sheet, QWidget* host)
{
    QVBoxLayout* rows = sheet.group(vn("Tìm mọi thứ, Ctrl+K"));
    const QString hint = vn("Tìm khách hàng, số điện thoại, mã số thuế…");
    auto* box = new SearchBox(hint, QKeySequence(QStringLiteral("Ctrl+K")));
    rows->addWidget(box);
    auto* list = new SuggestList(box, host);
    list->setFooter(vn("Từ 1/7/2025 phường cũ này được chia cho nhiều phường mới, xin chọn một."));
    QObject::connect(box, &SearchBox::searchRequested, list,
                     [list](const QString& typed) { list->setSuggestions(sampleSuggestions(typed)); });
}

void addQuestion(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Xác nhận việc không hoàn tác được (hộp thoại duy nhất)"));
    auto* box = new QuestionBox({vn("Xóa hẳn dữ liệu cá nhân của Đặng Văn Thắng?"),
                                 vn("Hợp đồng và số liệu được giữ, tên và cách liên hệ thì không lấy lại được. "
                                    "Gõ mã KH000420 để tiếp tục."),
                                 vn("Xóa hẳn"), QStringLiteral("KH000420")},
                                nullptr);
    box->setWindowFlags(Qt::Widget); // shown in the sheet instead of as a window
    rows->addWidget(box);
}

void addType(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group(vn("Chữ"));
    rows->addWidget(new Label(vn("486.500.000 ₫"), TextSize::Figure, TextWeight::Strong));
    rows->addWidget(new Label(vn("Công ty TNHH Thương mại Thiên Ân"), TextSize::Record, TextWeight::Strong));
    rows->addWidget(new Label(vn("Nhóm Kinh doanh 1"), TextSize::Title, TextWeight::Strong));
    rows->addWidget(new Label(vn("Quyết định của Hội nghị: ẾỄỘỮ ỳỵỷỹ 0123456789 111.111")));
    rows->addWidget(new Label(vn("Trưởng phòng Hành chính → P. Cầu Giấy ▲ ▼ ↳ – …"), TextSize::Second,
                              TextWeight::Regular, Tone::Quiet));
}

QWidget* makeRail()
{
    auto* rail = new Rail;
    rail->addEntry(0, QStringLiteral("sun"), vn("Hôm nay"))->setBadge(7);
    rail->addEntry(1, QStringLiteral("users"), vn("Khách hàng"));
    rail->addEntry(2, QStringLiteral("user-search"), vn("Lead"))->setBadge(120, true);
    rail->addEntry(3, QStringLiteral("calendar-days"), vn("Lịch"));
    rail->addEntry(4, QStringLiteral("settings"), vn("Quản trị"), true);
    rail->setCurrent(1);
    return rail;
}

QWidget* makeStatusLine()
{
    auto* status = new StatusLine;
    status->showNews(vn("Phạm Ngọc Diệp"), vn("vừa đổi điện thoại của Công ty CP Bao bì Tân Kỷ Nguyên"),
                     QStringLiteral("refresh-cw"));
    status->setConnection(Tone::Ok, QStringLiteral("circle-check"), vn("Đã kết nối máy chủ"));
    status->setFacts({vn("CN Hà Nội · Nhóm KD 1"), vn("Thứ Tư 18/11/2026 · 10/10 âm lịch"), QStringLiteral("09:42")});
    return status;
}

QWidget* makeSheets(QWidget* window)
{
    auto* body = new Pane(Pane::Ground::Window);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    Sheet leftSheet(left);
    Sheet rightSheet(right);
    addButtons(leftSheet);
    addFields(left);
    addTable(leftSheet);
    addSearch(leftSheet, window);
    addStates(rightSheet);
    addBars(rightSheet);
    addSmallParts(rightSheet);
    addQuestion(rightSheet);
    addType(rightSheet);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(8, 8, 8, 8);
    columns->setSpacing(8);
    for (QVBoxLayout* column : {left, right}) {
        column->setSpacing(8);
        column->addStretch();
    }
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    return body;
}

} // namespace

QWidget* makeGallery()
{
    auto* window = new QWidget;
    window->setWindowTitle(vn("Thành phần và trạng thái – banhang"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeSheets(window));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeRail());
    middle->addWidget(scroll, 1);
    auto* column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(makeStatusLine());
    window->resize(1366, 1180);
    return window;
}

} // namespace banhang::client
