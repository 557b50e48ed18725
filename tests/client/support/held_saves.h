// What is typed while a save is on its way, on pages that list things beside the editor of the chosen one.
#pragma once

#include <QLineEdit>
#include <QListWidget>
#include <QString>
#include <QTest>

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::test {

/// The things of such a page, of which two are there already, and what a person does with one.
struct ListedThings
{
    std::string noun; ///< of its calls, as in CreateSequence
    QListWidget& list;
    QLineEdit& name; ///< the first field of the editor
    std::function<void()> beginNew;
    std::function<void()> save;
};

/// Answers to what is saved there wait until the test lets them go.
class HeldSaves
{
public:
    HeldSaves(WorkplaceAt<FakeServer>& office, ListedThings things) : m_office(office), m_things(std::move(things)) {}

    /// What is chosen is sent.
    void beginToSave()
    {
        m_office.server.hold(method("Update"));
        QTest::keyClick(&m_things.name, Qt::Key_S, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([this] { return calls("Update") == 1; }));
    }
    /// Until the list after it has come.
    void awaitSaved()
    {
        const std::string lists = method("List") + "s";
        const int before = m_office.server.calls(lists);
        m_office.server.release(method("Update"));
        ASSERT_TRUE(waitUntil([&] { return m_office.server.calls(lists) > before; }));
        awaitAnswers();
    }
    /// A new one is sent.
    void beginToCreate(const QString& name)
    {
        m_things.beginNew();
        QTest::keyClicks(&m_things.name, name);
        m_office.server.hold(method("Create"));
        m_things.save();
        ASSERT_TRUE(waitUntil([this] { return calls("Create") == 1; }));
    }
    void awaitCreated()
    {
        m_office.server.release(method("Create"));
        awaitAnswers();
    }
    bool isNewOneKept() const
    {
        return m_office.drafts.find(QString::fromStdString(m_things.noun).toLower() + QStringLiteral("-new"))
            .has_value();
    }

    /// What both pages promise.
    void expectNewOneIsSavedOnce()
    {
        const QString name = QStringLiteral("VIP");
        ASSERT_NO_FATAL_FAILURE(beginToCreate(name));
        m_things.list.setCurrentRow(1);
        m_things.beginNew();
        ASSERT_EQ(m_things.name.text(), name) << "not saved as far as is known";
        m_things.save();
        ASSERT_NO_FATAL_FAILURE(awaitCreated());
        EXPECT_EQ(calls("Create"), 1);
        EXPECT_FALSE(isNewOneKept());
    }
    /// As "VIP 2", once it is known.
    void expectTypedMeanwhileIsSaved()
    {
        ASSERT_NO_FATAL_FAILURE(beginToCreate(QStringLiteral("VIP")));
        QTest::keyClicks(&m_things.name, QStringLiteral(" 2"));
        m_things.save();
        m_office.server.release(method("Create"));
        ASSERT_TRUE(waitUntil([this] { return calls("Update") == 1; }));
        ASSERT_NO_FATAL_FAILURE(awaitAnswers());
        EXPECT_EQ(calls("Create"), 1);
    }

private:
    std::string method(const std::string& verb) const { return verb + m_things.noun; }
    int calls(const std::string& verb) const { return m_office.server.calls(method(verb)); }
    void awaitAnswers()
    {
        ASSERT_TRUE(waitUntil([this] { return m_office.rpc.openCalls() == 0; }));
    }

    WorkplaceAt<FakeServer>& m_office;
    ListedThings m_things;
};

} // namespace banhang::test
