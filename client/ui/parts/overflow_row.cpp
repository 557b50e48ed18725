#include "client/ui/parts/overflow_row.h"

#include <QEvent>

#include <algorithm>

namespace banhang::client {

OverflowRow::OverflowRow(int spacing, QWidget* parent) : QWidget(parent), m_spacing(spacing)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void OverflowRow::add(QWidget* part, int rank)
{
    part->setParent(this);
    m_parts.push_back({part, rank, true});
    updateGeometry();
    arrange();
}

void OverflowRow::setWanted(QWidget* part, bool isWanted)
{
    const auto found = std::ranges::find(m_parts, part, &Part::widget);
    if (found == m_parts.end())
        return;
    found->isWanted = isWanted;
    updateGeometry();
    arrange();
}

QSize OverflowRow::sizeUpTo(int rank) const
{
    QSize size(0, 0);
    for (const auto& part : m_parts) {
        const QSize one = part.widget->sizeHint();
        size.setHeight(std::max(size.height(), one.height())); // that of all, so that what comes and goes moves nothing
        if (part.isWanted && part.rank <= rank)
            size.rwidth() += one.width() + (size.width() > 0 ? m_spacing : 0);
    }
    return size;
}

QSize OverflowRow::sizeHint() const
{
    const auto highest = std::ranges::max_element(m_parts, {}, &Part::rank);
    return sizeUpTo(highest == m_parts.end() ? 0 : highest->rank);
}

QSize OverflowRow::minimumSizeHint() const
{
    return {sizeUpTo(0).width(), sizeHint().height()};
}

void OverflowRow::arrange()
{
    int shown = 0;
    for (const auto& part : m_parts)
        shown = std::max(shown, part.rank);
    while (shown > 0 && sizeUpTo(shown).width() > width())
        --shown;
    int x = 0;
    for (const auto& part : m_parts) {
        const bool isShown = part.isWanted && part.rank <= shown;
        part.widget->setVisible(isShown);
        if (!isShown)
            continue;
        const QSize size = part.widget->sizeHint();
        part.widget->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + m_spacing;
    }
}

bool OverflowRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void OverflowRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace banhang::client
