// Editing single cells of the list in their place: typed, checked by the server, saved, undone.
#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

#include "banhang/v1/customers.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

class QLabel;

namespace banhang::client {

class CustomerModel;
class CustomersApi;
class DataTable;

/// One field over one cell. Enter saves, Tab saves and goes on to the next cell, Esc gives up; what is wrong stands
/// under the cell, and the field stays. Thread: UI.
class CellEditing final : public QObject
{
    Q_OBJECT
public:
    CellEditing(const Workplace& workplace, CustomersApi& api, CustomerModel* model, DataTable* table);
    ~CellEditing() override;

    /// False for a cell that has no input, or that the caller may not edit; `refused` says why where there is more to
    /// say.
    bool start(const QModelIndex& index);
    /// As if this had been typed into the cell (or the choice of this key taken) and Enter pressed.
    bool fill(const QModelIndex& index, const QString& text);
    bool isOpen() const { return !m_editor.isNull(); }
    QWidget* editor() const { return m_editor; }
    QString message() const;
    /// Gives up what is typed.
    void cancel();
    /// For the person signed in, who is told of the cells that their session before left unsaved.
    void begin();
    /// Nobody is signed in any more: gives up what is typed and forgets what was read. What was typed and not sent,
    /// whether Enter was pressed or not, is kept as a draft, for `begin` to tell.
    void end();

signals:
    void refused(const QString& why);
    void saved(const banhang::v1::Customer& customer);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// One that is sent; the person may be in another one when the answer comes.
    struct Cell
    {
        quint64 turn = 0;    ///< which opening of a cell it was
        v1::Customer before; ///< whole, as it was stored
        int column = 0;
        int step = 0; ///< to the cell that is edited next
    };

    static QString notChangedText(int column, const std::string& name);
    bool isShown(const Cell& cell) const { return isOpen() && cell.turn == m_turn; }
    void makeEditor(const v1::Customer& customer);
    void place();
    void fetch();
    QString typed() const;
    /// What is told of the open cell when it is given up.
    QString lostText() const;
    void commit(int step);
    void save();
    void saveBehind();
    CallHandle send(const Cell& cell, const QString& text);
    void onSaved(const Cell& cell, const Outcome<v1::CustomerChangeResponse>& outcome);
    void onRefused(const Cell& cell, const AppError& error);
    void onConflict();
    void show(const QString& message);
    void close();
    void goOn(int step);
    void undoEdit(const Cell& cell, std::int64_t version);

    Workplace m_workplace;
    CustomersApi& m_api;
    CustomerModel* m_model;
    DataTable* m_table;
    QPointer<QWidget> m_editor;
    QLabel* m_message;
    quint64 m_turn = 0; ///< which opening of a cell this is
    qint64 m_id = 0;
    std::string m_name;
    int m_column = 0;
    QString m_before;      ///< what the person saw when they began
    v1::Customer m_stored; ///< whole, as it was read when the cell was opened
    bool m_hasStored = false;
    int m_step = 0;
    bool m_isCommitWanted = false;
    bool m_isOverwriting = false;        ///< the person has read that somebody else changed it
    std::map<quint64, QString> m_behind; ///< what would be lost, by the turns of the cells that wait behind this one
    CallHandle m_getCall;
    CallHandle m_saveCall;
};

} // namespace banhang::client
