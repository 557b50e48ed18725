// The fields of which somebody wants to be told, to be ticked; none ticked means all of them.
#pragma once

#include <QListWidget>

#include "banhang/v1/subscriptions.pb.h"

namespace banhang::client {

class FieldList final : public QListWidget
{
    Q_OBJECT
public:
    explicit FieldList(QWidget* parent = nullptr);

    /// Does not emit.
    void setFields(v1::SubscribedEntity entity, const QStringList& ticked);
    QStringList ticked() const;
    bool isTicked(const QString& field) const { return ticked().contains(field); }

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    bool m_isFilling = false;
};

} // namespace banhang::client
