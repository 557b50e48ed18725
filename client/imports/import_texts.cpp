#include "client/imports/import_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include "client/core/texts.h"

namespace banhang::client {

namespace {

struct FieldText
{
    std::string_view field;
    const char* text;
};

constexpr FieldText kFields[] = {
    {"kind", QT_TRANSLATE_NOOP("Imports", "Kind of customer")},
    {"name", QT_TRANSLATE_NOOP("Imports", "Customer name")},
    {"family_name", QT_TRANSLATE_NOOP("Imports", "Family and middle name")},
    {"given_name", QT_TRANSLATE_NOOP("Imports", "Given name")},
    {"honorific", QT_TRANSLATE_NOOP("Imports", "Form of address")},
    {"tax_code", QT_TRANSLATE_NOOP("Imports", "Tax code")},
    {"phones", QT_TRANSLATE_NOOP("Imports", "Phone")},
    {"emails", QT_TRANSLATE_NOOP("Imports", "E-mail")},
    {"gender", QT_TRANSLATE_NOOP("Imports", "Gender")},
    {"birthday", QT_TRANSLATE_NOOP("Imports", "Birthday")},
    {"founded_date", QT_TRANSLATE_NOOP("Imports", "Founded on")},
    {"address", QT_TRANSLATE_NOOP("Imports", "Whole address")},
    {"street", QT_TRANSLATE_NOOP("Imports", "House and street")},
    {"ward", QT_TRANSLATE_NOOP("Imports", "Ward")},
    {"district", QT_TRANSLATE_NOOP("Imports", "District (old)")},
    {"province", QT_TRANSLATE_NOOP("Imports", "Province")},
    {"contact_name", QT_TRANSLATE_NOOP("Imports", "Contact person")},
    {"contact_position", QT_TRANSLATE_NOOP("Imports", "Position")},
    {"contact_phones", QT_TRANSLATE_NOOP("Imports", "Contact's phone")},
    {"contact_emails", QT_TRANSLATE_NOOP("Imports", "Contact's e-mail")},
    {"website", QT_TRANSLATE_NOOP("Imports", "Website")},
    {"source_key", QT_TRANSLATE_NOOP("Imports", "Source")},
    {"trade_key", QT_TRANSLATE_NOOP("Imports", "Line of business")},
    {"business_text", QT_TRANSLATE_NOOP("Imports", "What they do")},
    {"occupation_key", QT_TRANSLATE_NOOP("Imports", "Occupation")},
    {"income_band_key", QT_TRANSLATE_NOOP("Imports", "Income")},
    {"status_key", QT_TRANSLATE_NOOP("Imports", "Status")},
    {"tier_key", QT_TRANSLATE_NOOP("Imports", "Tier")},
    {"group_key", QT_TRANSLATE_NOOP("Imports", "Group")},
    {"tag_keys", QT_TRANSLATE_NOOP("Imports", "Tags")},
    {"owner", QT_TRANSLATE_NOOP("Imports", "Owner")},
    {"do_not_call", QT_TRANSLATE_NOOP("Imports", "No advertising calls")},
    {"needs_text", QT_TRANSLATE_NOOP("Imports", "Needs")},
    {"watch_points", QT_TRANSLATE_NOOP("Imports", "Point to watch")},
    {"note", QT_TRANSLATE_NOOP("Imports", "Note")},
};

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("Imports", text, nullptr, count);
}

QString number(int value)
{
    return QLocale().toString(value);
}

QString knownText(const KnownCustomer& known, const DirectoryCache& directory)
{
    if (known.customerId == 0) {
        const QString owner = directory.fullName(known.ownerUserId);
        return owner.isEmpty()
                   ? translated(QT_TRANSLATE_NOOP("Imports", "A colleague already looks after this customer"))
                   : translated(QT_TRANSLATE_NOOP("Imports", "Already looked after by %1")).arg(owner);
    }
    const QString code = QString::fromStdString(known.code);
    return known.reason.key().empty() ? translated(QT_TRANSLATE_NOOP("Imports", "Looks like %1")).arg(code)
                                      : translated(QT_TRANSLATE_NOOP("Imports", "Looks like %1: %2"))
                                            .arg(code, duplicateReasonText(known.reason));
}

} // namespace

QString importFieldText(std::string_view field)
{
    for (const FieldText& known : kFields)
        if (known.field == field)
            return translated(known.text);
    return translated(QT_TRANSLATE_NOOP("Imports", "Not imported"));
}

QString rowActionText(RowAction action, RowFinding finding)
{
    switch (action) {
    case RowAction::Create:
        return finding >= RowFinding::Twin ? translated(QT_TRANSLATE_NOOP("Imports", "Add as new"))
                                           : translated(QT_TRANSLATE_NOOP("Imports", "Import"));
    case RowAction::Fill:
        return finding == RowFinding::Twin ? translated(QT_TRANSLATE_NOOP("Imports", "Make one of both rows"))
                                           : translated(QT_TRANSLATE_NOOP("Imports", "Fill empty fields"));
    case RowAction::DropFaulty:
        return translated(QT_TRANSLATE_NOOP("Imports", "Import without this value"));
    case RowAction::Undecided:
        return translated(QT_TRANSLATE_NOOP("Imports", "Not decided"));
    case RowAction::Skip:
        break;
    }
    return finding == RowFinding::Error ? translated(QT_TRANSLATE_NOOP("Imports", "Do not import"))
                                        : translated(QT_TRANSLATE_NOOP("Imports", "Skip"));
}

QString rowOutcomeText(v1::RowOutcome outcome)
{
    switch (outcome) {
    case v1::ROW_OUTCOME_CREATED:
        return translated(QT_TRANSLATE_NOOP("Imports", "Added"));
    case v1::ROW_OUTCOME_FILLED:
        return translated(QT_TRANSLATE_NOOP("Imports", "Filled in"));
    case v1::ROW_OUTCOME_SKIPPED:
        return translated(QT_TRANSLATE_NOOP("Imports", "Skipped"));
    default:
        return {};
    }
}

QString nothingNewText()
{
    return translated(QT_TRANSLATE_NOOP("Imports", "Nothing new in it"));
}

QString findingText(RowFinding finding)
{
    switch (finding) {
    case RowFinding::Known:
        return translated(QT_TRANSLATE_NOOP("Imports", "&Already on file"));
    case RowFinding::Twin:
        return translated(QT_TRANSLATE_NOOP("Imports", "&Twice in the file"));
    case RowFinding::Error:
        return translated(QT_TRANSLATE_NOOP("Imports", "W&ith errors"));
    default:
        return translated(QT_TRANSLATE_NOOP("Imports", "With &warnings"));
    }
}

QString rowProblemText(const ImportPlan& plan, int row, const DirectoryCache& directory)
{
    const RowProblem* problem = plan.problem(row);
    if (problem == nullptr)
        return {};
    QStringList texts;
    const auto addIssues = [&](v1::Severity severity) {
        for (const v1::FieldIssue& issue : problem->issues)
            if (issue.severity() == severity)
                texts.append(issueText(issue));
    };
    addIssues(v1::SEVERITY_ERROR);
    if (problem->known)
        texts.append(knownText(*problem->known, directory));
    if (problem->duplicateOfNumber != 0)
        texts.append(translated(QT_TRANSLATE_NOOP("Imports", "Looks like row %1 of this file"))
                         .arg(number(problem->duplicateOfNumber)));
    addIssues(v1::SEVERITY_WARNING);
    return texts.join(QStringLiteral(" · "));
}

namespace {

/// As programs that write such files call it.
QString encodingName(const QString& encoding)
{
    if (encoding == QStringLiteral("utf16"))
        return QStringLiteral("UTF-16");
    return QString(encoding).replace(QStringLiteral("windows"), QStringLiteral("Windows-"));
}

} // namespace

QString sheetNoticeText(const SheetNotice& notice)
{
    const auto argument = [&](const char* name) {
        const auto found = notice.args.find(name);
        return found == notice.args.end() ? QString() : QString::fromStdString(found->second);
    };
    if (notice.key == "sheet.font_converted")
        return argument("encoding") == QStringLiteral("tcvn3")
                   ? translated(QT_TRANSLATE_NOOP("Imports", "TCVN3 text (.VnTime): converted to Unicode"))
                   : translated(QT_TRANSLATE_NOOP("Imports", "VNI text: converted to Unicode"));
    if (notice.key == "sheet.encoding")
        return translated(QT_TRANSLATE_NOOP("Imports", "%1 text: converted to Unicode"))
            .arg(encodingName(argument("encoding")));
    if (notice.key == "sheet.macros_ignored")
        return translated(QT_TRANSLATE_NOOP("Imports", "Macros in the file are ignored"));
    return translated(QT_TRANSLATE_N_NOOP("Imports", "%Ln cells have formulas: their last values are taken"),
                      argument("count").toInt());
}

QString columnCheckText(const ColumnCheck& check, const std::string& field, bool isMonthFirst, bool& isDoubt)
{
    isDoubt = true;
    if (field.empty()) {
        isDoubt = false;
        return translated(QT_TRANSLATE_NOOP("Imports", "skipped"));
    }
    if (check.invalid > 0)
        return translated(QT_TRANSLATE_NOOP("Imports", "%1 in the wrong form")).arg(number(check.invalid));
    if (check.ambiguousPeople > 1)
        return translated(QT_TRANSLATE_NOOP("Imports", "“%1”: %2 people"))
            .arg(QString::fromStdString(check.unknownExample), number(check.ambiguousPeople));
    if (check.unknown > 0)
        return translated(QT_TRANSLATE_NOOP("Imports", "“%1” and others unknown: %2"))
            .arg(QString::fromStdString(check.unknownExample), number(check.unknown));
    if (check.undecided > 0)
        return translated(QT_TRANSLATE_N_NOOP("Imports", "%Ln need a ward to be chosen"), check.undecided);
    if (check.zerosRestored > 0)
        return translated(QT_TRANSLATE_N_NOOP("Imports", "%Ln had lost their first 0, restored"), check.zerosRestored);
    if (check.converted > 0)
        return translated(QT_TRANSLATE_N_NOOP("Imports", "%Ln old numbers, brought up to date"), check.converted);
    isDoubt = false;
    if (!check.example.empty())
        return translated(isMonthFirst ? QT_TRANSLATE_NOOP("Imports", "month first, read as %1")
                                       : QT_TRANSLATE_NOOP("Imports", "read as %1"))
            .arg(QString::fromStdString(check.example));
    if (check.split > 0)
        return translated(QT_TRANSLATE_NOOP("Imports", "%1 split")).arg(number(check.split));
    return check.filled > 0 ? translated(QT_TRANSLATE_NOOP("Imports", "%1 filled")).arg(number(check.filled))
                            : QString();
}

} // namespace banhang::client
