<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>QObject</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved %1 customers</source>
        <translation>Đã chuyển %1 khách hàng</translation>
    </message>
    <message>
        <source>%1 with errors</source>
        <translation>%1 lỗi</translation>
    </message>
</context>
</TS>
