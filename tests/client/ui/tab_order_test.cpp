// Tab where parts come into a row after it was made.
#include "client/ui/parts/tab_order.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

namespace banhang::client {
namespace {

/// The texts of the buttons and fields, in the order of Tab.
QStringList stops(QWidget& window)
{
    QStringList texts;
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        if (auto* button = qobject_cast<QPushButton*>(widget))
            texts.append(button->text());
        if (auto* field = qobject_cast<QLineEdit*>(widget))
            texts.append(field->objectName());
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

} // namespace
} // namespace banhang::client
