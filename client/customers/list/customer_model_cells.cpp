// What stands in the cells and heads of the list; declared in customer_model.h.
#include <QDateTime>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "client/customers/list/customer_columns.h"
#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

constexpr int kMaxCachedNames = 20'000;
constexpr qint64 kJustNowMs = 60'000;

const v1::Customer& asCustomer(const google::protobuf::Message& record)
{
    return static_cast<const v1::Customer&>(record);
}

/// The field of the feed that stands in a column.
bool isShownIn(int column, const QStringList& fields)
{
    const auto field = QLatin1String(columnInfo(column).field);
    return !field.isEmpty() && fields.contains(field);
}

/// While its glow is new.
bool isJustNow(const LiveRow& row)
{
    return row.isUnseen && row.changedAtMs > QDateTime::currentMSecsSinceEpoch() - kJustNowMs;
}

/// Of cells that may be empty.
QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

bool isMoment(int column)
{
    return column == CustomerModel::LastContact || column == CustomerModel::NextContact ||
           column == CustomerModel::Callback;
}

/// What seldom fits, and so is told whole by the tool tip.
bool isLong(int column)
{
    const auto& info = columnInfo(column);
    return info.shape == ColumnShape::Text && info.width > columnInfo(CustomerModel::Status).width;
}

/// Whose picture the cell shows; 0 for none.
qlonglong personIn(const v1::Customer& customer, int column)
{
    return column == CustomerModel::Owner     ? customer.owner_user_id()
           : column == CustomerModel::Creator ? customer.creator_user_id()
                                              : 0;
}

} // namespace

QVariant CustomerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isMoment(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && sortOf(section) != v1::CUSTOMER_SORT_UNSPECIFIED)
        return tr("Sort by: %1").arg(titleOf(section));
    return role == Qt::DisplayRole ? titleOf(section) : QVariant();
}

QString CustomerModel::titleOf(int column)
{
    switch (column) {
    case Name:
        return tr("Customer name");
    case Code:
        return tr("Code");
    case Tier:
        return tr("Tier");
    case Group:
        return tr("Group");
    case Phone:
        return tr("Phone");
    case Owner:
        return tr("Owner");
    case LastContact:
        return tr("Contact");
    case Status:
        return tr("Status");
    case Province:
        return tr("Province");
    case Source:
        return tr("Source");
    case Created:
        return tr("Created");
    case Email:
        return tr("Email");
    case TaxCode:
        return tr("Tax code");
    case Address:
        return tr("Address");
    case Trade:
        return tr("Line of business");
    case Kind:
        return tr("Kind");
    case Team:
        return tr("Team");
    case Tags:
        return tr("Tags");
    case DoNotCall:
        return tr("No ads");
    case Updated:
        return tr("Changed");
    case NextContact:
        return tr("Next contact");
    case PotentialOf:
        return tr("Potential");
    case AllPhones:
        return tr("All phones");
    case AllEmails:
        return tr("All e-mails");
    case Ward:
        return tr("Ward");
    case BirthdayOf:
        return tr("Birthday");
    case Occupation:
        return tr("Occupation");
    case Needs:
        return tr("Needs");
    case Traits:
        return tr("Traits");
    case Website:
        return tr("Website");
    case Callback:
        return tr("Call back");
    case CallbackReason:
        return tr("Callback reason");
    case TalkRhythm:
        return tr("Rhythm");
    case Creator:
        return tr("Entered by");
    default:
        return {};
    }
}

const NameParts& CustomerModel::partsOf(const v1::Customer& customer) const
{
    if (m_parts.size() > kMaxCachedNames)
        m_parts.clear();
    auto found = m_parts.find(customer.name());
    if (found == m_parts.end())
        found = m_parts.insert(customer.name(), nameParts(customer));
    return *found;
}

QVariant CustomerModel::cellData(const LiveRow& row, int column, int role) const
{
    const auto& customer = asCustomer(*row.record);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(customer, row, column);
    case Qt::ToolTipRole:
        if (column == LastContact)
            return exactMoment(officeTime(customer.last_contact_time()));
        if (column == NextContact)
            return exactMoment(officeTime(customer.next_contact_time()));
        if (column == Callback)
            return exactMoment(officeTime(customer.callback_time()));
        if (isLong(column))
            return displayText(customer, row, column);
        return column == Name ? QString::fromStdString(customer.name()) : QVariant();
    case Qt::TextAlignmentRole:
        return isMoment(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Name ? spokenRow(customer, row) : displayText(customer, row, column);
    case SuffixRole:
        return column == Name ? partsOf(customer).legalForm : QVariant();
    case IconNameRole:
        return column == Name ? kindIcon(customer.kind()) : QVariant();
    case CellToneRole:
        return toneOf(customer, column);
    case PersonIdRole:
        return personIn(customer, column) ? QVariant(personIn(customer, column)) : QVariant();
    case InitialsRole:
        return personIn(customer, column) ? m_directory.initials(personIn(customer, column)) : QVariant();
    case ChangedCellRole:
        return row.changedAtMs != 0 &&
               (isShownIn(column, row.changedFields) || (column == LastContact && isJustNow(row)));
    default:
        return {};
    }
}

QString CustomerModel::textOf(const v1::Customer& customer, int column) const
{
    return column == Name ? QString::fromStdString(customer.name()) : displayText(customer, {}, column);
}

QString CustomerModel::displayText(const v1::Customer& customer, const LiveRow& row, int column) const
{
    switch (column) {
    case Name:
        return partsOf(customer).distinctive;
    case Code:
        return QString::fromStdString(customer.code());
    case Tier:
        return orDash(m_picklists.label(QStringLiteral("tier"), customer.tier_key()));
    case Group:
        return orDash(m_picklists.label(QStringLiteral("group"), customer.group_key()));
    case Phone:
        if (isMasked(customer, "phones"))
            return tr("hidden");
        return orDash(customer.phones().empty() ? QString() : phoneText(customer.phones(0)));
    case Owner:
        return m_directory.givenName(customer.owner_user_id());
    case LastContact:
        if (isJustNow(row))
            return tr("just now");
        return shortMoment(officeTime(customer.last_contact_time()), officeNow());
    case Status:
        return orDash(m_picklists.label(QStringLiteral("status"), customer.status_key()));
    case Province:
        return orDash(customer.addresses().empty() ? QString() : provinceText(customer.addresses(0)));
    case Source:
        return orDash(m_picklists.label(QStringLiteral("source"), customer.source_key()));
    case Created:
        return shortMoment(officeTime(customer.create_time()), officeNow());
    default:
        return furtherText(customer, column);
    }
}

QString CustomerModel::furtherText(const v1::Customer& customer, int column) const
{
    switch (column) {
    case Email:
        if (isMasked(customer, "emails"))
            return tr("hidden");
        return orDash(customer.emails().empty() ? QString() : QString::fromStdString(customer.emails(0).address()));
    case TaxCode:
        return isMasked(customer, "tax_code") ? tr("hidden") : orDash(taxCodeText(customer.tax_code()));
    case Address:
        return orDash(customer.addresses().empty() ? QString() : addressText(customer.addresses(0)));
    case Trade:
        return orDash(m_picklists.label(QStringLiteral("trade"), customer.trade_key()));
    case Kind:
        return customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL ? tr("Person") : tr("Organisation");
    case Team: {
        const auto* place = m_directory.placeOf(customer.unit_id());
        return orDash(place ? QString::fromStdString(place->name()) : QString());
    }
    case DoNotCall:
        return customer.do_not_call() ? tr("No ads") : QStringLiteral("–");
    case Updated:
        return shortMoment(officeTime(customer.update_time()), officeNow());
    case NextContact:
        return shortMoment(officeTime(customer.next_contact_time()), officeNow());
    case Callback:
        return shortMoment(officeTime(customer.callback_time()), officeNow());
    case CallbackReason:
        return orDash(QString::fromStdString(customer.callback_reason()));
    case Creator:
        return orDash(m_directory.givenName(customer.creator_user_id()));
    case TalkRhythm:
        return customer.talk_rhythm_days() > 0 ? tr("%Ln days", nullptr, customer.talk_rhythm_days())
                                               : QStringLiteral("–");
    case Ward:
        return orDash(customer.addresses().empty() ? QString() : QString::fromStdString(customer.addresses(0).ward()));
    default: {
        // As the facts say it; a list has one line.
        const auto field = QString::fromLatin1(columnInfo(column).field);
        if (isMasked(customer, columnInfo(column).field))
            return tr("hidden");
        return orDash(fieldLines(customer, field, m_directory, m_picklists).join(QStringLiteral(", ")));
    }
    }
}

QVariant CustomerModel::toneOf(const v1::Customer& customer, int column) const
{
    const auto tone = [](CellTone value) { return QVariant(static_cast<int>(value)); };
    switch (column) {
    case Tier:
        return tone(customer.tier_key() == "vip" ? CellTone::Vip : CellTone::Quiet);
    case Group:
        if (customer.group_key().empty())
            return tone(CellTone::Quiet);
        return tone(customer.group_key() == "loyal" ? CellTone::Accent : CellTone::Plain);
    case DoNotCall:
        return customer.do_not_call() ? tone(CellTone::Warn) : tone(CellTone::Quiet);
    case Callback:
        return tone(customer.has_callback_time() && officeTime(customer.callback_time()) < officeNow()
                        ? CellTone::Warn
                        : CellTone::Quiet);
    case TalkRhythm:
    case Code:
    case LastContact:
    case NextContact:
    case Created:
    case Updated:
    case Kind:
        return tone(CellTone::Quiet);
    case PotentialOf:
        return tone(customer.potential() == v1::POTENTIAL_PROMISING ? CellTone::Ok : CellTone::Quiet);
    default:
        return {};
    }
}

QString CustomerModel::spokenRow(const v1::Customer& customer, const LiveRow& row) const
{
    QString text = tr("%1, tier %2, group %3, owner %4")
                       .arg(QString::fromStdString(customer.name()), displayText(customer, row, Tier),
                            displayText(customer, row, Group), displayText(customer, row, Owner));
    if (row.isUnseen)
        text += QStringLiteral(", ") + tr("just changed by %1").arg(m_directory.givenName(row.changedBy));
    if (!row.goneReason.isEmpty())
        text += QStringLiteral(", ") + row.goneReason;
    return text;
}

} // namespace banhang::client
