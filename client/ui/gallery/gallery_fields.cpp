// Groups of the gallery: buttons, fields, forms, choices.
#include "client/ui/form/date_edit.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/gallery/gallery_sheet.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/key_cap.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/question_box.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/tab_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOptionButton>

namespace banhang::client {

namespace {

/// The clock of all samples: pictures of them stay the same.
QDateTime sampleMoment()
{
    return QDateTime(QDate(2026, 11, 18), QTime(9, 0));
}

/// Drawn as if it were under the pointer or had the focus, which only one widget of a window can.
class PosedButton final : public Button
{
public:
    PosedButton(QStyle::State pose, ButtonKind kind, const QString& iconName, const QString& text)
        : Button(kind, iconName, text), m_pose(pose)
    {
    }

protected:
    void initStyleOption(QStyleOptionButton* option) const override
    {
        Button::initStyleOption(option);
        option->state |= m_pose;
    }

private:
    QStyle::State m_pose;
};

class PosedEdit final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void initStyleOption(QStyleOptionFrame* option) const override
    {
        QLineEdit::initStyleOption(option);
        option->state |= QStyle::State_HasFocus;
    }
};

QLineEdit* fieldIn(FieldState state, const char* text, const QIcon& icon,
                   QLineEdit::ActionPosition place = QLineEdit::TrailingPosition)
{
    auto* edit = new QLineEdit(vn(text));
    setFieldState(edit, state);
    if (!icon.isNull())
        edit->addAction(icon, place);
    return edit;
}

QLineEdit* maskedField()
{
    const QIcon eye = Icon::named(QStringLiteral("eye-off"), Tone::Hint);
    auto* edit = fieldIn(FieldState::Masked, "", eye, QLineEdit::LeadingPosition);
    edit->setPlaceholderText(vn("Không được xem"));
    edit->setReadOnly(true);
    return edit;
}

QList<Suggestion> sampleSuggestions(const QString& typed)
{
    if (typed.isEmpty())
        return {};
    return {{QStringLiteral("building-2"), vn("Thương mại Thiên Ân"), vn("KH000412 · 0389 333 999"), {}, 1},
            {QStringLiteral("user"), vn("Nguyễn Thiên Ân"), vn("KH000433 · 0389 555 268"), {}, 2},
            {.iconName = QStringLiteral("lock"), .strong = vn("Đang được Đức Anh phụ trách"), .isEnabled = false},
            {.iconName = QStringLiteral("square-pen"),
             .strong = vn("Ghi trao đổi với Thiên Ân"),
             .keyHint = QStringLiteral("Ctrl+T"),
             .startsGroup = true},
            {.iconName = QStringLiteral("plus"),
             .strong = vn("Thêm khách hàng “%1”").arg(typed),
             .keyHint = QStringLiteral("Ctrl+N")}};
}

} // namespace

void addButtons(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Nút");
    auto* save = new Button(ButtonKind::Primary, QStringLiteral("check"), vn("Lưu"));
    save->setKeyHint(QStringLiteral("Ctrl+S"));
    rows->addLayout(rowOf(
        {captioned(save, "chính, một nút mỗi trang"),
         captioned(new Button(ButtonKind::Normal, QStringLiteral("stamp"), vn("Gửi duyệt")), "thường"),
         captioned(new Button(ButtonKind::Flat, QString(), vn("Hủy")), "phẳng"),
         captioned(new PosedButton(QStyle::State_HasFocus, ButtonKind::Normal, QStringLiteral("phone"), vn("Gọi")),
                   "tiêu điểm")}));
    auto* denied = new Button(ButtonKind::Normal, QStringLiteral("send"), vn("Gửi khách"));
    denied->disableByRight(vn("Bạn chưa có quyền gửi báo giá. Người cấp được: Trần Thu Hà."));
    auto* remove = new Button(ButtonKind::Destructive, QStringLiteral("trash-2"), vn("Xóa 3 khách hàng…"));
    rows->addLayout(rowOf({captioned(remove, "phá hủy, luôn nêu số"), captioned(denied, "không có quyền")}));
    auto* remedy = new Button(ButtonKind::Small, QStringLiteral("corner-down-left"), vn("Dùng"));
    remedy->setStrongPart(vn("0389 333 999"));
    remedy->setKeyHint(QStringLiteral("Alt+Enter"));
    auto* focused = new PosedButton(QStyle::State_HasFocus, ButtonKind::Primary, QStringLiteral("check"), vn("Lưu"));
    auto* hovered = new PosedButton(QStyle::State_MouseOver, ButtonKind::Normal, QStringLiteral("mail"), vn("Email"));
    rows->addLayout(rowOf(
        {captioned(remedy, "nhỏ, giá trị gợi ý"), captioned(focused, "tiêu điểm"), captioned(hovered, "rê chuột")}));
    auto* off = new Button(ButtonKind::Primary, QStringLiteral("archive-restore"), vn("Lấy lại"));
    off->setEnabled(false);
    rows->addLayout(rowOf({makeIconButton(QStringLiteral("columns-3"), vn("Cột")),
                           makeIconButton(QStringLiteral("pencil"), vn("Sửa"), Qt::Key_F2),
                           makeIconButton(QStringLiteral("ellipsis"), vn("Việc khác")), off,
                           new Button(ButtonKind::Link, QString(), vn("Lưu thành danh sách…"))}));
}

void addFields(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Ô nhập");
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    auto* readOnly = new QLineEdit(vn("KH000412"));
    readOnly->setReadOnly(true);
    const auto sign = [](const char* name, Tone tone) { return Icon::named(QLatin1String(name), tone); };
    const QIcon diep(avatarPixmap(kDiep.id, kDiep.initials, scaled(16), 1));
    auto* honorific = new QComboBox;
    honorific->addItems({vn("Chị"), vn("Anh"), vn("Bác")});
    auto* off = new QLineEdit(vn("chưa chọn loại"));
    off->setEnabled(false);
    auto* minutes = new QSpinBox;
    minutes->setValue(15);
    minutes->setSuffix(vn(" phút"));
    auto* group = new QComboBox;
    group->addItem(Icon::named(QStringLiteral("phone")), vn("Gọi điện, nhắn tin hay gặp tại văn phòng khách"));
    group->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* chosen = new QComboBox;
    chosen->addItem(vn("Khách hàng cũ giới thiệu"));
    setReadOnly(chosen, true);
    auto* counted = new QSpinBox;
    counted->setValue(15);
    counted->setSuffix(vn(" phút"));
    setReadOnly(counted, true);
    const std::pair<QWidget*, const char*> fields[] = {
        {new QLineEdit(vn("0913 555 204")), "thường"},
        {new PosedEdit(vn("0913 555 20")), "đang gõ"},
        {fieldIn(FieldState::Warn, "0168 9333 999", sign("triangle-alert", Tone::Warn)), "cảnh báo: vẫn lưu được"},
        {fieldIn(FieldState::Error, "31/02/2019", sign("circle-x", Tone::Error)), "lỗi: phải sửa mới lưu"},
        {fieldIn(FieldState::Peer, "0352 555 817", diep), "Diệp vừa đổi ô này"},
        {readOnly, "chỉ đọc"},
        {maskedField(), "trường bị che theo quyền"},
        {new DateEdit(sampleMoment), "trống, gợi cách ghi"},
        {honorific, "chọn một"},
        {off, "chưa dùng được"},
        {minutes, "số, gõ hay bấm mũi tên"},
        {group, "dài quá thì cắt ở cuối"},
        {chosen, "đã chọn, chỉ đọc"},
        {counted, "số, chỉ đọc"},
    };
    int place = 0;
    for (const auto& [field, caption] : fields) {
        grid->addWidget(captioned(field, caption), place / 2, place % 2);
        field->setAccessibleName(vn(caption));
        ++place;
    }
    rows->addLayout(grid);
}

void addForm(Sheet& sheet)
{
    auto* grid = new FormGrid;
    auto* phone = new QLineEdit(vn("0168 9333 999"));
    grid->addField(vn("Điện &thoại"), phone, {.isRequired = true})
        ->setWarning(vn("Đầu số 0168 đã đổi thành 038 từ 15/9/2018."),
                     {vn("Dùng"), vn("0389 333 999"), [phone] { phone->setText(vn("0389 333 999")); }});
    auto* founded = new DateEdit(sampleMoment);
    founded->setText(vn("31/02/2019"));
    grid->addField(vn("Ngày thành lập"), founded)->setError(vn("Tháng 2 không có ngày 31. Nhập dạng ngày/tháng/năm."));
    grid->addField(vn("Zalo"), new QLineEdit(vn("0352 555 817")))
        ->setPeer(kDiep, vn("Diệp vừa đổi ô này thành 0352 555 818"));
    auto* note = new QPlainTextEdit;
    note->setPlaceholderText(vn("Nhu cầu, thói quen, điều cần lưu ý…"));
    note->setFixedHeight(52);
    grid->addField(vn("Ghi chú"), note, {.reservesMessage = false});
    sheet.column()->addWidget(grid);
}

void addChoices(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Chọn, thẻ trang, phím");
    auto* kind = new Segmented;
    kind->addChoice(0, QStringLiteral("building-2"), vn("&Doanh nghiệp, tổ chức"));
    kind->addChoice(1, QStringLiteral("user"), vn("&Cá nhân"));
    auto* plate = new IconLabel(QStringLiteral("building-2"), Tone::Accent, 18);
    plate->setPlate(36);
    rows->addLayout(rowOf({kind}));
    rows->addLayout(rowOf({plate, new KeyCap(QStringLiteral("Alt+1"))}));
    auto* byPhone = new QCheckBox(vn("Điện thoại"));
    byPhone->setChecked(true);
    auto* partly = new QCheckBox(vn("Một phần"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* mine = new QRadioButton(vn("Của bạn"));
    mine->setChecked(true);
    rows->addLayout(rowOf({byPhone, new QCheckBox(vn("Zalo")), partly}));
    rows->addLayout(rowOf({mine, new QRadioButton(vn("Của Minh"))}));
    auto* tabs = new TabBar;
    for (const char* tab : {"Tổng quan", "Trao đổi", "Cơ hội", "Thay đổi"})
        tabs->addTab(vn(tab));
    tabs->setCount(1, 24);
    tabs->setCount(2, 2);
    rows->addWidget(tabs);
}

void addSearch(Sheet& sheet, QWidget* host)
{
    constexpr int kRoom = 170; // for the list, which lies over what is below its field
    QVBoxLayout* rows = sheet.group("Tìm mọi thứ, Ctrl+K");
    auto* box = new SearchBox(vn("Tìm khách hàng, số điện thoại, mã số thuế…"), QKeySequence(QStringLiteral("Ctrl+K")));
    auto* resting = new SearchBox(vn("Lọc danh sách này"), QKeySequence(QStringLiteral("Ctrl+F")));
    rows->addWidget(box);
    rows->addSpacing(scaled(kRoom));
    rows->addWidget(resting);
    auto* list = new SuggestList(box, host);
    list->setFooter(vn("Từ 1/7/2025 phường cũ này được chia, xin chọn một."));
    QObject::connect(box, &SearchBox::searchRequested, list,
                     [list](const QString& typed) { list->setSuggestions(sampleSuggestions(typed)); });
}

void addQuestion(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Xác nhận việc không hoàn tác được (hộp thoại duy nhất)");
    auto* box = new QuestionBox({vn("Xóa hẳn dữ liệu cá nhân của Đặng Văn Thắng?"),
                                 vn("Hợp đồng và số liệu được giữ, tên và cách liên hệ thì không lấy lại được. "
                                    "Gõ mã KH000420 để tiếp tục."),
                                 vn("Xóa hẳn"), QStringLiteral("KH000420")},
                                nullptr);
    box->setMinimumWidth(0);
    box->setWindowFlags(Qt::Widget); // shown in the sheet instead of as a window
    auto* frame = new Pane(Pane::Ground::Base);
    frame->setEdges(static_cast<int>(Pane::Edge::Box));
    auto* inner = new QVBoxLayout(frame);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(box);
    rows->addWidget(frame);
}

void addType(Sheet& sheet)
{
    QVBoxLayout* rows = sheet.group("Chữ");
    rows->setSpacing(3);
    rows->addWidget(new Label(vn("486.500.000 ₫"), TextSize::Figure, TextWeight::Strong));
    rows->addWidget(new Label(vn("Công ty TNHH Thương mại Thiên Ân"), TextSize::Record, TextWeight::Strong));
    rows->addWidget(new Label(vn("Nhóm Kinh doanh 1"), TextSize::Title, TextWeight::Strong));
    rows->addWidget(new Label(vn("Quyết định của Hội nghị: ẾỄỘỮ ỳỵỷỹ 0123456789 111.111")));
    rows->addWidget(new Label(vn("Trưởng phòng Hành chính → P. Cầu Giấy ▲ ▼ ↳ – …"), TextSize::Second,
                              TextWeight::Regular, Tone::Quiet));
}

} // namespace banhang::client
