#include "client/customers/conflict_panel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

enum Choice { Theirs = 1, Mine = 2 };

QString shown(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("–") : value;
}

} // namespace

ConflictPanel::ConflictPanel(QWidget* parent)
    : QWidget(parent),
      m_bar(new NoticeBar(Tone::Peer, NoticeBar::Shape::Strip)),
      m_grid(new QGridLayout),
      m_undisputed(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(int(Pane::Edge::Bottom));
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    column->addLayout(m_grid);
    column->addWidget(m_undisputed);
    layout->addWidget(pane);
}

void ConflictPanel::clear()
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qDeleteAll(m_groups);
    m_groups.clear();
}

void ConflictPanel::begin(const Person& theirs, const QString& theirGivenName, const QString& when,
                          const QList<ConflictRow>& rows, const QString& undisputed)
{
    clear();
    m_bar->setPerson(theirs);
    m_bar->setTexts(tr("%1 saved before you, at %2.").arg(theirGivenName, when),
                    tr("%1 fields differ; choose for each.").arg(rows.size()));
    m_bar->setAside(QStringLiteral("Alt+1 · Alt+2"));
    const QStringList heads{tr("Field"), tr("Before"), tr("%1's").arg(theirGivenName), tr("Yours")};
    const Tone tones[] = {Tone::Quiet, Tone::Quiet, Tone::Peer, Tone::Accent};
    for (int column = 0; column < heads.size(); ++column)
        m_grid->addWidget(new Label(heads[column], TextSize::Second, TextWeight::Strong, tones[column]), 0, column);
    for (int i = 0; i < rows.size(); ++i)
        addRow(rows[i], i + 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnStretch(3, 1);
    m_undisputed->setText(undisputed);
    m_undisputed->setVisible(!undisputed.isEmpty());
    show();
}

void ConflictPanel::addRow(const ConflictRow& row, int line)
{
    auto* group = new QButtonGroup(this);
    auto* theirs = new QRadioButton(shown(row.theirs));
    auto* mine = new QRadioButton(shown(row.mine));
    group->addButton(theirs, Theirs);
    group->addButton(mine, Mine);
    mine->setChecked(true);
    theirs->setAccessibleName(tr("%1: theirs, %2").arg(row.label, row.theirs));
    mine->setAccessibleName(tr("%1: yours, %2").arg(row.label, row.mine));
    m_grid->addWidget(new Label(row.label, TextSize::Body, TextWeight::Regular, Tone::Quiet), line, 0);
    m_grid->addWidget(new Label(shown(row.original), TextSize::Body, TextWeight::Regular, Tone::Quiet), line, 1);
    m_grid->addWidget(theirs, line, 2);
    m_grid->addWidget(mine, line, 3);
    m_groups.insert(row.field, group);
}

QSet<QString> ConflictPanel::takenFromThem() const
{
    QSet<QString> fields;
    for (auto it = m_groups.constBegin(); it != m_groups.constEnd(); ++it) {
        if (it.value()->checkedId() == Theirs)
            fields.insert(it.key());
    }
    return fields;
}

void ConflictPanel::takeAll(bool isTheirs)
{
    for (auto* group : std::as_const(m_groups))
        group->button(isTheirs ? Theirs : Mine)->setChecked(true);
}

void ConflictPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_1 && event->key() != Qt::Key_2) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (auto* group : std::as_const(m_groups)) {
        for (auto* button : group->buttons()) {
            if (button->hasFocus()) {
                auto* chosen = group->button(event->key() == Qt::Key_1 ? Theirs : Mine);
                chosen->setChecked(true);
                chosen->setFocus();
                return;
            }
        }
    }
}

} // namespace banhang::client
