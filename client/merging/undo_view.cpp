#include "client/merging/undo_view.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/customers/customer_text.h"
#include "client/merging/merging_text.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

UndoView::UndoView(const Workplace& workplace, MergesApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_what(new NoticeBar(Tone::Accent, NoticeBar::Shape::Strip)),
      m_lines(nullptr)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_what->setIcon(QStringLiteral("undo-2"));
    column->addWidget(m_what);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* pane = new Pane(Pane::Ground::Base);
    auto* content = new QVBoxLayout(pane);
    content->setContentsMargins(14, 10, 14, 10);
    m_lines = new QGridLayout;
    m_lines->setSpacing(8);
    m_lines->setColumnStretch(2, 1);
    content->addLayout(m_lines);
    content->addStretch(1);
    area->setWidget(pane);
    area->setAccessibleName(tr("What the undo does"));
    column->addWidget(area, 1);
    setFocusProxy(area);
    updateWithDate(this, [this] {
        if (isReady())
            tellWhat();
    });
}

void UndoView::consider(qint64 mergeId)
{
    m_mergeId = mergeId;
    m_preview.Clear();
    m_call = m_api.previewUndo(mergeId, this, [this](const Outcome<v1::UndoPreview>& outcome) {
        if (outcome)
            accept(outcome.value());
        else
            emit failed(tr("This merge cannot be undone."), outcome.error());
    });
}

QString UndoView::codeOf(qint64 customerId) const
{
    for (const auto& loser : m_preview.merge().losers())
        if (loser.customer_id() == customerId)
            return QString::fromStdString(loser.code());
    return QString::fromStdString(m_preview.merge().survivor().code());
}

void UndoView::addLine(const QString& icon, bool isKept, const QString& strong, const QString& text)
{
    const int row = m_lines->rowCount();
    m_lines->addWidget(new IconLabel(icon, isKept ? Tone::Warn : Tone::Quiet), row, 0);
    m_lines->addWidget(new Label(strong, TextSize::Body, TextWeight::Medium), row, 1);
    auto* words = new Label(text, TextSize::Body, TextWeight::Regular, isKept ? Tone::Warn : Tone::Quiet);
    words->setElided(true);
    m_lines->addWidget(words, row, 2);
}

void UndoView::tellWhat()
{
    const auto& merge = m_preview.merge();
    QStringList back;
    for (const auto& loser : merge.losers())
        back.append(namedCode(loser.name(), loser.code()));
    m_what->setTexts(tr("%1 comes back.").arg(back.join(QStringLiteral(", "))),
                     tr("Merged into %1 by %2, %3.")
                         .arg(namedCode(merge.survivor().name(), merge.survivor().code()),
                              m_workplace.directory.fullName(merge.actor_user_id()),
                              longMoment(officeTime(merge.merge_time()), officeNow())));
}

void UndoView::clearLines()
{
    while (auto* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void UndoView::forget()
{
    m_call.cancel();
    m_mergeId = 0;
    m_preview.Clear();
    m_what->setTexts({}, {});
    clearLines();
}

void UndoView::accept(const v1::UndoPreview& preview)
{
    m_preview = preview;
    clearLines();
    tellWhat();
    for (const auto& field : preview.fields()) {
        const QString name = QString::fromStdString(field.field());
        const auto words = [&](const std::string& json) {
            QString text = jsonFieldText(json, name, m_workplace.directory, m_workplace.picklists);
            return text.isEmpty() ? QStringLiteral("–") : text.replace(u'\n', QStringLiteral("; "));
        };
        const bool isKept = field.outcome() == v1::UNDO_OUTCOME_KEPT;
        const QString change = words(field.now_json()) + QStringLiteral(" → ") + words(field.after_json());
        addLine(isKept ? QStringLiteral("lock") : QStringLiteral("undo-2"), isKept, fieldLabel(name),
                isKept ? tr("stays %1: changed since the merge").arg(words(field.now_json()))
                : field.outcome() == v1::UNDO_OUTCOME_COMBINED ? tr("%1 (what was added since stays)").arg(change)
                                                               : change);
    }
    for (const auto& link : preview.links()) {
        const auto restored = static_cast<int>(link.restored());
        const auto kept = static_cast<int>(link.kept());
        if (restored > 0)
            addLine(linkIcon(link.link()), false, linkName(link.link()),
                    tr("%Ln go back to %1", nullptr, restored).arg(codeOf(link.customer_id())));
        if (kept > 0)
            addLine(linkIcon(link.link()), true, linkName(link.link()),
                    link.customer_id() == preview.merge().survivor().customer_id()
                        ? tr("%Ln came since the merge and stay with %1", nullptr, kept).arg(codeOf(link.customer_id()))
                        : tr("%Ln were removed since the merge and do not come back", nullptr, kept));
    }
    emit loaded();
}

void UndoView::undo()
{
    if (!isReady())
        return;
    const qint64 id = m_preview.merge().id();
    const qint64 version = m_preview.survivor_version();
    m_preview.Clear(); // not twice
    const auto onAnswer = [this, id](const Outcome<v1::UndoMergeResponse>& outcome) { onUndone(id, outcome); };
    m_api.undo(id, version, this, onAnswer).release();
}

void UndoView::onUndone(qint64 mergeId, const Outcome<v1::UndoMergeResponse>& outcome)
{
    if (outcome) {
        emit undone(outcome.value());
        return;
    }
    emit failed(tr("The merge stays."), outcome.error());
    if (mergeId == m_mergeId)
        consider(mergeId);
}

} // namespace banhang::client
