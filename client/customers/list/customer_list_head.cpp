// The head of the list: saved views, the box that filters by words, and what is done with the list now and then.
#include <QEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QShortcut>

#include "client/customers/batch/batch_bar.h"
#include "client/customers/filter/filter_bar.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/list/list_title.h"
#include "client/customers/views/list_views.h"
#include "client/customers/views/view_editor.h"
#include "client/ui/form/search_box.h"
#include "client/ui/parts/button.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

void CustomerList::connectViews()
{
    connect(m_title, &ListTitle::columnsRequested, this, &CustomerList::chooseColumns);
    connect(m_title, &ListTitle::filterRequested, this, &CustomerList::openFilter);
    connect(m_title->moreMenu(), &QMenu::aboutToShow, this, &CustomerList::fillMore);
    connect(m_title, &ListTitle::addRequested, this, &CustomerList::addRequested);
    connect(m_title->menu(), &QMenu::aboutToShow, this, [this] { m_views->count(m_views->fillMenu(m_title->menu())); });
    connect(m_views, &ListViews::chosen, this, &CustomerList::onViewChosen);
    connect(m_views, &ListViews::titleChanged, this, &CustomerList::showTitle);
    connect(m_views, &ListViews::exportRequested, this, [this] { emit exportRequested({}); });
    connect(m_views, &ListViews::printRequested, this, &CustomerList::printRequested);
    connect(m_views, &ListViews::binRequested, this, &CustomerList::binPageRequested);
    connect(m_views, &ListViews::editorRequested, m_editor, &ViewEditor::open);
    connect(m_views, &ListViews::undoOffered, this, &CustomerList::undoOffered);
    connect(m_views, &ListViews::viewSaved, this, [this](const QString& name) {
        emit newsHappened(tr("Saved the list “%1”").arg(name), QStringLiteral("circle-check"));
    });
    connect(m_views, &ListViews::failed, this, [this](const AppError& error) {
        if (!m_editor->isVisible()) // which tells it itself
            emit failed(tr("The list was not saved."), error);
    });
    connect(m_editor, &ViewEditor::closed, this, &CustomerList::focusTable);
    connect(m_saveAs, &Button::clicked, this, [this] { m_editor->open(true); });
}

void CustomerList::setUpViewKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto work) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { m_filters->openAddMenu(); });
    for (const auto& [key, work] : {std::pair(QKeySequence(Qt::CTRL | Qt::Key_F), &CustomerList::openFilter),
                                    std::pair(QKeySequence(Qt::Key_F5), &CustomerList::refresh)})
        connect(new QShortcut(key, this), &QShortcut::activated, this, work);
    for (int key = 1; key <= 9; ++key)
        onKey(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + key)), [this, key] { m_views->chooseByKey(key); });
}

void CustomerList::onViewChosen()
{
    m_isSettingUp = true;
    m_filters->setFilter(m_views->setup().filter);
    m_isSettingUp = false;
    applyColumns();
    load();
}

void CustomerList::showTitle()
{
    m_title->setTitle(m_views->title(), m_views->isChanged());
    m_saveAs->setVisible(m_views->isChanged());
}

void CustomerList::openFilter()
{
    m_search->show();
    m_search->begin();
}

void CustomerList::fillMore()
{
    auto* menu = m_title->moreMenu();
    menu->clear();
    const auto add = [this, menu](const QString& text, const QKeySequence& key, auto work) {
        connect(menu->addAction(text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText)), &QAction::triggered,
                this, work);
    };
    add(tr("Refresh"), Qt::Key_F5, [this] { refresh(); });
    add(tr("Filter this list"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] { openFilter(); });
    menu->addSeparator();
    m_views->fillMore(menu);
}

bool CustomerList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::FocusOut && m_search->text().isEmpty())
        m_search->hide();
    // What is shown after it has grown hears of its own size before the rows have theirs.
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        const QScopedValueRollback setsUp(m_isSettingUp, true);
        fitName();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace banhang::client
