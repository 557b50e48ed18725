// Who is signed in, and what the screen may offer them; the server decides.
#pragma once

#include <QObject>
#include <QString>

#include "banhang/v1/identity.pb.h"

namespace banhang::client {

/// Lives as long as the client; signed out at first. Thread: UI.
class Session final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool isSignedIn() const { return m_me.user_id() != 0; }
    const v1::Me& me() const { return m_me; }
    qint64 userId() const { return m_me.user_id(); }

    void begin(const v1::Me& me);
    /// After a change of rights.
    void update(const v1::Me& me);
    void end();

    /// Widest scope of a right; unspecified when it is not held.
    v1::Scope scopeOf(v1::Resource resource, v1::Action action) const;
    bool may(v1::Resource resource, v1::Action action) const;
    bool isMasked(v1::SensitiveField field) const;

signals:
    void begun();
    /// Rights, masks or place are other ones.
    void updated();
    void ended();

private:
    v1::Me m_me;
};

} // namespace banhang::client
