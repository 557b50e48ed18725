#include "client/customers/list_title.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/customers/customer_model.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

const QList<int> kFirstHidden = {CustomerModel::Status, CustomerModel::Province, CustomerModel::Source,
                                 CustomerModel::Created};

QString columnsKey()
{
    return QStringLiteral("customers/hidden_columns");
}

QList<int> storedColumns()
{
    const auto stored = QSettings().value(columnsKey());
    if (!stored.isValid())
        return kFirstHidden;
    QList<int> columns;
    for (const auto& column : stored.toStringList())
        columns.append(column.toInt());
    return columns;
}

} // namespace

ListTitle::ListTitle(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_title(new QToolButton),
      m_count(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_age(new Tag({}, CellTone::Warn, QStringLiteral("clock"))),
      m_add(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("Add customer"))),
      m_views(new QMenu(m_title)),
      m_hiddenColumns(storedColumns())
{
    const auto setFont = [this] { m_title->setFont(textFont(TextSize::Title, TextWeight::Strong)); };
    setFont();
    connect(&Look::instance(), &Look::changed, this, setFont);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setAccessibleName(tr("Which customers are shown"));
    m_title->setMenu(m_views);
    m_age->hide();
    auto* columns = qobject_cast<QToolButton*>(makeIconButton(QStringLiteral("columns-3"), tr("Columns")));
    m_columns = new QMenu(columns);
    columns->setMenu(m_columns);
    columns->setPopupMode(QToolButton::InstantPopup);
    auto* refresh = makeIconButton(QStringLiteral("refresh-cw"), tr("Refresh"), QKeySequence(Qt::Key_F5));
    m_add->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (auto* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_age)})
        row->addWidget(widget);
    row->addStretch(1);
    for (auto* widget : {static_cast<QWidget*>(columns), static_cast<QWidget*>(refresh), static_cast<QWidget*>(m_add)})
        row->addWidget(widget);
    connect(refresh, &QAbstractButton::clicked, this, &ListTitle::refreshRequested);
    connect(m_add, &Button::clicked, this, &ListTitle::addRequested);
    connect(m_views, &QMenu::aboutToShow, this, &ListTitle::fillViews);
    connect(m_columns, &QMenu::aboutToShow, this, &ListTitle::fillColumns);
    // The unit of the caller has a name once the directory is there.
    connect(&m_workplace.directory, &DirectoryCache::changed, this, [this] { setView(m_view); });
}

void ListTitle::setView(View view)
{
    m_view = view;
    m_title->setText(textOf(view));
}

void ListTitle::setCount(int count, bool isMore)
{
    const QString number = QLocale().toString(count);
    m_count->setText(count < 0 ? QString() : isMore ? tr("%1+ customers").arg(number) : tr("%1 customers").arg(number));
}

void ListTitle::setAge(const QString& time)
{
    m_age->setText(time);
    m_age->setVisible(!time.isEmpty());
}

void ListTitle::applyRights()
{
    if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE))
        m_add->setEnabled(true);
    else
        m_add->disableByRight(tr("You do not have the right to add customers. Your team leader or IT can grant it."));
}

QString ListTitle::textOf(View view) const
{
    const auto& session = m_workplace.session;
    if (view == View::Mine)
        return tr("Your customers");
    if (view == View::Bin)
        return tr("Bin");
    const auto* place = m_workplace.directory.placeOf(session.me().unit_id());
    switch (session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW)) {
    case v1::SCOPE_OWN:
        return tr("Your customers");
    case v1::SCOPE_TEAM:
        return place ? QString::fromStdString(place->name()) : tr("Your team");
    case v1::SCOPE_BRANCH:
        while (place && place->kind() == v1::UNIT_KIND_TEAM)
            place = m_workplace.directory.unit(place->parent_id());
        return place ? QString::fromStdString(place->name()) : tr("Your branch");
    default:
        return tr("All customers");
    }
}

void ListTitle::fillViews()
{
    m_views->clear();
    auto* group = m_views->findChild<QActionGroup*>(QString(), Qt::FindDirectChildrenOnly);
    if (!group)
        group = new QActionGroup(m_views);
    const bool seesOnlyOwn = m_workplace.session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW) == v1::SCOPE_OWN;
    for (const auto view : {View::Mine, View::Visible, View::Bin}) {
        // Who sees only the own ones may have others shared: then "mine" leaves those out.
        const QString text =
            view == View::Visible && seesOnlyOwn ? tr("Yours and those shared with you") : textOf(view);
        auto* action = group->addAction(m_views->addAction(text));
        action->setCheckable(true);
        action->setChecked(view == m_view);
        connect(action, &QAction::triggered, this, [this, view] {
            setView(view);
            emit viewChosen();
        });
    }
}

void ListTitle::fillColumns()
{
    m_columns->clear();
    for (int column = CustomerModel::Code; column < CustomerModel::ColumnCount; ++column) {
        auto* action = m_columns->addAction(CustomerModel::titleOf(column));
        action->setCheckable(true);
        action->setChecked(!m_hiddenColumns.contains(column));
        action->setEnabled(column != CustomerModel::Tier); // stands on every screen
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { setColumnShown(column, isShown); });
    }
}

void ListTitle::setColumnShown(int column, bool isShown)
{
    m_hiddenColumns.removeAll(column);
    if (!isShown)
        m_hiddenColumns.append(column);
    QStringList stored;
    for (const int hidden : std::as_const(m_hiddenColumns))
        stored.append(QString::number(hidden));
    QSettings().setValue(columnsKey(), stored);
    emit columnsChanged();
}

} // namespace banhang::client
