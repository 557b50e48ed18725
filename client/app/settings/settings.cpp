#include "client/app/settings/settings.h"

#include "client/core/local_settings.h"

namespace banhang::client::settings {

namespace {

QVariant read(const char* key, const QVariant& fallback = {})
{
    const auto kept = localSetting(QLatin1String(key));
    return kept.isValid() ? kept : fallback;
}

void write(const char* key, const QVariant& value)
{
    setLocalSetting(QLatin1String(key), value);
}

} // namespace

Language language()
{
    return read("look/language").toString() == QLatin1String("en") ? Language::English : Language::Vietnamese;
}

void setLanguage(Language language)
{
    write("look/language", language == Language::English ? QStringLiteral("en") : QStringLiteral("vi"));
}

Appearance appearance()
{
    const auto stored = read("look/appearance").toString();
    return stored == QLatin1String("dark")    ? Appearance::Dark
           : stored == QLatin1String("light") ? Appearance::Light
                                              : Appearance::System;
}

void setAppearance(Appearance appearance)
{
    write("look/appearance", appearance == Appearance::Dark    ? QStringLiteral("dark")
                             : appearance == Appearance::Light ? QStringLiteral("light")
                                                               : QStringLiteral("system"));
}

int textPercent()
{
    return read("look/text_percent", 100).toInt();
}

void setTextPercent(int percent)
{
    write("look/text_percent", percent);
}

RowDensity rowDensity()
{
    const auto stored = read("look/rows").toString();
    return stored == QLatin1String("compact") ? RowDensity::Compact
           : stored == QLatin1String("airy")  ? RowDensity::Airy
                                              : RowDensity::Normal;
}

void setRowDensity(RowDensity density)
{
    write("look/rows", density == RowDensity::Compact ? QStringLiteral("compact")
                       : density == RowDensity::Airy  ? QStringLiteral("airy")
                                                      : QStringLiteral("normal"));
}

bool showsNotifications()
{
    return read("notices/news", true).toBool();
}

void setShowsNotifications(bool isTold)
{
    write("notices/news", isTold);
}

int noticeSeconds()
{
    return read("notices/seconds", kNoticeSeconds.front()).toInt();
}

void setNoticeSeconds(int seconds)
{
    write("notices/seconds", seconds);
}

void applyLook()
{
    auto& look = Look::instance();
    look.setAppearance(appearance());
    look.setTextPercent(textPercent());
    look.setRowDensity(rowDensity());
}

QString lastUser()
{
    return read("sign_in/user").toString();
}

void setLastUser(const QString& userName)
{
    write("sign_in/user", userName);
}

QByteArray windowGeometry()
{
    return read("window/geometry").toByteArray();
}

void setWindowGeometry(const QByteArray& geometry)
{
    write("window/geometry", geometry);
}

} // namespace banhang::client::settings
