// Encrypts what is kept on this machine, so that it is readable only after its writer has signed in here.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace banhang::client {

/// AES-256-GCM under a key made of two halves: one that the server gives to a person at sign-in, and one that never
/// leaves this machine. Neither a stolen disk nor another person on the same account of the machine has both. The same
/// halves make the same seal, so what was kept before a crash opens after any later sign-in. Thread: any.
class DraftSeal
{
public:
    DraftSeal(const QByteArray& personKey, const QByteArray& machineKey);

    /// `name` is bound to the text: under another one it will not open. Throws: std::runtime_error when the library
    /// fails.
    QByteArray close(const QByteArray& text, const QString& name) const;
    /// Nothing if it was altered, cut short, or closed by somebody else.
    std::optional<QByteArray> open(const QByteArray& sealed, const QString& name) const;
    /// A name for a file that tells nothing of what it is about.
    QString fileName(const QString& name) const;

private:
    QByteArray m_textKey;
    QByteArray m_nameKey;
};

} // namespace banhang::client
