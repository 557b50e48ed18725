#include "client/core/texts.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include "client/core/language.h"
#include "client/core/office_time.h"

namespace banhang::client {
namespace {

/// Areas in which the server and the shared code make keys; other dotted literals are settings, columns and file names.
const QStringList kAreas = {QStringLiteral("address"),    QStringLiteral("birthday"),     QStringLiteral("call"),
                            QStringLiteral("connection"), QStringLiteral("contact"),      QStringLiteral("customer"),
                            QStringLiteral("date"),       QStringLiteral("duplicate"),    QStringLiteral("email"),
                            QStringLiteral("field"),      QStringLiteral("founded_date"), QStringLiteral("group"),
                            QStringLiteral("identity"),   QStringLiteral("list"),         QStringLiteral("page_token"),
                            QStringLiteral("password"),   QStringLiteral("phone"),        QStringLiteral("pick_item"),
                            QStringLiteral("session"),    QStringLiteral("text"),         QStringLiteral("unit"),
                            QStringLiteral("user"),       QStringLiteral("share"),        QStringLiteral("watch_point"),
                            QStringLiteral("merge"),      QStringLiteral("scan")};
/// Settings, rights, columns and files with names that look like keys.
const QStringList kNoKeys = {QStringLiteral("contact.customer_id"),
                             QStringLiteral("list.csv"),
                             QStringLiteral("list.xlsx"),
                             QStringLiteral("session.idle_hours"),
                             QStringLiteral("session.absolute_hours"),
                             QStringLiteral("customer.view"),
                             QStringLiteral("customer.create"),
                             QStringLiteral("customer.edit"),
                             QStringLiteral("customer.delete"),
                             QStringLiteral("customer.export"),
                             QStringLiteral("customer.assign"),
                             QStringLiteral("customer.approve"),
                             QStringLiteral("email.com"),
                             QStringLiteral("share.level"),
                             QStringLiteral("share.user_id"),
                             QStringLiteral("customer.parent_id")};

QSet<QString> keysInSources()
{
    static const QRegularExpression literal(QStringLiteral("\"([a-z_]+)((?:\\.[a-z0-9_]+)+)\""));
    QSet<QString> keys;
    for (const auto* folder : {"server", "common"}) {
        QDirIterator files(QStringLiteral(BANHANG_SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            for (auto match = literal.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
                const auto found = match.next();
                const QString key = found.captured(1) + found.captured(2);
                if (kAreas.contains(found.captured(1)) && !kNoKeys.contains(key))
                    keys.insert(key);
            }
        }
    }
    return keys;
}

TEST(Texts, everyKeyOfTheServerHasAText)
{
    const auto known = knownTextKeys();
    const auto keys = keysInSources();
    EXPECT_GT(keys.size(), 50);
    QStringList missing;
    for (const auto& key : keys) {
        if (!known.contains(key))
            missing.append(key);
    }
    missing.sort();
    EXPECT_TRUE(missing.isEmpty()) << missing.join(QStringLiteral("\n")).toStdString();
}

TEST(Texts, fillsThePlaces)
{
    EXPECT_EQ(issueText(fieldIssue(v1::SEVERITY_WARNING, "phones[0]", "phone.old_mobile_prefix",
                                   {{"before", "0168 933 3999"}, {"now", "0389 333 999"}})),
              QStringLiteral("Từ 9/2018 số 0168 933 3999 là 0389 333 999."));
}

TEST(Texts, tellsAnUnknownKeyByItsKind)
{
    EXPECT_EQ(errorText(AppError(ErrorCode::Denied, "something.new")),
              QStringLiteral("Bạn chưa có quyền làm việc này. Hãy hỏi trưởng nhóm hoặc bộ phận IT."));
}

TEST(Texts, speaksBothLanguages)
{
    const AppError error(ErrorCode::Timeout, "call.timeout");
    setLanguage(Language::English);
    EXPECT_EQ(errorText(error), QStringLiteral("The server took too long to answer. Try again."));
    setLanguage(Language::Vietnamese);
    EXPECT_EQ(errorText(error), QStringLiteral("Máy chủ trả lời quá lâu. Thử lại."));
}

TEST(Texts, countsInTheFormsOfTheLanguage)
{
    setLanguage(Language::English);
    EXPECT_EQ(dayCount(0), QStringLiteral("0 days"));
    EXPECT_EQ(dayCount(1), QStringLiteral("1 day"));
    EXPECT_EQ(dayCount(1000), QStringLiteral("1,000 days"));
    setLanguage(Language::Vietnamese);
    EXPECT_EQ(dayCount(1), QStringLiteral("1 ngày"));
    EXPECT_EQ(dayCount(1000), QStringLiteral("1.000 ngày"));
}

TEST(Texts, technicalTextNamesTheIncident)
{
    v1::ErrorDetail detail;
    detail.set_key("call.fault");
    detail.set_incident_id("0422fb72");
    EXPECT_EQ(technicalText(AppError(ErrorCode::Internal, detail)), QStringLiteral("call.fault · incident 0422fb72"));
}

} // namespace
} // namespace banhang::client
