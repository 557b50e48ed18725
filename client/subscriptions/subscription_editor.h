// One subscription as it is set up: of what, of which customers, for whom, and how much it would have told lately.
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "client/core/workplace.h"
#include "client/records/save_turns.h"
#include "client/subscriptions/subscriptions_api.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace banhang::client {

class Button;
class FieldList;
class FilterBar;
class FormField;
class FormGrid;
class Label;
class NoticeBar;

/// Thread: UI.
class SubscriptionEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit SubscriptionEditor(const Workplace& workplace, QWidget* parent = nullptr);

    /// id 0 = a new one. What was typed and not saved is gone: take typed() before.
    void open(const v1::Subscription& subscription);
    /// Nothing is open. What is being saved goes on; its answer finds nothing to fill in.
    void clear();
    /// Goes on with what was typed over what was stored then. What a colleague changed meanwhile is taken over
    /// elsewhere, and told. Nothing is known of what was stored then where an earlier version kept the draft: then it
    /// is asked whose words are to stay.
    void resume(const v1::Subscription& typed, const std::optional<v1::Subscription>& before);
    /// It was turned off or on from elsewhere; nothing else is taken over.
    void followMute(const v1::Subscription& fresh);
    /// As it stands in the fields.
    v1::Subscription typed() const;
    bool isOpen() const { return m_isOpen; }
    bool isChanged() const;
    qint64 subscriptionId() const { return m_stored.id(); }
    const v1::Subscription& stored() const { return m_stored; }
    void save();

signals:
    /// `sent` has no id when it was a new one. Another one may be open by now; if not, what was typed since stays.
    void saved(const banhang::v1::Subscription& stored, const banhang::v1::Subscription& sent);
    /// Another one is open by now.
    void failed(const QString& strong, const banhang::AppError& error);
    void muteRequested(qint64 subscriptionId, bool isMuted);
    void removeRequested(const banhang::v1::Subscription& subscription);
    void edited();
    /// What was typed is to go.
    void discarded();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* makeActs();
    FormGrid* makeForm();
    void fillUnits();
    void fill(const v1::Subscription& subscription);
    /// What belongs to what is asked for, and to who asks.
    void showFitting();
    void changeEntity();
    void touch();
    void followFields();
    void preview();
    void showCheck(const v1::CheckSubscriptionResponse& response);
    void onAnswer(const v1::Subscription& sent, bool isHere, const Outcome<v1::Subscription>& outcome);
    void takeStored(const v1::Subscription& sent, const v1::Subscription& stored);
    void showRefusal(const AppError& error);

    Workplace m_workplace;
    SubscriptionsApi m_api;
    v1::Subscription m_stored;
    v1::Subscription m_base; ///< what the fields do not show, and the version that was read
    NoticeBar* m_notice;
    QLineEdit* m_name;
    QComboBox* m_for;
    QComboBox* m_entity;
    QCheckBox* m_onCreate;
    QCheckBox* m_onChange;
    FieldList* m_fields;
    QComboBox* m_watch;
    QWidget* m_kinds;
    QList<QCheckBox*> m_kindBoxes;
    FilterBar* m_filter;
    Label* m_preview;
    FormField* m_nameField = nullptr;
    FormField* m_fieldsField = nullptr;
    FormField* m_watchField = nullptr;
    FormField* m_kindsField = nullptr;
    Button* m_save;
    Button* m_discard;
    Button* m_mute;
    Button* m_remove;
    QTimer m_previewTimer;
    bool m_isOpen = false;
    bool m_isShowing = false;
    CallHandle m_checkCall;
    SaveTurns m_saves;
};

} // namespace banhang::client
