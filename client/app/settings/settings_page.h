// What a person chooses for this machine and for their account: look, language, notices, password, own sessions.
#pragma once

#include "client/ui/parts/titled_page.h"

class QVBoxLayout;

namespace banhang::client {

class FormGrid;
class IdentityApi;
class Label;
class Segmented;
class SessionList;

class SettingsPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit SettingsPage(IdentityApi& api, QWidget* parent = nullptr);

    /// What a feature lets people choose; above the account. Owner: the page.
    void addSection(const QString& heading, QWidget* content);
    void setAccount(const QString& fullName, const QString& userName);

signals:
    /// Stored and in force already; pages are to be made anew.
    void languageChanged();
    /// Stored; the notices of the window follow.
    void noticesChanged();
    void passwordRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeLook();
    QWidget* makeNotices();
    QWidget* makeAccount();
    /// What a menu or a key changed meanwhile.
    void readLook();

    IdentityApi& m_api;
    Segmented* m_appearance = nullptr;
    Segmented* m_textSize = nullptr;
    Segmented* m_rows = nullptr;
    QVBoxLayout* m_column = nullptr;
    Label* m_account = nullptr;
    SessionList* m_sessions = nullptr;
};

} // namespace banhang::client
