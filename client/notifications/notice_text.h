// News in words: a sentence made of pieces that look otherwise by what they are.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include "banhang/v1/notifications.pb.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

struct Workplace;

struct NoticePiece
{
    QString text{};
    Tone tone = Tone::Normal;
    TextWeight weight = TextWeight::Regular;
};

/// "Thu Hà giao cho bạn **Soạn phụ lục**, T4 18/11". Names come from what the server lets the reader see now.
/// Changes that somebody subscribed to stand below it, in lines of their own.
QList<NoticePiece> noticePieces(const v1::Notification& notification, const Workplace& workplace, const QDateTime& now);
/// The same as one plain sentence, for the desktop and for reading aloud.
QString noticeSentence(const v1::Notification& notification, const Workplace& workplace, const QDateTime& now);
/// What a reminder says: "Gọi chị Lan · Thiên Ân · 14:30".
QString reminderSentence(const v1::Notification& notification, const QDateTime& now);
/// For news without a person.
QString noticeIcon(const v1::Notification& notification);
/// Below it, in grey: when, and for which subscription.
QString noticeAside(const v1::Notification& notification, const QDateTime& now);

} // namespace banhang::client
