// What was typed and has not reached the server, line by line: what it is, how it stands, and the way back to it.
#pragma once

#include <QWidget>

#include "client/core/draft_store.h"
#include "client/core/workplace.h"

class QVBoxLayout;

namespace banhang::client {

/// Follows the drafts while it is on the screen.
class DraftList final : public QWidget
{
    Q_OBJECT
public:
    explicit DraftList(const Workplace& workplace, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& key);
    void discardRequested(const banhang::client::Draft& draft);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    QWidget* makeRow(const Draft& draft);
    QWidget* makeMore(const Draft& draft);

    Workplace m_workplace;
    QVBoxLayout* m_rows;
};

} // namespace banhang::client
