#include "client/ui/parts/status_line.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace banhang::client {

namespace {

constexpr int kNewsMs = 10'000;
constexpr int kIconSize = 14;

/// A short upright line between two facts.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget* parent) : QWidget(parent) { setFixedWidth(1); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintHairline(painter, rect().adjusted(0, 5, 0, -5), Qt::LeftEdge, theme().border);
    }
};

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_errors(makeIssue(QStringLiteral("circle-x"), Tone::Error, m_errorText)),
      m_warnings(makeIssue(QStringLiteral("triangle-alert"), Tone::Warn, m_warningText)),
      m_icon(new IconLabel(QString(), Tone::Quiet, kIconSize, this)),
      m_who(new Label(QString(), TextSize::Second, TextWeight::Strong, Tone::Peer, this)),
      m_text(new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Quiet, this)),
      m_connectionIcon(new IconLabel(QString(), Tone::Ok, kIconSize, this)),
      m_connection(new Label(QString(), TextSize::Second, TextWeight::Medium, Tone::Ok, this))
{
    m_text->setElided(true);
    for (QWidget* part : {static_cast<QWidget*>(m_connectionIcon), static_cast<QWidget*>(m_connection)}) {
        part->setCursor(Qt::PointingHandCursor);
        part->setToolTip(tr("Drafts and connection"));
        part->installEventFilter(this);
    }
    m_row->setContentsMargins(10, 0, 10, 0);
    m_row->setSpacing(5);
    m_row->addWidget(m_errors);
    m_row->addWidget(m_warnings);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_who);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(new Divider(this));
    m_row->addSpacing(5);
    m_row->addWidget(m_connectionIcon);
    m_row->addWidget(m_connection);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kNewsMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { fillLeft({}, Tone::Quiet, {}, m_placeKeys); });
    fillLeft({}, Tone::Quiet, {}, {});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto grow = [this] { setMinimumHeight(smallHeight(m_text->fontMetrics())); };
    grow();
    connect(&Look::instance(), &Look::changed, this, grow);
    connect(&Look::instance(), &Look::changed, this, &StatusLine::fitFacts);
    setAccessibleName(tr("Status line"));
}

QWidget* StatusLine::makeIssue(const QString& iconName, Tone tone, Label*& text)
{
    auto* issue = new QWidget(this);
    text = new Label(QString(), TextSize::Second, TextWeight::Medium, tone, issue);
    auto* row = new QHBoxLayout(issue);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(5);
    row->addWidget(new IconLabel(iconName, tone, kIconSize, issue));
    row->addWidget(text);
    issue->hide();
    return issue;
}

void StatusLine::setIssues(int errors, int warnings)
{
    m_errorText->setText(tr("%Ln errors to correct", nullptr, errors));
    m_warningText->setText(tr("%Ln warnings, can be saved", nullptr, warnings));
    m_errors->setVisible(errors > 0);
    m_warnings->setVisible(warnings > 0);
    fitFacts();
}

void StatusLine::setPlaceKeys(const QString& text)
{
    m_placeKeys = text;
    if (!m_timer.isActive())
        fillLeft({}, Tone::Quiet, {}, text);
}

void StatusLine::showNews(const QString& who, const QString& text, const QString& iconName)
{
    fillLeft(iconName, who.isEmpty() ? Tone::Quiet : Tone::Peer, who, text);
    m_timer.start();
}

void StatusLine::forgetNews()
{
    m_timer.stop();
    fillLeft({}, Tone::Quiet, {}, m_placeKeys);
}

void StatusLine::fillLeft(const QString& iconName, Tone tone, const QString& who, const QString& text)
{
    m_icon->setVisible(!iconName.isEmpty());
    m_icon->setIcon(iconName, tone);
    m_who->setVisible(!who.isEmpty());
    m_who->setText(who);
    m_text->setText(text);
    fitFacts();
}

void StatusLine::setConnection(Tone tone, const QString& iconName, const QString& text)
{
    m_connectionIcon->setIcon(iconName, tone);
    m_connection->setTone(tone);
    m_connection->setText(text);
    fitFacts();
}

void StatusLine::setFacts(const QStringList& facts)
{
    while (m_facts.size() < facts.size()) {
        auto* fact = new QWidget(this);
        auto* row = new QHBoxLayout(fact);
        row->setContentsMargins(5, 0, 0, 0);
        row->setSpacing(10);
        row->addWidget(new Divider(fact));
        auto* label = new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Quiet, fact);
        row->addWidget(label);
        m_row->addWidget(fact);
        m_facts.append(label);
    }
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        m_facts[i]->setText(facts.value(i));
    fitFacts();
}

/// The facts give way from the left, the clock never: what a form wants looked at must not widen the window.
void StatusLine::fitFacts()
{
    for (const Label* fact : std::as_const(m_facts))
        fact->parentWidget()->show();
    for (qsizetype i = 0; i + 1 < m_facts.size() && m_row->totalMinimumSize().width() > width(); ++i)
        m_facts[i]->parentWidget()->hide();
}

QSize StatusLine::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitFacts();
}

bool StatusLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        emit connectionClicked();
    return QWidget::eventFilter(watched, event);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    paintHairline(painter, rect(), Qt::TopEdge, theme().border);
}

} // namespace banhang::client
