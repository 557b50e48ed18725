// The gallery, drawn and compared with the pictures that were reviewed. After a change that is meant:
//   BANHANG_UPDATE_PICTURES=1 build/dev/bin/ui_tests --gtest_filter='*GalleryPicture*'
// and look at each picture in tests/client/ui/pictures before it is committed.
#include "client/ui/gallery/gallery.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/label.h"
#include "tests/client/ui/picture.h"

#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QScrollArea>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

using namespace banhang::client;
using banhang::test::compare;
using banhang::test::pictureOf;

namespace {

std::unique_ptr<QWidget> shownGallery()
{
    QApplication::setCursorFlashTime(0); // the caret stands still
    std::unique_ptr<QWidget> gallery(makeGallery());
    QCursor::setPos(0, 0);
    gallery->move(40, 40); // away from the pointer, which would light what lies under it
    gallery->show();
    QApplication::setActiveWindow(gallery.get());
    const auto* area = gallery->findChild<QScrollArea*>();
    gallery->resize(1366, gallery->height() + area->widget()->sizeHint().height() - area->viewport()->height());
    QApplication::processEvents();
    openGallerySearch(gallery.get());
    QApplication::processEvents();
    return gallery;
}

struct Shown
{
    const char* name;
    int percent;
    Appearance appearance;
};

std::ostream& operator<<(std::ostream& out, const Shown& shown)
{
    return out << shown.name;
}

class GalleryPicture : public testing::TestWithParam<Shown>
{
protected:
    GalleryPicture() { Look::instance().setAppearance(GetParam().appearance); }
    ~GalleryPicture() override { Look::instance().setAppearance(Appearance::Light); }

    static QString pathOf(const QString& folder)
    {
        return QDir(folder).filePath(QStringLiteral("gallery-%1.png").arg(QLatin1String(GetParam().name)));
    }
    qreal scale() const { return GetParam().percent / 100.0; }
};

} // namespace

TEST_P(GalleryPicture, looksAsReviewed)
{
    const auto gallery = shownGallery();
    const QImage actual = pictureOf(*gallery, scale());
    const QString reviewed = pathOf(QStringLiteral(BANHANG_PICTURES));
    if (qEnvironmentVariableIsSet("BANHANG_UPDATE_PICTURES")) {
        ASSERT_TRUE(actual.save(reviewed, "PNG", 0));
        return;
    }
    const QImage expected(reviewed);
    ASSERT_FALSE(expected.isNull()) << reviewed.toStdString();
    const auto difference = compare(expected, actual);
    if (!difference.isNone()) {
        QDir().mkpath(QStringLiteral("picture_failures"));
        actual.save(pathOf(QStringLiteral("picture_failures")));
    }
    EXPECT_TRUE(difference.isNone()) << difference.text().toStdString() << "; what was drawn is in "
                                     << QDir(QStringLiteral("picture_failures")).absolutePath().toStdString();
}

TEST_P(GalleryPicture, tellsAMovedLabel)
{
    const auto gallery = shownGallery();
    const QImage before = pictureOf(*gallery, scale());
    for (auto* label : gallery->findChildren<Label*>()) {
        if (!label->text().startsWith(QString::fromUtf8("Nhóm Kinh doanh")))
            continue;
        label->move(label->x() + 1, label->y());
        EXPECT_FALSE(compare(before, pictureOf(*gallery, scale())).isNone());
        return;
    }
    FAIL() << "the label is not there";
}

TEST_P(GalleryPicture, tellsAChangedToken)
{
    const auto gallery = shownGallery();
    const QImage before = pictureOf(*gallery, scale());
    Theme changed = theme();
    using Token = QColor Theme::*;
    for (const Token token : {&Theme::accent, &Theme::text2, &Theme::selInactive, &Theme::warnBg, &Theme::border}) {
        const QColor real = changed.*token;
        changed.*token = real.lightness() > 127 ? real.darker(108) : real.lighter(125);
        Look::instance().useTheme(&changed);
        EXPECT_FALSE(compare(before, pictureOf(*gallery, scale())).isNone()) << real.name().toStdString();
        changed.*token = real;
    }
    Look::instance().useTheme(nullptr);
    EXPECT_TRUE(compare(before, pictureOf(*gallery, scale())).isNone());
}

INSTANTIATE_TEST_SUITE_P(
    All, GalleryPicture,
    testing::Values(Shown{"light-100", 100, Appearance::Light}, Shown{"light-125", 125, Appearance::Light},
                    Shown{"light-150", 150, Appearance::Light}, Shown{"dark-100", 100, Appearance::Dark},
                    Shown{"dark-125", 125, Appearance::Dark}, Shown{"dark-150", 150, Appearance::Dark}),
    [](const auto& tested) {
        std::string name = tested.param.name;
        std::ranges::replace(name, '-', '_');
        return name;
    });
