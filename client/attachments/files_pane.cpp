#include "client/attachments/files_pane.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QMimeData>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;
constexpr int kMinNameWidth = 160;

} // namespace

FilesPane::FilesPane(const Workplace& workplace, AttachmentsApi& api, UploadQueue& uploads, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_model(new FilesModel(workplace, api, uploads, this)),
      m_mail(new MailDrop(workplace, uploads, this)),
      m_scope(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_all(new Button(ButtonKind::Small, QStringLiteral("x"), tr("Show all files"))),
      m_paste(new Button(ButtonKind::Small, QStringLiteral("copy"), tr("Paste"))),
      m_add(new Button(ButtonKind::Small, QStringLiteral("plus"), tr("Add files…"))),
      m_progress(new ProgressRow),
      m_table(new DataTable),
      m_nothing(new StateView(StateView::Kind::Empty)),
      m_hint(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, scaled(10), 0, scaled(6));
    column->setSpacing(8);
    makeHead();
    makeTable();
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    column->addWidget(m_hint);
    m_hint->setContentsMargins(kMargin, 0, kMargin, 0);
    m_hint->setElided(true);
    m_progress->hide();
    makeMail();
    makeKeys();
    connect(m_model, &FilesModel::loaded, this, &FilesPane::applyState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FilesPane::showEmptyOrNot);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FilesPane::applyState);
    connect(m_model, &FilesModel::loadFailed, this, [this](const AppError& error) {
        if (m_model->isLoaded())
            return; // what is there stays
        m_nothing->setFailure(tr("The files could not be loaded."), errorText(error), [this] { m_model->reload(); });
        m_nothing->show();
    });
    connect(&uploads, &UploadQueue::refused, this,
            [this](const FilesParent& file, const QString& name, const AppError& error) {
                if (!m_model->shownParent().takesIn(file))
                    return;
                const bool hasIssue = error.detail().issues_size() > 0;
                tell(Tone::Warn, tr("“%1” was not accepted.").arg(name),
                     hasIssue ? issueText(error.detail().issues(0)) : errorText(error));
            });
    connect(&workplace.session, &Session::updated, this, &FilesPane::applyState);
    connect(m_progress, &ProgressRow::stopRequested, this, [this] {
        delete m_download;
        m_download = nullptr;
        m_progress->hide();
    });
    applyState();
}

void FilesPane::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 0, kMargin, 0);
    head->setSpacing(8);
    m_scope->setElided(true);
    head->addWidget(m_scope, 1);
    head->addWidget(m_all);
    head->addWidget(m_paste);
    head->addWidget(m_add);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
    connect(m_all, &Button::clicked, this, &FilesPane::showAll);
    connect(m_add, &Button::clicked, this, &FilesPane::choose);
    connect(m_paste, &Button::clicked, this, [this] {
        if (!take(QGuiApplication::clipboard()->mimeData()))
            tell(Tone::Accent, tr("There is nothing to paste."),
                 tr("Copy a file, or take a picture of the screen, and paste again."));
    });
}

void FilesPane::makeTable()
{
    m_table->setModel(m_model);
    m_table->setColumnKind(FilesModel::Name, CellKind::Name, 0);
    m_table->setColumnKind(FilesModel::Size, CellKind::Figure, 84);
    m_table->setColumnKind(FilesModel::Who, CellKind::Text, 150);
    m_table->setColumnKind(FilesModel::When, CellKind::Figure, 90);
    m_table->setYieldingColumns({FilesModel::When, FilesModel::Who}, kMinNameWidth);
    m_table->setPlaceholder(m_nothing);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Files"));
    m_table->viewport()->installEventFilter(this);
    m_table->viewport()->setAcceptDrops(true);
    m_nothing->setIcon(QStringLiteral("paperclip"));
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &FilesPane::contextMenu);
    setFocusProxy(m_table);
}

void FilesPane::makeMail()
{
    connect(m_mail, &MailDrop::logged, this, &FilesPane::showLogged);
    connect(m_mail, &MailDrop::known, this, [this](qint64 talk) {
        auto* notice = tell(Tone::Accent, tr("This mail has already been logged."), {});
        connect(notice->addButton({}, tr("Open")), &Button::clicked, this,
                [this, talk] { emit activityRequested(talk); });
    });
    connect(m_mail, &MailDrop::failed, this,
            [this](const QString& strong, const AppError& error) { tell(Tone::Warn, strong, errorText(error)); });
}

void FilesPane::makeKeys()
{
    const auto add = [this](const QKeySequence& key, const std::function<void()>& act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence(Qt::Key_Insert), [this] { choose(); });
    add(QKeySequence::Paste, [this] { m_paste->click(); });
    add(QKeySequence::Save, [this] { saveAs(currentId()); });
    add(QKeySequence(Qt::Key_F2), [this] { rename(currentId()); });
    add(QKeySequence::Delete, [this] { takeAway(currentRow()); });
}

void FilesPane::showCustomer(const v1::Customer& customer)
{
    const bool isOther = customer.id() != m_customer.id();
    m_customer = customer;
    if (!isOther)
        return applyState();
    if (m_notice)
        m_notice->hide();
    forgetLogged();
    showAll();
}

void FilesPane::showAll()
{
    m_scope->setText(tr("Files of the customer and its talks"));
    m_model->show({m_customer.id(), 0});
    applyState();
}

void FilesPane::showActivity(qint64 activityId, const QString& title)
{
    m_model->show({m_customer.id(), activityId});
    m_scope->setText(tr("Files of “%1”").arg(title));
    applyState();
}

void FilesPane::applyState()
{
    const bool isOfActivity = m_model->shownParent().activityId != 0;
    const bool mayAdd = mayEdit();
    m_all->setVisible(isOfActivity && m_customer.id() != 0);
    for (auto* button : {m_paste, m_add})
        if (mayAdd)
            button->setEnabled(true);
        else
            button->disableByRight(tr("You may view these files but not change them."));
    if (m_model->isLoaded())
        showEmptyOrNot();
    if (m_model->maxBytes() > 0)
        m_hint->setText(
            (isOfActivity ? tr("At most %1 a file.") : tr("At most %1 a file. A mail (.eml) becomes a talk."))
                .arg(sizeText(m_model->maxBytes())));
}

void FilesPane::showEmptyOrNot()
{
    m_nothing->setTexts(tr("No file yet"),
                        mayEdit() ? tr("Drop files here, paste a picture of the screen with Ctrl+V, or press Insert.")
                                  : tr("Nobody has added one."));
    m_nothing->setVisible(m_model->isLoaded() && m_model->rowCount() == 0);
}

bool FilesPane::mayEdit() const
{
    const auto resource = m_model->shownParent().activityId != 0 ? v1::RESOURCE_ACTIVITY : v1::RESOURCE_CUSTOMER;
    return m_workplace.session.may(resource, v1::ACTION_EDIT) && m_customer.merged_into_id() == 0 &&
           !m_customer.has_delete_time();
}

NoticeBar* FilesPane::tell(Tone tone, const QString& strong, const QString& text)
{
    delete m_notice;
    m_notice = addNotice(tone);
    m_notice->setTexts(strong, text);
    return m_notice;
}

NoticeBar* FilesPane::addNotice(Tone tone)
{
    auto* notice = new NoticeBar(tone);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, notice);
    return notice;
}

/// One notice for all that were dropped together, so that the files of each can be kept.
void FilesPane::showLogged(const LoggedMail& mail)
{
    m_logged.append(mail);
    QStringList subjects;
    QStringList files;
    for (const auto& [talk, message] : std::as_const(m_logged)) {
        subjects.append(QString::fromStdString(message->subject));
        for (const auto& file : message->files)
            files.append(QString::fromStdString(file.name));
    }
    delete m_mailNotice;
    m_mailNotice = addNotice(Tone::Ok);
    const bool isOne = m_logged.size() == 1;
    m_mailNotice->setTexts(isOne ? tr("The mail is logged as a talk.")
                                 : tr("%Ln mails are logged as talks.", nullptr, static_cast<int>(m_logged.size())),
                           subjects.join(QStringLiteral("; ")));
    if (isOne)
        connect(m_mailNotice->addButton({}, tr("Open")), &Button::clicked, this,
                [this, id = mail.talk.activityId] { emit activityRequested(id); });
    if (files.isEmpty())
        return;
    m_mailNotice->setAside(tr("With it: %1").arg(files.join(QStringLiteral(", "))));
    connect(m_mailNotice->addButton(QStringLiteral("paperclip"), tr("Keep these files")), &Button::clicked, this,
            [this] {
                for (const auto& one : std::as_const(m_logged))
                    m_mail->keepFiles(one);
                forgetLogged();
            });
}

void FilesPane::forgetLogged()
{
    m_logged.clear();
    if (auto* notice = std::exchange(m_mailNotice, nullptr)) {
        notice->hide();
        notice->deleteLater(); // one of its buttons may have led here
    }
}

void FilesPane::add(const QStringList& paths)
{
    if (std::ranges::any_of(paths, &MailDrop::isMail))
        forgetLogged();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        if (MailDrop::isMail(path) && m_model->shownParent().activityId == 0) {
            m_mail->take(path, m_customer);
        } else if (!file.isFile()) {
            tell(Tone::Warn, tr("“%1” was not accepted.").arg(file.fileName()),
                 tr("A folder is added by its files: open it and drop them."));
        } else if (m_model->maxBytes() > 0 && file.size() > m_model->maxBytes()) {
            tell(Tone::Warn, tr("“%1” was not accepted.").arg(file.fileName()),
                 tr("It has %1; at most %2 are accepted. Make it smaller, or keep it elsewhere and note where.")
                     .arg(sizeText(file.size()), sizeText(m_model->maxBytes())));
        } else {
            m_model->uploads().add(path, m_model->shownParent());
        }
    }
}

bool FilesPane::take(const QMimeData* offered)
{
    if (!mayEdit())
        return false;
    QStringList paths;
    for (const QUrl& url : offered->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (!paths.isEmpty()) {
        add(paths);
        return true;
    }
    if (!offered->hasImage())
        return false;
    const auto image = qvariant_cast<QImage>(offered->imageData());
    const QString path = m_model->uploads().scratchPath();
    if (image.isNull() || !image.save(path, "PNG"))
        return false;
    const QString stamp = officeNow().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    m_model->uploads().addOwnCopy(path, m_model->shownParent(), tr("Screen %1.png").arg(stamp).toStdString());
    return true;
}

void FilesPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (mayEdit() && (event->mimeData()->hasUrls() || event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void FilesPane::dropEvent(QDropEvent* event)
{
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

bool FilesPane::eventFilter(QObject* watched, QEvent* event)
{
    // The table would take drops for a change of its rows.
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        dragEnterEvent(static_cast<QDragEnterEvent*>(event));
        return true;
    }
    if (event->type() == QEvent::Drop) {
        dropEvent(static_cast<QDropEvent*>(event));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool FilesPane::isInSight(const FilesParent& file)
{
    return std::ranges::any_of(QApplication::allWidgets(), [&file](const QWidget* widget) {
        const auto* pane = qobject_cast<const FilesPane*>(widget);
        return pane != nullptr && pane->isVisible() && pane->m_model->shownParent().takesIn(file);
    });
}

int FilesPane::currentRow() const
{
    return m_table->currentIndex().row();
}

qint64 FilesPane::currentId() const
{
    const auto* attachment = m_model->attachmentAt(currentRow());
    return attachment == nullptr ? 0 : attachment->id();
}

} // namespace banhang::client
