// A date typed as the clerk likes: 18/11, 18-11-26, 18112026; or picked from a month.
#pragma once

#include <QDateTime>
#include <QLineEdit>

#include <functional>
#include <optional>

namespace banhang::client {

class DateEdit final : public QLineEdit
{
    Q_OBJECT
public:
    /// What time it is; of its day years are completed, and its month is shown first.
    using Clock = std::function<QDateTime()>;
    /// Text as typed -> date, or nothing when it is none.
    using Parse = std::function<std::optional<QDate>(const QString&)>;

    explicit DateEdit(Clock clock, QWidget* parent = nullptr);

    /// Replaces `parseDayMonthYear`, for pages that also take words or lunar days.
    void setParse(Parse parse);
    /// Nothing when empty or not a date (`isWrong` tells which).
    std::optional<QDate> date() const;
    /// Something is typed that is no date.
    bool isWrong() const;
    /// Writes it as 18/11/2026; an invalid date empties the field.
    void setDate(const QDate& date);

    /// Day, month, optional year (of two digits: the century nearest to `today`), parted by / - . or blank, or not
    /// parted (8, 6 or 4 digits). Without a year: that of `today`.
    static std::optional<QDate> parseDayMonthYear(const QString& text, const QDate& today);

signals:
    /// After leaving the field or picking; the text is in its normal form when it was a date.
    void dateChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void normalise();
    void openMonth();

    Clock m_clock;
    Parse m_parse;
};

} // namespace banhang::client
