#include "client/customers/colleague_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kMaxWidth = 720;

/// Title at the left, buttons at the right; returns the row for the buttons.
QHBoxLayout* addHead(QVBoxLayout* layout, const QString& title)
{
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(new Label(title, TextSize::Title, TextWeight::Strong));
    row->addStretch(1);
    layout->addWidget(head);
    return row;
}

QVBoxLayout* addBody(QVBoxLayout* layout)
{
    auto* body = new QWidget;
    body->setMaximumWidth(kMaxWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    layout->addWidget(body);
    layout->addStretch(1);
    return column;
}

} // namespace

void fillColleagues(QComboBox* box, const Workplace& workplace, qint64 without)
{
    for (const auto* person : workplace.directory.activePeople()) {
        if (person->user_id() == without)
            continue;
        const QString place = workplace.directory.placeName(person->parent_unit_id());
        const QString name = QString::fromStdString(person->full_name());
        box->addItem(place.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, place), qlonglong(person->user_id()));
    }
    box->setMaxVisibleItems(20);
}

AssignPage::AssignPage(const Workplace& workplace, const QStringList& names, QWidget* parent)
    : QWidget(parent), m_box(new QComboBox)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* buttons = addHead(layout, tr("Assign to a colleague"));
    auto* cancel = new Button(ButtonKind::Flat, {}, tr("Cancel"));
    cancel->setKey(QKeySequence(Qt::Key_Escape));
    auto* give = new Button(ButtonKind::Primary, QStringLiteral("user-check"),
                            tr("Assign %Ln customers", nullptr, static_cast<int>(names.size())));
    give->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    buttons->addWidget(cancel);
    buttons->addWidget(give);
    auto* body = addBody(layout);
    const auto shown = names.mid(0, 8);
    QString text = shown.join(QStringLiteral(", "));
    if (names.size() > shown.size())
        text = tr("%1 and %2 more").arg(text).arg(names.size() - shown.size());
    auto* list = new Label(text);
    list->setWordWrap(true);
    body->addWidget(list);
    body->addWidget(new Label(tr("New owner"), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    fillColleagues(m_box, workplace, 0);
    m_box->setAccessibleName(tr("New owner"));
    body->addWidget(m_box);
    connect(cancel, &Button::clicked, this, &AssignPage::closeRequested);
    connect(give, &Button::clicked, this, [this] { emit assignRequested(m_box->currentData().toLongLong()); });
    setFocusProxy(m_box);
}

SharePage::SharePage(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_customerId(customer.id()),
      m_box(new QComboBox),
      m_level(new QComboBox),
      m_notice(new NoticeBar(Tone::Error)),
      m_rows(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* buttons = addHead(layout, tr("Share %1").arg(QString::fromStdString(customer.name())));
    auto* close = new Button(ButtonKind::Flat, {}, tr("Close"));
    close->setKey(QKeySequence(Qt::Key_Escape));
    buttons->addWidget(close);
    auto* body = addBody(layout);
    body->addWidget(m_notice);
    m_notice->hide();
    auto* line = new QHBoxLayout;
    fillColleagues(m_box, workplace, customer.owner_user_id());
    m_box->setAccessibleName(tr("Share with"));
    m_level->setAccessibleName(tr("What the colleague may do"));
    m_level->addItem(tr("may see it"), int(v1::SHARE_LEVEL_VIEW));
    m_level->addItem(tr("may see and edit it"), int(v1::SHARE_LEVEL_EDIT));
    auto* share = new Button(ButtonKind::Primary, QStringLiteral("share-2"), tr("Share"));
    line->addWidget(m_box, 1);
    line->addWidget(m_level);
    line->addWidget(share);
    body->addLayout(line);
    m_rows->setSpacing(0);
    body->addLayout(m_rows);
    connect(close, &Button::clicked, this, &SharePage::closeRequested);
    connect(share, &Button::clicked, this, &SharePage::share);
    setFocusProxy(m_box);
    reload();
}

void SharePage::reload()
{
    m_listCall = m_api.listShares(m_customerId, this, [this](const Outcome<v1::ListCustomerSharesResponse>& outcome) {
        if (outcome)
            fill(outcome.value());
        else
            m_notice->setFailure(tr("Whom it is shared with cannot be shown now."), errorText(outcome.error()), [this] {
                m_notice->hide();
                reload();
            });
    });
}

void SharePage::fill(const v1::ListCustomerSharesResponse& response)
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& share : response.shares())
        m_rows->addWidget(makeRow(share));
    if (response.shares().empty())
        m_rows->addWidget(
            new Label(tr("Not shared with anybody yet."), TextSize::Body, TextWeight::Regular, Tone::Quiet));
}

QWidget* SharePage::makeRow(const v1::CustomerShare& share)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    const QString name = m_workplace.directory.fullName(share.user_id());
    layout->addWidget(new Avatar({share.user_id(), m_workplace.directory.initials(share.user_id()), name}));
    layout->addWidget(new Label(name, TextSize::Body, TextWeight::Medium));
    const QString level = share.level() == v1::SHARE_LEVEL_EDIT ? tr("may see and edit it") : tr("may see it");
    const QString giver = m_workplace.directory.givenName(share.shared_by_user_id());
    auto* since = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    updateWithDate(since, [since, level, giver, time = officeTime(share.create_time())] {
        since->setText(tr("%1 · shared by %2, %3").arg(level, giver, longMoment(time, officeNow())));
    });
    layout->addWidget(since, 1);
    auto* stop = new Button(ButtonKind::Small, {}, tr("Withdraw"));
    stop->setAccessibleName(tr("Withdraw it from %1").arg(name));
    layout->addWidget(stop);
    connect(stop, &Button::clicked, this, [this, userId = share.user_id()] { unshare(userId); });
    return row;
}

void SharePage::share()
{
    v1::CustomerShare share;
    share.set_customer_id(m_customerId);
    share.set_user_id(m_box->currentData().toLongLong());
    share.set_level(static_cast<v1::ShareLevel>(m_level->currentData().toInt()));
    m_api
        .share(share, this,
               [this](const Outcome<v1::CustomerShare>& outcome) { onWritten(outcome ? nullptr : &outcome.error()); })
        .release();
}

void SharePage::unshare(qint64 userId)
{
    m_api
        .unshare(m_customerId, userId, this,
                 [this](const Outcome<v1::UnshareCustomerResponse>& outcome) {
                     onWritten(outcome ? nullptr : &outcome.error());
                 })
        .release();
}

void SharePage::onWritten(const AppError* error)
{
    m_notice->hide();
    if (error == nullptr)
        reload();
    else
        showFailure(*error);
}

void SharePage::showFailure(const AppError& error)
{
    m_notice->setTexts(tr("That did not work."), errorText(error));
    m_notice->setToolTip(technicalText(error));
    m_notice->show();
}

} // namespace banhang::client
