#include "client/merging/finding_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/merging/merging_text.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

enum Role { CustomersRole = Qt::UserRole + 1, MergeRole, TagRole, ToneRole, SecondRole };

/// Two lines and a tag at the right.
class Lines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, QFontMetrics(textFont(TextSize::Body)).height() + QFontMetrics(textFont(TextSize::Second)).height() +
                       scaled(18)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool isChosen = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, isChosen ? theme().accbg : theme().base);
        painter->setPen(theme().grid);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect room = option.rect.adjusted(scaled(14), scaled(7), -scaled(14), -scaled(7));
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
    setUniformItemSizes(true);
    connect(this, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) { emit opened(row(item)); });
}

void FindingList::clearAll()
{
    clear();
}

void FindingList::addFinding(const v1::Finding& finding)
{
    QStringList names;
    QStringList facts;
    QVariantList ids;
    for (const auto& customer : finding.customers()) {
        names.append(QString::fromStdString(customer.name()));
        facts.append(QStringLiteral("%1 · %2").arg(QString::fromStdString(customer.code()),
                                                   m_workplace.directory.fullName(customer.owner_user_id())));
        ids.append(static_cast<qint64>(customer.id()));
    }
    auto* item = new QListWidgetItem(names.join(QStringLiteral("  =  ")), this);
    item->setData(SecondRole, facts.join(QStringLiteral("    ")));
    item->setData(CustomersRole, ids);
    item->setData(TagRole, rankWord(finding.rank()));
    item->setData(ToneRole, static_cast<int>(rankTone(finding.rank())));
    item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(", ") + rankWord(finding.rank()));
}

void FindingList::addMerge(const v1::Merge& merge)
{
    QStringList losers;
    for (const auto& loser : merge.losers())
        losers.append(namedCode(loser.name(), loser.code()));
    const auto now = QDateTime::currentDateTime();
    const bool isOpen = !merge.has_undo_time() && toDateTime(merge.undo_end_time()) > now;
    auto* item = new QListWidgetItem(losers.join(QStringLiteral(", ")) + QStringLiteral("  →  ") +
                                         namedCode(merge.survivor().name(), merge.survivor().code()),
                                     this);
    QString second = tr("merged by %1, %2")
                         .arg(m_workplace.directory.fullName(merge.actor_user_id()),
                              longMoment(toDateTime(merge.merge_time()), now));
    if (!merge.message().empty())
        second += QStringLiteral(" · ") + QString::fromStdString(merge.message());
    item->setData(SecondRole, second);
    item->setData(MergeRole, static_cast<qint64>(isOpen ? merge.id() : 0));
    item->setData(
        TagRole,
        merge.has_undo_time() ? tr("Taken back")
        : isOpen ? tr("Until %1").arg(toDateTime(merge.undo_end_time()).date().toString(QStringLiteral("dd/MM/yyyy")))
                 : QString());
    item->setData(ToneRole, static_cast<int>(isOpen ? CellTone::Accent : CellTone::Quiet));
}

void FindingList::dropCustomers(const QList<qint64>& ids)
{
    for (int row = count() - 1; row >= 0; --row) {
        const auto customers = customersAt(row);
        const bool isHit = std::any_of(ids.begin(), ids.end(), [&](qint64 id) { return customers.contains(id); });
        if (isHit)
            delete takeItem(row);
    }
}

QList<qint64> FindingList::customersAt(int row) const
{
    QList<qint64> ids;
    if (const auto* one = item(row))
        for (const auto& id : one->data(CustomersRole).toList())
            ids.append(id.toLongLong());
    return ids;
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
