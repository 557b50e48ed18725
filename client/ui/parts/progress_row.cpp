#include "client/ui/parts/progress_row.h"

#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace banhang::client {

namespace {
constexpr int kBarSteps = 1000; // counts of rows may exceed what the bar's int holds
}

ProgressRow::ProgressRow(QWidget* parent)
    : QWidget(parent),
      m_text(new Label(this)),
      m_bar(new QProgressBar(this)),
      m_estimate(new Label(QString(), TextSize::Body, TextWeight::Regular, Tone::Quiet, this)),
      m_stop(new Button(ButtonKind::Small, QStringLiteral("square"), tr("Stop"), this))
{
    m_bar->setTextVisible(false);
    m_stop->setKey(QKeySequence(Qt::Key_Escape));
    setFocusProxy(m_stop);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_estimate);
    row->addWidget(m_stop);
    connect(m_stop, &Button::clicked, this, &ProgressRow::stopRequested);
}

void ProgressRow::setProgress(const QString& text, qint64 done, qint64 total, const QString& estimate)
{
    m_text->setText(text);
    m_estimate->setText(estimate);
    m_bar->setRange(0, total > 0 ? kBarSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * kBarSteps));
    m_bar->setAccessibleName(text);
}

} // namespace banhang::client
