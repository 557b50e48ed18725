// A person as a small circle with initials, always in the same colour; a violet ring says "is here now".
#pragma once

#include "client/ui/look/theme.h"

#include <QPixmap>
#include <QWidget>

#include <QList>

namespace banhang::client {

struct Person
{
    qlonglong id = 0;
    QString initials{}; // two letters
    QString name{};     // whole, for the tool tip and screen readers
};

/// Colour of a person: depends on the id only.
ColorPair personColors(qlonglong personId);
/// Pixmap from a cache by (id, initials, size, ratio, theme). Units: `size` in logical pixels.
QPixmap avatarPixmap(qlonglong personId, const QString& initials, int size, qreal devicePixelRatio,
                     bool isGrey = false);

class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(const Person& person, int size = 20, QWidget* parent = nullptr);

    void setPerson(const Person& person);
    void setPresent(bool isPresent); // ring in `peer`
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Person m_person;
    int m_size;
    bool m_isPresent = false;
};

/// Who is looking at or editing this record: at most three avatars, then "+2", and a sentence in violet.
class PresenceBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PresenceBar(QWidget* parent = nullptr);

    /// `sentence` is made by the page ("Minh đang sửa Điện thoại"); `isEditing` adds the pencil. No people hides it.
    void setPeople(const QList<Person>& people, const QString& sentence, bool isEditing);
    /// Offline: nobody knows who is here.
    void setUnknown();

private:
    void rebuild(const QList<Person>& people, const QString& sentence, const QString& iconName, Tone tone);
};

} // namespace banhang::client
