// Care requests to be worked at: what is listed, the list, the editor above it, and the acts.
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

#include "banhang/v1/customer.pb.h"
#include "client/care/care_api.h"
#include "client/care/care_model.h"
#include "client/core/workplace.h"
#include "client/ui/look/button_kind.h"

class QComboBox;
class QHBoxLayout;
class QMenu;
class QModelIndex;

namespace banhang::client {

class Button;
class CareEditor;
class Chip;
class DataTable;
class Segmented;
class StateView;

/// Of everybody in sight on its page, or of one customer behind a tab. Thread: UI.
class CarePane final : public QWidget
{
    Q_OBJECT
public:
    enum class Place { Page, Customer };
    enum class Shown { Open, Overdue, All };

    CarePane(const Workplace& workplace, CareApi& api, Place place, QWidget* parent = nullptr);

    /// For Place::Customer: whose; without id nobody's.
    void setCustomer(const v1::Customer& customer);
    void choose(Shown shown);
    /// With what is chosen.
    void load();
    void clear();
    void begin();
    void open(qint64 id);
    void applyRights();
    /// Only those that one has to answer oneself.
    bool isOwn() const;
    /// F6.
    void focusOther();
    CareModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    CareEditor* editor() const { return m_editor; }

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void newsHappened(const QString& text);
    /// Something was written, or the list is there anew.
    void counted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    ButtonKind usualKind() const;
    void makeActs(QHBoxLayout* row);
    void fitActs();
    void setUpTable();
    void ask();
    void onFailed(const AppError& error);
    void showState();
    void updateActs();
    void fillOwners();
    const v1::CareRequest* current() const;
    void openCurrent(std::optional<v1::CareState> wanted = {});
    /// To the front, opened on the usual next step.
    void answer();
    // What is written goes on by itself: one act does not take back the one before.
    void close();
    void give(qint64 ownerUserId);
    void moveToBin();
    void restore(qint64 id);
    void onSaved(const v1::CareRequest& request);
    void write(const QString& failure, const QString& news, const Outcome<v1::CareRequest>& outcome);

    Workplace m_workplace;
    CareApi& m_api;
    const Place m_place;
    v1::Customer m_customer;
    Shown m_shown = Shown::Open;
    CareModel* m_model;
    DataTable* m_table;
    CareEditor* m_editor;
    QList<std::pair<Chip*, Shown>> m_chips;
    Segmented* m_whose = nullptr;
    QComboBox* m_severity = nullptr;
    Button* m_new = nullptr;
    Button* m_answer = nullptr;
    Button* m_give = nullptr;
    Button* m_close = nullptr;
    QWidget* m_bar = nullptr;
    QList<std::pair<Button*, QString>> m_wordy; ///< and their words, which go where there is no room for them
    QMenu* m_owners;
    QTimer m_minute;
    CallHandle m_openCall;
};

} // namespace banhang::client
