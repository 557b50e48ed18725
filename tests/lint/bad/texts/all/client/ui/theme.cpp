const QColor kAccent{"#123456"};
