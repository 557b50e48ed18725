#include "client/merging/finding_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/merging/merging_text.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kBar = 3;

enum Role { CustomersRole = Qt::UserRole + 1, MergeRole, TagRole, ToneRole, SecondRole, SectionRole };

/// What an item is the first of; empty for those that follow one of the same.
QString sectionAt(const QModelIndex& index)
{
    const QString section = index.data(SectionRole).toString();
    return index.row() > 0 && index.siblingAtRow(index.row() - 1).data(SectionRole) == section ? QString() : section;
}

/// Two lines and, where there is one, a tag at the right; above the first of its section, the section's name.
class Lines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int lines =
            QFontMetrics(textFont(TextSize::Body)).height() + QFontMetrics(textFont(TextSize::Second)).height();
        return {0, lines + scaled(18) + (sectionAt(index).isEmpty() ? 0 : sectionHeight())};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool isChosen = option.state & QStyle::State_Selected;
        QRect row = option.rect;
        if (const QString section = sectionAt(index); !section.isEmpty()) {
            paintSection(painter, QRect(row.left(), row.top(), row.width(), sectionHeight()), section);
            row.setTop(row.top() + sectionHeight());
        }
        const bool isActive = option.state & QStyle::State_HasFocus;
        painter->fillRect(row, !isChosen ? theme().base : isActive ? theme().sel : theme().selInactive);
        if (isChosen)
            painter->fillRect(QRect(row.left(), row.top(), kBar, row.height()), theme().accent);
        paintHairline(*painter, row, Qt::BottomEdge, theme().grid);
        QRect room = row.adjusted(scaled(14), scaled(7), -scaled(14), -scaled(7));
        if (const QString words = index.data(TagRole).toString(); !words.isEmpty()) {
            const auto pixmap = tagPixmap(words, static_cast<CellTone>(index.data(ToneRole).toInt()),
                                          painter->device()->devicePixelRatioF());
            const QSizeF size = pixmap.deviceIndependentSize();
            painter->drawPixmap(QPointF(room.right() - size.width(), room.center().y() - size.height() / 2), pixmap);
            room.setRight(room.right() - static_cast<int>(size.width()) - scaled(12));
        }
        paintLine(painter, room, textFont(TextSize::Body, TextWeight::Medium), theme().text,
                  index.data(Qt::DisplayRole).toString());
        room.setTop(room.top() + QFontMetrics(textFont(TextSize::Body)).height() + scaled(3));
        paintLine(painter, room, textFont(TextSize::Second), theme().text2, index.data(SecondRole).toString());
        painter->restore();
    }

private:
    static int sectionHeight() { return headerHeight(QFontMetrics(textFont(TextSize::Second))); }
    static void paintSection(QPainter* painter, const QRect& rect, const QString& text)
    {
        painter->fillRect(rect, theme().alt);
        paintHairline(*painter, rect, Qt::BottomEdge, theme().border);
        painter->setFont(textFont(TextSize::Second, TextWeight::Strong));
        painter->setPen(theme().text2);
        painter->drawText(rect.adjusted(scaled(14), 0, -scaled(14), 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    static void paintLine(QPainter* painter, const QRect& room, const QFont& font, const QColor& color,
                          const QString& text)
    {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeft,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    }
};

} // namespace

FindingList::FindingList(const Workplace& workplace, QWidget* parent) : QListWidget(parent), m_workplace(workplace)
{
    setItemDelegate(new Lines(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) { emit opened(row(item)); });
    updateWithDate(this, [this] {
        for (int row = 0; row < static_cast<int>(m_merges.size()); ++row)
            fillMerge(row);
    });
}

void FindingList::clearAll()
{
    clear();
    m_merges.clear();
}

void FindingList::addFinding(const v1::Finding& finding)
{
    QStringList names;
    QStringList facts;
    QVariantList ids;
    QList<qint64> customers;
    for (const auto& customer : finding.customers()) {
        names.append(QString::fromStdString(customer.name()));
        QStringList fact{QString::fromStdString(customer.code())};
        if (const QString owner = m_workplace.directory.fullName(customer.owner_user_id()); !owner.isEmpty())
            fact.append(owner);
        facts.append(fact.join(QStringLiteral(" · ")));
        ids.append(static_cast<qint64>(customer.id()));
        customers.append(customer.id());
    }
    if (rowOf(customers) >= 0)
        return;
    auto* item = new QListWidgetItem(names.join(QStringLiteral("  =  ")), this);
    item->setData(SecondRole, facts.join(QStringLiteral("    ")));
    item->setData(CustomersRole, ids);
    item->setData(SectionRole, rankSection(finding.rank()));
    item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(", ") + rankWord(finding.rank()));
}

void FindingList::addMerge(const v1::Merge& merge)
{
    QStringList losers;
    for (const auto& loser : merge.losers())
        losers.append(namedCode(loser.name(), loser.code()));
    addItem(losers.join(QStringLiteral(", ")) + QStringLiteral("  →  ") +
            namedCode(merge.survivor().name(), merge.survivor().code()));
    m_merges.push_back(merge);
    fillMerge(count() - 1);
}

void FindingList::fillMerge(int row)
{
    const v1::Merge& merge = m_merges[static_cast<size_t>(row)];
    const auto now = officeNow();
    const bool isOpen = !merge.has_undo_time() && officeTime(merge.undo_end_time()) > now;
    auto* item = this->item(row);
    QString second = tr("merged by %1, %2")
                         .arg(m_workplace.directory.fullName(merge.actor_user_id()),
                              longMoment(officeTime(merge.merge_time()), now));
    if (!merge.message().empty())
        second += QStringLiteral(" · ") + QString::fromStdString(merge.message());
    item->setData(SecondRole, second);
    item->setData(MergeRole, static_cast<qint64>(isOpen ? merge.id() : 0));
    item->setData(
        TagRole,
        merge.has_undo_time() ? tr("Undone")
        : isOpen ? tr("Until %1").arg(officeTime(merge.undo_end_time()).date().toString(QStringLiteral("dd/MM/yyyy")))
                 : QString());
    item->setData(ToneRole, static_cast<int>(isOpen ? CellTone::Accent : CellTone::Quiet));
}

std::vector<FindingList::Taken> FindingList::takeCustomers(const QList<qint64>& ids)
{
    std::vector<Taken> taken;
    for (int row = count() - 1; row >= 0; --row) {
        const auto customers = customersAt(row);
        const bool isHit = std::any_of(ids.begin(), ids.end(), [&](qint64 id) { return customers.contains(id); });
        if (isHit)
            taken.push_back({row, std::shared_ptr<const QListWidgetItem>(takeItem(row))});
    }
    scheduleDelayedItemsLayout(); // the next one may now be the first of its section
    return taken;
}

void FindingList::putBack(const std::vector<Taken>& groups)
{
    // They were taken from the end.
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        if (rowOf(customersOf(*group->item)) < 0)
            insertItem(group->row, new QListWidgetItem(*group->item));
    }
    scheduleDelayedItemsLayout();
}

QList<qint64> FindingList::customersOf(const QListWidgetItem& item)
{
    QList<qint64> ids;
    for (const auto& id : item.data(CustomersRole).toList())
        ids.append(id.toLongLong());
    return ids;
}

QList<qint64> FindingList::customersAt(int row) const
{
    const auto* one = item(row);
    return one ? customersOf(*one) : QList<qint64>();
}

int FindingList::rowOf(const QList<qint64>& ids) const
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    for (int row = 0; row < count() && !wanted.isEmpty(); ++row) {
        const auto customers = customersAt(row);
        if (QSet<qint64>(customers.begin(), customers.end()) == wanted)
            return row;
    }
    return -1;
}

qint64 FindingList::mergeAt(int row) const
{
    const auto* one = item(row);
    return one ? one->data(MergeRole).toLongLong() : 0;
}

void FindingList::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentRow() >= 0)
        emit opened(currentRow());
    else
        QListWidget::keyPressEvent(event);
}

} // namespace banhang::client
