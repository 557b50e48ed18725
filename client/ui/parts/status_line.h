// The lowest line of the window: small news for 10 s or the keys of the place, then facts at the right. Never an error.
#pragma once

#include "client/ui/look/theme.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace banhang::client {

class IconLabel;
class Label;

class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// What stands there when there is no news ("Enter mở · F2 sửa").
    void setPlaceKeys(const QString& text);
    /// What a form wants looked at, told before the keys of the place; nothing for 0 and 0.
    void setIssues(int errors, int warnings);
    /// `who` in violet 600 first (a colleague), may be empty. Back to the keys after 10 s.
    void showNews(const QString& who, const QString& text, const QString& iconName = {});
    /// Another person is going to look.
    void forgetNews();
    void setConnection(Tone tone, const QString& iconName, const QString& text);
    /// Facts at the right in order: unit, date, clock. Sets how many there are and what they say.
    void setFacts(const QStringList& facts);

    QSize minimumSizeHint() const override;

signals:
    void connectionClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitFacts();
    void fillLeft(const QString& iconName, Tone tone, const QString& who, const QString& text);

    QWidget* makeIssue(const QString& iconName, Tone tone, Label*& text);

    QHBoxLayout* m_row;
    Label* m_errorText = nullptr; // before what holds them and sets them
    Label* m_warningText = nullptr;
    QWidget* m_errors;
    QWidget* m_warnings;
    IconLabel* m_icon;
    Label* m_who;
    Label* m_text;
    IconLabel* m_connectionIcon;
    Label* m_connection;
    QList<Label*> m_facts;
    QString m_placeKeys;
    QTimer m_timer;
};

} // namespace banhang::client
