// The bell of the head: how many news are unread, and the list of them behind it.
#pragma once

#include <QToolButton>

#include "client/core/workplace.h"

namespace banhang::client {

class NoticeModel;
class NoticeView;

class Bell final : public QToolButton
{
    Q_OBJECT
public:
    Bell(const Workplace& workplace, NoticeModel* model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    void showList();

signals:
    void openRequested(const QString& entity, qint64 entityId, qint64 customerId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeList();
    void updateName();

    Workplace m_workplace;
    NoticeModel* m_model;
    QWidget* m_list = nullptr; ///< made when it is first shown
    NoticeView* m_view = nullptr;
};

} // namespace banhang::client
