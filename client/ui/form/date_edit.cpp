#include "client/ui/form/date_edit.h"

#include "client/ui/look/icon.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QRegularExpression>

#include <cstdlib>

namespace banhang::client {

namespace {

const QString kNormalForm = QStringLiteral("dd/MM/yyyy");
constexpr int kCentury = 100;

/// "26" -> the year nearest to today's that ends so: 2026 in 2026, 1985 for "85".
int wholeYear(int twoDigits, const QDate& today)
{
    const int base = today.year() - today.year() % kCentury + twoDigits;
    int best = base;
    for (const int year : {base - kCentury, base + kCentury}) {
        if (std::abs(year - today.year()) < std::abs(best - today.year()))
            best = year;
    }
    return best;
}

} // namespace

DateEdit::DateEdit(Clock clock, QWidget* parent)
    : QLineEdit(parent),
      m_clock(std::move(clock)),
      m_parse([this](const QString& text) { return parseDayMonthYear(text, m_clock().date()); })
{
    setPlaceholderText(tr("day/month/year"));
    QAction* pick = addAction(Icon::named(QStringLiteral("calendar"), Tone::Quiet), QLineEdit::TrailingPosition);
    pick->setToolTip(tr("Pick a day (Alt+Down)"));
    connect(pick, &QAction::triggered, this, &DateEdit::openMonth);
}

void DateEdit::setParse(Parse parse)
{
    m_parse = std::move(parse);
}

std::optional<QDate> DateEdit::date() const
{
    return text().trimmed().isEmpty() ? std::nullopt : m_parse(text());
}

bool DateEdit::isWrong() const
{
    return !text().trimmed().isEmpty() && !m_parse(text());
}

void DateEdit::setDate(const QDate& date)
{
    setText(date.isValid() ? date.toString(kNormalForm) : QString());
}

std::optional<QDate> DateEdit::parseDayMonthYear(const QString& text, const QDate& today)
{
    static const QRegularExpression parted(
        QStringLiteral(R"(^\s*(\d{1,2})\s*[/\-. ]\s*(\d{1,2})(?:\s*[/\-. ]\s*(\d{4}|\d{2}))?\s*$)"));
    static const QRegularExpression joined(QStringLiteral(R"(^\s*(\d{2})(\d{2})(\d{4}|\d{2})?\s*$)"));
    for (const QRegularExpression& form : {parted, joined}) {
        const QRegularExpressionMatch match = form.match(text);
        if (!match.hasMatch())
            continue;
        const QString yearText = match.captured(3);
        int year = yearText.isEmpty() ? today.year() : yearText.toInt();
        if (yearText.size() == 2)
            year = wholeYear(year, today);
        const QDate date(year, match.captured(2).toInt(), match.captured(1).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    return std::nullopt;
}

void DateEdit::normalise()
{
    if (const auto typed = date())
        setDate(*typed);
    emit dateChanged();
}

void DateEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier)
        openMonth();
    else
        QLineEdit::keyPressEvent(event);
}

void DateEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (isModified()) {
        setModified(false);
        normalise();
    }
}

void DateEdit::openMonth()
{
    if (isReadOnly())
        return;
    auto* month = new QCalendarWidget(this);
    month->setWindowFlags(Qt::Popup);
    month->setAttribute(Qt::WA_DeleteOnClose);
    month->setFirstDayOfWeek(Qt::Monday);
    month->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    month->setSelectedDate(date().value_or(m_clock().date()));
    const auto choose = [this, month](const QDate& day) {
        setDate(day);
        month->close();
        emit textEdited(text()); // a picked day counts as typed: drafts and checks follow
        emit dateChanged();
    };
    connect(month, &QCalendarWidget::clicked, this, choose);
    connect(month, &QCalendarWidget::activated, this, choose);
    month->move(mapToGlobal(QPoint(0, height())));
    month->show();
    month->setFocus();
}

} // namespace banhang::client
