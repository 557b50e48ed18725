// The page about duplicates before a server with some groups.
#pragma once

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include "client/merging/finding_list.h"
#include "client/merging/merge_table.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "client/ui/parts/button.h"
#include "tests/client/merging/fake_merges.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {

class MergingPageTest : public ::testing::Test, protected test::WorkplaceAt<FakeMerges>
{
protected:
    void SetUp() override
    {
        v1::Me me;
        me.set_user_id(7);
        const auto allow = [&me](v1::Resource resource, v1::Action action) {
            auto& right = *me.add_rights();
            right.set_resource(resource);
            right.set_action(action);
            right.set_scope(v1::SCOPE_ALL);
        };
        allow(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE);
        if (runsTheServer) {
            allow(v1::RESOURCE_SERVER, v1::ACTION_VIEW);
            allow(v1::RESOURCE_SERVER, v1::ACTION_EDIT);
        }
        session.begin(me);
        page = std::make_unique<MergingPage>(workplace);
        QObject::connect(page.get(), &MergingPage::countChanged, [this](int count) { waiting = count; });
        QObject::connect(page.get(), &MergingPage::undoOffered,
                         [this](const QString&, const std::function<void()>& undo) { offered = undo; });
        page->resize(1290, 668);
        page->show();
        page->activateWindow();
        page->reload();
        ASSERT_TRUE(test::waitUntil([this] { return page->list()->count() > 0; }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto* target = QApplication::focusWidget() ? QApplication::focusWidget() : page.get();
        QTest::keyClick(target, key, modifiers);
    }
    bool pairIsThere()
    {
        return test::waitUntil([this] { return page->view()->isVisible() && page->view()->isReady(); });
    }

    /// As with the keys in this row of the comparison.
    void take(int row, Qt::Key side)
    {
        auto* table = page->view()->findChild<MergeTable*>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, side);
    }
    QLineEdit* message() { return page->view()->findChild<QLineEdit*>(); }

    static constexpr int kHead = 0;
    static constexpr int kName = 1;
    static constexpr auto kRightName = "CTY TNHH TM THIEN AN";

    Button* button(const QString& text)
    {
        for (auto* found : page->findChildren<Button*>())
            if (found->text().remove(u'&') == text && found->isVisible())
                return found;
        return nullptr;
    }

    static constexpr int kGroups = 3;
    explicit MergingPageTest(int groups = kGroups, int atOnce = 50) : WorkplaceAt(groups, atOnce) {}

    static QList<qint64> groupNumber(int i) { return {412 + 1000 * i, 436 + 1000 * i}; }
    bool runsTheServer = false;

    std::unique_ptr<MergingPage> page;
    int waiting = -1;
    std::function<void()> offered;
};

} // namespace banhang::client
