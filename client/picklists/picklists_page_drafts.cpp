// What was typed into entries and not saved, kept on this machine; declared in picklists_page.h.
#include <QListWidget>

#include <algorithm>

#include "client/core/draft_store.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/picklists/pick_item_form.h"
#include "client/picklists/picklists_page.h"

namespace banhang::client {

namespace {

const QString kKeyStart = QStringLiteral("picklist-");
const QString kNew = QStringLiteral("new");
const QString kTyped = QStringLiteral("typed");
const QString kBefore = QStringLiteral("before"); ///< what was stored then

// Only what can be typed: the rest is as it is stored by then.
QJsonObject toJson(const v1::PickItem& item)
{
    return {{QStringLiteral("label_vi"), QString::fromStdString(item.label_vi())},
            {QStringLiteral("label_en"), QString::fromStdString(item.label_en())},
            {QStringLiteral("key"), QString::fromStdString(item.key())}};
}

v1::PickItem fromJson(const QJsonValue& json)
{
    v1::PickItem item;
    item.set_label_vi(json[QLatin1String("label_vi")].toString().toStdString());
    item.set_label_en(json[QLatin1String("label_en")].toString().toStdString());
    item.set_key(json[QLatin1String("key")].toString().toStdString());
    return item;
}

} // namespace

QString PicklistsPage::keyOf(const v1::PickItem& item)
{
    return kKeyStart + QString::fromStdString(item.list_key()) + u'-' +
           (item.id() == 0 ? kNew : QString::number(item.id()));
}

void PicklistsPage::keepDrafts()
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(DraftAutosaver::kIntervalMs);
    connect(&m_keeping, &QTimer::timeout, this, &PicklistsPage::keepTyped);
    connect(m_form, &PickItemForm::edited, this, [this] {
        if (!m_keeping.isActive())
            m_keeping.start();
    });
    connect(&m_workplace.drafts, &DraftStore::discarded, this, [this](const QString& key) {
        if (key == keyOf(m_form->stored()))
            discard();
        else
            fillRows();
    });
    // The entries may have come before them.
    connect(&m_workplace.drafts, &DraftStore::opened, this, [this] {
        if (m_form->changes().empty())
            resume(m_form->stored());
        fillRows();
    });
}

void PicklistsPage::keepTyped()
{
    m_keeping.stop();
    const v1::PickItem& stored = m_form->stored();
    const QString key = keyOf(stored);
    if (!m_form->changes().empty()) {
        keepDraft(m_form->typed(), stored);
    } else if (m_workplace.drafts.find(key)) {
        m_workplace.drafts.remove(key);
    }
    fillRows();
}

void PicklistsPage::keepDraft(const v1::PickItem& typed, const v1::PickItem& stored)
{
    const QString name = PicklistCache::labelOf(typed);
    m_workplace.drafts.keep({keyOf(stored), name.isEmpty() ? tr("New entry") : tr("Choice: %1").arg(name), officeNow(),
                             QJsonObject{{kTyped, toJson(typed)}, {kBefore, toJson(stored)}}});
}

void PicklistsPage::carryOver(const v1::PickItem& sent, const v1::PickItem& stored)
{
    const auto found = typedInto(sent);
    m_workplace.drafts.remove(keyOf(sent));
    if (found && (found->item.label_vi() != sent.label_vi() || found->item.label_en() != sent.label_en()))
        keepDraft(typedSince(found->item, sent, stored), stored);
}

/// The key follows the words of a new one only until it is stored.
v1::PickItem PicklistsPage::typedSince(const v1::PickItem& typed, const v1::PickItem& sent, const v1::PickItem& stored)
{
    v1::PickItem edited = stored;
    if (typed.label_vi() != sent.label_vi())
        edited.set_label_vi(typed.label_vi());
    if (typed.label_en() != sent.label_en())
        edited.set_label_en(typed.label_en());
    return edited;
}

std::optional<PicklistsPage::Typed> PicklistsPage::typedInto(const v1::PickItem& item) const
{
    const auto draft = m_workplace.drafts.find(keyOf(item));
    if (!draft)
        return std::nullopt;
    return Typed{fromJson(draft->content.value(kTyped)), fromJson(draft->content.value(kBefore))};
}

bool PicklistsPage::openDraft(const QString& key)
{
    const auto list = std::ranges::find_if(
        m_names, [&key](const ListName& name) { return key.startsWith(kKeyStart + name.key + u'-'); });
    if (list == m_names.end())
        return false;
    m_lists->setCurrentRow(static_cast<int>(list - m_names.begin()));
    m_wanted = key;
    forgetRefusal();
    showItems();
    return true;
}

} // namespace banhang::client
