// #123456 is only talked about
const QColor kRow("#AABBCC");
const QColor kLine = QColor(12, 13, 14);
const QColor kText = Qt::darkRed;
const QColor kClear = Qt::transparent;
