#include "client/app/settings/settings_page.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "client/app/settings/settings.h"
#include "client/core/language.h"
#include "client/identity/session_list.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

namespace {

constexpr int kMaxWidth = 888;
constexpr int kMargin = 14;
constexpr FieldSpec kPlain{.reservesMessage = false};

QWidget* section(const QString& heading, QWidget* content)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new Label(heading, TextSize::Second, TextWeight::Strong, Tone::Quiet));
    column->addWidget(content);
    return whole;
}

} // namespace

SettingsPage::SettingsPage(IdentityApi& api, QWidget* parent) : TitledPage(tr("Settings"), parent), m_api(api)
{
    auto* content = new QWidget;
    content->setMaximumWidth(scaled(kMaxWidth));
    auto* column = new QVBoxLayout(content);
    m_column = column;
    column->setContentsMargins(kMargin, 12, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(makeLook());
    column->addWidget(makeNotices());
    column->addWidget(makeAccount());
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is chosen in it scrolls it
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(area, 1);
    setFocusProxy(m_appearance);
    connect(&Look::instance(), &Look::changed, this, [this, content] {
        content->setMaximumWidth(scaled(kMaxWidth));
        readLook();
    });
}

void SettingsPage::addSection(const QString& heading, QWidget* content)
{
    m_column->insertWidget(m_column->count() - 2, section(heading, content)); // before the account and the stretch
}

QWidget* SettingsPage::makeLook()
{
    auto* grid = new FormGrid;
    m_appearance = new Segmented;
    m_appearance->addChoice(int(Appearance::Light), QStringLiteral("sun"), tr("Light"));
    m_appearance->addChoice(int(Appearance::Dark), QStringLiteral("moon"), tr("Dark"));
    m_appearance->addChoice(int(Appearance::System), QStringLiteral("monitor"), tr("Follow the system"));
    m_textSize = new Segmented;
    for (const int percent : settings::kTextSizes)
        m_textSize->addChoice(percent, {}, tr("%1 %").arg(percent));
    m_rows = new Segmented;
    m_rows->addChoice(int(RowDensity::Compact), {}, tr("Compact"));
    m_rows->addChoice(int(RowDensity::Normal), {}, tr("Medium"));
    m_rows->addChoice(int(RowDensity::Airy), {}, tr("Comfortable"));
    auto* languages = new Segmented;
    languages->addChoice(int(Language::Vietnamese), {}, QStringLiteral("Tiếng Việt"));
    languages->addChoice(int(Language::English), {}, QStringLiteral("English"));
    languages->setCurrent(int(language()));
    grid->addField(tr("&Appearance"), m_appearance, kPlain);
    grid->addField(tr("Text si&ze"), m_textSize, kPlain);
    grid->addField(tr("Row hei&ght"), m_rows, kPlain);
    grid->addField(tr("&Language"), languages, kPlain);
    readLook();
    connect(m_appearance, &Segmented::chosen, this, [](int chosen) {
        settings::setAppearance(static_cast<Appearance>(chosen));
        settings::applyLook();
    });
    connect(m_textSize, &Segmented::chosen, this, [](int percent) {
        settings::setTextPercent(percent);
        settings::applyLook();
    });
    connect(m_rows, &Segmented::chosen, this, [](int density) {
        settings::setRowDensity(static_cast<RowDensity>(density));
        settings::applyLook();
    });
    connect(languages, &Segmented::chosen, this, [this](int chosen) {
        settings::setLanguage(static_cast<Language>(chosen));
        setLanguage(static_cast<Language>(chosen));
        emit languageChanged();
    });
    return section(tr("On this machine"), grid);
}

QWidget* SettingsPage::makeNotices()
{
    auto* grid = new FormGrid;
    auto* news = new QCheckBox(tr("Show in the status line what colleagues change"));
    news->setChecked(settings::showsNotifications());
    auto* stay = new Segmented;
    for (const int seconds : settings::kNoticeSeconds)
        stay->addChoice(seconds, {}, seconds ? tr("%Ln seconds", nullptr, seconds) : tr("Until closed"));
    stay->setCurrent(settings::noticeSeconds());
    grid->addField(tr("&Colleagues"), news, kPlain);
    grid->addField(tr("&Notices stay"), stay, kPlain);
    connect(news, &QCheckBox::toggled, this, [this](bool isTold) {
        settings::setShowsNotifications(isTold);
        emit noticesChanged();
    });
    connect(stay, &Segmented::chosen, this, [this](int seconds) {
        settings::setNoticeSeconds(seconds);
        emit noticesChanged();
    });
    return section(tr("Notices"), grid);
}

QWidget* SettingsPage::makeAccount()
{
    auto* grid = new FormGrid;
    m_account = new Label;
    auto* change = new Button(ButtonKind::Normal, QStringLiteral("key-round"), tr("Change password…"));
    m_sessions = new SessionList(m_api);
    grid->addField(tr("Person"), m_account, kPlain);
    grid->addField(tr("Password"), change, kPlain);
    grid->addField(tr("Signed in"), m_sessions, kPlain);
    connect(change, &Button::clicked, this, &SettingsPage::passwordRequested);
    return section(tr("Your account"), grid);
}

void SettingsPage::setAccount(const QString& fullName, const QString& userName)
{
    m_account->setText(userName.isEmpty() ? fullName : tr("%1 (signs in as %2)").arg(fullName, userName));
}

void SettingsPage::readLook()
{
    m_appearance->setCurrent(int(settings::appearance()));
    m_textSize->setCurrent(Look::instance().textPercent());
    m_rows->setCurrent(int(Look::instance().rowDensity()));
}

void SettingsPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    readLook();
    m_sessions->reload();
}

} // namespace banhang::client
