#include "client/ui/gallery/gallery_model.h"

#include "client/ui/table/table_roles.h"

#include <array>

namespace banhang::client {

namespace {

struct SampleRow
{
    const char* name;
    const char* legalForm;
    const char* icon;
    const char* code;
    bool isVip;
    const char* group;
    const char* phone;
    int owner;
    const char* lastContact;
    const char* goneReason; // null: still there
    bool hasJustChanged;
    bool isUnseen;
    bool isLoading;
};

struct SampleOwner
{
    const char* name;
    const char* initials;
};

constexpr std::array kOwners{SampleOwner{"Minh", "QM"}, SampleOwner{"Diệp", "ND"}, SampleOwner{"Nhung", "HN"},
                             SampleOwner{"Huy", "QH"}, SampleOwner{"Linh", "KL"}};

constexpr const char* kCompany = "building-2";
constexpr const char* kPerson = "user";

constexpr std::array kRows{
    SampleRow{"Bao bì Tân Kỷ Nguyên", "CTCP", kCompany, "KH000356", false, "Thân thiết", "0352 555 817", 1, "vừa xong",
              nullptr, true, true, false},
    SampleRow{"Cơ khí Đại Thịnh Phát", "CTCP", kCompany, "KH000398", true, "Thân thiết", "0913 555 204", 2, "16/11",
              nullptr, false, false, false},
    SampleRow{"Dược phẩm An Hòa Khang", "TNHH", kCompany, "KH000405", false, "–", "0988 555 061", 3, "12/11", nullptr,
              false, true, false},
    SampleRow{"Nguyễn Thị Minh Nguyệt", "", kPerson, "KH000417", false, "Mới", "0904 555 276", 1, "11/11", nullptr,
              false, false, false},
    SampleRow{"Thương mại Thiên Ân", "TNHH", kCompany, "KH000412", true, "Thân thiết", "0389 333 999", 0, "08:50",
              nullptr, false, false, false},
    SampleRow{"Bách Việt Hoa", "TNHH", kCompany, "KH000322", false, "Thân thiết", "0983 555 619", 4, "06/11",
              "vừa chuyển cho Linh", false, false, false},
    SampleRow{"", "", kCompany, "", false, "", "", 0, "", nullptr, false, false, true},
};

constexpr std::array kHeads{"Tên khách hàng", "Mã", "Cấp", "Nhóm", "Điện thoại", "Phụ trách", "Liên hệ"};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QVariant displayOf(const SampleRow& row, int column)
{
    switch (column) {
    case GalleryModel::Name:
        return text(row.name);
    case GalleryModel::Code:
        return text(row.code);
    case GalleryModel::Level:
        return row.isVip ? QStringLiteral("VIP") : text("Thường");
    case GalleryModel::Group:
        return text(row.group);
    case GalleryModel::Phone:
        return text(row.phone);
    case GalleryModel::Owner:
        return text(kOwners[static_cast<size_t>(row.owner)].name);
    case GalleryModel::LastContact:
        return text(row.lastContact);
    default:
        return {};
    }
}

CellTone toneOf(const SampleRow& row, int column)
{
    if (column == GalleryModel::Level)
        return row.isVip ? CellTone::Vip : CellTone::Quiet;
    if (column == GalleryModel::Group) {
        const QString group = text(row.group);
        return group == u"–" ? CellTone::Quiet : group == u"Mới" ? CellTone::Plain : CellTone::Accent;
    }
    return column == GalleryModel::Code || column == GalleryModel::LastContact ? CellTone::Quiet : CellTone::Plain;
}

} // namespace

GalleryModel::GalleryModel(qint64 changedAtMs, QObject* parent)
    : QAbstractTableModel(parent), m_changedAtMs(changedAtMs)
{
}

int GalleryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kRows.size());
}

int GalleryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QVariant ofRow = rowData(index.row(), role);
    return ofRow.isValid() ? ofRow : cellData(index.row(), index.column(), role);
}

QVariant GalleryModel::rowData(int row, int role) const
{
    const SampleRow& sample = kRows[static_cast<size_t>(row)];
    switch (role) {
    case RowIdRole:
        return row + 1;
    case ChangedAtRole:
        return sample.hasJustChanged ? QVariant(m_changedAtMs) : QVariant();
    case UnseenRole:
        return sample.isUnseen;
    case GoneReasonRole:
        return sample.goneReason ? QVariant(text(sample.goneReason)) : QVariant();
    case LoadingRole:
        return sample.isLoading;
    default:
        return {};
    }
}

QVariant GalleryModel::cellData(int row, int column, int role) const
{
    const SampleRow& sample = kRows[static_cast<size_t>(row)];
    const bool isOwner = column == Owner;
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(sample, column);
    case SuffixRole:
        return column == Name ? QVariant(text(sample.legalForm)) : QVariant();
    case IconNameRole:
        return column == Name ? QVariant(text(sample.icon)) : QVariant();
    case CellToneRole:
        return static_cast<int>(toneOf(sample, column));
    case PersonIdRole:
        return isOwner ? QVariant(sample.owner) : QVariant();
    case InitialsRole:
        return isOwner ? QVariant(text(kOwners[static_cast<size_t>(sample.owner)].initials)) : QVariant();
    case ChangedCellRole:
        return sample.hasJustChanged && (column == Phone || column == LastContact);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == LastContact ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant GalleryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return text(kHeads[static_cast<size_t>(section)]);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == LastContact ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace banhang::client
