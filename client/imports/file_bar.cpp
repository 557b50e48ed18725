#include "client/imports/file_bar.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>

#include "client/core/session.h"
#include "client/imports/import_texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"

namespace banhang::client {

namespace {

constexpr int kIcon = 16;
constexpr int kTemplateLetters = 8;

} // namespace

FileBar::FileBar(ImportsApi& api, const Session& session, QWidget* parent)
    : Pane(Ground::Base, parent),
      m_api(api),
      m_session(session),
      m_name(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_facts(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_notice(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Warn)),
      m_otherTitles(new Button(ButtonKind::Small, {}, {})),
      m_sheets(new QComboBox),
      m_templates(new QComboBox),
      m_forget(makeIconButton(QStringLiteral("trash-2"), tr("Forget this template"))),
      m_keep(new Button(ButtonKind::Small, QStringLiteral("save"), tr("Keep as template")))
{
    setEdges(static_cast<int>(Edge::Bottom));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(10);
    m_sheets->setAccessibleName(tr("Sheet"));
    m_templates->setAccessibleName(tr("Template"));
    m_templates->setObjectName(QStringLiteral("templates"));
    m_forget->setObjectName(QStringLiteral("forgetTemplate"));
    m_templates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_templates->setMinimumContentsLength(kTemplateLetters);
    m_notice->setElided(true);
    m_name->setElided(true);
    auto* label = new Label(tr("&Template:"), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    label->setBuddy(m_templates);
    row->addWidget(new IconLabel(QStringLiteral("file-spreadsheet"), Tone::Ok, kIcon));
    row->addWidget(m_name);
    row->addWidget(m_sheets);
    m_otherTitles->setObjectName(QStringLiteral("otherTitles"));
    row->addWidget(m_facts);
    row->addWidget(m_otherTitles);
    row->addWidget(m_notice, 1);
    row->addWidget(new Label(tr("Days: day/month/year"), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    row->addWidget(label);
    row->addWidget(m_templates);
    row->addWidget(m_forget);
    row->addWidget(m_keep);
    connect(m_keep, &Button::clicked, this, &FileBar::saveRequested);
    connect(m_otherTitles, &Button::clicked, this, [this] { emit titlesChosen(m_otherRow); });
    connect(m_sheets, &QComboBox::textActivated, this, &FileBar::sheetChosen);
    connect(m_templates, &QComboBox::activated, this, [this] {
        updateForget();
        if (const auto* known = chosen())
            emit templateChosen(*known);
    });
    connect(m_forget, &QAbstractButton::clicked, this, &FileBar::forgetChosen);
    updateForget();
}

const v1::ImportTemplate* FileBar::chosen() const
{
    const int index = m_templates->currentIndex();
    return index > 0 ? &m_known.import_templates(index - 1) : nullptr;
}

void FileBar::updateForget()
{
    const auto* known = chosen();
    m_forget->setVisible(known && known->owner_user_id() == m_session.userId());
}

void FileBar::forgetChosen()
{
    m_call = m_api.forgetTemplate(chosen()->id(), this, [this](const Outcome<v1::ImportTemplate>& outcome) {
        if (!outcome)
            return emit failed(outcome.error());
        if (outcome->id() != 0)
            emit templateForgotten(outcome.value());
        reload();
    });
}

void FileBar::showFile(const ImportPlan& plan)
{
    const SheetFile& file = plan.file();
    m_name->setText(QString::fromStdString(file.name));
    const int titles = plan.map().headerRow();
    m_facts->setText(
        titles < 0 ? tr("%Ln rows, no row of titles", nullptr, plan.rowCount())
                   : tr("%Ln rows, titles in row %1", nullptr, plan.rowCount()).arg(QLocale().toString(titles + 1)));
    // The first customer of a list without titles may look like titles; nobody would miss it.
    m_otherRow = titles < 0 && plan.rowCount() > 0 ? plan.number(0) - 1 : -1;
    m_otherTitles->relabel((titles < 0 ? tr("Row %1 holds titles") : tr("Row %1 is a customer"))
                               .arg(QLocale().toString((titles < 0 ? m_otherRow : titles) + 1)));
    m_otherTitles->setVisible(plan.rowCount() > 0 || titles >= 0);
    m_keep->setEnabled(titles >= 0);
    m_keep->setToolTip(titles < 0 ? tr("A template knows columns by their titles, and this list has none.")
                                  : QString());
    m_sheets->clear();
    for (const std::string& name : file.sheetNames)
        m_sheets->addItem(QString::fromStdString(name));
    m_sheets->setCurrentText(QString::fromStdString(file.sheetName));
    m_sheets->setVisible(file.sheetNames.size() > 1);
    QStringList notices;
    for (const SheetNotice& notice : file.notices)
        notices.append(sheetNoticeText(notice));
    m_notice->setText(notices.join(QStringLiteral(" · ")));
}

void FileBar::keepTitles()
{
    m_otherTitles->hide();
}

void FileBar::reload()
{
    m_call = m_api.listTemplates(this, [this](const Outcome<v1::ListImportTemplatesResponse>& outcome) {
        if (!outcome)
            return;
        m_known = std::move(outcome).value();
        m_templates->clear();
        m_templates->addItem(tr("(guessed)"));
        for (const auto& one : m_known.import_templates())
            m_templates->addItem(QString::fromStdString(one.name()));
        updateForget();
    });
}

void FileBar::saveTemplate(v1::ImportTemplate columns, const QString& fileName)
{
    columns.set_name(QFileInfo(fileName).completeBaseName().toStdString());
    columns.set_shared_with_team(true);
    saveTemplate(columns);
}

void FileBar::saveTemplate(const v1::ImportTemplate& wanted)
{
    m_call = m_api.saveTemplate(wanted, this, [this](const Outcome<v1::ImportTemplate>& outcome) {
        if (outcome)
            reload();
        else
            emit failed(outcome.error());
    });
}

} // namespace banhang::client
