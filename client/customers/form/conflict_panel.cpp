#include "client/customers/form/conflict_panel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

#include "client/ui/look/control_painter.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

enum Choice { Theirs = 1, Mine = 2 };
constexpr int kColumns = 4;
constexpr int kSide = 14;
constexpr int kGap = 16;

QString shown(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("–") : value;
}

/// What needs no choice, told in a line.
QWidget* makeBand(Label* words)
{
    auto* band = new Pane(Pane::Ground::Alt);
    band->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(band);
    row->setContentsMargins(kSide, 5, kSide, 5);
    row->setSpacing(6);
    row->addWidget(new IconLabel(QStringLiteral("check"), Tone::Quiet, 14), 0, Qt::AlignTop);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    return band;
}

} // namespace

ConflictPanel::ConflictPanel(QWidget* parent)
    : QWidget(parent),
      m_bar(new NoticeBar(Tone::Peer, NoticeBar::Shape::Strip)),
      m_table(new QWidget),
      m_grid(new QGridLayout(m_table)),
      m_takeTheirs(new Button(ButtonKind::Small, {}, {})),
      m_save(new Button(ButtonKind::SmallPrimary, QStringLiteral("check"), {})),
      m_undisputed(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_undisputedBand(makeBand(m_undisputed))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(int(Pane::Edge::Bottom));
    auto* column = new QVBoxLayout(pane);
    column->setSpacing(8);
    column->setContentsMargins(0, 0, 0, 10);
    m_grid->setContentsMargins(kSide, 0, kSide, 0);
    m_grid->setHorizontalSpacing(kGap);
    m_grid->setVerticalSpacing(0);
    m_table->installEventFilter(this);
    column->addWidget(m_table);
    column->addWidget(m_undisputedBand);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(kSide, 0, kSide, 0);
    auto* takeMine = new Button(ButtonKind::Small, {}, tr("Take all of yours"));
    takeMine->setKeyHint(QStringLiteral("Alt+2"));
    m_takeTheirs->setKeyHint(QStringLiteral("Alt+1"));
    below->addWidget(m_takeTheirs);
    below->addWidget(takeMine);
    below->addStretch(1);
    below->addWidget(m_save);
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_save->hide();
    column->addLayout(below);
    layout->addWidget(pane);
    connect(m_takeTheirs, &Button::clicked, this, [this] { takeAll(true); });
    connect(takeMine, &Button::clicked, this, [this] { takeAll(false); });
    connect(m_save, &Button::clicked, this, &ConflictPanel::saveRequested);
}

void ConflictPanel::showSave(const QString& text)
{
    m_save->relabel(text);
    m_save->show();
}

void ConflictPanel::clear()
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qDeleteAll(m_lines);
    m_lines.clear();
    m_groups.clear();
}

void ConflictPanel::addHeads(const Person& theirs, const QString& theirGivenName, const Person& own)
{
    const auto words = [](const QString& text, Tone tone) {
        return new Label(text, TextSize::Second, TextWeight::Medium, tone);
    };
    const auto withPerson = [&](const Person& person, const QString& text, Tone tone) {
        auto* head = new QWidget;
        auto* row = new QHBoxLayout(head);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(new Avatar(person));
        row->addWidget(words(text, tone));
        row->addStretch(1);
        return head;
    };
    m_grid->addWidget(words(tr("Field"), Tone::Quiet), 0, 0);
    m_grid->addWidget(words(tr("Before"), Tone::Quiet), 0, 1);
    m_grid->addWidget(withPerson(theirs, tr("%1's").arg(theirGivenName), Tone::Peer), 0, 2);
    m_grid->addWidget(withPerson(own, tr("Yours"), Tone::Accent), 0, 3);
    m_grid->setRowMinimumHeight(0, headerHeight(fontMetrics()));
}

void ConflictPanel::begin(const Person& theirs, const QString& theirGivenName, const Person& own, const QString& when,
                          const QList<ConflictRow>& rows, const QString& undisputed)
{
    clear();
    m_bar->setPerson(theirs);
    m_bar->setTexts(tr("%1 saved before you, at %2.").arg(theirGivenName, when),
                    tr("%Ln fields differ; choose for each.", nullptr, static_cast<int>(rows.size())));
    m_bar->setAside(QStringLiteral("F8"));
    m_takeTheirs->relabel(tr("Take all of %1's").arg(theirGivenName));
    addHeads(theirs, theirGivenName, own);
    for (int i = 0; i < rows.size(); ++i)
        addRow(rows[i], i + 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnStretch(3, 1);
    m_undisputed->setText(undisputed);
    m_undisputedBand->setVisible(!undisputed.isEmpty());
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
    for (auto* button : {theirs, mine}) {
        button->installEventFilter(this);
        connect(button, &QRadioButton::toggled, m_table, qOverload<>(&QWidget::update));
    }
    theirs->setAccessibleName(tr("%1: theirs, %2").arg(row.label, row.theirs));
    mine->setAccessibleName(tr("%1: yours, %2").arg(row.label, row.mine));
    m_grid->addWidget(new Label(row.label, TextSize::Body, TextWeight::Regular, Tone::Quiet), line, 0);
    m_grid->addWidget(new Label(shown(row.original), TextSize::Body, TextWeight::Regular, Tone::Quiet), line, 1);
    m_grid->addWidget(theirs, line, 2);
    m_grid->addWidget(mine, line, 3);
    m_grid->setRowMinimumHeight(line, rowHeight(fontMetrics()));
    m_groups.insert(row.field, group);
    m_lines.append(group);
}

QRect ConflictPanel::cellRect(int line, int column) const
{
    // Spacings belong to the cells beside them, so that grounds meet.
    const QRect cell = m_grid->cellRect(line, column);
    const int left = column == 0 ? 0 : cell.left() - kGap / 2;
    const int right = column == kColumns - 1 ? m_table->width() : m_grid->cellRect(line, column + 1).left() - kGap / 2;
    return {left, cell.top(), right - left, cell.height()};
}

void ConflictPanel::paintTable()
{
    QPainter painter(m_table);
    const auto& colors = theme();
    painter.fillRect(QRect(0, 0, m_table->width(), m_grid->cellRect(0, 0).height()), colors.alt);
    for (int line = 1; line <= m_lines.size(); ++line) {
        auto* group = m_lines[line - 1];
        const bool isTheirs = group->checkedId() == Theirs;
        painter.fillRect(cellRect(line, isTheirs ? 2 : 3), isTheirs ? colors.peerBg : colors.accentBg);
        painter.fillRect(QRect(0, cellRect(line, 0).bottom(), m_table->width(), 1), colors.grid);
        for (int column = 1; column < kColumns; ++column)
            painter.fillRect(
                QRect(cellRect(line, column).left(), cellRect(line, 0).top(), 1, cellRect(line, 0).height()),
                colors.grid);
        if (group->button(Theirs)->hasFocus() || group->button(Mine)->hasFocus())
            paintFocus(painter, cellRect(line, 0).united(cellRect(line, kColumns - 1)), 0);
    }
}

bool ConflictPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::Paint)
        paintTable();
    else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        m_table->update();
    return QWidget::eventFilter(watched, event);
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

void ConflictPanel::choose(const QSet<QString>& fromThem)
{
    for (auto it = m_groups.constBegin(); it != m_groups.constEnd(); ++it)
        it.value()->button(fromThem.contains(it.key()) ? Theirs : Mine)->setChecked(true);
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
