#include "client/worklists/work_list_settings.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <google/protobuf/util/message_differencer.h>

#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/form/form_field.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kMaxDays = 3650;
constexpr int kStatusHeight = 120;
const QStringList kPaths{QStringLiteral("untouched_days"), QStringLiteral("untouched_leader_days"),
                         QStringLiteral("overlooked_days"), QStringLiteral("silent_days"),
                         QStringLiteral("client_status_keys")};

} // namespace

WorkListSettingsEdit::WorkListSettingsEdit(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_failure(new NoticeBar(Tone::Error)),
      m_grid(new FormGrid),
      m_untouched(addDays(tr("No business yet: tell the &owner after"))),
      m_leader(addDays(tr("… an&d the leader after"))),
      m_overlooked(addDays(tr("&Promising is overlooked after"))),
      m_silent(addDays(tr("A client is &silent after"))),
      m_statuses(new QListWidget),
      m_save(new Button(ButtonKind::Normal, QStringLiteral("save"), tr("Save for the office"))),
      m_whose(new Label(tr("Administrators set these days for the whole office."), TextSize::Second,
                        TextWeight::Regular, Tone::Quiet))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_failure);
    m_failure->hide();
    updateWithLook(m_statuses, [this] { m_statuses->setFixedHeight(scaled(kStatusHeight)); });
    m_statuses->setFrameShape(QFrame::StyledPanel);
    m_grid->addField(tr("Cl&ients have the status"), m_statuses, {.reservesMessage = false});
    auto* foot = new QWidget;
    auto* acts = new QHBoxLayout(foot);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->addWidget(m_save);
    acts->addWidget(m_whose);
    acts->addStretch(1);
    m_grid->addWide(foot);
    column->addWidget(m_grid);
    connect(m_save, &Button::clicked, this, &WorkListSettingsEdit::save);
    connect(&workplace.session, &Session::ended, this, [this] { m_isOutdated = true; });
}

QSpinBox* WorkListSettingsEdit::addDays(const QString& label)
{
    auto* days = new QSpinBox;
    days->setRange(1, kMaxDays);
    days->setSuffix(tr(" d"));
    m_grid->addField(label, days, {.isHalf = true, .reservesMessage = false});
    return days;
}

void WorkListSettingsEdit::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const bool mayEdit = m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT);
    for (auto* editor :
         {static_cast<QWidget*>(m_untouched), static_cast<QWidget*>(m_leader), static_cast<QWidget*>(m_overlooked),
          static_cast<QWidget*>(m_silent), static_cast<QWidget*>(m_statuses)})
        editor->setEnabled(mayEdit);
    m_whose->setVisible(!mayEdit);
    if (mayEdit)
        m_save->setEnabled(true);
    else
        m_save->disableByRight(m_whose->text());
    if (!isChanged())
        reload();
}

void WorkListSettingsEdit::reload()
{
    m_call = m_api.settings(this, [this](const Outcome<v1::WorkListSettings>& outcome) {
        m_failure->setVisible(!outcome);
        if (outcome && isChanged())
            return; // what was typed meanwhile stays
        if (outcome)
            show(outcome.value());
        else
            m_failure->setFailure(tr("The days cannot be shown now."), errorText(outcome.error()),
                                  [this] { reload(); });
    });
}

void WorkListSettingsEdit::show(const v1::WorkListSettings& settings)
{
    m_isOutdated = false;
    m_untouched->setValue(settings.untouched_days());
    m_leader->setValue(settings.untouched_leader_days());
    m_overlooked->setValue(settings.overlooked_days());
    m_silent->setValue(settings.silent_days());
    m_statuses->clear();
    for (const auto* item : m_workplace.picklists.choices(QStringLiteral("status"))) {
        auto* row = new QListWidgetItem(PicklistCache::labelOf(*item), m_statuses);
        row->setData(Qt::UserRole, QString::fromStdString(item->key()));
        const auto& chosen = settings.client_status_keys();
        row->setCheckState(std::find(chosen.begin(), chosen.end(), item->key()) != chosen.end() ? Qt::Checked
                                                                                                : Qt::Unchecked);
    }
    m_shown = typed();
    m_shown.set_version(settings.version());
    for (auto* field : m_grid->fields())
        field->clearMessage();
}

v1::WorkListSettings WorkListSettingsEdit::typed() const
{
    v1::WorkListSettings wanted;
    wanted.set_version(m_shown.version());
    wanted.set_untouched_days(m_untouched->value());
    wanted.set_untouched_leader_days(m_leader->value());
    wanted.set_overlooked_days(m_overlooked->value());
    wanted.set_silent_days(m_silent->value());
    for (int row = 0; row < m_statuses->count(); ++row)
        if (m_statuses->item(row)->checkState() == Qt::Checked)
            wanted.add_client_status_keys(m_statuses->item(row)->data(Qt::UserRole).toString().toStdString());
    return wanted;
}

bool WorkListSettingsEdit::isChanged() const
{
    return !m_isOutdated && !google::protobuf::util::MessageDifferencer::Equals(typed(), m_shown);
}

void WorkListSettingsEdit::save()
{
    if (m_saveCall.isActive())
        return;
    std::vector<std::string> paths;
    for (const auto& path : kPaths)
        paths.push_back(path.toStdString());
    m_saveCall = m_api.update(typed(), paths, this, [this](const Outcome<v1::WorkListSettings>& outcome) {
        if (outcome) {
            show(outcome.value());
            emit saved(tr("The days of the work lists now apply to the whole office"));
            return;
        }
        if (outcome.error().code() == ErrorCode::Conflict)
            m_isOutdated = true;
        for (const auto& issue : outcome.error().detail().issues())
            if (const auto place = kPaths.indexOf(QString::fromStdString(issue.path())); place >= 0)
                m_grid->fields()[place]->setError(issueText(issue));
        emit failed(tr("The days were not saved."), outcome.error());
    });
}

} // namespace banhang::client
