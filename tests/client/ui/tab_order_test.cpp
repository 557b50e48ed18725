// Tab where parts come into a row after it was made.
#include "client/ui/parts/tab_order.h"

#include "client/ui/parts/fact_grid.h"
#include "client/ui/parts/titled_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

namespace banhang::client {
namespace {

/// The texts of the buttons and fields, in the order of Tab, and "link" for each label that has one.
QStringList stops(QWidget& window)
{
    QStringList texts;
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        if (auto* button = qobject_cast<QPushButton*>(widget))
            texts.append(button->text());
        if (auto* field = qobject_cast<QLineEdit*>(widget))
            texts.append(field->objectName());
        if (qobject_cast<QLabel*>(widget) && (widget->focusPolicy() & Qt::TabFocus))
            texts.append(QStringLiteral("link"));
    }
    return texts;
}

struct TabOrder : testing::Test
{
    TabOrder()
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(named("above"));
        row = new QHBoxLayout;
        column->addLayout(row);
        row->addWidget(anchor);
        column->addWidget(named("below"));
    }

    static QLineEdit* named(const char* name)
    {
        auto* field = new QLineEdit;
        field->setObjectName(QLatin1String(name));
        return field;
    }

    QWidget window;
    QHBoxLayout* row = nullptr;
    QPushButton* anchor = new QPushButton(QStringLiteral("anchor"));
};

TEST_F(TabOrder, followsTheRowAndLeavesWhatIsAroundIt)
{
    row->insertWidget(0, new QPushButton(QStringLiteral("left")));
    row->addWidget(new QPushButton(QStringLiteral("right")));
    ASSERT_EQ(stops(window).join(' '), QStringLiteral("above anchor below left right"));
    tabThrough(*row, anchor);
    EXPECT_EQ(stops(window).join(' '), QStringLiteral("above left anchor right below"));
    tabThrough(*row, anchor);
    EXPECT_EQ(stops(window).join(' '), QStringLiteral("above left anchor right below"));
}

TEST_F(TabOrder, goesThroughWhatIsInAWidgetThatTakesNoFocusItself)
{
    auto* group = new QWidget;
    auto* inner = new QHBoxLayout(group);
    inner->addWidget(new QPushButton(QStringLiteral("first")));
    inner->addWidget(new QPushButton(QStringLiteral("second")));
    row->insertWidget(0, group);
    tabThrough(*row, anchor);
    EXPECT_EQ(stops(window).join(' '), QStringLiteral("above first second anchor below"));
}

TEST_F(TabOrder, findsWhatIsMadeAnewWhereItsHolderStands)
{
    QWidget holder;
    window.layout()->addWidget(&holder); // behind "below"
    window.layout()->addWidget(named("last"));
    auto* inner = new QHBoxLayout(&holder);
    for (const char* round : {"once", "again"}) {
        while (auto* item = inner->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        inner->addWidget(named(round));
        inner->addWidget(named("second"));
        tabWithin(&holder);
        EXPECT_EQ(stops(window).join(' '),
                  QStringLiteral("above anchor below %1 second last").arg(QLatin1String(round)));
    }
}

TEST_F(TabOrder, comesToTheLinksOfFactsBeforeWhatStandsBelowThem)
{
    auto* facts = new FactGrid;
    window.layout()->addWidget(facts);
    window.layout()->addWidget(named("last"));
    Fact email;
    email.field = QStringLiteral("emails");
    email.value = QStringLiteral("lan@thienan.example");
    email.link = QStringLiteral("mailto:lan@thienan.example");
    for (int i = 0; i < 2; ++i) {
        facts->setFacts({email, email});
        EXPECT_EQ(stops(window).join(' '), QStringLiteral("above anchor below link link last"));
    }
}

TEST_F(TabOrder, goesThroughTheHeadOfAPageFirst)
{
    auto* page = new TitledPage(QStringLiteral("Trang"));
    auto* body = named("body");
    page->body()->addWidget(body);
    page->addToHead(named("first"));
    page->addToHead(named("second"));
    page->setFocusProxy(body); // by which Qt puts the body in front
    window.layout()->addWidget(page);
    window.layout()->addWidget(named("last"));
    window.show();
    EXPECT_EQ(stops(window).join(' '), QStringLiteral("above anchor below first second Close body last"));
}

} // namespace
} // namespace banhang::client
