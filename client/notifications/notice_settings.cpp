#include "client/notifications/notice_settings.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>

#include "client/core/change_feed.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/notifications/tray.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesWidth = 160; ///< of a field for them

int minuteOf(const QTimeEdit* edit)
{
    return edit->time().hour() * kMinutesPerHour + edit->time().minute();
}

QTime timeOf(int minute)
{
    return QTime(minute / kMinutesPerHour % 24, minute % kMinutesPerHour);
}

template <typename Minutes>
QString listed(const Minutes& minutes)
{
    QStringList words;
    for (const int minute : minutes)
        words.append(QString::number(minute));
    return words.join(QStringLiteral(", "));
}

template <typename Minutes>
void read(const QLineEdit* edit, Minutes* minutes)
{
    minutes->Clear();
    static const QRegularExpression between(QStringLiteral("[^0-9]+"));
    for (const auto& word : edit->text().split(between, Qt::SkipEmptyParts))
        minutes->Add(word.toInt());
}

/// Proposed.
const QTime kQuietFrom(21, 0);
const QTime kQuietTo(7, 0);

} // namespace

NoticeSettings::NoticeSettings(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_grid(new FormGrid),
      m_isQuiet(new QCheckBox(tr("No notices from"))),
      m_from(new QTimeEdit(kQuietFrom)),
      m_to(new QTimeEdit(kQuietTo)),
      m_leads(new QLineEdit),
      m_talkLeads(new QLineEdit),
      m_email(new QLineEdit),
      m_digest(new QCheckBox(tr("One mail in the morning with the day's work"))),
      m_mails(new QCheckBox(tr("A mail for each reminder while you are not signed in"))),
      m_keepsRunning(
          new QCheckBox(tr("Closing the window leaves the program beside the clock, so that reminders come"))),
      m_save(new Button(ButtonKind::Normal, QStringLiteral("save"), tr("Save the notices"))),
      m_message(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    auto* quiet = new QWidget;
    auto* hours = new QHBoxLayout(quiet);
    hours->setContentsMargins(0, 0, 0, 0);
    for (auto* edit : {m_from, m_to})
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    hours->addWidget(m_isQuiet);
    hours->addWidget(m_from);
    hours->addWidget(new Label(tr("to")));
    hours->addWidget(m_to);
    hours->addStretch(1);
    addRow(tr("Quiet hours"), quiet);
    addMinutes(tr("Remind of appointments"), m_leads);
    addMinutes(tr("Remind of talks"), m_talkLeads);
    m_email->setObjectName(QStringLiteral("email"));
    addRow(tr("E-mail"), m_email);
    addRow({}, m_digest);
    addRow({}, m_mails);
    addRow({}, m_keepsRunning);
    m_keepsRunning->setVisible(Tray::isAvailable());
    m_keepsRunning->setChecked(Tray::keepsRunning());
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_save);
    row->addWidget(m_message, 1);
    m_message->setWordWrap(true);
    addRow({}, foot);
    connect(m_save, &Button::clicked, this, &NoticeSettings::save);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &NoticeSettings::onChanges);
    connect(m_keepsRunning, &QCheckBox::clicked, this, [](bool isChecked) { Tray::setKeepsRunning(isChecked); });
    m_save->setEnabled(false);
}

void NoticeSettings::addMinutes(const QString& label, QLineEdit* edit)
{
    edit->setToolTip(tr("Proposed for new ones; at most five."));
    edit->setAccessibleName(label);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(edit);
    row->addWidget(new Label(tr("minutes before, such as 15, 60"), TextSize::Second, TextWeight::Regular, Tone::Quiet),
                   1);
    updateWithLook(edit, [edit] { edit->setFixedWidth(scaled(kMinutesWidth)); });
    line->setFocusProxy(edit);
    addRow(label, line);
}

void NoticeSettings::addRow(const QString& label, QWidget* editor)
{
    if (label.isEmpty())
        m_grid->addWide(editor);
    else
        m_grid->addField(label, editor, {.reservesMessage = false});
}

void NoticeSettings::load()
{
    m_call = m_api.settings(this, [this](const Outcome<v1::NotificationSettings>& outcome) {
        if (outcome)
            show(outcome.value());
        else
            tell(errorText(outcome.error()), true);
    });
}

void NoticeSettings::clear()
{
    m_call.cancel();
    m_saveCall.release();
    show({});
    m_from->setTime(kQuietFrom);
    m_to->setTime(kQuietTo);
    tell({}, false);
    m_save->setEnabled(false);
}

void NoticeSettings::show(const v1::NotificationSettings& settings)
{
    m_settings = settings;
    const bool isQuiet = settings.quiet_from_minute() != settings.quiet_to_minute();
    m_isQuiet->setChecked(isQuiet);
    if (isQuiet) {
        m_from->setTime(timeOf(settings.quiet_from_minute()));
        m_to->setTime(timeOf(settings.quiet_to_minute()));
    }
    m_leads->setText(listed(settings.default_lead_minutes()));
    m_talkLeads->setText(listed(settings.talk_lead_minutes()));
    m_email->setText(QString::fromStdString(settings.email()));
    m_digest->setChecked(settings.mail_digest());
    m_mails->setChecked(settings.mail_reminders());
    m_save->setEnabled(true);
}

v1::NotificationSettings NoticeSettings::typed() const
{
    v1::NotificationSettings settings;
    settings.set_version(m_settings.version());
    settings.set_quiet_from_minute(m_isQuiet->isChecked() ? minuteOf(m_from) : 0);
    settings.set_quiet_to_minute(m_isQuiet->isChecked() ? minuteOf(m_to) : 0);
    read(m_leads, settings.mutable_default_lead_minutes());
    read(m_talkLeads, settings.mutable_talk_lead_minutes());
    settings.set_email(m_email->text().trimmed().toStdString());
    settings.set_mail_digest(m_digest->isChecked());
    settings.set_mail_reminders(m_mails->isChecked());
    return settings;
}

/// They were saved on another machine, or here. What is typed is not taken away: saving then tells that it was late.
void NoticeSettings::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::ranges::any_of(
        changes, [](const RecordChange& change) { return change.entity == QLatin1String("notification_setting"); });
    if (concerns && google::protobuf::util::MessageDifferencer::Equals(typed(), m_settings))
        load();
}

void NoticeSettings::save()
{
    if (m_saveCall.isActive())
        return;
    v1::UpdateNotificationSettingsRequest request;
    *request.mutable_settings() = typed();
    for (const char* field : {"quiet_from_minute", "quiet_to_minute", "default_lead_minutes", "talk_lead_minutes",
                              "email", "mail_digest", "mail_reminders"})
        request.mutable_update_mask()->add_paths(field);
    m_saveCall = m_api.updateSettings(request, this, [this](const Outcome<v1::NotificationSettings>& outcome) {
        if (outcome) {
            show(outcome.value());
            tell(tr("Saved."), false);
            return;
        }
        QStringList sentences;
        for (const auto& issue : outcome.error().detail().issues())
            sentences.append(issueText(issue));
        tell(sentences.isEmpty() ? errorText(outcome.error()) : sentences.join(QLatin1Char(' ')), true);
    });
}

void NoticeSettings::tell(const QString& text, bool isError)
{
    m_message->setTone(isError ? Tone::Error : Tone::Ok);
    m_message->setText(text);
}

} // namespace banhang::client
