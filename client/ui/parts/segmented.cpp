#include "client/ui/parts/segmented.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace banhang::client {

namespace {

constexpr int kPadding = 11;
constexpr int kIconSize = 16;
constexpr int kGap = 6;

class Segment final : public QAbstractButton
{
public:
    Segment(QString iconName, const QString& text, QWidget* parent)
        : QAbstractButton(parent), m_iconName(std::move(iconName))
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        QString name = text;
        setAccessibleName(name.remove(u'&'));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(textFont(TextSize::Body, TextWeight::Medium));
        const int textWidth = metrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, text()).width();
        const int icon = m_iconName.isEmpty() ? 0 : scaled(kIconSize) + kGap;
        return {textWidth + icon + 2 * kPadding, fieldHeight(metrics)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& t = theme();
        QPainter painter(this);
        // Neighbours share one line: each frame reaches one pixel under the next.
        const QColor ground = isChecked() ? t.selInactive : underMouse() ? t.buttonHover : t.button;
        painter.setClipRect(rect());
        const QWidget* bar = parentWidget();
        const QRect whole(-x(), 0, bar->width(), height());
        paintFrame(painter, whole, {.fill = ground, .line = t.input});
        if (x() > 0)
            paintHairline(painter, rect(), Qt::LeftEdge, t.input);
        QRect rest = rect().adjusted(kPadding, 0, -kPadding, 0);
        if (!m_iconName.isEmpty()) {
            const int icon = scaled(kIconSize);
            Icon::paint(painter, m_iconName, t.text, QRect(rest.left(), 0, icon, height()), icon);
            rest.setLeft(rest.left() + icon + kGap);
        }
        painter.setFont(textFont(TextSize::Body, isChecked() ? TextWeight::Medium : TextWeight::Regular));
        painter.setPen(t.text);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
        if (hasFocus())
            paintFocus(painter, rect());
    }

private:
    QString m_iconName;
};

} // namespace

Segmented::Segmented(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* segment, bool isChosen) {
        if (isChosen)
            setFocusProxy(segment);
    });
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void Segmented::addChoice(int id, const QString& iconName, const QString& text)
{
    auto* segment = new Segment(iconName, text, this);
    m_group->addButton(segment, id);
    m_row->addWidget(segment);
    if (m_group->buttons().size() == 1)
        segment->setChecked(true);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int id)
{
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

} // namespace banhang::client
