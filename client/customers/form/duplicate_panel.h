// The pane beside a form: who may be the same customer, found while typing.
#pragma once

#include <QList>
#include <QSet>
#include <QWidget>

#include "banhang/v1/duplicates.pb.h"
#include "client/core/workplace.h"

class QLineEdit;
class QVBoxLayout;

namespace banhang::client {

class Button;
class IconLabel;
class Label;

class DuplicatePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicatePanel(const Workplace& workplace, QWidget* parent = nullptr);

    void setHits(const QList<v1::DuplicateHit>& hits);
    /// While a check runs, or when none can be made.
    void setChecking();
    void setUnavailable();
    /// Nothing has been typed yet.
    void reset();
    int hitCount() const { return static_cast<int>(m_cards.size()); }
    /// The server wants to know why it is saved all the same: shows the field for it and goes there.
    void askReason();
    /// What the button beside the reason does; "Save anyway" unless said.
    void setSaveText(const QString& text);
    QString reason() const;
    /// Alt+1…3.
    void focusHit(int index);

signals:
    void openRequested(qint64 customerId);
    void saveAnywayRequested();
    void countChanged(int count);

private:
    /// One hit on the screen.
    struct Card
    {
        QString key{}; ///< of the hit, through all checks
        QWidget* pane = nullptr;
        QList<QWidget*> stops{}; ///< what takes the focus in it, the most wanted first
    };

    Card makeVisibleCard(const v1::VisibleDuplicate& hit, int index);
    Card makeHiddenCard(const v1::HiddenDuplicate& hit, int index);
    void addReasons(QVBoxLayout* column, const v1::VisibleDuplicate& hit);
    void rebuild();
    void keepFocus(const QList<Card>& before);

    Workplace m_workplace;
    QList<v1::DuplicateHit> m_hits;
    QSet<qint64> m_dismissed;
    QList<Card> m_cards;
    IconLabel* m_icon;
    Label* m_title;
    Label* m_aside;
    QVBoxLayout* m_column;
    QWidget* m_reasonBox;
    QLineEdit* m_reason;
    Button* m_saveAnyway;
};

} // namespace banhang::client
