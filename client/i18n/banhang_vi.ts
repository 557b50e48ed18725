<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ActivityText</name>
    <message>
        <source>Call back</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Lịch hẹn</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa gặp được</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Sẽ làm</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Not promising</source>
        <translation>Không tiềm năng</translation>
    </message>
    <message>
        <source>Not clear yet</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Chưa đánh giá</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục theo đuổi</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Gấp</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Khi rảnh</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>at the beginning</source>
        <translation>đúng giờ</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>trước %1</translation>
    </message>
    <message>
        <source>%1 h before</source>
        <translation>trước %1 giờ</translation>
    </message>
    <message>
        <source>%1 min before</source>
        <translation>trước %1 phút</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>trễ %1</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>trễ %1 phút</translation>
    </message>
    <message>
        <source>%1 h late</source>
        <translation>trễ %1 giờ</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>không hạn</translation>
    </message>
</context>
<context>
    <name>CellValues</name>
    <message>
        <source>Ads allowed</source>
        <translation>Được quảng cáo</translation>
    </message>
    <message>
        <source>No ads</source>
        <translation>Không quảng cáo</translation>
    </message>
    <message>
        <source>– none –</source>
        <translation>– không có –</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
</context>
<context>
    <name>ConnectionLog</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln drafts were kept</source>
        <translation>
            <numerusform>; %Ln bản nháp được giữ</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered: there is a newer %1</source>
        <translation>Nhận trả lời: %1 đã có bản mới hơn</translation>
    </message>
    <message>
        <source>Connected again after %1</source>
        <translation>Đã kết nối lại sau %1</translation>
    </message>
    <message>
        <source>Kept on this machine: %1</source>
        <translation>Giữ trên máy này: %1</translation>
    </message>
    <message>
        <source>The server does not answer; the network of this computer works</source>
        <translation>Máy chủ không trả lời; mạng nội bộ của máy này vẫn chạy</translation>
    </message>
    <message>
        <source>This computer is not on any network</source>
        <translation>Máy này không ở trong mạng nào</translation>
    </message>
</context>
<context>
    <name>CustomerDraft</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (bạn)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields without conflict, both are kept: %1</source>
        <translation>
            <numerusform>%Ln trường không xung đột, giữ cả hai: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Đồng nghiệp</translation>
    </message>
    <message>
        <source>Edit %1, %2</source>
        <translation>Sửa %1, %2</translation>
    </message>
    <message>
        <source>New customer: %1</source>
        <translation>Khách hàng mới: %1</translation>
    </message>
</context>
<context>
    <name>CustomerText</name>
    <message>
        <source>(was %1)</source>
        <translation>(cũ %1)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Xưng hô</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Thu nhập</translation>
    </message>
    <message>
        <source>Finances</source>
        <translation>Tài chính</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Habits</source>
        <translation>Thói quen</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Đặc điểm</translation>
    </message>
    <message>
        <source>Needs in detail</source>
        <translation>Nhu cầu (lời)</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Việc kinh doanh</translation>
    </message>
    <message>
        <source>Points to watch</source>
        <translation>Điều cần lưu ý</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>Relation to the parent</source>
        <translation>Quan hệ trực thuộc</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>No advertising calls</source>
        <translation>Không quảng cáo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Other gender</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Riêng</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Hóa đơn</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>Other use</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Subsidiary</source>
        <translation>Công ty con</translation>
    </message>
    <message>
        <source>%1 lunar, leap month</source>
        <translation>%1 âm lịch, tháng nhuận</translation>
    </message>
    <message>
        <source>%1 lunar</source>
        <translation>%1 âm lịch</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Pursuit</source>
        <translation>Theo đuổi</translation>
    </message>
    <message>
        <source>Talks and appointments</source>
        <translation>Trao đổi và lịch hẹn</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Care sequences</source>
        <translation>Quy trình chăm sóc</translation>
    </message>
    <message>
        <source>To be pursued</source>
        <translation>Theo đuổi tiếp</translation>
    </message>
    <message>
        <source>No longer pursued</source>
        <translation>Dừng theo đuổi</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Not promising</source>
        <translation>Không tiềm năng</translation>
    </message>
    <message>
        <source>Not clear yet</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Liên hệ gần nhất</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Liên hệ sắp tới</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Hẹn gọi lại</translation>
    </message>
    <message>
        <source>Callback reason</source>
        <translation>Lý do hẹn lại</translation>
    </message>
</context>
<context>
    <name>FilterConditions</name>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Team or branch</source>
        <translation>Nhóm, chi nhánh</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành</translation>
    </message>
    <message>
        <source>Former province</source>
        <translation>Tỉnh cũ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Liên hệ gần nhất</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Ngày thêm</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Doanh nghiệp, tổ chức</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>tuần này</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>tháng này</translation>
    </message>
    <message numerus="yes">
        <source>in the last %Ln days</source>
        <translation>
            <numerusform>trong %Ln ngày qua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer ago than %Ln days, or never</source>
        <translation>
            <numerusform>quá %Ln ngày, hoặc chưa lần nào</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer ago than %Ln days</source>
        <translation>
            <numerusform>quá %Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>chưa lần nào</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 mục</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 mục nữa</translation>
    </message>
    <message>
        <source>not “%1”</source>
        <translation>không kể “%1”</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Pursuit</source>
        <translation>Theo đuổi</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Liên hệ sắp tới</translation>
    </message>
    <message>
        <source>Never judged</source>
        <translation>Chưa đánh giá</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Hẹn gọi lại</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Im lặng</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln days, or longer than usual for them</source>
        <translation>
            <numerusform>%Ln ngày, hoặc chậm hơn nhịp quen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the next %Ln days</source>
        <translation>
            <numerusform>trong %Ln ngày tới</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>chưa hẹn</translation>
    </message>
</context>
<context>
    <name>HeadMenus</name>
    <message>
        <source>Add customer</source>
        <translation>Thêm khách hàng</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn hết</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Kind of customer</source>
        <translation>Loại khách hàng</translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation>Tên khách hàng</translation>
    </message>
    <message>
        <source>Family and middle name</source>
        <translation>Họ và tên đệm</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Xưng hô</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>Địa chỉ (cả dòng)</translation>
    </message>
    <message>
        <source>House and street</source>
        <translation>Số nhà, đường</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường xã</translation>
    </message>
    <message>
        <source>District (old)</source>
        <translation>Quận huyện (cũ)</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Contact&apos;s phone</source>
        <translation>Điện thoại người liên hệ</translation>
    </message>
    <message>
        <source>Contact&apos;s e-mail</source>
        <translation>Email người liên hệ</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Việc kinh doanh</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Thu nhập</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>No advertising calls</source>
        <translation>Không quảng cáo</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Point to watch</source>
        <translation>Điều cần lưu ý</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>A colleague already looks after this customer</source>
        <translation>Đang được đồng nghiệp phụ trách</translation>
    </message>
    <message>
        <source>Looks like %1</source>
        <translation>Giống %1</translation>
    </message>
    <message>
        <source>Looks like %1: %2</source>
        <translation>Giống %1: %2</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Không nhập</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Make one of both rows</source>
        <translation>Gộp hai dòng</translation>
    </message>
    <message>
        <source>Fill empty fields</source>
        <translation>Điền ô còn trống</translation>
    </message>
    <message>
        <source>Import without this value</source>
        <translation>Nhập, bỏ giá trị này</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Chưa quyết</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Không nhập</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Looks like row %1 of this file</source>
        <translation>Giống dòng %1 trong tệp</translation>
    </message>
    <message>
        <source>TCVN3 text (.VnTime): converted to Unicode</source>
        <translation>Chữ kiểu TCVN3 (.VnTime): đã chuyển sang Unicode</translation>
    </message>
    <message>
        <source>VNI text: converted to Unicode</source>
        <translation>Chữ kiểu VNI: đã chuyển sang Unicode</translation>
    </message>
    <message>
        <source>%1 text: converted to Unicode</source>
        <translation>Chữ kiểu %1: đã chuyển sang Unicode</translation>
    </message>
    <message>
        <source>Macros in the file are ignored</source>
        <translation>Macro trong tệp bị bỏ qua</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells have formulas: their last values are taken</source>
        <translation>
            <numerusform>%Ln ô có công thức: lấy giá trị đã tính lần cuối</numerusform>
        </translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>%1 in the wrong form</source>
        <translation>%1 sai dạng</translation>
    </message>
    <message>
        <source>“%1”: %2 people</source>
        <translation>“%1”: có %2 người</translation>
    </message>
    <message>
        <source>“%1” and others unknown: %2</source>
        <translation>Không nhận ra “%1”…: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a ward to be chosen</source>
        <translation>
            <numerusform>%Ln cần chọn phường</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had lost their first 0, restored</source>
        <translation>
            <numerusform>%Ln mất số 0, đã thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old numbers, brought up to date</source>
        <translation>
            <numerusform>%Ln số cũ, đã đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>đọc là %1</translation>
    </message>
    <message>
        <source>%1 split</source>
        <translation>%1 đã tách</translation>
    </message>
    <message>
        <source>%1 filled</source>
        <translation>%1 có dữ liệu</translation>
    </message>
    <message>
        <source>Already looked after by %1</source>
        <translation>Đang được %1 phụ trách</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Đã thêm</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Đã điền</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Đã bỏ qua</translation>
    </message>
    <message>
        <source>&amp;Already on file</source>
        <translation>Đã có trong &amp;sổ</translation>
    </message>
    <message>
        <source>&amp;Twice in the file</source>
        <translation>&amp;Lặp trong tệp</translation>
    </message>
    <message>
        <source>W&amp;ith errors</source>
        <translation>Có lỗ&amp;i</translation>
    </message>
    <message>
        <source>With &amp;warnings</source>
        <translation>Có cản&amp;h báo</translation>
    </message>
    <message>
        <source>month first, read as %1</source>
        <translation>tháng trước ngày, đọc là %1</translation>
    </message>
    <message>
        <source>Nothing new in it</source>
        <translation>Đã có đủ</translation>
    </message>
</context>
<context>
    <name>ListPaper</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
</context>
<context>
    <name>MergingText</name>
    <message>
        <source>Almost certainly the same</source>
        <translation>Gần như chắc chắn trùng</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>Rất giống</translation>
    </message>
    <message>
        <source>Possibly the same</source>
        <translation>Có thể trùng</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Shares with colleagues</source>
        <translation>Chia sẻ với đồng nghiệp</translation>
    </message>
    <message>
        <source>Talks, appointments and tasks</source>
        <translation>Trao đổi, lịch hẹn và việc</translation>
    </message>
    <message>
        <source>Branches and subsidiaries</source>
        <translation>Chi nhánh, công ty con</translation>
    </message>
    <message>
        <source>typed by you</source>
        <translation>bạn tự gõ</translation>
    </message>
    <message>
        <source>Merge two customers</source>
        <translation>Gộp hai khách hàng</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln customers</source>
        <translation>
            <numerusform>Gộp %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>Almost certainly the same customer</source>
        <translation>Gần như chắc chắn là một khách hàng</translation>
    </message>
    <message>
        <source>Very similar: compare before merging</source>
        <translation>Rất giống: so trước khi gộp</translation>
    </message>
    <message>
        <source>Possibly the same: often namesakes, branches or families</source>
        <translation>Có thể trùng: thường là trùng tên, chi nhánh, người nhà</translation>
    </message>
    <message>
        <source>Care sequences</source>
        <translation>Quy trình chăm sóc</translation>
    </message>
    <message>
        <source>Care requests</source>
        <translation>Yêu cầu chăm sóc</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hôm nay %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hôm qua %1</translation>
    </message>
    <message>
        <source>%1 · %2 lunar</source>
        <translation>%1 · %2 âm lịch</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <source>%1 merged %4 into %2</source>
        <translation>%1 gộp %4 vào %2</translation>
    </message>
    <message>
        <source>%1 undid the merge of %4: see %2</source>
        <translation>%1 hủy việc gộp %4: xem %2</translation>
    </message>
    <message>
        <source>Reminder: %2, %3</source>
        <translation>Nhắc: %2, %3</translation>
    </message>
    <message>
        <source>%1 assigned you %2, %3</source>
        <translation>%1 giao cho bạn %2, %3</translation>
    </message>
    <message>
        <source>%1 invited you to %2, %3</source>
        <translation>%1 mời bạn cùng %2, %3</translation>
    </message>
    <message>
        <source>%1 moved %2 to %3</source>
        <translation>%1 dời %2 sang %3</translation>
    </message>
    <message>
        <source>%1 called off %2, %3</source>
        <translation>%1 hủy %2, %3</translation>
    </message>
    <message>
        <source>News about %2</source>
        <translation>Tin về %2</translation>
    </message>
    <message>
        <source>%1 and others (%2 altogether)</source>
        <translation>%1 và khách khác (tất cả %2)</translation>
    </message>
    <message>
        <source>an entry that you no longer see</source>
        <translation>một mục bạn không còn xem được</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reminders that fell due while the server was down: %1. See what is overdue.</source>
        <translation>Lời nhắc đến hạn trong lúc máy chủ nghỉ: %1. Xem mục Quá hạn.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Có người</translation>
    </message>
    <message>
        <source>Customers of your team without any business yet: %1.</source>
        <translation>Khách của nhóm bạn chưa ai giao dịch: %1.</translation>
    </message>
    <message>
        <source>Your customers without any business yet: %1.</source>
        <translation>Khách của bạn nhập đã lâu mà chưa giao dịch: %1.</translation>
    </message>
    <message>
        <source>%1 assigned you the care request %2, to be answered by %3</source>
        <translation>%1 giao bạn yêu cầu chăm sóc %2, hẹn trả lời %3</translation>
    </message>
    <message>
        <source>Overdue care request in your team: %2, promised for %3</source>
        <translation>Yêu cầu chăm sóc của nhóm bạn quá hạn: %2, hẹn %3</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 thêm %2</translation>
    </message>
    <message>
        <source>%1 changed %2</source>
        <translation>%1 thay đổi %2</translation>
    </message>
    <message>
        <source>%1 put %2 into the bin</source>
        <translation>%1 đưa %2 vào thùng rác</translation>
    </message>
    <message>
        <source>%1 took %2 out of the bin</source>
        <translation>%1 lấy %2 ra khỏi thùng rác</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of care requests</source>
        <translation>
            <numerusform>%Ln thay đổi ở yêu cầu chăm sóc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of customers</source>
        <translation>
            <numerusform>%Ln thay đổi ở khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of talks, appointments and tasks</source>
        <translation>
            <numerusform>%Ln thay đổi ở trao đổi, lịch hẹn và việc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeTime</name>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>ngày mai</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
</context>
<context>
    <name>PasteCells</name>
    <message>
        <source>this column is not edited in the list</source>
        <translation>cột này không sửa trong danh sách</translation>
    </message>
    <message>
        <source>you may not see this value</source>
        <translation>bạn không được xem giá trị này</translation>
    </message>
    <message>
        <source>there is no such choice</source>
        <translation>không có lựa chọn này</translation>
    </message>
    <message>
        <source>a customer needs a name</source>
        <translation>khách hàng phải có tên</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The server cannot be reached. Check the network cable; what you typed is kept.</source>
        <translation>Chưa tới được máy chủ. Xem lại dây mạng; những gì bạn gõ vẫn còn.</translation>
    </message>
    <message>
        <source>The server has stopped answering.</source>
        <translation>Máy chủ không còn trả lời.</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>Máy chủ trả lời quá lâu. Thử lại.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Đã dừng theo yêu cầu.</translation>
    </message>
    <message>
        <source>The server answered with something this program does not understand.</source>
        <translation>Máy chủ trả lời điều mà chương trình này chưa hiểu.</translation>
    </message>
    <message>
        <source>The answer of the server could not be read. Server and program may be of different versions.</source>
        <translation>Chưa đọc được câu trả lời của máy chủ. Có thể máy chủ và chương trình khác phiên bản.</translation>
    </message>
    <message>
        <source>Something went wrong on the server and was logged there. What you typed is kept.</source>
        <translation>Máy chủ gặp trục trặc và đã ghi lại. Những gì bạn gõ vẫn còn.</translation>
    </message>
    <message>
        <source>Some fields need to be corrected first.</source>
        <translation>Cần sửa một số ô trước đã.</translation>
    </message>
    <message>
        <source>You do not have the right to do this ({right}). Ask your team leader or IT.</source>
        <translation>Bạn chưa có quyền làm việc này ({right}). Hãy hỏi trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>The program sent the request without a time limit, so the server refused it.</source>
        <translation>Chương trình gửi yêu cầu thiếu hạn giờ nên máy chủ từ chối.</translation>
    </message>
    <message>
        <source>The program sent the request without a valid number, so the server refused it.</source>
        <translation>Chương trình gửi yêu cầu thiếu số hợp lệ nên máy chủ từ chối.</translation>
    </message>
    <message>
        <source>The program used the number of another request. Close the page and do it again; the draft is kept.</source>
        <translation>Chương trình dùng lại số của yêu cầu khác. Đóng trang rồi làm lại; bản nháp vẫn còn.</translation>
    </message>
    <message>
        <source>Rights are being changed right now. Try again in a moment.</source>
        <translation>Quyền đang được thay đổi. Thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored. Type it instead of pasting it.</source>
        <translation>Văn bản có ký tự không lưu được. Gõ lại thay vì dán.</translation>
    </message>
    <message>
        <source>The server is very busy. Try again in a moment.</source>
        <translation>Máy chủ đang rất bận. Thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The server cannot reach its database. It tries again by itself; what you typed is kept.</source>
        <translation>Máy chủ chưa tới được cơ sở dữ liệu và sẽ tự thử lại. Những gì bạn gõ vẫn còn.</translation>
    </message>
    <message>
        <source>Several people are writing the same thing. Try again.</source>
        <translation>Nhiều người đang ghi cùng một chỗ. Thử lại.</translation>
    </message>
    <message>
        <source>It is not certain whether this was saved. Look at the list before doing it again.</source>
        <translation>Chưa chắc đã lưu xong. Xem lại danh sách trước khi làm lại.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; what you typed is kept.</source>
        <translation>Phiên làm việc đã hết. Đăng nhập lại; những gì bạn gõ vẫn còn.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in first.</source>
        <translation>Chưa có ai đăng nhập. Hãy đăng nhập trước.</translation>
    </message>
    <message>
        <source>This session has already ended.</source>
        <translation>Phiên này đã kết thúc.</translation>
    </message>
    <message>
        <source>User name or password is wrong. Mind capital letters and the Vietnamese keyboard.</source>
        <translation>Tên đăng nhập hoặc mật khẩu chưa đúng. Chú ý chữ hoa và bộ gõ tiếng Việt.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Try again in {seconds} seconds.</source>
        <translation>Sai quá nhiều lần. Thử lại sau {seconds} giây.</translation>
    </message>
    <message>
        <source>Change the first password before going on.</source>
        <translation>Hãy đổi mật khẩu ban đầu trước khi làm tiếp.</translation>
    </message>
    <message>
        <source>The current password is not correct.</source>
        <translation>Mật khẩu hiện tại chưa đúng.</translation>
    </message>
    <message>
        <source>At least {min} characters.</source>
        <translation>Cần ít nhất {min} ký tự.</translation>
    </message>
    <message>
        <source>At most {max} characters.</source>
        <translation>Nhiều nhất {max} ký tự.</translation>
    </message>
    <message>
        <source>Do not use the user name: it is the first thing that others try.</source>
        <translation>Không dùng tên đăng nhập: ai cũng thử nó đầu tiên.</translation>
    </message>
    <message>
        <source>Too many people use this password. A short sentence is better.</source>
        <translation>Quá nhiều người dùng mật khẩu này. Một câu ngắn thì tốt hơn.</translation>
    </message>
    <message>
        <source>The new password is the same as the old one.</source>
        <translation>Mật khẩu mới trùng mật khẩu cũ.</translation>
    </message>
    <message>
        <source>The list has changed meanwhile. Refresh it (F5).</source>
        <translation>Danh sách đã khác. Hãy tải lại (F5).</translation>
    </message>
    <message>
        <source>Must be filled in.</source>
        <translation>Cần nhập ô này.</translation>
    </message>
    <message>
        <source>At most {max} entries.</source>
        <translation>Nhiều nhất {max} mục.</translation>
    </message>
    <message>
        <source>Too much text: at most {max} kB in this list.</source>
        <translation>Quá nhiều chữ: nhiều nhất {max} kB trong danh sách này.</translation>
    </message>
    <message>
        <source>At most {max} different phone numbers and e-mail addresses in all.</source>
        <translation>Tất cả nhiều nhất {max} số điện thoại và địa chỉ email khác nhau.</translation>
    </message>
    <message>
        <source>The server does not know this choice. Restart the program to get the new version.</source>
        <translation>Máy chủ không biết lựa chọn này. Hãy mở lại chương trình để dùng bản mới.</translation>
    </message>
    <message>
        <source>This colleague is not there any more.</source>
        <translation>Không còn đồng nghiệp này.</translation>
    </message>
    <message>
        <source>This user name is already taken.</source>
        <translation>Tên đăng nhập này đã có người dùng.</translation>
    </message>
    <message>
        <source>A user name has 2 to 64 small letters, digits, dots, hyphens or underscores.</source>
        <translation>Tên đăng nhập gồm 2 đến 64 chữ thường, chữ số, dấu chấm, gạch nối hoặc gạch dưới.</translation>
    </message>
    <message>
        <source>This colleague no longer works here.</source>
        <translation>Đồng nghiệp này đã nghỉ.</translation>
    </message>
    <message>
        <source>This group is not there any more.</source>
        <translation>Không còn nhóm quyền này.</translation>
    </message>
    <message>
        <source>This group name is already taken.</source>
        <translation>Tên nhóm quyền này đã có.</translation>
    </message>
    <message>
        <source>This is not a right that can be granted.</source>
        <translation>Đây không phải quyền có thể cấp.</translation>
    </message>
    <message>
        <source>This unit is not there any more.</source>
        <translation>Không còn đơn vị này.</translation>
    </message>
    <message>
        <source>There is already a company at the top.</source>
        <translation>Đã có công ty ở trên cùng.</translation>
    </message>
    <message>
        <source>A unit of this kind cannot stand there.</source>
        <translation>Đơn vị loại này không đặt ở đó được.</translation>
    </message>
    <message>
        <source>This key is already in the list.</source>
        <translation>Khóa này đã có trong danh sách.</translation>
    </message>
    <message>
        <source>This choice is not there any more.</source>
        <translation>Không còn lựa chọn này.</translation>
    </message>
    <message>
        <source>This choice is no longer in the list. Choose another one.</source>
        <translation>Lựa chọn này không còn trong danh sách. Hãy chọn mục khác.</translation>
    </message>
    <message>
        <source>This choice is there twice.</source>
        <translation>Lựa chọn này bị lặp.</translation>
    </message>
    <message>
        <source>There is no such list.</source>
        <translation>Không có danh sách này.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this choice.</source>
        <translation>Người khác vừa đổi lựa chọn này.</translation>
    </message>
    <message>
        <source>This customer is not there, or you may not see it.</source>
        <translation>Không có khách hàng này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>A colleague has saved other values meanwhile.</source>
        <translation>Đồng nghiệp đã lưu giá trị khác trong lúc bạn sửa.</translation>
    </message>
    <message>
        <source>This customer may already exist. See the list on the right, or say why it is saved anyway.</source>
        <translation>Khách hàng này có thể đã có. Xem bên phải, hoặc ghi lý do vẫn lưu.</translation>
    </message>
    <message>
        <source>Your company does not show customers of other teams.</source>
        <translation>Công ty không cho xem khách hàng của nhóm khác.</translation>
    </message>
    <message>
        <source>This customer is in the bin. Restore it first.</source>
        <translation>Khách hàng này đang trong thùng rác. Hãy khôi phục trước.</translation>
    </message>
    <message>
        <source>Say whether this is a person or an organisation.</source>
        <translation>Chọn cá nhân hoặc tổ chức.</translation>
    </message>
    <message>
        <source>A person does not become an organisation. Make a new customer.</source>
        <translation>Cá nhân không đổi thành tổ chức được. Hãy tạo khách hàng mới.</translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation>Cần nhập tên khách hàng.</translation>
    </message>
    <message>
        <source>This is not a name.</source>
        <translation>Đây chưa phải là tên.</translation>
    </message>
    <message>
        <source>This looks like the name of an organisation.</source>
        <translation>Trông giống tên một tổ chức.</translation>
    </message>
    <message>
        <source>The form of address has a field of its own.</source>
        <translation>Xưng hô có ô riêng.</translation>
    </message>
    <message>
        <source>Only persons have this.</source>
        <translation>Chỉ cá nhân mới có mục này.</translation>
    </message>
    <message>
        <source>Only organisations have this.</source>
        <translation>Chỉ tổ chức mới có mục này.</translation>
    </message>
    <message>
        <source>Gender and form of address contradict each other.</source>
        <translation>Giới tính và xưng hô không khớp nhau.</translation>
    </message>
    <message>
        <source>This number belongs to somebody born in {year}.</source>
        <translation>Số này của người sinh năm {year}.</translation>
    </message>
    <message>
        <source>This number is for another gender.</source>
        <translation>Số này ứng với giới tính khác.</translation>
    </message>
    <message>
        <source>The leading zero is missing.</source>
        <translation>Thiếu số 0 ở đầu.</translation>
    </message>
    <message>
        <source>The last check digit does not fit; perhaps a typing error. Look at the paper again; it can be saved.</source>
        <translation>Số kiểm tra cuối không khớp, có thể gõ nhầm. Xem lại giấy đăng ký; vẫn lưu được.</translation>
    </message>
    <message>
        <source>No identity number begins like this.</source>
        <translation>Không có số định danh nào bắt đầu như vậy.</translation>
    </message>
    <message>
        <source>This number has 10, 12 or 13 digits.</source>
        <translation>Số này có 10, 12 hoặc 13 chữ số.</translation>
    </message>
    <message>
        <source>A tax code has digits only.</source>
        <translation>Mã số thuế chỉ gồm chữ số.</translation>
    </message>
    <message>
        <source>Choose the organisation that this one belongs to.</source>
        <translation>Chọn tổ chức mà khách hàng này trực thuộc.</translation>
    </message>
    <message>
        <source>Say how it belongs there: branch or subsidiary.</source>
        <translation>Cho biết quan hệ: chi nhánh hay công ty con.</translation>
    </message>
    <message>
        <source>This organisation is not there, or you may not see it.</source>
        <translation>Không có tổ chức này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>Only an organisation can have branches.</source>
        <translation>Chỉ tổ chức mới có chi nhánh.</translation>
    </message>
    <message>
        <source>That one already belongs to this one.</source>
        <translation>Tổ chức kia đã trực thuộc khách hàng này.</translation>
    </message>
    <message>
        <source>A contact person needs a name.</source>
        <translation>Cần nhập tên người liên hệ.</translation>
    </message>
    <message>
        <source>{count} numbers in one field. Give each its own.</source>
        <translation>Có {count} số trong một ô. Mỗi số nên một ô.</translation>
    </message>
    <message>
        <source>Too few digits for a phone number.</source>
        <translation>Thiếu chữ số.</translation>
    </message>
    <message>
        <source>Too many digits for a phone number.</source>
        <translation>Thừa chữ số.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Đây chưa phải là số điện thoại.</translation>
    </message>
    <message>
        <source>No Vietnamese number begins like this.</source>
        <translation>Không có đầu số nào như vậy ở Việt Nam.</translation>
    </message>
    <message>
        <source>{before} has been {now} since September 2018.</source>
        <translation>Từ 9/2018 số {before} là {now}.</translation>
    </message>
    <message>
        <source>{before} has been {now} since 2017, when area codes changed.</source>
        <translation>Từ 2017 số {before} là {now} (đổi mã vùng).</translation>
    </message>
    <message>
        <source>Mobile {mobile}, or an old landline of {area}: {landline}?</source>
        <translation>Di động {mobile}, hay số bàn cũ của {area}: {landline}?</translation>
    </message>
    <message>
        <source>{number} is there twice.</source>
        <translation>Số {number} bị lặp.</translation>
    </message>
    <message>
        <source>{count} addresses in one field. Give each its own.</source>
        <translation>Có {count} địa chỉ trong một ô. Mỗi địa chỉ nên một ô.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Đây chưa phải là địa chỉ email.</translation>
    </message>
    <message>
        <source>This looks like a made-up address.</source>
        <translation>Trông giống địa chỉ bịa.</translation>
    </message>
    <message>
        <source>Perhaps {suggestion}?</source>
        <translation>Có phải {suggestion}?</translation>
    </message>
    <message>
        <source>{address} is there twice.</source>
        <translation>{address} bị lặp.</translation>
    </message>
    <message>
        <source>There is no such day. Write day/month/year.</source>
        <translation>Không có ngày này. Nhập dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Day, month and year are needed.</source>
        <translation>Cần đủ ngày, tháng, năm.</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>Ngày này chưa tới.</translation>
    </message>
    <message>
        <source>That would be {age} years. Is the year right?</source>
        <translation>Như vậy là {age} tuổi. Năm có đúng không?</translation>
    </message>
    <message>
        <source>The list of units does not know code {code}.</source>
        <translation>Danh mục đơn vị hành chính không có mã {code}.</translation>
    </message>
    <message>
        <source>{before} has been part of {now} since 1/7/2025.</source>
        <translation>{before} đã nhập vào {now} từ 1/7/2025.</translation>
    </message>
    <message>
        <source>{before} was divided on 1/7/2025 among {now}. Choose one, or keep it as written.</source>
        <translation>{before} được chia từ 1/7/2025 cho {now}. Chọn một, hoặc giữ như đã ghi.</translation>
    </message>
    <message>
        <source>This ward is not in this province.</source>
        <translation>Phường, xã này không thuộc tỉnh đã chọn.</translation>
    </message>
    <message>
        <source>Same name: {theirs}</source>
        <translation>Cùng tên: {theirs}</translation>
    </message>
    <message>
        <source>Nearly the same name: {theirs}</source>
        <translation>Tên gần giống: {theirs}</translation>
    </message>
    <message>
        <source>Same letters, other marks: {theirs}</source>
        <translation>Cùng chữ, khác dấu: {theirs}</translation>
    </message>
    <message>
        <source>Same name in another order: {theirs}</source>
        <translation>Cùng tên, khác thứ tự: {theirs}</translation>
    </message>
    <message>
        <source>Same name, words left out: {theirs}</source>
        <translation>Cùng tên, viết thiếu hoặc viết tắt: {theirs}</translation>
    </message>
    <message>
        <source>Name one letter apart: {theirs}</source>
        <translation>Tên khác một chữ cái: {theirs}</translation>
    </message>
    <message>
        <source>Part of the name is the same: {theirs}</source>
        <translation>Trùng một phần tên: {theirs}</translation>
    </message>
    <message>
        <source>Same legal form</source>
        <translation>Cùng loại hình doanh nghiệp</translation>
    </message>
    <message>
        <source>Another legal form: {theirs}</source>
        <translation>Khác loại hình doanh nghiệp: {theirs}</translation>
    </message>
    <message>
        <source>Same phone, which several customers have: {theirs}</source>
        <translation>Cùng số điện thoại, nhiều khách dùng chung: {theirs}</translation>
    </message>
    <message>
        <source>Phone {theirs}, one digit apart</source>
        <translation>Số điện thoại {theirs}, khác một chữ số</translation>
    </message>
    <message>
        <source>Same e-mail, which several customers have: {theirs}</source>
        <translation>Cùng email, nhiều khách dùng chung: {theirs}</translation>
    </message>
    <message>
        <source>Nearly the same e-mail: {theirs}</source>
        <translation>Email gần giống: {theirs}</translation>
    </message>
    <message>
        <source>E-mail of the same office: {theirs}</source>
        <translation>Email cùng một cơ quan: {theirs}</translation>
    </message>
    <message>
        <source>Birthday with day and month swapped: {theirs}</source>
        <translation>Ngày sinh đảo ngày và tháng: {theirs}</translation>
    </message>
    <message>
        <source>Birthday agrees as far as known: {theirs}</source>
        <translation>Ngày sinh khớp phần đã biết: {theirs}</translation>
    </message>
    <message>
        <source>Nearly the same address: {theirs}</source>
        <translation>Địa chỉ gần giống: {theirs}</translation>
    </message>
    <message>
        <source>Same street: {theirs}</source>
        <translation>Cùng đường: {theirs}</translation>
    </message>
    <message>
        <source>Same ward: {theirs}</source>
        <translation>Cùng phường, xã: {theirs}</translation>
    </message>
    <message>
        <source>Same province</source>
        <translation>Cùng tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Head office and branch: {theirs}</source>
        <translation>Trụ sở và chi nhánh: {theirs}</translation>
    </message>
    <message>
        <source>Another name: {theirs}</source>
        <translation>Khác tên: {theirs}</translation>
    </message>
    <message>
        <source>Same phone: {theirs}</source>
        <translation>Cùng điện thoại: {theirs}</translation>
    </message>
    <message>
        <source>Same phone: {mine} = {theirs}</source>
        <translation>Cùng điện thoại: {mine} = {theirs}</translation>
    </message>
    <message>
        <source>Another phone: {theirs}</source>
        <translation>Khác điện thoại: {theirs}</translation>
    </message>
    <message>
        <source>Same e-mail: {theirs}</source>
        <translation>Cùng email: {theirs}</translation>
    </message>
    <message>
        <source>Another e-mail: {theirs}</source>
        <translation>Khác email: {theirs}</translation>
    </message>
    <message>
        <source>Same tax code: {theirs}</source>
        <translation>Cùng mã số thuế: {theirs}</translation>
    </message>
    <message>
        <source>Tax code {theirs}, nearly the same</source>
        <translation>Mã số thuế {theirs}, chỉ khác một chỗ</translation>
    </message>
    <message>
        <source>Tax code {theirs}: head office and branch</source>
        <translation>Mã số thuế {theirs}: trụ sở và chi nhánh</translation>
    </message>
    <message>
        <source>Another tax code: {theirs}</source>
        <translation>Khác mã số thuế: {theirs}</translation>
    </message>
    <message>
        <source>Same birthday: {theirs}</source>
        <translation>Cùng ngày sinh: {theirs}</translation>
    </message>
    <message>
        <source>Nearly the same birthday: {theirs}</source>
        <translation>Ngày sinh gần giống: {theirs}</translation>
    </message>
    <message>
        <source>Another birthday: {theirs}</source>
        <translation>Khác ngày sinh: {theirs}</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>Cùng địa chỉ</translation>
    </message>
    <message>
        <source>Another address: {theirs}</source>
        <translation>Khác địa chỉ: {theirs}</translation>
    </message>
    <message>
        <source>The connection file is not there: {path}</source>
        <translation>Không thấy tệp kết nối: {path}</translation>
    </message>
    <message>
        <source>The connection file cannot be opened: {path}</source>
        <translation>Chưa mở được tệp kết nối: {path}</translation>
    </message>
    <message>
        <source>This is no connection file of banhang: {path}</source>
        <translation>Đây không phải tệp kết nối của banhang: {path}</translation>
    </message>
    <message>
        <source>The connection file is for a newer program: {path}</source>
        <translation>Tệp kết nối dành cho phiên bản mới hơn: {path}</translation>
    </message>
    <message>
        <source>Something is missing in the connection file. Ask IT for a new one: {path}</source>
        <translation>Tệp kết nối thiếu nội dung. Xin bộ phận IT tệp mới: {path}</translation>
    </message>
    <message>
        <source>The connection file names no usable server address. Ask IT for a new one: {path}</source>
        <translation>Tệp kết nối không có địa chỉ máy chủ dùng được. Xin bộ phận IT tệp mới: {path}</translation>
    </message>
    <message>
        <source>The program asked for a negative number of rows.</source>
        <translation>Chương trình yêu cầu số dòng âm.</translation>
    </message>
    <message>
        <source>This contact person is no longer there.</source>
        <translation>Không còn người liên hệ này.</translation>
    </message>
    <message>
        <source>This colleague cannot look after customers.</source>
        <translation>Đồng nghiệp này không phụ trách khách hàng được.</translation>
    </message>
    <message>
        <source>The program does not know which version it edits. Open the customer again.</source>
        <translation>Chương trình không biết đang sửa phiên bản nào. Mở lại khách hàng.</translation>
    </message>
    <message>
        <source>You may not see this, so you cannot change it either.</source>
        <translation>Bạn không được xem mục này nên cũng không đổi được.</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>Mục này không đổi được ở đây.</translation>
    </message>
    <message>
        <source>A key has small letters, digits and underscores.</source>
        <translation>Khóa gồm chữ thường, chữ số và gạch dưới.</translation>
    </message>
    <message>
        <source>The position must not be negative.</source>
        <translation>Vị trí không được âm.</translation>
    </message>
    <message>
        <source>Say whether it may be seen or edited too.</source>
        <translation>Chọn được xem hay được sửa.</translation>
    </message>
    <message>
        <source>This colleague already looks after the customer.</source>
        <translation>Đồng nghiệp này đang phụ trách khách hàng rồi.</translation>
    </message>
    <message>
        <source>It is not there, or you may not see it.</source>
        <translation>Không có mục này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>Đã có rồi.</translation>
    </message>
    <message>
        <source>You do not have the right to do this. Ask your team leader or IT.</source>
        <translation>Bạn chưa có quyền làm việc này. Hãy hỏi trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>The server does not allow this in the present state.</source>
        <translation>Máy chủ chưa cho phép ở trạng thái này.</translation>
    </message>
    <message>
        <source>Too much at once. Try again in a moment.</source>
        <translation>Nhiều yêu cầu quá. Thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The server does not take this value.</source>
        <translation>Máy chủ chưa nhận giá trị này.</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Giống nhau</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Khác nhau</translation>
    </message>
    <message>
        <source>You have another list of this name. Choose another one.</source>
        <translation>Bạn đã có danh sách cùng tên. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>This list is not there any more.</source>
        <translation>Danh sách này không còn nữa.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this list. Open it again.</source>
        <translation>Người khác vừa sửa danh sách này. Hãy mở lại.</translation>
    </message>
    <message>
        <source>The column {column} cannot be kept in a list.</source>
        <translation>Không lưu được cột {column} vào danh sách.</translation>
    </message>
    <message>
        <source>The server does not know this kind of list.</source>
        <translation>Máy chủ không biết loại danh sách này.</translation>
    </message>
    <message>
        <source>Keys of lists go from 1 to 9.</source>
        <translation>Phím của danh sách đi từ 1 đến 9.</translation>
    </message>
    <message>
        <source>Between 1 and {max} days.</source>
        <translation>Từ 1 đến {max} ngày.</translation>
    </message>
    <message>
        <source>This customer has as many tags as there may be.</source>
        <translation>Khách hàng này đã đủ số nhãn cho phép.</translation>
    </message>
    <message>
        <source>This import does not exist, or it is a colleague&apos;s.</source>
        <translation>Không có lần nhập này, hoặc của đồng nghiệp.</translation>
    </message>
    <message>
        <source>This import has been undone. Import the file again to start over.</source>
        <translation>Lần nhập này đã hoàn tác. Nhập lại tệp để bắt đầu lại.</translation>
    </message>
    <message>
        <source>An import can be undone for 30 days; this one is older.</source>
        <translation>Chỉ hoàn tác được lần nhập trong 30 ngày; lần này đã lâu hơn.</translation>
    </message>
    <message>
        <source>At most {max} rows go to the server at once.</source>
        <translation>Mỗi lần gửi nhiều nhất {max} dòng.</translation>
    </message>
    <message>
        <source>Every row needs a number of its own.</source>
        <translation>Mỗi dòng phải có số riêng.</translation>
    </message>
    <message>
        <source>The file has no rows, or more than a sheet can hold.</source>
        <translation>Tệp không có dòng nào, hoặc nhiều hơn một trang chứa được.</translation>
    </message>
    <message>
        <source>A template needs at least one column, and not more than a sheet has.</source>
        <translation>Mẫu ghép cần ít nhất một cột, và không nhiều hơn một trang có.</translation>
    </message>
    <message>
        <source>Edited since the import.</source>
        <translation>Đã sửa sau khi nhập.</translation>
    </message>
    <message>
        <source>You may not delete or change it any more.</source>
        <translation>Bạn không còn quyền xóa hoặc sửa.</translation>
    </message>
    <message>
        <source>You no longer see it.</source>
        <translation>Bạn không còn thấy khách hàng này.</translation>
    </message>
    <message>
        <source>Choose between one and {max} columns.</source>
        <translation>Chọn từ một đến {max} cột.</translation>
    </message>
    <message>
        <source>A sheet holds {max} rows at most. Filter the list, or export it as CSV.</source>
        <translation>Một trang chứa nhiều nhất {max} dòng. Lọc bớt, hoặc xuất ra CSV.</translation>
    </message>
    <message>
        <source>The server has no room for the file right now. Tell IT.</source>
        <translation>Máy chủ đang hết chỗ cho tệp. Báo IT.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Is it open in Excel, or the disk full?</source>
        <translation>Chưa ghi được tệp {path}. Tệp đang mở trong Excel, hay ổ đĩa đầy?</translation>
    </message>
    <message>
        <source>The file {path} cannot be opened.</source>
        <translation>Chưa mở được tệp {path}.</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>Tệp này trống.</translation>
    </message>
    <message>
        <source>The file is too large, or would become so when it is unpacked. Split it and import the parts.</source>
        <translation>Tệp quá lớn, hoặc khi giải nén sẽ quá lớn. Chia nhỏ rồi nhập từng phần.</translation>
    </message>
    <message>
        <source>The file has more than {max} rows. Split it and import the parts.</source>
        <translation>Tệp có hơn {max} dòng. Chia nhỏ rồi nhập từng phần.</translation>
    </message>
    <message>
        <source>The sheet has too many cells. Remove columns that are not needed.</source>
        <translation>Trang có quá nhiều ô. Bỏ bớt cột không cần.</translation>
    </message>
    <message>
        <source>The file is damaged. Open it in Excel and save it again as .xlsx.</source>
        <translation>Tệp bị hỏng. Mở bằng Excel rồi lưu lại thành .xlsx.</translation>
    </message>
    <message>
        <source>The file is protected by a password. Open it in Excel, take the password off and save it.</source>
        <translation>Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu rồi lưu lại.</translation>
    </message>
    <message>
        <source>This is an Excel file of before 2007 (.xls). Open it in Excel and save it as .xlsx.</source>
        <translation>Đây là tệp Excel trước 2007 (.xls). Mở bằng Excel rồi lưu thành .xlsx.</translation>
    </message>
    <message>
        <source>This is neither Excel, LibreOffice nor CSV.</source>
        <translation>Đây không phải tệp Excel, LibreOffice hay CSV.</translation>
    </message>
    <message>
        <source>There is no sheet “{name}” in the file.</source>
        <translation>Tệp không có trang “{name}”.</translation>
    </message>
    <message>
        <source>The text cannot be read as a table from line {line} on: a quotation mark is not closed.</source>
        <translation>Từ dòng {line} chưa đọc được thành bảng: dấu ngoặc kép chưa đóng.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write day/month/year.</source>
        <translation>“{value}” không phải ngày. Viết ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>An organisation has no year of birth, so “{value}” goes into the note, which everybody who sees the customer reads.</source>
        <translation>Tổ chức không có năm sinh nên “{value}” được ghi vào ghi chú, ai xem được khách hàng đều đọc được.</translation>
    </message>
    <message>
        <source>There is no room for all the words beside the phone number, so “{value}” goes into the note, which everybody who sees the customer reads.</source>
        <translation>Bên cạnh số điện thoại không đủ chỗ cho mọi lời ghi nên “{value}” được ghi vào ghi chú, ai xem được khách hàng đều đọc được.</translation>
    </message>
    <message>
        <source>“{value}” is not in the list of choices, so it is skipped.</source>
        <translation>“{value}” không có trong danh mục nên để trống.</translation>
    </message>
    <message>
        <source>Nobody here is called “{value}”, so you will be the owner of this customer.</source>
        <translation>Không có ai tên “{value}”, nên bạn sẽ phụ trách khách hàng này.</translation>
    </message>
    <message>
        <source>Several colleagues are called “{value}”: write the full name.</source>
        <translation>Có nhiều đồng nghiệp tên “{value}”: ghi đủ họ tên.</translation>
    </message>
    <message>
        <source>This customer was merged into another one. Undo the merge instead.</source>
        <translation>Khách hàng này đã gộp vào khách hàng khác. Hãy hoàn tác lần gộp.</translation>
    </message>
    <message>
        <source>It takes two customers to merge.</source>
        <translation>Cần ít nhất hai khách hàng để gộp.</translation>
    </message>
    <message>
        <source>At most {max} customers are merged at once.</source>
        <translation>Mỗi lần gộp nhiều nhất {max} khách hàng.</translation>
    </message>
    <message>
        <source>Say which of them stays.</source>
        <translation>Chọn khách hàng được giữ lại.</translation>
    </message>
    <message>
        <source>A person and an organisation are never one customer.</source>
        <translation>Cá nhân và tổ chức không thể là một khách hàng.</translation>
    </message>
    <message>
        <source>A colleague has changed {code} meanwhile. Look at it once more, then do it again.</source>
        <translation>Đồng nghiệp vừa sửa {code}. Hãy xem lại rồi làm tiếp.</translation>
    </message>
    <message>
        <source>This merge is not there, or you may not see it.</source>
        <translation>Không có lần gộp này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>This merge has already been undone.</source>
        <translation>Lần gộp này đã được hoàn tác.</translation>
    </message>
    <message>
        <source>A merge can be undone for 90 days; this one is older.</source>
        <translation>Chỉ hoàn tác được trong 90 ngày; lần gộp này đã quá hạn.</translation>
    </message>
    <message>
        <source>The customer that was kept was merged again later. Undo that merge first.</source>
        <translation>Khách hàng được giữ lại sau đó đã gộp vào khách hàng khác. Hãy hoàn tác lần gộp đó trước.</translation>
    </message>
    <message>
        <source>The customer that was kept is in the bin. Restore it first.</source>
        <translation>Khách hàng được giữ lại đang ở thùng rác. Hãy khôi phục trước.</translation>
    </message>
    <message>
        <source>the others have none</source>
        <translation>bên kia trống</translation>
    </message>
    <message>
        <source>different: the kept one&apos;s is used</source>
        <translation>lấy của bên được giữ</translation>
    </message>
    <message>
        <source>with marks and whole words</source>
        <translation>đủ dấu, đủ chữ</translation>
    </message>
    <message>
        <source>the other one lost its first zero</source>
        <translation>bên kia mất số 0 đầu</translation>
    </message>
    <message>
        <source>the other code is not valid</source>
        <translation>mã bên kia không hợp lệ</translation>
    </message>
    <message>
        <source>the fuller date</source>
        <translation>ngày đầy đủ hơn</translation>
    </message>
    <message>
        <source>the earlier source</source>
        <translation>nguồn sớm hơn</translation>
    </message>
    <message>
        <source>a customer cannot belong to itself</source>
        <translation>không ai trực thuộc chính mình</translation>
    </message>
    <message>
        <source>other person: please decide</source>
        <translation>khác người, cần bạn duyệt</translation>
    </message>
    <message>
        <source>different: keep all</source>
        <translation>khác nhau: giữ cả hai</translation>
    </message>
    <message>
        <source>the same, written differently</source>
        <translation>giống nhau, viết khác</translation>
    </message>
    <message>
        <source>too long together: the kept one&apos;s is used</source>
        <translation>ghép lại quá dài: lấy của bên được giữ</translation>
    </message>
    <message>
        <source>always the stricter one</source>
        <translation>luôn lấy mức chặt hơn</translation>
    </message>
    <message>
        <source>The check for duplicates is already running.</source>
        <translation>Việc rà trùng đang chạy rồi.</translation>
    </message>
    <message>
        <source>No check for duplicates is running.</source>
        <translation>Không có việc rà trùng nào đang chạy.</translation>
    </message>
    <message>
        <source>No check for duplicates is paused.</source>
        <translation>Không có việc rà trùng nào đang tạm dừng.</translation>
    </message>
    <message>
        <source>Between 1 and 100 per cent.</source>
        <translation>Từ 1 đến 100 phần trăm.</translation>
    </message>
    <message>
        <source>This entry is not there, or you may not see it.</source>
        <translation>Mục này không có, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>This entry is in the bin. Restore it first.</source>
        <translation>Mục này nằm trong thùng rác. Khôi phục trước đã.</translation>
    </message>
    <message>
        <source>This entry is closed already. Open it again first.</source>
        <translation>Mục này đã khép lại. Mở lại trước đã.</translation>
    </message>
    <message>
        <source>This entry is still planned.</source>
        <translation>Mục này vẫn đang trong kế hoạch.</translation>
    </message>
    <message>
        <source>The program sent this entry without its version. Open it again.</source>
        <translation>Chương trình gửi mục này thiếu phiên bản. Mở lại mục đó.</translation>
    </message>
    <message>
        <source>Say whether this is a talk, an appointment or a task.</source>
        <translation>Cho biết đây là trao đổi, lịch hẹn hay việc.</translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Ghi việc này là gì.</translation>
    </message>
    <message>
        <source>Say how the customer is reached.</source>
        <translation>Chọn cách liên hệ với khách hàng.</translation>
    </message>
    <message>
        <source>A talk needs a customer.</source>
        <translation>Trao đổi phải có khách hàng.</translation>
    </message>
    <message>
        <source>Say when.</source>
        <translation>Ghi khi nào.</translation>
    </message>
    <message>
        <source>Either a time or whole days, not both.</source>
        <translation>Hoặc giờ, hoặc cả ngày, không cả hai.</translation>
    </message>
    <message>
        <source>An end needs a beginning.</source>
        <translation>Có giờ kết thúc thì phải có giờ bắt đầu.</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>Kết thúc nằm trước bắt đầu.</translation>
    </message>
    <message>
        <source>At most {days} days.</source>
        <translation>Nhiều nhất {days} ngày.</translation>
    </message>
    <message>
        <source>Entries of this kind do not have this.</source>
        <translation>Loại mục này không có ô này.</translation>
    </message>
    <message>
        <source>A talk takes at most a day.</source>
        <translation>Một trao đổi dài nhất một ngày.</translation>
    </message>
    <message>
        <source>Reminders come at most {max} minutes before.</source>
        <translation>Nhắc sớm nhất {max} phút trước.</translation>
    </message>
    <message>
        <source>A reminder needs a day.</source>
        <translation>Muốn nhắc thì phải có ngày.</translation>
    </message>
    <message>
        <source>The next step has to be planned.</source>
        <translation>Bước tiếp theo phải là việc sẽ làm.</translation>
    </message>
    <message>
        <source>A next step comes with what is done.</source>
        <translation>Bước tiếp theo đi cùng việc đã xong.</translation>
    </message>
    <message>
        <source>Only talks are written down after they have been.</source>
        <translation>Chỉ trao đổi mới ghi lại sau khi đã xong.</translation>
    </message>
    <message>
        <source>What is done cannot lie ahead.</source>
        <translation>Việc đã xong không thể ở tương lai.</translation>
    </message>
    <message>
        <source>This time has passed already.</source>
        <translation>Giờ này đã qua.</translation>
    </message>
    <message>
        <source>This reminder is not there any more.</source>
        <translation>Lời nhắc này không còn.</translation>
    </message>
    <message>
        <source>This reminder has already been closed.</source>
        <translation>Lời nhắc này đã xong.</translation>
    </message>
    <message>
        <source>Postpone it by at most 31 days.</source>
        <translation>Hoãn nhiều nhất 31 ngày.</translation>
    </message>
    <message>
        <source>These settings were changed on another machine. Open the page again.</source>
        <translation>Thiết lập này vừa đổi ở máy khác. Mở lại trang.</translation>
    </message>
    <message>
        <source>Quiet hours lie between 0:00 and 23:59.</source>
        <translation>Giờ yên lặng từ 0:00 đến 23:59.</translation>
    </message>
    <message>
        <source>At most five lead times, each at most 28 days.</source>
        <translation>Nhiều nhất năm mốc nhắc, mỗi mốc không quá 28 ngày.</translation>
    </message>
    <message>
        <source>Mail needs an address.</source>
        <translation>Muốn gửi thư thì phải có địa chỉ.</translation>
    </message>
    <message>
        <source>This series is not there, or you may not see it.</source>
        <translation>Lịch lặp này không có, hoặc bạn chưa được xem.</translation>
    </message>
    <message>
        <source>A colleague has changed this series meanwhile.</source>
        <translation>Đồng nghiệp vừa đổi lịch lặp này.</translation>
    </message>
    <message>
        <source>Nothing of this series is still to come.</source>
        <translation>Lịch lặp này không còn buổi nào sắp tới.</translation>
    </message>
    <message>
        <source>This entry is part of a series already.</source>
        <translation>Mục này đã thuộc một lịch lặp.</translation>
    </message>
    <message>
        <source>There is no such day in any year.</source>
        <translation>Không năm nào có ngày như vậy.</translation>
    </message>
    <message>
        <source>At most every {max}.</source>
        <translation>Cách nhau nhiều nhất {max}.</translation>
    </message>
    <message>
        <source>At most {max} times.</source>
        <translation>Nhiều nhất {max} lần.</translation>
    </message>
    <message>
        <source>It ends after a number of times or on a day, not both.</source>
        <translation>Kết thúc sau một số lần hoặc vào một ngày, không cả hai.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Ngày kết thúc trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>Choose days of the week.</source>
        <translation>Chọn các thứ trong tuần.</translation>
    </message>
    <message>
        <source>Choose the first to the fifth one of the month, or the last.</source>
        <translation>Chọn lần thứ nhất đến thứ năm trong tháng, hoặc lần cuối.</translation>
    </message>
    <message>
        <source>The day of the month is 1 to {max}.</source>
        <translation>Ngày trong tháng là từ 1 đến {max}.</translation>
    </message>
    <message>
        <source>The lunar calendar goes by days of the month alone.</source>
        <translation>Âm lịch chỉ lặp theo ngày trong tháng.</translation>
    </message>
    <message>
        <source>The lunar calendar goes by months and years alone.</source>
        <translation>Âm lịch chỉ lặp theo tháng hoặc năm.</translation>
    </message>
    <message>
        <source>Months without a day {day} are skipped.</source>
        <translation>Tháng không có ngày {day} được bỏ qua.</translation>
    </message>
    <message>
        <source>Months without a fifth one are skipped.</source>
        <translation>Tháng không có lần thứ năm được bỏ qua.</translation>
    </message>
    <message>
        <source>Say on which day it begins.</source>
        <translation>Cho biết ngày bắt đầu.</translation>
    </message>
    <message>
        <source>It begins at most {days} days ago.</source>
        <translation>Ngày bắt đầu cách đây nhiều nhất {days} ngày.</translation>
    </message>
    <message>
        <source>This sequence is not there any more.</source>
        <translation>Quy trình này không còn nữa.</translation>
    </message>
    <message>
        <source>Another sequence has this name.</source>
        <translation>Đã có quy trình khác mang tên này.</translation>
    </message>
    <message>
        <source>A colleague has changed this sequence meanwhile. Open it again to see how.</source>
        <translation>Đồng nghiệp vừa sửa quy trình này. Mở lại để xem thay đổi.</translation>
    </message>
    <message>
        <source>This sequence is no longer active.</source>
        <translation>Quy trình này không còn được dùng.</translation>
    </message>
    <message>
        <source>Give the sequence a name.</source>
        <translation>Hãy đặt tên cho quy trình.</translation>
    </message>
    <message>
        <source>A sequence needs a step.</source>
        <translation>Quy trình cần ít nhất một bước.</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Hãy cho biết phải làm gì.</translation>
    </message>
    <message>
        <source>Say from where the days are counted.</source>
        <translation>Hãy cho biết tính ngày từ đâu.</translation>
    </message>
    <message>
        <source>This group of people is not there any more.</source>
        <translation>Nhóm người này không còn nữa.</translation>
    </message>
    <message>
        <source>It begins today, or within a year.</source>
        <translation>Bắt đầu từ hôm nay, chậm nhất trong một năm.</translation>
    </message>
    <message>
        <source>Already on this sequence.</source>
        <translation>Đang trong quy trình này rồi.</translation>
    </message>
    <message>
        <source>Not on this sequence.</source>
        <translation>Không ở trong quy trình này.</translation>
    </message>
    <message>
        <source>no birthday known</source>
        <translation>chưa biết ngày sinh</translation>
    </message>
    <message>
        <source>hidden with the birthday</source>
        <translation>ẩn theo ngày sinh</translation>
    </message>
    <message>
        <source>{min} to {max}.</source>
        <translation>Từ {min} đến {max}.</translation>
    </message>
    <message>
        <source>A colleague has changed these days meanwhile. Look at them again.</source>
        <translation>Đồng nghiệp vừa sửa các số ngày này. Hãy xem lại.</translation>
    </message>
    <message>
        <source>Choose at least one status, at most {max}.</source>
        <translation>Chọn ít nhất một trạng thái, nhiều nhất {max}.</translation>
    </message>
    <message>
        <source>No time left: more days, or a longer window.</source>
        <translation>Hết giờ trống: thêm ngày, hoặc nới khung giờ.</translation>
    </message>
    <message>
        <source>Not earlier than the owner: at least {days} days.</source>
        <translation>Không sớm hơn người phụ trách: ít nhất {days} ngày.</translation>
    </message>
    <message>
        <source>One to {max} days.</source>
        <translation>Từ 1 đến {max} ngày.</translation>
    </message>
    <message>
        <source>Say from when until when, the end behind the beginning.</source>
        <translation>Ghi từ giờ nào đến giờ nào, giờ cuối sau giờ đầu.</translation>
    </message>
    <message>
        <source>Something is already planned.</source>
        <translation>Đã có hẹn.</translation>
    </message>
    <message>
        <source>Wants no calls that advertise.</source>
        <translation>Không nhận cuộc gọi quảng cáo.</translation>
    </message>
    <message>
        <source>{min} to {max} minutes.</source>
        <translation>Từ {min} đến {max} phút.</translation>
    </message>
    <message>
        <source>This care request is not there, or you may not see it.</source>
        <translation>Không có yêu cầu chăm sóc này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>This care request is in the bin. Restore it first.</source>
        <translation>Yêu cầu này đang ở thùng rác. Hãy khôi phục trước.</translation>
    </message>
    <message>
        <source>It cannot go to this state from the one it is in. Look at it again.</source>
        <translation>Không thể chuyển từ trạng thái hiện tại sang trạng thái này. Hãy xem lại.</translation>
    </message>
    <message>
        <source>It is not known which version was edited. Open it again.</source>
        <translation>Không rõ bạn đã sửa bản nào. Hãy mở lại.</translation>
    </message>
    <message>
        <source>Say of which kind it is.</source>
        <translation>Hãy chọn loại yêu cầu.</translation>
    </message>
    <message>
        <source>A care request needs a customer.</source>
        <translation>Yêu cầu chăm sóc phải có khách hàng.</translation>
    </message>
    <message>
        <source>Say how it came in.</source>
        <translation>Hãy chọn kênh tiếp nhận.</translation>
    </message>
    <message>
        <source>Write down what was answered.</source>
        <translation>Hãy ghi nội dung trả lời.</translation>
    </message>
    <message>
        <source>From 1 to {max}.</source>
        <translation>Từ 1 đến {max}.</translation>
    </message>
    <message>
        <source>This severity stands there twice.</source>
        <translation>Mức độ này bị lặp.</translation>
    </message>
    <message>
        <source>Each severity needs a time.</source>
        <translation>Mỗi mức độ cần một thời hạn.</translation>
    </message>
    <message>
        <source>An answer is promised within {min} to {max} minutes.</source>
        <translation>Thời hạn trả lời từ {min} đến {max} phút.</translation>
    </message>
    <message>
        <source>The reminder comes before the promised time.</source>
        <translation>Nhắc phải trước giờ hẹn.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Không đọc được tệp {path}.</translation>
    </message>
    <message>
        <source>This file is not there, or you may not see it.</source>
        <translation>Không có tệp này, hoặc bạn không được xem.</translation>
    </message>
    <message>
        <source>The file is larger than the {max_bytes} bytes that the server takes.</source>
        <translation>Tệp lớn hơn mức {max_bytes} byte mà máy chủ nhận.</translation>
    </message>
    <message>
        <source>The file changed on its way, or while it was being read. Try it again.</source>
        <translation>Tệp bị thay đổi khi đang gửi hoặc đang đọc. Hãy thử lại.</translation>
    </message>
    <message>
        <source>Sending was interrupted for too long. Send it again.</source>
        <translation>Việc gửi bị gián đoạn quá lâu. Hãy gửi lại.</translation>
    </message>
    <message>
        <source>This file is already there, under the name “{name}”.</source>
        <translation>Đã có tệp này, với tên “{name}”.</translation>
    </message>
    <message>
        <source>A colleague has renamed this file meanwhile.</source>
        <translation>Đồng nghiệp vừa đổi tên tệp này.</translation>
    </message>
    <message>
        <source>A file belongs to exactly one customer or one entry of its timeline.</source>
        <translation>Một tệp thuộc về đúng một khách hàng hoặc một mục trong dòng thời gian.</translation>
    </message>
    <message>
        <source>The file has no such place.</source>
        <translation>Tệp không có chỗ này.</translation>
    </message>
    <message>
        <source>A file cannot have this name on every machine. Leave out / \ : * ? &quot; &lt; &gt; | and dots at the end.</source>
        <translation>Không phải máy nào cũng lưu được tên này. Hãy bỏ các dấu / \ : * ? &quot; &lt; &gt; | và dấu chấm ở cuối.</translation>
    </message>
    <message>
        <source>Files of the kind .{extension} can be run, so they are not taken. Send a PDF, a picture or a ZIP.</source>
        <translation>Không nhận tệp .{extension} vì chạy được như chương trình. Hãy gửi PDF, ảnh hoặc ZIP.</translation>
    </message>
    <message>
        <source>What is in this file is a program, whatever its name says, so it is not taken.</source>
        <translation>Bên trong tệp này là một chương trình, dù tên là gì, nên không nhận.</translation>
    </message>
    <message>
        <source>What is in this file is not what its ending .{extension} says. Open it, and save it anew under the right kind.</source>
        <translation>Nội dung tệp không đúng với đuôi .{extension}. Hãy mở tệp và lưu lại đúng loại.</translation>
    </message>
    <message>
        <source>The ending .{extension} stays; only what stands before it can be changed.</source>
        <translation>Đuôi .{extension} giữ nguyên, chỉ đổi được phần tên phía trước.</translation>
    </message>
    <message>
        <source>There is no mail in it.</source>
        <translation>Trong tệp không có thư.</translation>
    </message>
    <message>
        <source>This mail has already been logged.</source>
        <translation>Thư này đã được ghi.</translation>
    </message>
    <message>
        <source>This entry of the calendar file is already here.</source>
        <translation>Mục này của tệp lịch đã có ở đây.</translation>
    </message>
    <message>
        <source>The rule does not have this day.</source>
        <translation>Quy tắc lặp không có ngày này.</translation>
    </message>
    <message>
        <source>This is not a calendar file. Save the calendar as .ics in the other program.</source>
        <translation>Đây không phải tệp lịch. Hãy lưu lịch thành .ics ở chương trình kia.</translation>
    </message>
    <message>
        <source>The file holds more than 20 MB or 10,000 entries. Save a shorter time of the calendar.</source>
        <translation>Tệp lớn hơn 20 MB hoặc quá 10.000 mục. Hãy lưu một khoảng lịch ngắn hơn.</translation>
    </message>
    <message>
        <source>The file cannot be read. Look whether it is still there and not open elsewhere.</source>
        <translation>Không đọc được tệp. Hãy xem tệp còn đó không và có đang mở ở nơi khác không.</translation>
    </message>
    <message>
        <source>At most {max} things can be followed at a time. Delete one that is no longer needed.</source>
        <translation>Chỉ theo dõi được nhiều nhất {max} mục cùng lúc. Hãy xóa một mục không còn cần.</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Hãy chọn một thời điểm trong tương lai.</translation>
    </message>
    <message>
        <source>Nobody can be told of this field.</source>
        <translation>Không thể báo tin về trường này.</translation>
    </message>
    <message>
        <source>Somebody else has just changed what is followed here. Open it again.</source>
        <translation>Người khác vừa sửa mục theo dõi này. Hãy mở lại.</translation>
    </message>
    <message>
        <source>This department is not there any more.</source>
        <translation>Phòng ban này không còn nữa.</translation>
    </message>
    <message>
        <source>This is not followed any more, or not by you.</source>
        <translation>Mục theo dõi này không còn, hoặc không phải của bạn.</translation>
    </message>
    <message>
        <source>This notification is not there any more.</source>
        <translation>Thông báo này không còn nữa.</translation>
    </message>
    <message>
        <source>Tick what it is to tell of: new ones, changes, or both.</source>
        <translation>Hãy đánh dấu cần báo gì: mới thêm, thay đổi, hoặc cả hai.</translation>
    </message>
</context>
<context>
    <name>WorkLists</name>
    <message>
        <source>Clients gone silent</source>
        <translation>Khách hàng im lặng đã lâu</translation>
    </message>
    <message>
        <source>On the list, no business yet</source>
        <translation>Có trong danh sách, chưa giao dịch</translation>
    </message>
    <message>
        <source>Promising but overlooked</source>
        <translation>Tiềm năng còn bỏ sót</translation>
    </message>
    <message>
        <source>Promising customers</source>
        <translation>Khách hàng tiềm năng</translation>
    </message>
    <message>
        <source>To contact again</source>
        <translation>Phải liên hệ lại</translation>
    </message>
</context>
<context>
    <name>WorthyDays</name>
    <message>
        <source>Full moon, month %1</source>
        <translation>Rằm tháng %1</translation>
    </message>
    <message>
        <source>First day, month %1</source>
        <translation>Mồng 1 tháng %1</translation>
    </message>
    <message>
        <source>Tết %1</source>
        <translation>Tết %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::ActivityActs</name>
    <message>
        <source>Done: %1</source>
        <translation>Đã xong: %1</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>Chưa gặp được: %1</translation>
    </message>
    <message>
        <source>“%1” is not done yet.</source>
        <translation>“%1” chưa đánh dấu xong được.</translation>
    </message>
    <message>
        <source>That could not be undone.</source>
        <translation>Chưa hoàn tác được.</translation>
    </message>
    <message>
        <source>“%1” is not open again.</source>
        <translation>“%1” chưa mở lại được.</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <translation>Mở lại: %1</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <translation>%1: chuyển sang %2</translation>
    </message>
    <message>
        <source>It was not moved.</source>
        <translation>Chưa dời được.</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>“%1” chưa xóa được.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Đã xóa: %1</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>“%1” chưa thêm được.</translation>
    </message>
    <message>
        <source>Added: %1, %2</source>
        <translation>Đã thêm: %1, %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::ActivityEditor</name>
    <message>
        <source>Stop the clock</source>
        <translation>Dừng đồng hồ</translation>
    </message>
    <message>
        <source>Log a talk</source>
        <translation>Ghi trao đổi</translation>
    </message>
    <message>
        <source>Plan a talk</source>
        <translation>Hẹn trao đổi</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Lịch hẹn mới</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Việc mới</translation>
    </message>
    <message>
        <source>How it went: %1</source>
        <translation>Kết quả: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>bạn</translation>
    </message>
    <message>
        <source>another appointment</source>
        <translation>lịch hẹn khác</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>At the same time:</source>
        <translation>Trùng lịch:</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Dời sang %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Files (%1)</source>
        <translation>Tệp (%1)</translation>
    </message>
</context>
<context>
    <name>banhang::client::ActivityFields</name>
    <message>
        <source>What to find out, what to bring, what to say</source>
        <translation>Cần hỏi gì, mang gì, nói gì</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Đã nói những gì</translation>
    </message>
    <message>
        <source>What came out of it, what was agreed</source>
        <translation>Kết quả ra sao, đã thống nhất điều gì</translation>
    </message>
    <message>
        <source>What the next contact should achieve</source>
        <translation>Lần sau cần đạt được gì</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa gặp được</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết cục</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cách</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Cùng với</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Nhắc</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức gấp</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Next goal</source>
        <translation>Mục tiêu tới</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Cách liên hệ</translation>
    </message>
    <message>
        <source>Who made contact</source>
        <translation>Bên nào bắt đầu</translation>
    </message>
    <message>
        <source>by us</source>
        <translation>mình liên hệ</translation>
    </message>
    <message>
        <source>by the customer</source>
        <translation>khách liên hệ</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>potential unchanged</source>
        <translation>tiềm năng như cũ</translation>
    </message>
    <message>
        <source>Pursuit</source>
        <translation>Theo đuổi</translation>
    </message>
    <message>
        <source>pursuit unchanged</source>
        <translation>theo đuổi như cũ</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>không rõ cách</translation>
    </message>
    <message>
        <source>About (optional)</source>
        <translation>Về việc gì (có thể bỏ trống)</translation>
    </message>
</context>
<context>
    <name>banhang::client::AgendaView</name>
    <message>
        <source>all day</source>
        <translation>cả ngày</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 lunar</source>
        <translation>%1 âm lịch</translation>
    </message>
    <message>
        <source>List of the calendar</source>
        <translation>Danh sách của lịch</translation>
    </message>
</context>
<context>
    <name>banhang::client::AssignPage</name>
    <message>
        <source>Assign to a colleague</source>
        <translation>Chuyển cho đồng nghiệp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln customers</source>
        <translation>
            <numerusform>Chuyển %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 mục nữa</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Người phụ trách mới</translation>
    </message>
</context>
<context>
    <name>banhang::client::AttachmentsPart</name>
    <message>
        <source>“%1” was not accepted.</source>
        <translation>Chưa nhận được “%1”.</translation>
    </message>
</context>
<context>
    <name>banhang::client::BatchBar</name>
    <message numerus="yes">
        <source>%1 of %Ln customers</source>
        <translation>
            <numerusform>%1 / %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign to…</source>
        <translation>Chuyển cho…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Gắn nhãn…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gộp…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Name of the new tag</source>
        <translation>Tên nhãn mới</translation>
    </message>
    <message>
        <source>Create and add</source>
        <translation>Tạo và gắn</translation>
    </message>
    <message>
        <source>You do not have the right to assign customers to colleagues. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền chuyển khách hàng. Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>You do not have the right to edit customers. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền sửa khách hàng. Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>Merging needs the rights to edit and to delete customers. Your team leader or IT can grant them.</source>
        <translation>Muốn gộp phải có quyền sửa và xóa khách hàng. Trưởng nhóm hoặc IT cấp được.</translation>
    </message>
    <message>
        <source>You do not have the right to export customers. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền xuất khách hàng. Trưởng nhóm hoặc IT cấp được.</translation>
    </message>
    <message>
        <source>You do not have the right to delete customers. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền xóa khách hàng. Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>You may not do this with any of them.</source>
        <translation>Bạn chưa có quyền làm việc này với khách hàng nào trong số đó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay as they are: you may not change them.</source>
        <translation>
            <numerusform>%Ln khách hàng giữ nguyên: bạn chưa có quyền.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone for %Ln customers</source>
        <translation>
            <numerusform>Đã hoàn tác cho %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Đã dừng: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln stay as they were</source>
        <translation>
            <numerusform>%1; %Ln giữ nguyên như cũ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the tag “%1” to %Ln customers?</source>
        <translation>
            <numerusform>Gắn nhãn “%1” cho %Ln khách hàng?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the tag “%1” from %Ln customers?</source>
        <translation>
            <numerusform>Bỏ nhãn “%1” khỏi %Ln khách hàng?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Gắn</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message numerus="yes">
        <source>Added the tag “%1” to %Ln customers</source>
        <translation>
            <numerusform>Đã gắn nhãn “%1” cho %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “%1” from %Ln customers</source>
        <translation>
            <numerusform>Đã bỏ nhãn “%1” khỏi %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln customers to the bin?</source>
        <translation>
            <numerusform>Chuyển %Ln khách hàng vào thùng rác?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln customers to the bin</source>
        <translation>
            <numerusform>Đã chuyển %Ln khách hàng vào thùng rác</numerusform>
        </translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nhãn mới…</translation>
    </message>
    <message>
        <source>The tag was not created.</source>
        <translation>Chưa tạo được nhãn.</translation>
    </message>
    <message>
        <source>Add to a sequence…</source>
        <translation>Đưa vào quy trình…</translation>
    </message>
    <message>
        <source>Plan calls…</source>
        <translation>Lên lịch gọi…</translation>
    </message>
    <message>
        <source>You may not plan calls. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền lên lịch gọi. Trưởng nhóm hoặc IT cấp được quyền này.</translation>
    </message>
</context>
<context>
    <name>banhang::client::Bell</name>
    <message>
        <source>Notifications, %1 unread</source>
        <translation>Thông báo, %1 chưa đọc</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Notifications  %1</source>
        <translation>Thông báo  %1</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Đánh dấu đã đọc hết</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Chưa có thông báo</translation>
    </message>
    <message>
        <source>Reminders and work that colleagues assign to you appear here.</source>
        <translation>Lời nhắc và việc đồng nghiệp giao sẽ đến đây.</translation>
    </message>
    <message>
        <source>What you follow…</source>
        <translation>Theo dõi…</translation>
    </message>
    <message>
        <source>The notifications could not be loaded.</source>
        <translation>Chưa tải được thông báo.</translation>
    </message>
</context>
<context>
    <name>banhang::client::BinModel</name>
    <message>
        <source>Customer name</source>
        <translation>Tên khách hàng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>Người xóa</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Lúc xóa</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>máy chủ</translation>
    </message>
</context>
<context>
    <name>banhang::client::BinPage</name>
    <message>
        <source>Bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The bin could not be read.</source>
        <translation>Chưa đọc được thùng rác.</translation>
    </message>
    <message>
        <source>Deleted customers</source>
        <translation>Khách hàng đã xóa</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>Vẫn khôi phục</translation>
    </message>
    <message>
        <source>%1+ customers</source>
        <translation>%1+ khách hàng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Thùng rác trống</translation>
    </message>
    <message>
        <source>Deleted customers stay here until they are restored.</source>
        <translation>Khách hàng đã xóa nằm ở đây cho tới khi được khôi phục.</translation>
    </message>
    <message>
        <source>Choose one customer first.</source>
        <translation>Chọn một khách hàng trước đã.</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln customers</source>
        <translation>
            <numerusform>Khôi phục %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>You do not have the right to take customers out of the bin.</source>
        <translation>Bạn chưa có quyền lấy khách hàng ra khỏi thùng rác. Trưởng nhóm hoặc IT cấp được.</translation>
    </message>
    <message>
        <source>Choose a customer first.</source>
        <translation>Chọn khách hàng trước đã.</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Đã khôi phục %1</translation>
    </message>
    <message>
        <source>The customer stays in the bin.</source>
        <translation>Chưa khôi phục được khách hàng.</translation>
    </message>
</context>
<context>
    <name>banhang::client::BriefList</name>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarCheck</name>
    <message numerus="yes">
        <source>Calendar of %1, %Ln entries</source>
        <translation>
            <numerusform>Lịch của %1, %Ln mục</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarMoves</name>
    <message>
        <source>It was not moved.</source>
        <translation>Chưa dời được.</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarPage</name>
    <message>
        <source>Saved: %1, %2</source>
        <translation>Đã lưu: %1, %2</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>Back (PgUp)</source>
        <translation>Lùi lại (PgUp)</translation>
    </message>
    <message>
        <source>Forward (PgDn)</source>
        <translation>Tiếp theo (PgDn)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation>Ctrl+Home</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>5 days</source>
        <translation>5 ngày</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Add appointment</source>
        <translation>Thêm lịch hẹn</translation>
    </message>
    <message>
        <source>Drag in the grid to add · Ctrl+arrows move by 15 minutes · Shift+arrows change the length</source>
        <translation>Kéo trên lưới để thêm lịch hẹn · Ctrl+mũi tên dời 15 phút · Shift+mũi tên đổi độ dài</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month and year, a date format</comment>
        <translation>MMMM, yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>tuần %1</translation>
    </message>
    <message>
        <source>The calendar cannot be shown now.</source>
        <translation>Chưa xem được lịch.</translation>
    </message>
    <message>
        <source>has changed %1</source>
        <translation>vừa đổi %1</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <translation>%1: dời sang %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries saved in %1</source>
        <translation>
            <numerusform>Đã lưu %Ln mục vào %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar files (.ics)</source>
        <translation>Tệp lịch (.ics)</translation>
    </message>
    <message>
        <source>Export the chosen entry (.ics)…</source>
        <translation>Xuất mục đang chọn ra tệp (.ics)…</translation>
    </message>
    <message>
        <source>Export the shown calendar (.ics)…</source>
        <translation>Xuất lịch đang xem ra tệp (.ics)…</translation>
    </message>
    <message>
        <source>Import a calendar file (.ics)…</source>
        <translation>Nhập tệp lịch (.ics)…</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>lịch hẹn</translation>
    </message>
    <message>
        <source>calendar %1</source>
        <translation>lịch %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarPart</name>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
</context>
<context>
    <name>banhang::client::CellEditing</name>
    <message>
        <source>You do not have the right to edit customers.</source>
        <translation>Bạn chưa có quyền sửa khách hàng.</translation>
    </message>
    <message>
        <source>You may not see this value, so you cannot change it.</source>
        <translation>Bạn không được xem giá trị này nên không sửa được.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 của %2</translation>
    </message>
    <message>
        <source>%1 of %2 was not changed.</source>
        <translation>%1 của %2 chưa được sửa.</translation>
    </message>
    <message>
        <source>%1 of %2 was not changed to “%3”.</source>
        <translation>%1 của %2 chưa được sửa thành “%3”.</translation>
    </message>
    <message>
        <source>Cells of the list</source>
        <translation>Ô trong danh sách</translation>
    </message>
    <message>
        <source>Changed %1 of %2</source>
        <translation>Đã sửa %1 của %2</translation>
    </message>
    <message>
        <source>Somebody has just changed it to “%1”. Enter writes yours over it, Esc keeps theirs.</source>
        <translation>Người khác vừa đổi thành “%1”. Enter ghi đè bằng của bạn, Esc giữ của họ.</translation>
    </message>
    <message>
        <source>The change was not undone.</source>
        <translation>Chưa hoàn tác được thay đổi.</translation>
    </message>
</context>
<context>
    <name>banhang::client::Chip</name>
    <message>
        <source>Backspace removes this condition</source>
        <translation>Backspace bỏ điều kiện này</translation>
    </message>
</context>
<context>
    <name>banhang::client::ChosenPanel</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Reminds at the beginning</source>
        <translation>Nhắc lúc bắt đầu</translation>
    </message>
    <message>
        <source>Reminds %1 before</source>
        <translation>Nhắc trước %1</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Chưa chọn gì</translation>
    </message>
    <message>
        <source>Arrow keys choose an activity, Enter opens it, Ctrl+N makes a new one.</source>
        <translation>Phím mũi tên để chọn, Enter để mở, Ctrl+N để thêm lịch hẹn.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Done (Space)</source>
        <translation>Xong (Phím cách)</translation>
    </message>
    <message>
        <source>Series…</source>
        <translation>Lịch lặp…</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>Lặp lại…</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Lặp lại</translation>
    </message>
    <message>
        <source>To prepare:</source>
        <translation>Chuẩn bị:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Kết quả:</translation>
    </message>
    <message>
        <source>you</source>
        <translation>bạn</translation>
    </message>
    <message>
        <source>Something of %1</source>
        <translation>Một việc của %1</translation>
    </message>
    <message>
        <source>Clash of %1</source>
        <translation>Trùng lịch %1</translation>
    </message>
    <message>
        <source>“%1” from %2</source>
        <translation>“%1” từ %2</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Dời sang %1</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Giữ cả hai</translation>
    </message>
</context>
<context>
    <name>banhang::client::ClockEdit</name>
    <message>
        <source>hh:mm</source>
        <translation>giờ</translation>
    </message>
</context>
<context>
    <name>banhang::client::ColleagueDay</name>
    <message>
        <source>%1/%2 done</source>
        <translation>%1/%2 xong</translation>
    </message>
    <message>
        <source>Choose a person to see the day.</source>
        <translation>Chọn một người để xem ngày làm việc.</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Giao lại…</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Chưa chọn ai</translation>
    </message>
    <message>
        <source>Nothing planned for today</source>
        <translation>Hôm nay chưa có việc</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>Mục đang chọn</translation>
    </message>
    <message>
        <source>This day could not be loaded.</source>
        <translation>Chưa tải được ngày này.</translation>
    </message>
    <message>
        <source>%1&apos;s day</source>
        <translation>Hôm nay của %1</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Việc sắp tới</translation>
    </message>
    <message>
        <source>What is overdue</source>
        <translation>Việc quá hạn</translation>
    </message>
    <message>
        <source>What is planned for today</source>
        <translation>Việc hẹn hôm nay</translation>
    </message>
    <message>
        <source>You do not have the right to hand work over to others. IT can grant it.</source>
        <translation>Bạn chưa có quyền giao việc cho người khác. IT cấp được quyền này.</translation>
    </message>
</context>
<context>
    <name>banhang::client::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Space shows or hides, Ctrl+↑ and Ctrl+↓ move</source>
        <translation>Phím cách để hiện hoặc ẩn, Ctrl+↑ và Ctrl+↓ để dời</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Như lúc đầu</translation>
    </message>
</context>
<context>
    <name>banhang::client::ColumnsPanel</name>
    <message>
        <source>Columns</source>
        <translation>Ghép cột</translation>
    </message>
    <message>
        <source>&amp;Guess again</source>
        <translation>Đ&amp;oán lại</translation>
    </message>
    <message>
        <source>For all rows that are added</source>
        <translation>Áp dụng cho mọi dòng thêm mới</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Nguồn</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Phụ trách</translation>
    </message>
    <message>
        <source>Decide one by one</source>
        <translation>Quyết từng dòng</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Cột trong tệp</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Thí dụ</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Vào trường</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>(column %1)</source>
        <translation>(cột %1)</translation>
    </message>
    <message>
        <source>Field for the column %1</source>
        <translation>Trường cho cột %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln columns</source>
        <translation>
            <numerusform>%1 trong %Ln cột</numerusform>
        </translation>
    </message>
    <message>
        <source>(as in the file)</source>
        <translation>(như trong tệp)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>Shared evenly: %1</source>
        <translation>Chia đều %1</translation>
    </message>
    <message>
        <source>What to do with rows</source>
        <translation>Cách xử lý dòng</translation>
    </message>
</context>
<context>
    <name>banhang::client::ComingList</name>
    <message>
        <source>Reminders to come</source>
        <translation>Nhắc việc sắp tới</translation>
    </message>
    <message>
        <source>No reminder to come</source>
        <translation>Không có nhắc việc nào sắp tới</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, customer</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::ConditionPanel</name>
    <message>
        <source>is one of</source>
        <translation>là</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>không kể</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>In the last … days</source>
        <translation>Trong … ngày qua</translation>
    </message>
    <message>
        <source>Longer ago than … days</source>
        <translation>Quá … ngày</translation>
    </message>
    <message>
        <source>Longer ago than … days, or never</source>
        <translation>Quá … ngày, hoặc chưa lần nào</translation>
    </message>
    <message>
        <source>Never yet</source>
        <translation>Chưa lần nào</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Từ … đến …</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>For … days, or longer than usual for them</source>
        <translation>Đã … ngày, hoặc chậm hơn nhịp quen</translation>
    </message>
    <message>
        <source>In the next … days</source>
        <translation>Trong … ngày tới</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Chưa hẹn</translation>
    </message>
</context>
<context>
    <name>banhang::client::ConflictPanel</name>
    <message>
        <source>%1 saved before you, at %2.</source>
        <translation>%1 đã lưu trước bạn lúc %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields differ; choose for each.</source>
        <translation>
            <numerusform>%Ln trường khác nhau, cần bạn chọn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ban đầu</translation>
    </message>
    <message>
        <source>%1&apos;s</source>
        <translation>Của %1</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Của bạn</translation>
    </message>
    <message>
        <source>%1: theirs, %2</source>
        <translation>%1: của đồng nghiệp, %2</translation>
    </message>
    <message>
        <source>%1: yours, %2</source>
        <translation>%1: của bạn, %2</translation>
    </message>
    <message>
        <source>Take all of yours</source>
        <translation>Lấy hết của bạn</translation>
    </message>
    <message>
        <source>Take all of %1&apos;s</source>
        <translation>Lấy hết của %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::ConnectionBars</name>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Drafts (%1)</source>
        <translation>Bản nháp (%1)</translation>
    </message>
    <message>
        <source>No connection to the server since %1.</source>
        <translation>Mất kết nối máy chủ từ %1.</translation>
    </message>
    <message numerus="yes">
        <source>You can go on looking and writing; %Ln drafts are on this machine.</source>
        <translation>
            <numerusform>Vẫn xem và soạn được; %Ln bản nháp nằm trên máy này.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on looking and writing; what you write is kept on this machine.</source>
        <translation>Vẫn xem và soạn được; những gì bạn gõ được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Thử lại sau %1 giây</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Đang thử…</translation>
    </message>
    <message numerus="yes">
        <source>No connection, %Ln drafts</source>
        <translation>
            <numerusform>Mất kết nối, %Ln bản nháp</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>Đã kết nối máy chủ</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>The server is now of version %1; this program is %2.</source>
        <translation>Máy chủ đã lên bản %1; chương trình này là bản %2.</translation>
    </message>
    <message>
        <source>You can go on working. When it suits you, close it and ask IT to install the new one.</source>
        <translation>Vẫn làm việc được. Khi tiện, đóng lại và nhờ IT cài bản mới.</translation>
    </message>
    <message>
        <source>The server is of version %1, older than this program (%2).</source>
        <translation>Máy chủ là bản %1, cũ hơn chương trình này (%2).</translation>
    </message>
    <message>
        <source>You can go on working, but new features may not work. Ask IT to update the server.</source>
        <translation>Vẫn làm việc được, nhưng phần mới có thể chưa dùng được. Báo IT nâng cấp máy chủ.</translation>
    </message>
    <message>
        <source>This program (%1) is too old for the server (%2).</source>
        <translation>Chương trình này (%1) quá cũ so với máy chủ (%2).</translation>
    </message>
    <message>
        <source>Ask IT to install the new one; drafts stay on this computer and open in it.</source>
        <translation>Nhờ IT cài bản mới; bản nháp vẫn nằm trên máy này và mở được trong bản mới.</translation>
    </message>
    <message>
        <source>Connection log</source>
        <translation>Nhật ký kết nối</translation>
    </message>
</context>
<context>
    <name>banhang::client::ConnectionPart</name>
    <message>
        <source>Discarded the draft %1</source>
        <translation>Đã bỏ bản nháp %1</translation>
    </message>
    <message>
        <source>Drafts on this machine</source>
        <translation>Bản nháp trên máy này</translation>
    </message>
    <message>
        <source>What waits for the connection</source>
        <translation>Những gì chờ kết nối</translation>
    </message>
    <message>
        <source>kept when the computer is switched off</source>
        <translation>còn nguyên khi tắt máy</translation>
    </message>
</context>
<context>
    <name>banhang::client::ConnectionView</name>
    <message>
        <source>Connection log</source>
        <translation>Nhật ký kết nối</translation>
    </message>
    <message>
        <source>Not available: finding what is not loaded, exporting to Excel, importing, merging</source>
        <translation>Chưa được: tìm ngoài phần đã tải, xuất Excel, nhập dữ liệu, gộp</translation>
    </message>
    <message>
        <source>See what is loaded; log talks; enter and edit customers</source>
        <translation>Xem khách hàng đã tải; ghi trao đổi; soạn và sửa khách hàng</translation>
    </message>
    <message>
        <source>The connection has held since the program was started</source>
        <translation>Kết nối vẫn giữ từ khi mở chương trình</translation>
    </message>
    <message>
        <source>While there is no connection</source>
        <translation>Lúc mất kết nối</translation>
    </message>
</context>
<context>
    <name>banhang::client::ContactEdit</name>
    <message>
        <source>Reachable on Zalo</source>
        <translation>Dùng Zalo số này</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Dùng để làm gì</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerBox</name>
    <message>
        <source>Name, code, or any digits of the phone</source>
        <translation>Tên, mã, hoặc vài số điện thoại bất kỳ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>The search did not get through. Try again in a moment.</source>
        <translation>Chưa tìm được. Thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>Không có khách hàng nào khớp.</translation>
    </message>
    <message>
        <source>There are more; type another word.</source>
        <translation>Còn nữa; gõ thêm một chữ.</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerDetail</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình làm việc</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>Chưa chọn khách hàng</translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+K to find one.</source>
        <translation>Chọn trong danh sách, hoặc bấm Ctrl+K để tìm.</translation>
    </message>
    <message>
        <source>This customer could not be loaded</source>
        <translation>Chưa lấy được khách hàng này</translation>
    </message>
    <message>
        <source>Points to watch:</source>
        <translation>Điều cần lưu ý:</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Còn thiếu: %1</translation>
    </message>
    <message>
        <source>No longer shown to you.</source>
        <translation>Không còn hiện với bạn.</translation>
    </message>
    <message>
        <source>It was deleted, or assigned to somebody else.</source>
        <translation>Khách hàng đã bị xóa hoặc chuyển cho người khác.</translation>
    </message>
    <message>
        <source>Merged into %1.</source>
        <translation>Đã gộp vào %1.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>The changes could not be loaded</source>
        <translation>Chưa tải được các thay đổi</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerEditor</name>
    <message>
        <source>Customer n&amp;ame</source>
        <translation>Tên &amp;khách hàng</translation>
    </message>
    <message>
        <source>Form of &amp;address</source>
        <translation>Xưng hô</translation>
    </message>
    <message>
        <source>&amp;Gender</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>&amp;Identity number</source>
        <translation>Số định &amp;danh</translation>
    </message>
    <message>
        <source>day/month/year, the year may be missing</source>
        <translation>ngày/tháng/năm, có thể thiếu năm</translation>
    </message>
    <message>
        <source>&amp;Birthday</source>
        <translation>Ngà&amp;y sinh</translation>
    </message>
    <message>
        <source>The birthday is lunar</source>
        <translation>Ngày sinh theo âm lịch</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Điện th&amp;oại</translation>
    </message>
    <message>
        <source>E&amp;mail</source>
        <translation>&amp;Email</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>Thêm điện thoại</translation>
    </message>
    <message>
        <source>Add an email</source>
        <translation>Thêm email</translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation>Thêm người liên hệ</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Thêm địa chỉ</translation>
    </message>
    <message>
        <source>&amp;Contact person</source>
        <translation>Người &amp;liên hệ</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Direct phone</source>
        <translation>Điện thoại riêng</translation>
    </message>
    <message>
        <source>Direct email</source>
        <translation>Email riêng</translation>
    </message>
    <message>
        <source>&amp;Ward, province</source>
        <translation>&amp;Phường, xã</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>Ng&amp;uồn</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>No advertising calls or messages</source>
        <translation>Không gọi quảng cáo</translation>
    </message>
    <message>
        <source>What to know before the next talk…</source>
        <translation>Nhu cầu, thói quen, điều cần biết trước lần liên hệ sau…</translation>
    </message>
    <message>
        <source>One point per line; every department sees them</source>
        <translation>Mỗi dòng một điều, mọi bộ phận đều thấy</translation>
    </message>
    <message>
        <source>Needs, habits and wishes in the customer&apos;s words</source>
        <translation>Nhu cầu, thói quen, mong muốn bằng lời</translation>
    </message>
    <message>
        <source>name, tax code or phone of the organisation above</source>
        <translation>tên, mã số thuế hoặc điện thoại của tổ chức cấp trên</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Là</translation>
    </message>
    <message>
        <source>(not visible to you)</source>
        <translation>(bạn không được xem)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Dùng</translation>
    </message>
    <message>
        <source>lunar day/month, “2/6 leap”; the year may be missing</source>
        <translation>ngày/tháng âm lịch, “2/6 nhuận”; có thể thiếu năm</translation>
    </message>
    <message>
        <source> leap month</source>
        <translation> nhuận</translation>
    </message>
    <message>
        <source>Fu&amp;ll name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>Ta&amp;x code</source>
        <translation>&amp;Mã số thuế</translation>
    </message>
    <message>
        <source>Foun&amp;ded on</source>
        <translation>Ngà&amp;y thành lập</translation>
    </message>
    <message>
        <source>House, &amp;street</source>
        <translation>&amp;Số nhà, đường</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Form of address of the contact person</source>
        <translation>Xưng hô của người liên hệ</translation>
    </message>
    <message>
        <source>More: tier, status, needs, tags…</source>
        <translation>Thông tin khác: cấp, trạng thái, nhu cầu, nhãn…</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerForm</name>
    <message numerus="yes">
        <source>%Ln customers may be the same</source>
        <translation>
            <numerusform>%Ln khách hàng có thể trùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Save once more.</source>
        <translation>Hãy lưu lần nữa.</translation>
    </message>
    <message>
        <source>Saved, but for what you have typed since.</source>
        <translation>Đã lưu, trừ phần bạn vừa nhập thêm.</translation>
    </message>
    <message>
        <source>kept on this machine at %1</source>
        <translation>tự giữ trên máy này lúc %1</translation>
    </message>
    <message>
        <source>the draft could not be kept on this machine</source>
        <translation>chưa giữ được bản nháp trên máy này</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Khách hàng mới</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Sửa %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Lưu và thêm tiếp</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>Doanh ngh&amp;iệp, tổ chức</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>There is no such day. Write day/month/year.</source>
        <translation>Không có ngày này. Nhập dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Chưa lưu được.</translation>
    </message>
    <message>
        <source>Not saved yet: the server cannot be reached.</source>
        <translation>Chưa lưu được: chưa tới được máy chủ.</translation>
    </message>
    <message>
        <source>The draft is kept on this machine and is sent when the connection is back.</source>
        <translation>Bản nháp nằm trên máy này và tự gửi khi kết nối lại.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>F8 to the next one</source>
        <translation>F8 tới ô kế tiếp cần xem</translation>
    </message>
    <message>
        <source>Ctrl+S save</source>
        <translation>Ctrl+S lưu</translation>
    </message>
    <message>
        <source>Esc back, the draft stays</source>
        <translation>Esc quay lại, bản nháp vẫn còn</translation>
    </message>
    <message>
        <source>Alt+↓ what a number is for</source>
        <translation>Alt+↓ chọn loại số</translation>
    </message>
    <message>
        <source>%1 has just changed this.</source>
        <translation>%1 vừa đổi ô này.</translation>
    </message>
    <message>
        <source>%1 is typing here now.</source>
        <translation>%1 đang gõ ở đây.</translation>
    </message>
    <message>
        <source>Perso&amp;n</source>
        <translation>Cá &amp;nhân</translation>
    </message>
    <message>
        <source>required · Enter goes to the next field</source>
        <translation>bắt buộc · Enter sang ô kế tiếp</translation>
    </message>
    <message>
        <source>Month %1 has no day %2. Write day/month/year.</source>
        <translation>Tháng %1 không có ngày %2. Hãy sửa lại ngày.</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerList</name>
    <message>
        <source>Filter this list</source>
        <translation>Lọc danh sách này</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>Assign to a colleague…</source>
        <translation>Chuyển cho đồng nghiệp…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>The list could not be loaded</source>
        <translation>Chưa lấy được danh sách</translation>
    </message>
    <message>
        <source>You may not see customers yet</source>
        <translation>Bạn chưa có quyền xem khách hàng</translation>
    </message>
    <message>
        <source>Your team leader or IT can grant it.</source>
        <translation>Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>No customers</source>
        <translation>Không có khách hàng nào</translation>
    </message>
    <message>
        <source>match these conditions</source>
        <translation>khớp các điều kiện này</translation>
    </message>
    <message>
        <source>match “%1”</source>
        <translation>khớp “%1”</translation>
    </message>
    <message>
        <source>Search without conditions</source>
        <translation>Tìm không kèm điều kiện</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Chưa có khách hàng</translation>
    </message>
    <message>
        <source>Add the first one; everybody who may see it will see it at once.</source>
        <translation>Thêm người đầu tiên; ai được xem sẽ thấy ngay.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new customers</source>
        <translation>
            <numerusform>%Ln khách hàng mới</numerusform>
        </translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>Thứ tự đã khác</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>lúc %1</translation>
    </message>
    <message>
        <source>The first 1,000 are chosen: more cannot be changed at once.</source>
        <translation>Đã chọn 1.000 khách hàng đầu: mỗi lần không đổi được nhiều hơn.</translation>
    </message>
    <message>
        <source>This column is not edited in the list; F2 on the name opens the form.</source>
        <translation>Cột này không sửa trong danh sách; bấm F2 ở tên để mở biểu mẫu.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open in a separate window</source>
        <translation>Mở trong cửa sổ riêng</translation>
    </message>
    <message>
        <source>Edit the customer</source>
        <translation>Sửa khách hàng</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Sửa ô</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Chép thành bảng</translation>
    </message>
    <message>
        <source>Paste into the cells</source>
        <translation>Dán vào các ô</translation>
    </message>
    <message>
        <source>Nothing to change: the cells hold this already.</source>
        <translation>Không có gì để đổi: các ô đã như vậy.</translation>
    </message>
    <message>
        <source>moved to the bin</source>
        <translation>vừa vào thùng rác</translation>
    </message>
    <message>
        <source>Saved the list “%1”</source>
        <translation>Đã lưu danh sách “%1”</translation>
    </message>
    <message>
        <source>The list was not saved.</source>
        <translation>Chưa lưu được danh sách.</translation>
    </message>
    <message>
        <source>Go to a cell first, with → or ←; Ctrl+D then takes the cell above.</source>
        <translation>Hãy vào một ô trước, bằng → hoặc ←; khi đó Ctrl+D lấy ô phía trên.</translation>
    </message>
    <message>
        <source>Copy from the cell above</source>
        <translation>Lấy ô phía trên</translation>
    </message>
    <message>
        <source>There is nothing here that Ctrl+D could take from above.</source>
        <translation>Ở đây không có gì để Ctrl+D lấy từ trên xuống.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Làm mới</translation>
    </message>
    <message>
        <source>Save as a list…</source>
        <translation>Lưu thành danh sách…</translation>
    </message>
    <message>
        <source>Some of the chosen rows are too far away for this: choose fewer.</source>
        <translation>Có dòng đã chọn nằm quá xa nên chưa làm được: hãy chọn ít dòng hơn.</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerModel</name>
    <message>
        <source>Customer name</source>
        <translation>Tên khách hàng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Ngày thêm</translation>
    </message>
    <message>
        <source>moved to the bin</source>
        <translation>vừa vào thùng rác</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>vừa chuyển cho %1</translation>
    </message>
    <message>
        <source>left this list</source>
        <translation>vừa rời danh sách này</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>không được xem</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>%1, tier %2, group %3, owner %4</source>
        <translation>%1, cấp %2, nhóm %3, phụ trách %4</translation>
    </message>
    <message>
        <source>just changed by %1</source>
        <translation>%1 vừa đổi</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm KD</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>No ads</source>
        <translation>Không quảng cáo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Sửa lúc</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Doanh nghiệp, tổ chức</translation>
    </message>
    <message>
        <source>All e-mails</source>
        <translation>Các email</translation>
    </message>
    <message>
        <source>All phones</source>
        <translation>Các điện thoại</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Liên hệ tới</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation>Sắp theo: %1</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Đặc điểm</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Hẹn lại</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Nhịp</translation>
    </message>
    <message>
        <source>Callback reason</source>
        <translation>Lý do hẹn lại</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Người nhập</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerWindow</name>
    <message>
        <source>No connection to the server.</source>
        <translation>Mất kết nối máy chủ.</translation>
    </message>
    <message>
        <source>What is shown may be older than what is stored.</source>
        <translation>Nội dung đang xem có thể cũ hơn dữ liệu đã lưu.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>This customer cannot be edited now.</source>
        <translation>Chưa sửa được khách hàng này.</translation>
    </message>
    <message>
        <source>Customer – banhang</source>
        <translation>Khách hàng – banhang</translation>
    </message>
    <message>
        <source>%1 – banhang</source>
        <translation>%1 – banhang</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomersPage</name>
    <message>
        <source>Discarded the draft %1</source>
        <translation>Đã bỏ bản nháp %1</translation>
    </message>
    <message>
        <source>This one was begun before. Save or discard it first, then add “%1”.</source>
        <translation>Khách hàng này đang nhập dở. Hãy lưu hoặc bỏ trước, rồi thêm “%1”.</translation>
    </message>
    <message>
        <source>has just changed %1</source>
        <translation>vừa đổi %1</translation>
    </message>
    <message>
        <source>has just changed %1 of %2</source>
        <translation>vừa đổi %1 của %2</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>một khách hàng</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>This customer cannot be edited now.</source>
        <translation>Chưa sửa được khách hàng này.</translation>
    </message>
    <message>
        <source>Added %1 as %2</source>
        <translation>Đã thêm %1, mã %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customers to %1</source>
        <translation>
            <numerusform>Đã chuyển %Ln khách hàng cho %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The customer stays in the bin.</source>
        <translation>Chưa khôi phục được khách hàng.</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Đã khôi phục %1</translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln customers to %1?</source>
        <translation>
            <numerusform>Chuyển %Ln khách hàng cho %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Chuyển</translation>
    </message>
    <message numerus="yes">
        <source>Pasted into the cells of %Ln customers</source>
        <translation>
            <numerusform>Đã dán vào các ô của %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not saved, it stays a draft.</source>
        <translation>%1: chưa lưu được, vẫn là bản nháp.</translation>
    </message>
    <message>
        <source>Saved %1, but for what was typed since: that stays a draft.</source>
        <translation>Đã lưu %1, trừ phần nhập thêm sau đó: phần ấy vẫn là bản nháp.</translation>
    </message>
</context>
<context>
    <name>banhang::client::DateEdit</name>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Pick a day (Alt+Down)</source>
        <translation>Chọn ngày (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>banhang::client::DayDelegate</name>
    <message>
        <source>Clash %1</source>
        <translation>Trùng lịch %1</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Gấp</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 giao</translation>
    </message>
</context>
<context>
    <name>banhang::client::DayRows</name>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <source>clashes with %1</source>
        <translation>trùng lịch với %1</translation>
    </message>
    <message>
        <source>There are more; the calendar has all of them</source>
        <translation>Còn nữa; xem đủ trong Lịch</translation>
    </message>
    <message>
        <source>There are more than are shown here</source>
        <translation>Còn nữa, ở đây không hiện hết</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Any time of the day</source>
        <translation>Trong ngày, không hẹn giờ</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Ngày mai, %1</translation>
    </message>
    <message>
        <source>At a set time</source>
        <translation>Theo giờ</translation>
    </message>
</context>
<context>
    <name>banhang::client::DayView</name>
    <message>
        <source>%1 min to go</source>
        <translation>còn %1 phút</translation>
    </message>
    <message>
        <source>Today&apos;s work</source>
        <translation>Việc hôm nay</translation>
    </message>
</context>
<context>
    <name>banhang::client::DetailDraft</name>
    <message>
        <source>Go on</source>
        <translation>Sửa tiếp</translation>
    </message>
    <message>
        <source>It is sent when the connection is back.</source>
        <translation>Sẽ tự gửi khi kết nối lại.</translation>
    </message>
    <message>
        <source>Kept %1.</source>
        <translation>Giữ %1.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save when connected again</source>
        <translation>Lưu khi kết nối lại</translation>
    </message>
    <message>
        <source>What you changed here waits for the server.</source>
        <translation>Phần bạn sửa ở đây đang chờ máy chủ.</translation>
    </message>
    <message>
        <source>You changed something here that is not saved.</source>
        <translation>Bạn đã sửa ở đây mà chưa lưu.</translation>
    </message>
</context>
<context>
    <name>banhang::client::DetailHead</name>
    <message>
        <source>More actions</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Assign to a colleague…</source>
        <translation>Chuyển cho đồng nghiệp…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Write an e-mail  %1</source>
        <translation>Viết email  %1</translation>
    </message>
    <message>
        <source>Open Zalo  %1</source>
        <translation>Mở Zalo  %1</translation>
    </message>
    <message>
        <source>Tax code %1</source>
        <translation>MST %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Call  %1</source>
        <translation>Gọi  %1</translation>
    </message>
    <message>
        <source>You do not have the right to edit customers. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền sửa khách hàng. Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>Copy the code %1</source>
        <translation>Chép mã %1</translation>
    </message>
    <message>
        <source>Share with a colleague…</source>
        <translation>Chia sẻ với đồng nghiệp…</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Edit  %1</source>
        <translation>Sửa  %1</translation>
    </message>
    <message>
        <source>figures of %1</source>
        <translation>số liệu lúc %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::DraftList</name>
    <message>
        <source>Discard this draft</source>
        <translation>Bỏ bản nháp này</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Việc khác với %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>duplicates are looked for before it is sent</source>
        <translation>sẽ kiểm tra trùng trước khi gửi</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>giữ %1</translation>
    </message>
    <message>
        <source>waits for your choice</source>
        <translation>chờ bạn chọn</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>chờ gửi</translation>
    </message>
</context>
<context>
    <name>banhang::client::DraftsPage</name>
    <message>
        <source>No drafts</source>
        <translation>Chưa có bản nháp</translation>
    </message>
    <message>
        <source>What you type is kept here until it is saved.</source>
        <translation>Điều bạn gõ được giữ ở đây cho đến khi lưu.</translation>
    </message>
    <message>
        <source>Drafts and connection</source>
        <translation>Bản nháp và kết nối</translation>
    </message>
</context>
<context>
    <name>banhang::client::DuplicatePanel</name>
    <message>
        <source>Save anyway</source>
        <translation>Vẫn lưu</translation>
    </message>
    <message>
        <source>Updated as you type. You can still save: the reason is kept in the history.</source>
        <translation>Kết quả được tính lại khi bạn gõ. Vẫn lưu được: hệ thống ghi lại lý do.</translation>
    </message>
    <message>
        <source>Why it is another customer</source>
        <translation>Vì sao là khách hàng khác</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Customers that may be the same</source>
        <translation>Khách hàng có thể trùng</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>đang kiểm tra…</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>chưa kiểm tra được</translation>
    </message>
    <message>
        <source>just checked</source>
        <translation>vừa kiểm tra</translation>
    </message>
    <message>
        <source>Possible duplicates: %1</source>
        <translation>Có thể đã có: %1 khách hàng</translation>
    </message>
    <message>
        <source>No duplicate found so far</source>
        <translation>Chưa thấy ai trùng</translation>
    </message>
    <message>
        <source>Almost certainly the same</source>
        <translation>Gần như chắc chắn trùng</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>Rất giống</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Có thể</translation>
    </message>
    <message>
        <source>Alt+%1</source>
        <translation>Alt+%1</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (bạn)</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>Mở khách hàng này</translation>
    </message>
    <message>
        <source>Not the same, ignore</source>
        <translation>Không phải, bỏ qua</translation>
    </message>
    <message>
        <source>Looked after by %1</source>
        <translation>Đang được %1 phụ trách</translation>
    </message>
    <message>
        <source>You may not see this customer. Ask this colleague before adding it again.</source>
        <translation>Bạn chưa có quyền xem. Hãy hỏi đồng nghiệp này trước khi thêm lại.</translation>
    </message>
</context>
<context>
    <name>banhang::client::EditorFiles</name>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>Bỏ %1</translation>
    </message>
    <message>
        <source>These files go along when it is saved:</source>
        <translation>Các tệp này được gửi kèm khi lưu:</translation>
    </message>
</context>
<context>
    <name>banhang::client::ExportCommand</name>
    <message>
        <source>customers %1.xlsx</source>
        <translation>khach-hang %1.xlsx</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>Văn bản CSV (*.csv)</translation>
    </message>
    <message>
        <source>The list was not exported.</source>
        <translation>Chưa xuất được danh sách.</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Doanh nghiệp, tổ chức</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>lunar</source>
        <translation>âm lịch</translation>
    </message>
    <message>
        <source>leap month</source>
        <translation>nhuận</translation>
    </message>
</context>
<context>
    <name>banhang::client::FactGrid</name>
    <message>
        <source>May not be seen</source>
        <translation>Không được xem</translation>
    </message>
</context>
<context>
    <name>banhang::client::FieldLabel</name>
    <message>
        <source>%1, required</source>
        <translation>%1, bắt buộc</translation>
    </message>
</context>
<context>
    <name>banhang::client::FieldRestore</name>
    <message>
        <source>Not restored: %1.</source>
        <translation>Chưa lấy lại được: %1.</translation>
    </message>
    <message>
        <source>Restored %1 of %2</source>
        <translation>Đã lấy lại %1 của %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::FileBar</name>
    <message>
        <source>Row %1 holds titles</source>
        <translation>Dòng %1 là tiêu đề</translation>
    </message>
    <message>
        <source>Row %1 is a customer</source>
        <translation>Dòng %1 là khách hàng</translation>
    </message>
    <message>
        <source>Forget this template</source>
        <translation>Bỏ mẫu ghép này</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Mẫu ghép</translation>
    </message>
    <message>
        <source>&amp;Template:</source>
        <translation>&amp;Mẫu ghép:</translation>
    </message>
    <message>
        <source>Keep as template</source>
        <translation>Lưu mẫu ghép</translation>
    </message>
    <message>
        <source>A template knows columns by their titles, and this list has none.</source>
        <translation>Mẫu ghép nhận ra cột theo tiêu đề, mà danh sách này không có tiêu đề.</translation>
    </message>
    <message>
        <source>Days: day/month/year</source>
        <translation>Ngày: ngày/tháng/năm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, titles in row %1</source>
        <translation>
            <numerusform>%Ln dòng, dòng %1 là tiêu đề</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, no row of titles</source>
        <translation>
            <numerusform>%Ln dòng, không có dòng tiêu đề</numerusform>
        </translation>
    </message>
    <message>
        <source>(guessed)</source>
        <translation>(tự đoán)</translation>
    </message>
</context>
<context>
    <name>banhang::client::FilterBar</name>
    <message>
        <source>Add condition</source>
        <translation>Thêm điều kiện</translation>
    </message>
    <message>
        <source>Clear all conditions</source>
        <translation>Bỏ mọi điều kiện</translation>
    </message>
    <message>
        <source>Conditions (%1)</source>
        <translation>Điều kiện (%1)</translation>
    </message>
</context>
<context>
    <name>banhang::client::FindEverything</name>
    <message>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <source>Find among what is loaded…</source>
        <translation>Tìm trong phần đã tải…</translation>
    </message>
    <message>
        <source>Add customer “%1”</source>
        <translation>Thêm khách hàng “%1”</translation>
    </message>
    <message>
        <source>Add customer with phone %1</source>
        <translation>Thêm khách hàng có số điện thoại %1</translation>
    </message>
    <message>
        <source>Add customer with tax code %1</source>
        <translation>Thêm khách hàng có mã số thuế %1</translation>
    </message>
    <message>
        <source>There are more; type another word.</source>
        <translation>Còn nữa, gõ thêm một từ.</translation>
    </message>
    <message>
        <source>Only what is loaded was searched.</source>
        <translation>Chỉ tìm trong phần đã tải.</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>Không có khách hàng nào khớp.</translation>
    </message>
    <message>
        <source>Find a customer, phone, tax code, command…</source>
        <translation>Tìm khách hàng, số điện thoại, mã số thuế, lệnh…</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>Mở gần đây</translation>
    </message>
    <message>
        <source>looked after by %1</source>
        <translation>do %1 phụ trách</translation>
    </message>
    <message>
        <source>no advertising calls</source>
        <translation>không gọi quảng cáo</translation>
    </message>
    <message>
        <source>Two letters or four digits find customers.</source>
        <translation>Gõ hai chữ cái hoặc bốn chữ số để tìm khách hàng.</translation>
    </message>
</context>
<context>
    <name>banhang::client::FindingList</name>
    <message>
        <source>merged by %1, %2</source>
        <translation>%1 gộp, %2</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Đã hoàn tác</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Đến %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::FormField</name>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>May not be seen</source>
        <translation>Không được xem</translation>
    </message>
</context>
<context>
    <name>banhang::client::HistoryModel</name>
    <message>
        <source>Added the customer</source>
        <translation>Thêm khách hàng</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>Chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>Restored from the bin</source>
        <translation>Khôi phục từ thùng rác</translation>
    </message>
    <message>
        <source>Assigned to another owner</source>
        <translation>Chuyển người phụ trách</translation>
    </message>
    <message>
        <source>Shared with a colleague</source>
        <translation>Chia sẻ với đồng nghiệp</translation>
    </message>
    <message>
        <source>Share withdrawn</source>
        <translation>Thu lại chia sẻ</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Đổi %1</translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln fields</source>
        <translation>
            <numerusform>Đổi %Ln trường</numerusform>
        </translation>
    </message>
    <message>
        <source>the server</source>
        <translation>máy chủ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Another customer was merged into it</source>
        <translation>Gộp thêm khách hàng khác vào</translation>
    </message>
    <message>
        <source>Merged into another customer</source>
        <translation>Đã gộp vào khách hàng khác</translation>
    </message>
    <message>
        <source>A merge was undone</source>
        <translation>Hoàn tác một lần gộp</translation>
    </message>
    <message>
        <source>Separated again after a merge</source>
        <translation>Tách ra khỏi lần gộp</translation>
    </message>
</context>
<context>
    <name>banhang::client::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Quá trình làm việc</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Restore %1: %2</source>
        <translation>Lấy lại %1: %2</translation>
    </message>
    <message>
        <source>Nothing to restore: it is so now, or you may not change it</source>
        <translation>Không có gì để lấy lại: đang đúng như vậy, hoặc bạn chưa có quyền sửa</translation>
    </message>
</context>
<context>
    <name>banhang::client::ImportPage</name>
    <message>
        <source>Columns and rules</source>
        <translation>Cột và quy tắc</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Các dòng</translation>
    </message>
    <message>
        <source>The template “%1” is forgotten</source>
        <translation>Đã bỏ mẫu ghép “%1”</translation>
    </message>
    <message>
        <source>Import customers from Excel</source>
        <translation>Nhập khách hàng từ Excel</translation>
    </message>
    <message>
        <source>No dry run yet</source>
        <translation>Chưa chạy thử</translation>
    </message>
    <message>
        <source>The columns have changed. Nothing is written by a dry run.</source>
        <translation>Cách ghép cột đã đổi. Chạy thử không ghi gì vào dữ liệu.</translation>
    </message>
    <message>
        <source>Result of the dry run</source>
        <translation>Kết quả chạy thử</translation>
    </message>
    <message>
        <source>No connection: the work goes on by itself when it is back.</source>
        <translation>Mất kết nối: có lại thì tự chạy tiếp.</translation>
    </message>
    <message>
        <source>A whole import can be undone for 30 days</source>
        <translation>Hoàn tác cả lần nhập được trong 30 ngày</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Hoàn tác lần nhập này</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Tệp khác</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Ô đã chép</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Chưa làm được.</translation>
    </message>
    <message>
        <source>The file cannot be imported.</source>
        <translation>Chưa nhập được tệp này.</translation>
    </message>
    <message>
        <source>Nothing is written by a dry run.</source>
        <translation>Chạy thử không ghi gì vào dữ liệu.</translation>
    </message>
    <message>
        <source>Dry run in progress…</source>
        <translation>Đang chạy thử…</translation>
    </message>
    <message numerus="yes">
        <source>Checked %1 of %Ln rows</source>
        <translation>
            <numerusform>Đã xem %1 / %Ln dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %1 of %Ln rows</source>
        <translation>
            <numerusform>Đã nhập %1 / %Ln dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone %1 of %Ln rows</source>
        <translation>
            <numerusform>Đã hoàn tác %1 / %Ln dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds left</source>
        <translation>
            <numerusform>còn %Ln giây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done in %Ln seconds</source>
        <translation>
            <numerusform>xong trong %Ln giây</numerusform>
        </translation>
    </message>
    <message>
        <source>done in less than a second</source>
        <translation>xong trong chưa đầy 1 giây</translation>
    </message>
    <message>
        <source>Ctrl+O choose a file  ·  Ctrl+V paste cells  ·  Esc close</source>
        <translation>Ctrl+O chọn tệp  ·  Ctrl+V dán ô đã chép  ·  Esc đóng</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>Đã hoàn tác lần nhập.</translation>
    </message>
    <message numerus="yes">
        <source>The import is undone; %Ln customers were edited since and stay.</source>
        <translation>
            <numerusform>Đã hoàn tác lần nhập; %Ln khách hàng đã sửa sau đó nên giữ lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1 added, %2 filled in; press Import to go on</source>
        <translation>Đã dừng: %1 thêm mới, %2 điền thêm; bấm Nhập để chạy tiếp</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Save the rows</source>
        <translation>Lưu các dòng</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>rows to check.xlsx</source>
        <translation>dòng cần xem.xlsx</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>Nhập %Ln dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>Which column holds the name?</source>
        <translation>Cột nào là tên?</translation>
    </message>
    <message>
        <source>Choose “Customer name” for one of the columns.</source>
        <translation>Chọn “Tên khách hàng” cho một cột.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>Ghép cột</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message numerus="yes">
        <source>Reading the file: %Ln rows</source>
        <translation>
            <numerusform>Đang đọc tệp: %Ln dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Đang đọc tệp…</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln rows to %1</source>
        <translation>
            <numerusform>Đã lưu %Ln dòng vào %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1 added, %2 filled in, %3 skipped, %4 failed</source>
        <translation>Đã nhập: %1 thêm mới, %2 điền thêm, %3 bỏ qua, %4 chưa vào</translation>
    </message>
    <message>
        <source>Enter choose what to do with a row  ·  Ctrl+Enter import  ·  Esc close</source>
        <translation>Enter chọn cách xử lý dòng  ·  Ctrl+Enter nhập  ·  Esc đóng</translation>
    </message>
</context>
<context>
    <name>banhang::client::ImportRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation>Tên khách hàng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Cách xử lý</translation>
    </message>
</context>
<context>
    <name>banhang::client::KeysPage</name>
    <message>
        <source>find anything</source>
        <translation>tìm mọi thứ</translation>
    </message>
    <message>
        <source>add a customer</source>
        <translation>thêm khách hàng</translation>
    </message>
    <message>
        <source>undo what the notice reports</source>
        <translation>hoàn tác việc vừa báo</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>sang khung kế tiếp</translation>
    </message>
    <message>
        <source>refresh, sort anew</source>
        <translation>tải lại, sắp lại</translation>
    </message>
    <message>
        <source>reconnect now</source>
        <translation>kết nối lại ngay</translation>
    </message>
    <message>
        <source>larger, smaller, normal text</source>
        <translation>chữ to hơn, nhỏ hơn, như thường</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>toàn màn hình</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>trang này</translation>
    </message>
    <message>
        <source>close what is open; drafts stay</source>
        <translation>đóng phần đang mở; bản nháp vẫn còn</translation>
    </message>
    <message>
        <source>move; the detail follows</source>
        <translation>di chuyển; chi tiết hiện theo</translation>
    </message>
    <message>
        <source>into the customer</source>
        <translation>mở khách hàng</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>về danh sách</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>sửa</translation>
    </message>
    <message>
        <source>to the bin, with undo</source>
        <translation>vào thùng rác, hoàn tác được</translation>
    </message>
    <message>
        <source>select more, all</source>
        <translation>chọn thêm, chọn hết</translation>
    </message>
    <message>
        <source>move without selecting, select this one too</source>
        <translation>đi qua mà không chọn, chọn thêm dòng này</translation>
    </message>
    <message>
        <source>filter this list</source>
        <translation>lọc danh sách này</translation>
    </message>
    <message>
        <source>previous, next tab of the detail</source>
        <translation>thẻ trước, thẻ sau của chi tiết</translation>
    </message>
    <message>
        <source>call, email, Zalo</source>
        <translation>gọi, email, Zalo</translation>
    </message>
    <message>
        <source>save</source>
        <translation>lưu</translation>
    </message>
    <message>
        <source>save and add the next</source>
        <translation>lưu và thêm tiếp</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>sang ô kế tiếp</translation>
    </message>
    <message>
        <source>next, previous field to check</source>
        <translation>tới ô cần xem kế tiếp, trước đó</translation>
    </message>
    <message>
        <source>take the offered value</source>
        <translation>dùng giá trị được gợi ý</translation>
    </message>
    <message>
        <source>what a phone or email is used for</source>
        <translation>điện thoại hay email dùng vào việc gì</translation>
    </message>
    <message>
        <source>to a customer that may be the same</source>
        <translation>tới khách hàng có thể trùng</translation>
    </message>
    <message>
        <source>after a conflict: take all theirs, all yours</source>
        <translation>khi xung đột: lấy hết của đồng nghiệp, của bạn</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tất cả phím tắt</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Mọi nơi</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Trong danh sách</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Trong biểu mẫu</translation>
    </message>
    <message>
        <source>the customer in a separate window</source>
        <translation>khách hàng trong cửa sổ riêng</translation>
    </message>
    <message>
        <source>to a cell, edit it, save and go to the next</source>
        <translation>đến ô, sửa ô, lưu rồi sang ô kế</translation>
    </message>
    <message>
        <source>copy as a table, paste into the cells</source>
        <translation>chép thành bảng, dán vào các ô</translation>
    </message>
    <message>
        <source>add a condition</source>
        <translation>thêm điều kiện</translation>
    </message>
    <message>
        <source>saved lists, as you gave them keys</source>
        <translation>danh sách đã lưu, theo phím bạn đặt</translation>
    </message>
    <message>
        <source>copy from the cell above; into several rows, with a preview</source>
        <translation>lấy ô phía trên; nhiều dòng thì xem trước</translation>
    </message>
    <message>
        <source>add work in one line</source>
        <translation>thêm việc bằng một dòng</translation>
    </message>
    <message>
        <source>log a call, with a clock</source>
        <translation>ghi nhanh cuộc gọi, có đồng hồ</translation>
    </message>
    <message>
        <source>the notifications</source>
        <translation>thông báo</translation>
    </message>
    <message>
        <source>done; once more opens it again</source>
        <translation>xong; bấm lần nữa để mở lại</translation>
    </message>
    <message>
        <source>open it with its customer</source>
        <translation>mở cùng khách hàng</translation>
    </message>
    <message>
        <source>log a talk, or the result of the chosen one</source>
        <translation>ghi trao đổi, hoặc kết quả của việc đang chọn</translation>
    </message>
    <message>
        <source>reschedule; for a customer, an appointment</source>
        <translation>hẹn lại; ở khách hàng là đặt lịch hẹn</translation>
    </message>
    <message>
        <source>to the lists beside the day</source>
        <translation>sang các danh sách bên cạnh</translation>
    </message>
    <message>
        <source>Today, and in the talks</source>
        <translation>Hôm nay, và trong trao đổi</translation>
    </message>
    <message>
        <source>log what a customer asks for</source>
        <translation>ghi yêu cầu của khách</translation>
    </message>
    <message>
        <source>answer the request</source>
        <translation>trả lời yêu cầu</translation>
    </message>
    <message>
        <source>assign it to a colleague</source>
        <translation>giao cho đồng nghiệp</translation>
    </message>
    <message>
        <source>answered: close it</source>
        <translation>đã giải quyết: đóng lại</translation>
    </message>
    <message>
        <source>add an appointment</source>
        <translation>thêm lịch hẹn</translation>
    </message>
    <message>
        <source>back, on, to today</source>
        <translation>lùi, tới, về hôm nay</translation>
    </message>
    <message>
        <source>move it: 15 minutes, a day</source>
        <translation>dời 15 phút, một ngày</translation>
    </message>
    <message>
        <source>shorter, longer</source>
        <translation>ngắn hơn, dài hơn</translation>
    </message>
    <message>
        <source>Requests of customers</source>
        <translation>Yêu cầu của khách</translation>
    </message>
    <message>
        <source>In the calendar</source>
        <translation>Trong lịch</translation>
    </message>
    <message>
        <source>answer the reminder in the corner</source>
        <translation>trả lời lời nhắc ở góc màn hình</translation>
    </message>
    <message>
        <source>the places at the left, from the top</source>
        <translation>các mục ở cột trái, từ trên xuống</translation>
    </message>
    <message>
        <source>take left, right, both</source>
        <translation>lấy bên trái, bên phải, giữ cả hai</translation>
    </message>
    <message>
        <source>merge; among the merged, undo</source>
        <translation>gộp; ở phần đã gộp là hoàn tác</translation>
    </message>
    <message>
        <source>not the same, later</source>
        <translation>không trùng, để sau</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Khách hàng nghi trùng</translation>
    </message>
</context>
<context>
    <name>banhang::client::ListPrinter</name>
    <message numerus="yes">
        <source>%1, %2 · %Ln customers</source>
        <translation>
            <numerusform>%1, %2 · %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln customers are printed.</source>
        <translation>
            <numerusform>Chỉ in %Ln khách hàng đầu tiên.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list was not printed.</source>
        <translation>Chưa in được danh sách.</translation>
    </message>
</context>
<context>
    <name>banhang::client::ListTitle</name>
    <message>
        <source>Add customer</source>
        <translation>Thêm khách hàng</translation>
    </message>
    <message>
        <source>Which customers are shown</source>
        <translation>Đang xem danh sách nào</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>%1+ customers</source>
        <translation>%1+ khách hàng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>You do not have the right to add customers. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền thêm khách hàng. Người cấp được: trưởng nhóm hoặc bộ phận IT.</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (đã đổi)</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Lọc danh sách này</translation>
    </message>
    <message>
        <source>Filter this list  %1</source>
        <translation>Lọc danh sách này  %1</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Việc khác với danh sách này</translation>
    </message>
</context>
<context>
    <name>banhang::client::ListViews</name>
    <message>
        <source>Your customers</source>
        <translation>Khách hàng của bạn</translation>
    </message>
    <message>
        <source>Yours and those shared with you</source>
        <translation>Của bạn và được chia sẻ với bạn</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>Nhóm của bạn</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>Chi nhánh của bạn</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Tất cả khách hàng</translation>
    </message>
    <message>
        <source>Deleted the list “%1”</source>
        <translation>Đã xóa danh sách “%1”</translation>
    </message>
    <message>
        <source>Shared with the team</source>
        <translation>Dùng chung</translation>
    </message>
    <message>
        <source>Your own lists</source>
        <translation>Của riêng bạn</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>As it was saved</source>
        <translation>Trở lại như đã lưu</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Lưu thay đổi</translation>
    </message>
    <message>
        <source>Save as a list…</source>
        <translation>Lưu thành danh sách…</translation>
    </message>
    <message>
        <source>Rename, share…</source>
        <translation>Đổi tên, chia sẻ…</translation>
    </message>
    <message>
        <source>Open with this list</source>
        <translation>Mở đầu bằng danh sách này</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Delete the list</source>
        <translation>Xóa danh sách</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Export this list…</source>
        <translation>Xuất danh sách này…</translation>
    </message>
    <message>
        <source>Work lists</source>
        <translation>Danh sách việc</translation>
    </message>
    <message>
        <source>Print this list…</source>
        <translation>In danh sách này…</translation>
    </message>
</context>
<context>
    <name>banhang::client::LiveListModel</name>
    <message>
        <source>no longer shown</source>
        <translation>không còn hiện</translation>
    </message>
</context>
<context>
    <name>banhang::client::LunarPanel</name>
    <message>
        <source>Lunar days to come</source>
        <translation>Ngày âm sắp tới</translation>
    </message>
</context>
<context>
    <name>banhang::client::MainWindow</name>
    <message>
        <source>The password is changed</source>
        <translation>Đã đổi mật khẩu</translation>
    </message>
    <message>
        <source>No connection yet.</source>
        <translation>Chưa kết nối được.</translation>
    </message>
    <message>
        <source>The connection file could not be kept on this machine.</source>
        <translation>Chưa giữ được tệp kết nối trên máy này.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>%1 (no connection)</source>
        <translation>%1 (mất kết nối)</translation>
    </message>
    <message>
        <source>%1 – banhang</source>
        <translation>%1 – banhang</translation>
    </message>
    <message>
        <source>Your session has ended: the password was changed, or it was closed elsewhere.</source>
        <translation>Phiên làm việc đã kết thúc: mật khẩu vừa đổi, hoặc phiên bị đóng từ nơi khác.</translation>
    </message>
    <message>
        <source>Sign in again and go on; what you typed is kept on this machine.</source>
        <translation>Đăng nhập lại để làm tiếp; những gì bạn đã gõ được giữ trên máy này.</translation>
    </message>
</context>
<context>
    <name>AllParts</name>
    <message>
        <source>Customers</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Reminders and mail</source>
        <translation>Nhắc việc và thư</translation>
    </message>
    <message>
        <source>Work lists</source>
        <translation>Danh sách việc</translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkPage</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Enter open  ·  F2 edit  ·  Ctrl+N add  ·  Ctrl+F filter  ·  F5 refresh</source>
        <translation>Enter mở  ·  F2 sửa  ·  Ctrl+N thêm  ·  Ctrl+F lọc  ·  F5 tải lại</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Esc close  ·  F6 next pane  ·  F1 all keys</source>
        <translation>Esc đóng  ·  F6 sang khung kế tiếp  ·  F1 mọi phím tắt</translation>
    </message>
    <message>
        <source>F6 next pane  ·  F5 refresh  ·  F1 all keys</source>
        <translation>F6 sang khung kế tiếp  ·  F5 tải lại  ·  F1 mọi phím tắt</translation>
    </message>
</context>
<context>
    <name>banhang::client::UnsentFiles</name>
    <message numerus="yes">
        <source>%Ln files have not been sent yet.</source>
        <translation>
            <numerusform>Còn %Ln tệp chưa gửi xong.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent only while the program is open. If it is closed now, they are not sent.</source>
        <translation>Tệp chỉ được gửi khi chương trình còn mở. Nếu đóng bây giờ, các tệp này không được gửi.</translation>
    </message>
    <message>
        <source>They wait for the present server. With another connection file they are not sent.</source>
        <translation>Các tệp này đang chờ gửi đến máy chủ hiện tại. Nếu đổi tệp kết nối khác, các tệp này không được gửi.</translation>
    </message>
    <message>
        <source>Change anyway</source>
        <translation>Vẫn đổi</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Vẫn đóng</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Chờ</translation>
    </message>
</context>
<context>
    <name>banhang::client::MergeTable</name>
    <message numerus="yes">
        <source>%Ln fields are equal or empty on all sides</source>
        <translation>
            <numerusform>%Ln trường giống nhau hoặc cùng trống</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>After the merge
%1 · F2 edits this column</source>
        <translation>Sau khi gộp
%1 · F2 sửa ở cột này</translation>
    </message>
    <message>
        <source>Why this is proposed</source>
        <translation>Lý do đề xuất</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>tạo %1</translation>
    </message>
    <message>
        <source>, taken</source>
        <translation>, được lấy</translation>
    </message>
    <message>
        <source>, not taken</source>
        <translation>, không lấy</translation>
    </message>
    <message>
        <source>Fields of the merge</source>
        <translation>Các trường khi gộp</translation>
    </message>
    <message>
        <source>What comes out of the merge</source>
        <translation>Kết quả sau khi gộp</translation>
    </message>
    <message>
        <source>Which code stays
1–%1 take one
0 take all</source>
        <translation>Giữ mã nào
1–%1 lấy một bên
0 lấy tất cả</translation>
    </message>
    <message>
        <source>Which code stays
1 left  2 right
3 both</source>
        <translation>Giữ mã nào
1 trái  2 phải
3 cả hai</translation>
    </message>
</context>
<context>
    <name>banhang::client::MergeView</name>
    <message>
        <source>%1 =</source>
        <translation>%1 =</translation>
    </message>
    <message>
        <source>little in common</source>
        <translation>ít điểm giống</translation>
    </message>
    <message>
        <source>Moves with the customer</source>
        <translation>Chuyển theo khách hàng</translation>
    </message>
    <message>
        <source>Kept in the history of both (optional)</source>
        <translation>Ghi vào lịch sử của cả hai (không bắt buộc)</translation>
    </message>
    <message>
        <source>These customers cannot be compared now.</source>
        <translation>Chưa so được các khách hàng này.</translation>
    </message>
    <message>
        <source>Can be undone until %1.</source>
        <translation>Hoàn tác được đến %1.</translation>
    </message>
    <message>
        <source>%1 will no longer appear in lists; searching for the old code still finds it.</source>
        <translation>%1 không còn hiện trong danh sách; tìm theo mã cũ vẫn ra.</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>Lịch sử thay đổi</translation>
    </message>
    <message>
        <source>stays with each</source>
        <translation>giữ riêng</translation>
    </message>
    <message>
        <source>Why they may be the same</source>
        <translation>Vì sao nghi trùng</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>Chưa gộp gì cả.</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>Báo c&amp;ho</translation>
    </message>
    <message>
        <source>Message to the owners</source>
        <translation>Lời nhắn cho người phụ trách</translation>
    </message>
</context>
<context>
    <name>banhang::client::MergingPage</name>
    <message>
        <source>Not all customers have been checked yet</source>
        <translation>Chưa rà soát toàn bộ lần nào</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Khách hàng nghi trùng</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Không trùng</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Groups that may be one customer</source>
        <translation>Các nhóm nghi trùng</translation>
    </message>
    <message>
        <source>T&amp;o review</source>
        <translation>Cầ&amp;n xem</translation>
    </message>
    <message>
        <source>&amp;Postponed</source>
        <translation>Đã để &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Merged</source>
        <translation>Đã gộ&amp;p</translation>
    </message>
    <message numerus="yes">
        <source>Merge undone: %Ln customers again</source>
        <translation>
            <numerusform>Đã hoàn tác gộp: lại là %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>The merges cannot be shown now.</source>
        <translation>Chưa xem được các lần gộp.</translation>
    </message>
    <message>
        <source>The groups cannot be shown now.</source>
        <translation>Chưa xem được các nhóm nghi trùng.</translation>
    </message>
    <message>
        <source>Nothing merged yet</source>
        <translation>Chưa gộp khách hàng nào</translation>
    </message>
    <message>
        <source>Nobody to review</source>
        <translation>Không có ai cần xem lại</translation>
    </message>
    <message>
        <source>Merges can be undone here for 90 days.</source>
        <translation>Mỗi lần gộp hoàn tác được ở đây trong 90 ngày.</translation>
    </message>
    <message>
        <source>Nothing postponed</source>
        <translation>Chưa để lại nhóm nào</translation>
    </message>
    <message>
        <source>Groups that you put off are kept here.</source>
        <translation>Nhóm nào bạn để sau thì nằm ở đây.</translation>
    </message>
    <message>
        <source>Esc close  ·  F6 next pane  ·  F1 all keys</source>
        <translation>Esc đóng  ·  F6 sang khung kế tiếp  ·  F1 mọi phím tắt</translation>
    </message>
    <message>
        <source>The server checks all customers every week.</source>
        <translation>Máy chủ tự rà toàn bộ khách hàng mỗi tuần; nhóm nghi trùng tìm được sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>The answer was not saved.</source>
        <translation>Câu trả lời chưa được lưu.</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Đã để sau</translation>
    </message>
    <message>
        <source>Kept as different customers</source>
        <translation>Đã ghi là khách hàng khác nhau</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>Đã gộp vào %1</translation>
    </message>
    <message>
        <source>The merge stays.</source>
        <translation>Lần gộp vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Hoàn tác gộp</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>Gộp thành %1</translation>
    </message>
    <message>
        <source>group %1 of %2</source>
        <translation>nhóm %1 trong %2 nghi trùng</translation>
    </message>
    <message>
        <source>Undo a merge</source>
        <translation>Hoàn tác một lần gộp</translation>
    </message>
    <message>
        <source>↑ ↓ choose field  ·  1 take left  ·  2 take right  ·  3 keep both  ·  F2 edit result</source>
        <translation>↑ ↓ chọn trường  ·  1 lấy bên trái  ·  2 lấy bên phải  ·  3 giữ cả hai  ·  F2 sửa kết quả</translation>
    </message>
    <message>
        <source>Ctrl+Enter undo  ·  Esc back</source>
        <translation>Ctrl+Enter hoàn tác  ·  Esc trở lại</translation>
    </message>
    <message>
        <source>Enter see what undoing would do  ·  Esc close</source>
        <translation>Enter xem trước khi hoàn tác  ·  Esc đóng</translation>
    </message>
    <message>
        <source>Enter compare  ·  Ctrl+Delete not the same</source>
        <translation>Enter so sánh  ·  Ctrl+Delete không trùng</translation>
    </message>
    <message>
        <source>Enter compare  ·  Ctrl+Delete not the same  ·  Ctrl+PgDn later</source>
        <translation>Enter so sánh  ·  Ctrl+Delete không trùng  ·  Ctrl+PgDn để sau</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The answer stays.</source>
        <translation>Câu trả lời vẫn như cũ.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>banhang::client::MergingPart</name>
    <message>
        <source>Duplicates</source>
        <translation>Trùng</translation>
    </message>
</context>
<context>
    <name>banhang::client::MiniMonth</name>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Small month</source>
        <translation>Lịch tháng nhỏ</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month and year, a date format</comment>
        <translation>MMMM, yyyy</translation>
    </message>
    <message>
        <source>full</source>
        <comment>full moon, in a cell of the small month</comment>
        <translation>rằm</translation>
    </message>
    <message>
        <source>%1, lunar %2</source>
        <translation>%1, âm lịch %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::MonthBox</name>
    <message>
        <source>Your %1</source>
        <translation>%1 của bạn</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Lần liên hệ</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::MonthGrid</name>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>còn %1 mục</translation>
    </message>
    <message>
        <source>%1, lunar %2</source>
        <translation>%1, âm lịch %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::NextStepEdit</name>
    <message>
        <source>The customer asks to be contacted again</source>
        <translation>Khách xin liên hệ lại</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Nothing agreed</source>
        <translation>Không hẹn gì</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Lịch hẹn</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về việc gì</translation>
    </message>
    <message>
        <source>Reason, in the customer&apos;s words</source>
        <translation>Lý do, theo lời khách</translation>
    </message>
    <message>
        <source>Callback reason</source>
        <translation>Lý do hẹn lại</translation>
    </message>
</context>
<context>
    <name>banhang::client::NoticeModel</name>
    <message>
        <source>The notifications were not marked as read.</source>
        <translation>Chưa đánh dấu đã đọc được.</translation>
    </message>
    <message>
        <source>The reminder was not postponed.</source>
        <translation>Chưa hoãn được lời nhắc.</translation>
    </message>
    <message>
        <source>The reminder was not closed.</source>
        <translation>Chưa đóng được lời nhắc.</translation>
    </message>
    <message>
        <source>You follow this. The Menu key or a right click mutes it.</source>
        <translation>Bạn đang theo dõi mục này. Phím Menu hoặc nhấp chuột phải để tắt.</translation>
    </message>
</context>
<context>
    <name>banhang::client::NoticeSettings</name>
    <message>
        <source>No notices from</source>
        <translation>Không báo từ</translation>
    </message>
    <message>
        <source>One mail in the morning with the day&apos;s work</source>
        <translation>Mỗi sáng một thư với việc trong ngày</translation>
    </message>
    <message>
        <source>A mail for each reminder while you are not signed in</source>
        <translation>Gửi thư cho từng lời nhắc khi bạn không đăng nhập</translation>
    </message>
    <message>
        <source>Closing the window leaves the program beside the clock, so that reminders come</source>
        <translation>Đóng cửa sổ thì chương trình vẫn chạy cạnh đồng hồ để còn nhắc</translation>
    </message>
    <message>
        <source>Save the notices</source>
        <translation>Lưu cách nhắc</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Yên lặng từ</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Yên lặng đến</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Giờ yên lặng</translation>
    </message>
    <message>
        <source>Remind of appointments</source>
        <translation>Nhắc lịch hẹn</translation>
    </message>
    <message>
        <source>Remind of talks</source>
        <translation>Nhắc trao đổi</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Proposed for new ones; at most five.</source>
        <translation>Đặt sẵn cho mục mới; nhiều nhất năm mốc.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>minutes before, such as 15, 60</source>
        <translation>phút trước, như 15, 60</translation>
    </message>
</context>
<context>
    <name>banhang::client::NoticeView</name>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Mute for a week</source>
        <translation>Tạm tắt một tuần</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Tạm tắt một giờ</translation>
    </message>
    <message>
        <source>Mute until tomorrow</source>
        <translation>Tạm tắt đến ngày mai</translation>
    </message>
    <message>
        <source>Mute this</source>
        <translation>Không báo nữa</translation>
    </message>
    <message>
        <source>What you follow…</source>
        <translation>Theo dõi…</translation>
    </message>
    <message numerus="yes">
        <source>Again in %Ln minutes</source>
        <translation>
            <numerusform>Nhắc lại sau %Ln phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Again in an hour</source>
        <translation>Nhắc lại sau một giờ</translation>
    </message>
    <message>
        <source>Again tomorrow, 08:00</source>
        <translation>Nhắc lại sáng mai, 08:00</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>banhang::client::PasswordPage</name>
    <message>
        <source>Change your password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>At least 8 characters; a short sentence is good and easy to remember.</source>
        <translation>Ít nhất 8 ký tự; một câu ngắn vừa tốt vừa dễ nhớ.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Current password</source>
        <translation>Mật khẩu &amp;hiện tại</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Mật khẩu &amp;mới</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>&amp;Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>The first password is only for the first time.</source>
        <translation>Mật khẩu ban đầu chỉ dùng lần đầu.</translation>
    </message>
    <message>
        <source>Choose your own; nobody else will know it.</source>
        <translation>Hãy đặt mật khẩu riêng; không ai khác biết.</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Hai mật khẩu mới khác nhau.</translation>
    </message>
    <message>
        <source>The password was not changed.</source>
        <translation>Chưa đổi được mật khẩu.</translation>
    </message>
</context>
<context>
    <name>banhang::client::PastePage</name>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Dán vào</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>đổi</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>giữ nguyên: %1</translation>
    </message>
    <message>
        <source>Paste into the list</source>
        <translation>Dán vào danh sách</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells change.</source>
        <translation>
            <numerusform>%Ln ô sẽ đổi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells change, left as they are: %1.</source>
        <translation>
            <numerusform>%Ln ô sẽ đổi, %1 ô giữ nguyên.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines find no row here and are left out.</source>
        <translation>
            <numerusform>%Ln dòng không có hàng nào ở đây để dán vào nên bị bỏ qua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cells</source>
        <translation>
            <numerusform>Đổi %Ln ô</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::PeopleEdit</name>
    <message>
        <source>Add somebody who takes part</source>
        <translation>Thêm người cùng tham gia</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>Thêm người…</translation>
    </message>
</context>
<context>
    <name>banhang::client::PeoplePanel</name>
    <message>
        <source>Show calendars of</source>
        <translation>Hiện lịch của</translation>
    </message>
    <message>
        <source>You (%1)</source>
        <translation>Bạn (%1)</translation>
    </message>
    <message>
        <source>Everybody, holidays</source>
        <translation>Lịch chung, ngày lễ</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Cả nhóm</translation>
    </message>
    <message>
        <source>Whole %1</source>
        <translation>Cả %1</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (bạn)</translation>
    </message>
</context>
<context>
    <name>banhang::client::PlanForm</name>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Về việc</translation>
    </message>
    <message>
        <source>&amp;Between</source>
        <translation>Trong &amp;khoảng</translation>
    </message>
    <message>
        <source>Each ta&amp;kes</source>
        <translation>&amp;Mỗi cuộc</translation>
    </message>
    <message>
        <source>First da&amp;y</source>
        <translation>&amp;Ngày đầu</translation>
    </message>
    <message>
        <source>&amp;Preparation</source>
        <translation>Ch&amp;uẩn bị</translation>
    </message>
    <message>
        <source>&amp;Working days</source>
        <translation>&amp;Số ngày làm việc</translation>
    </message>
    <message>
        <source>Also those with something planned</source>
        <translation>Cả khách đã có hẹn</translation>
    </message>
    <message>
        <source>Cha&amp;nnel</source>
        <translation>Kên&amp;h</translation>
    </message>
    <message>
        <source>Each customer&apos;s owner</source>
        <translation>Người phụ trách từng khách</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>Không muộn hơn</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Không sớm hơn</translation>
    </message>
    <message>
        <source>Who &amp;calls</source>
        <translation>Ngườ&amp;i gọi</translation>
    </message>
</context>
<context>
    <name>banhang::client::PlanPage</name>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls; customers left out: %1</source>
        <translation>
            <numerusform>%Ln cuộc gọi; %1 khách không có</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln calls</source>
        <translation>
            <numerusform>%1 / %Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 not</source>
        <translation>%1; %2 không được</translation>
    </message>
    <message>
        <source>Nothing was planned.</source>
        <translation>Chưa lên lịch được.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Lên lịch</translation>
    </message>
    <message numerus="yes">
        <source>Plan %Ln calls</source>
        <translation>
            <numerusform>Lên lịch %Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan calls</source>
        <translation>Lên lịch gọi</translation>
    </message>
    <message numerus="yes">
        <source>Planned %Ln calls</source>
        <translation>
            <numerusform>Đã lên lịch %Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Đã dừng: %1</translation>
    </message>
    <message>
        <source>The calls cannot be planned now.</source>
        <translation>Chưa lên lịch được lúc này.</translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln calls back</source>
        <translation>
            <numerusform>Đã bỏ %Ln cuộc gọi</numerusform>
        </translation>
    </message>
    <message>
        <source>What is going to be planned</source>
        <translation>Sẽ lên lịch như sau</translation>
    </message>
    <message numerus="yes">
        <source>the first %1 of %Ln customers</source>
        <translation>
            <numerusform>%1 khách đầu trong %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::PlanRowsModel</name>
    <message>
        <source>Calls</source>
        <translation>Người gọi</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
</context>
<context>
    <name>banhang::client::PresenceBar</name>
    <message>
        <source>unknown who is viewing</source>
        <translation>không rõ ai đang xem</translation>
    </message>
</context>
<context>
    <name>banhang::client::PresenceView</name>
    <message>
        <source>%1 is editing %2</source>
        <translation>%1 đang sửa %2</translation>
    </message>
    <message>
        <source>%1 is editing</source>
        <translation>%1 đang sửa</translation>
    </message>
    <message>
        <source>%1 viewing</source>
        <translation>%1 đang xem</translation>
    </message>
</context>
<context>
    <name>banhang::client::ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>banhang::client::QuestionBox</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Gõ %1 để tiếp tục</translation>
    </message>
</context>
<context>
    <name>banhang::client::QuickAdd</name>
    <message>
        <source>It was not added: the customer could not be looked up.</source>
        <translation>Chưa thêm: không tra cứu được khách hàng.</translation>
    </message>
    <message>
        <source>Add quickly: “call Ms Lan Thiên Ân 14:30 next Wednesday”</source>
        <translation>Thêm nhanh: “gọi chị Lan Thiên Ân 14h30 thứ Tư tới”</translation>
    </message>
    <message>
        <source>Add quickly</source>
        <translation>Thêm nhanh</translation>
    </message>
    <message>
        <source>without a customer</source>
        <translation>không gắn khách hàng</translation>
    </message>
    <message>
        <source>Fill in more…</source>
        <translation>Điền thêm…</translation>
    </message>
    <message>
        <source>No customer has this name.</source>
        <translation>Không có khách hàng nào tên như vậy.</translation>
    </message>
</context>
<context>
    <name>banhang::client::Rail</name>
    <message>
        <source>Main entries</source>
        <translation>Mục chính</translation>
    </message>
</context>
<context>
    <name>banhang::client::RailButton</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 việc</translation>
    </message>
</context>
<context>
    <name>banhang::client::RecurrenceEdit</name>
    <message>
        <source>Shorter months: on their last day</source>
        <translation>Tháng thiếu ngày: vào ngày cuối tháng</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Hằng ngày</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Hằng tuần</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Hằng tháng</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Hằng năm</translation>
    </message>
    <message>
        <source>Every lunar month</source>
        <translation>Hằng tháng âm lịch</translation>
    </message>
    <message>
        <source>Every lunar year</source>
        <translation>Hằng năm âm lịch</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Lặp lại</translation>
    </message>
    <message>
        <source>every </source>
        <comment>before a number: every 2nd week</comment>
        <translation>cách </translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Khoảng cách</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>Không kết thúc</translation>
    </message>
    <message>
        <source>After a number of times</source>
        <translation>Sau một số lần</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>Đến một ngày</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source> times</source>
        <comment>after a number</comment>
        <translation> lần</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Ngày trong tháng</translation>
    </message>
    <message>
        <source>On day %1</source>
        <translation>Vào ngày %1</translation>
    </message>
    <message>
        <source>On %1 number %2 of the month</source>
        <comment>weekday, number</comment>
        <translation>Vào %1 lần thứ %2 trong tháng</translation>
    </message>
    <message>
        <source>On the last %1 of the month</source>
        <comment>weekday</comment>
        <translation>Vào %1 cuối tháng</translation>
    </message>
</context>
<context>
    <name>banhang::client::ReminderToast</name>
    <message>
        <source>%1  (and %2 more)</source>
        <translation>%1  (và %2 nữa)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message numerus="yes">
        <source>Again in %Ln minutes</source>
        <translation>
            <numerusform>Nhắc lại sau %Ln phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>banhang::client::ResultPanel</name>
    <message>
        <source>Ru&amp;n again</source>
        <translation>Chạ&amp;y lại</translation>
    </message>
    <message>
        <source>Rows to check</source>
        <translation>Dòng cần xem</translation>
    </message>
    <message>
        <source>to be added</source>
        <translation>thêm mới</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>điền thêm</translation>
    </message>
    <message>
        <source>possible duplicates</source>
        <translation>nghi trùng</translation>
    </message>
    <message>
        <source>with errors</source>
        <translation>có lỗi</translation>
    </message>
    <message>
        <source>ready to be imported</source>
        <translation>nhập được ngay</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Nghi trùng</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation>chưa ghi gì vào dữ liệu</translation>
    </message>
    <message>
        <source>Every row was imported</source>
        <translation>Mọi dòng đã vào</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Không có gì phải xem</translation>
    </message>
    <message>
        <source>No row is of this kind.</source>
        <translation>Không dòng nào thuộc loại này.</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>As an Excel workbook, with the reason behind each row: correct it and import it again</source>
        <translation>Thành tệp Excel, cuối mỗi dòng là lý do: sửa xong nhập lại được</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln rows…</source>
        <translation>
            <numerusform>Lưu %Ln dòng…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::RowsFile</name>
    <message>
        <source>What was found</source>
        <translation>Vấn đề</translation>
    </message>
</context>
<context>
    <name>banhang::client::ScanBar</name>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln giây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln giờ</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Check all customers</source>
        <translation>&amp;Rà soát toàn bộ</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Tạ&amp;m dừng</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Chạ&amp;y tiếp</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the check</source>
        <translation>Bỏ rà s&amp;oát</translation>
    </message>
    <message>
        <source>Check all customers for duplicates</source>
        <translation>Rà soát trùng toàn bộ khách hàng</translation>
    </message>
    <message>
        <source>The check did not start.</source>
        <translation>Chưa rà soát được.</translation>
    </message>
    <message>
        <source>The check goes on.</source>
        <translation>Việc rà soát vẫn đang chạy.</translation>
    </message>
    <message>
        <source>The check is still paused.</source>
        <translation>Việc rà soát vẫn tạm dừng.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln customers</source>
        <translation>
            <numerusform>%1 / %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking all customers: %1</source>
        <translation>Đang rà soát toàn bộ: %1</translation>
    </message>
    <message>
        <source>The check is paused at %1</source>
        <translation>Đang tạm dừng ở %1</translation>
    </message>
    <message>
        <source>All customers checked %1</source>
        <translation>Đã rà soát toàn bộ %1</translation>
    </message>
    <message>
        <source>The last check was cancelled %1</source>
        <translation>Lần rà soát trước đã bỏ %1</translation>
    </message>
    <message>
        <source>The last check was interrupted %1</source>
        <translation>Lần rà soát trước bị ngắt %1</translation>
    </message>
    <message>
        <source>Not all customers have been checked yet</source>
        <translation>Chưa rà soát toàn bộ lần nào</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 khách hàng/giây</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>còn %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln khách hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>no new group</source>
        <translation>không có nhóm mới</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new groups</source>
        <translation>
            <numerusform>%Ln nhóm mới</numerusform>
        </translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>%1 bắt đầu</translation>
    </message>
    <message>
        <source>next one %1</source>
        <translation>lần tới %1</translation>
    </message>
    <message>
        <source>Only the administrator of the server may do this. Ask IT.</source>
        <translation>Chỉ người quản trị máy chủ làm được. Hãy hỏi bộ phận IT.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SeriesPanel</name>
    <message>
        <source>Give them the time, text and people of this one</source>
        <translation>Lấy giờ, nội dung và người của buổi này</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Xóa các buổi này</translation>
    </message>
    <message>
        <source>This and the following</source>
        <translation>Buổi này và các buổi sau</translation>
    </message>
    <message>
        <source>All future ones</source>
        <translation>Mọi buổi sắp tới</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>“%1” repeats</source>
        <translation>“%1” lặp lại</translation>
    </message>
    <message>
        <source>Repeat “%1”</source>
        <translation>Lặp lại “%1”</translation>
    </message>
    <message>
        <source>The series cannot be shown now.</source>
        <translation>Chưa xem được lịch lặp.</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Vào %1</translation>
    </message>
    <message>
        <source>The series was not saved.</source>
        <translation>Chưa lưu được lịch lặp.</translation>
    </message>
    <message>
        <source>Saved the series: %1 new, %2 changed, %3 removed</source>
        <translation>Đã lưu lịch lặp: thêm %1, đổi %2, bỏ %3</translation>
    </message>
    <message>
        <source>The series was not deleted.</source>
        <translation>Chưa xóa được lịch lặp.</translation>
    </message>
    <message>
        <source>Deleted %1 of the series</source>
        <translation>Đã xóa %1 buổi của lịch lặp</translation>
    </message>
    <message>
        <source>The series was not restored.</source>
        <translation>Chưa khôi phục được lịch lặp.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SessionList</name>
    <message>
        <source>since %1, last seen %2</source>
        <translation>từ %1, lần cuối %2</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>Đăng xuất ở đó</translation>
    </message>
    <message>
        <source>Sign out on %1</source>
        <translation>Đăng xuất trên %1</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Chưa làm được.</translation>
    </message>
    <message>
        <source>The sessions cannot be shown now.</source>
        <translation>Chưa xem được các phiên đăng nhập.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Gọn</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Thoáng</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>G&amp;iao diện</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Cỡ c&amp;hữ</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Trên máy này</translation>
    </message>
    <message>
        <source>Show in the status line what colleagues change</source>
        <translation>Báo ở dòng dưới cùng khi đồng nghiệp thay đổi dữ liệu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln giây</numerusform>
        </translation>
    </message>
    <message>
        <source>Until closed</source>
        <translation>Đến khi đóng</translation>
    </message>
    <message>
        <source>&amp;Colleagues</source>
        <translation>Báo tin</translation>
    </message>
    <message>
        <source>&amp;Notices stay</source>
        <translation>&amp;Mẩu tin ở lại</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Nơi đăng nhập</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Tài khoản của bạn</translation>
    </message>
    <message>
        <source>%1 (signs in as %2)</source>
        <translation>%1 (tên đăng nhập %2)</translation>
    </message>
    <message>
        <source>Row hei&amp;ght</source>
        <translation>Độ cao &amp;dòng</translation>
    </message>
</context>
<context>
    <name>banhang::client::SharePage</name>
    <message>
        <source>Share %1</source>
        <translation>Chia sẻ %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>may see it</source>
        <translation>được xem</translation>
    </message>
    <message>
        <source>may see and edit it</source>
        <translation>được xem và sửa</translation>
    </message>
    <message>
        <source>Share with</source>
        <translation>Chia sẻ với</translation>
    </message>
    <message>
        <source>What the colleague may do</source>
        <translation>Đồng nghiệp được làm gì</translation>
    </message>
    <message>
        <source>Withdraw it from %1</source>
        <translation>Thu lại của %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Chia sẻ</translation>
    </message>
    <message>
        <source>Not shared with anybody yet.</source>
        <translation>Chưa chia sẻ với ai.</translation>
    </message>
    <message>
        <source>%1 · shared by %2, %3</source>
        <translation>%1 · %2 chia sẻ, %3</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu lại</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Chưa làm được.</translation>
    </message>
    <message>
        <source>Whom it is shared with cannot be shown now.</source>
        <translation>Chưa xem được danh sách người được chia sẻ.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SideLists</name>
    <message>
        <source>To contact again</source>
        <translation>Phải liên hệ lại</translation>
    </message>
    <message>
        <source>On the list, no business yet</source>
        <translation>Có trong danh sách, chưa giao dịch</translation>
    </message>
    <message>
        <source>Birthdays and anniversaries</source>
        <translation>Sinh nhật, ngày kỷ niệm</translation>
    </message>
    <message>
        <source>Nobody asked to be contacted again.</source>
        <translation>Không ai hẹn liên hệ lại.</translation>
    </message>
    <message>
        <source>You have worked with everybody on your list.</source>
        <translation>Ai trong danh sách của bạn cũng đã được liên hệ.</translation>
    </message>
    <message>
        <source>None in the next two weeks.</source>
        <translation>Không có trong hai tuần tới.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>No notifications. Reminders and work that colleagues assign to you appear here.</source>
        <translation>Chưa có thông báo. Lời nhắc và việc đồng nghiệp giao sẽ đến đây.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 mới</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>Entered %1</source>
        <translation>Nhập %1</translation>
    </message>
    <message>
        <source>Entered %1 · from %2</source>
        <translation>Nhập %1 · %2</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln years old</source>
        <translation>
            <numerusform>%1, %Ln tuổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln years</source>
        <translation>
            <numerusform>%1, %Ln năm</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lunar</source>
        <translation>%1 âm lịch</translation>
    </message>
    <message>
        <source>lunar %1, year %2</source>
        <translation>%1, năm %2</translation>
    </message>
    <message>
        <source>%1 to Tết</source>
        <translation>còn %1 đến Tết</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>Care requests to answer</source>
        <translation>Yêu cầu phải phản hồi</translation>
    </message>
    <message>
        <source>Congratulate</source>
        <translation>Chúc mừng</translation>
    </message>
    <message>
        <source>Space: congratulate · Enter: open the customer</source>
        <translation>Phím cách: chúc mừng · Enter: mở khách hàng</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The notifications could not be loaded.</source>
        <translation>Chưa tải được thông báo.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SidePane</name>
    <message>
        <source>Reminders to come</source>
        <translation>Nhắc việc sắp tới</translation>
    </message>
    <message>
        <source>Without an hour</source>
        <translation>Chưa xếp giờ</translation>
    </message>
    <message>
        <source>drag to a time</source>
        <translation>kéo vào lưới</translation>
    </message>
</context>
<context>
    <name>banhang::client::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Choose another connection file…</source>
        <translation>Chọn tệp kết nối khác…</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Tên đăng nhập</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Máy chủ %1</translation>
    </message>
    <message>
        <source>IT gives every office one connection file. Choose it to begin.</source>
        <translation>Bộ phận IT cấp cho văn phòng một tệp kết nối. Chọn tệp đó để bắt đầu.</translation>
    </message>
    <message>
        <source>Choose the connection file…</source>
        <translation>Chọn tệp kết nối…</translation>
    </message>
    <message>
        <source>Not signed in yet.</source>
        <translation>Chưa đăng nhập được.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đang đăng nhập…</translation>
    </message>
    <message>
        <source>Choose the connection file</source>
        <translation>Chọn tệp kết nối</translation>
    </message>
    <message>
        <source>Connection files (*.banhang);;All files (*)</source>
        <translation>Tệp kết nối (*.banhang);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Found on this machine and on what is plugged into it:</source>
        <translation>Tìm thấy trên máy này và trên ổ cắm vào máy:</translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <translation>Dùng %1 (%2)</translation>
    </message>
</context>
<context>
    <name>banhang::client::StartPanel</name>
    <message>
        <source>Drop a file here, or choose one</source>
        <translation>Thả tệp vào đây, hoặc chọn tệp</translation>
    </message>
    <message>
        <source>Excel (.xlsx), LibreOffice (.ods) or CSV; old TCVN3 and VNI letters are recognised. Nothing is written before you have seen what will happen.</source>
        <translation>Excel (.xlsx), LibreOffice (.ods) hoặc CSV; nhận ra chữ TCVN3 và VNI cũ. Chưa ghi gì trước khi bạn xem kết quả chạy thử.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>Chọn tệ&amp;p…</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>&amp;Dán ô đã chép</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Chọn danh sách</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)</source>
        <translation>Danh sách (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Your last imports</source>
        <translation>Các lần nhập gần đây của bạn</translation>
    </message>
    <message>
        <source>%1 added, %2 filled in, %3 with errors</source>
        <translation>%1 thêm mới, %2 điền thêm, %3 lỗi</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Your last imports cannot be shown now.</source>
        <translation>Chưa xem được các lần nhập gần đây.</translation>
    </message>
</context>
<context>
    <name>banhang::client::StatusLine</name>
    <message>
        <source>Status line</source>
        <translation>Dòng trạng thái</translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors to correct</source>
        <translation>
            <numerusform>%Ln lỗi phải sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings, can be saved</source>
        <translation>
            <numerusform>%Ln cảnh báo, vẫn lưu được</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts and connection</source>
        <translation>Bản nháp và kết nối</translation>
    </message>
</context>
<context>
    <name>banhang::client::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Bước %1 trên %2: %3</translation>
    </message>
</context>
<context>
    <name>banhang::client::SuggestList</name>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
</context>
<context>
    <name>banhang::client::TalksPart</name>
    <message>
        <source>Log a call</source>
        <translation>Ghi nhanh cuộc gọi</translation>
    </message>
    <message>
        <source>Logged: %1 %2</source>
        <translation>Đã ghi: %1 %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::TeamLegend</name>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>quên</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>không gặp</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>còn hẹn</translation>
    </message>
</context>
<context>
    <name>banhang::client::TeamPage</name>
    <message>
        <source>%1 forgotten</source>
        <translation>%1 quên</translation>
    </message>
    <message>
        <source>%1 talked</source>
        <translation>%1 trao đổi</translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation>đang hiện %1 trong %2 người</translation>
    </message>
    <message>
        <source>%1/%2 done</source>
        <translation>%1/%2 xong</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Team or branch</source>
        <translation>Nhóm hoặc chi nhánh</translation>
    </message>
    <message>
        <source>The team&apos;s work</source>
        <translation>Việc của nhóm</translation>
    </message>
    <message>
        <source>The team&apos;s work could not be loaded.</source>
        <translation>Chưa tải được việc của nhóm.</translation>
    </message>
    <message>
        <source>Those who left</source>
        <translation>Đã nghỉ</translation>
    </message>
</context>
<context>
    <name>banhang::client::TeamPart</name>
    <message>
        <source>Team</source>
        <translation>Nhóm</translation>
    </message>
</context>
<context>
    <name>banhang::client::TeamPeriod</name>
    <message>
        <source>%1/%2</source>
        <translation>Tháng %1/%2</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
</context>
<context>
    <name>banhang::client::TeamRowsModel</name>
    <message>
        <source>%1 done, %2 planned, %3 missed, %4 forgotten</source>
        <translation>%1 xong, %2 còn hẹn, %3 không gặp, %4 quên</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Quên</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Không gặp</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Còn hẹn</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Công việc</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimeGrid</name>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>cả ngày</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimelineChips</name>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Lịch hẹn</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Việc</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimelineDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>với %1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mục tiêu</translation>
    </message>
    <message>
        <source>Callback reason</source>
        <translation>Lý do hẹn</translation>
    </message>
    <message>
        <source>Asked to be contacted again</source>
        <translation>Khách hẹn liên hệ lại</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Sẽ làm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimelinePane</name>
    <message>
        <source>This entry cannot be deleted.</source>
        <translation>Không xóa được mục này.</translation>
    </message>
    <message>
        <source>No talk yet</source>
        <translation>Chưa có trao đổi nào</translation>
    </message>
    <message>
        <source>Ctrl+T logs the first one.</source>
        <translation>Ctrl+T ghi trao đổi đầu tiên.</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Không có mục nào như vậy</translation>
    </message>
    <message>
        <source>Other words, or another filter, may find it.</source>
        <translation>Thử từ khác, hoặc bỏ bớt điều kiện.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>The timeline could not be loaded.</source>
        <translation>Chưa tải được quá trình làm việc.</translation>
    </message>
    <message>
        <source>Search the talks</source>
        <translation>Tìm trong trao đổi</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>goal: %1</source>
        <translation>mục tiêu: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Agreed last:</source>
        <translation>Lần trước đã hẹn:</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This entry cannot be opened.</source>
        <translation>Chưa mở được mục này.</translation>
    </message>
    <message>
        <source>Search talks…</source>
        <translation>Tìm trao đổi…</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimelinePart</name>
    <message>
        <source>Log a talk</source>
        <translation>Ghi trao đổi</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Hẹn</translation>
    </message>
    <message>
        <source>Plan an appointment  %1</source>
        <translation>Đặt lịch hẹn  %1</translation>
    </message>
    <message>
        <source>You do not have the right to log talks. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền ghi trao đổi. Trưởng nhóm hoặc bộ phận IT cấp được.</translation>
    </message>
    <message>
        <source>Work so far</source>
        <translation>Quá trình làm việc</translation>
    </message>
    <message>
        <source>No talk yet. Ctrl+T logs the first one.</source>
        <translation>Chưa có trao đổi nào. Ctrl+T ghi trao đổi đầu tiên.</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Log a talk  %1</source>
        <translation>Ghi trao đổi  %1</translation>
    </message>
    <message>
        <source>The timeline could not be loaded.</source>
        <translation>Chưa tải được quá trình làm việc.</translation>
    </message>
</context>
<context>
    <name>banhang::client::TimelineView</name>
    <message>
        <source>Work so far</source>
        <translation>Quá trình làm việc</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Log the result</source>
        <translation>Ghi kết quả</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Cách</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
</context>
<context>
    <name>banhang::client::TitledPage</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>banhang::client::Toast</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>banhang::client::TransfersPart</name>
    <message numerus="yes">
        <source>Exporting: %Ln customers so far</source>
        <translation>
            <numerusform>Đang xuất: %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln customers to %1</source>
        <translation>
            <numerusform>Đã xuất %Ln khách hàng ra %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Import customers from &amp;Excel…</source>
        <translation>Nhập khách hàng từ &amp;Excel…</translation>
    </message>
    <message>
        <source>You may not add customers. Ask your team leader or IT.</source>
        <translation>Bạn chưa có quyền thêm khách hàng. Hỏi trưởng nhóm hoặc IT.</translation>
    </message>
    <message>
        <source>An export is under way already</source>
        <translation>Đang xuất một danh sách khác</translation>
    </message>
</context>
<context>
    <name>banhang::client::Tray</name>
    <message>
        <source>Open banhang</source>
        <translation>Mở banhang</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>banhang: %1 unread</source>
        <translation>banhang: %1 chưa đọc</translation>
    </message>
    <message>
        <source>banhang goes on beside the clock</source>
        <translation>banhang vẫn chạy cạnh đồng hồ</translation>
    </message>
    <message>
        <source>Reminders keep coming. To quit, use the menu of this icon.</source>
        <translation>Lời nhắc vẫn đến. Muốn thoát hẳn, dùng menu của biểu tượng này.</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Nhắc việc</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>banhang::client::UndoView</name>
    <message>
        <source>What the undo does</source>
        <translation>Hoàn tác sẽ làm gì</translation>
    </message>
    <message>
        <source>This merge cannot be undone.</source>
        <translation>Lần gộp này không hoàn tác được.</translation>
    </message>
    <message>
        <source>%1 comes back.</source>
        <translation>%1 trở lại.</translation>
    </message>
    <message>
        <source>Merged into %1 by %2, %3.</source>
        <translation>Đã gộp vào %1 bởi %2, %3.</translation>
    </message>
    <message>
        <source>stays %1: changed since the merge</source>
        <translation>giữ nguyên %1: đã sửa sau khi gộp</translation>
    </message>
    <message>
        <source>%1 (what was added since stays)</source>
        <translation>%1 (cái thêm sau khi gộp ở lại)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln go back to %1</source>
        <translation>
            <numerusform>%Ln trở về %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came since the merge and stay with %1</source>
        <translation>
            <numerusform>%Ln thêm sau khi gộp, ở lại %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were removed since the merge and do not come back</source>
        <translation>
            <numerusform>%Ln đã bị bỏ sau khi gộp, không trở lại</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge stays.</source>
        <translation>Lần gộp vẫn giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>banhang::client::UnscheduledList</name>
    <message>
        <source>Without an hour</source>
        <translation>Chưa xếp giờ</translation>
    </message>
</context>
<context>
    <name>banhang::client::UnscheduledModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>title, whom</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>banhang::client::ViewEditor</name>
    <message>
        <source>Name of the list</source>
        <translation>Tên danh sách</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Ai xem được</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Chỉ bạn</translation>
    </message>
    <message>
        <source>A list needs a name.</source>
        <translation>Danh sách cần có tên.</translation>
    </message>
</context>
<context>
    <name>banhang::client::WardBox</name>
    <message>
        <source>%1 (old), %2</source>
        <translation>%1 (cũ), %2</translation>
    </message>
    <message>
        <source>holds a part of %1</source>
        <translation>gồm một phần %1</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>trước là %1</translation>
    </message>
    <message>
        <source>Keep as written</source>
        <translation>Giữ như đã ghi</translation>
    </message>
    <message>
        <source>%1, %2 (old address)</source>
        <translation>%1, %2 (địa chỉ cũ)</translation>
    </message>
    <message>
        <source>ward, province; old names are found too</source>
        <translation>phường, tỉnh; gõ tên cũ cũng tìm được</translation>
    </message>
    <message>
        <source>This old ward was divided among new ones on 1/7/2025; choose one.</source>
        <translation>Từ 1/7/2025 phường cũ này được chia cho nhiều phường mới, xin chọn một.</translation>
    </message>
</context>
<context>
    <name>banhang::client::WhenEdit</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>Cả ngày</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>How many minutes it took</source>
        <translation>Mất bao nhiêu phút</translation>
    </message>
</context>
<context>
    <name>banhang::client::WindowHead</name>
    <message>
        <source>Your account</source>
        <translation>Tài khoản của bạn</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Thêm khách hàng</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Tải lại</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Kết nối lại ngay</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tất cả phím tắt</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Settings and sessions</source>
        <translation>Cài đặt và phiên đăng nhập</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Công cụ</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Bản ghi</translation>
    </message>
    <message>
        <source>Drafts and connection</source>
        <translation>Bản nháp và kết nối</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Sử&amp;a</translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkListSettingsEdit</name>
    <message>
        <source> d</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>Cl&amp;ients have the status</source>
        <translation>&amp;Khách đã mua có trạng thái</translation>
    </message>
    <message>
        <source>&amp;Promising is overlooked after</source>
        <translation>Khách tiềm năng bị bỏ &amp;sót sau</translation>
    </message>
    <message>
        <source>A client is &amp;silent after</source>
        <translation>Khách đã mua im &amp;lặng sau</translation>
    </message>
    <message>
        <source>Administrators set these days for the whole office.</source>
        <translation>Người quản trị đặt các số ngày này cho cả công ty.</translation>
    </message>
    <message>
        <source>No business yet: tell the &amp;owner after</source>
        <translation>Chưa giao dịch: nhắc người &amp;phụ trách sau</translation>
    </message>
    <message>
        <source>Save for the office</source>
        <translation>Lưu cho cả công ty</translation>
    </message>
    <message>
        <source>The days of the work lists now apply to the whole office</source>
        <translation>Các số ngày đã áp dụng cho cả công ty</translation>
    </message>
    <message>
        <source>The days were not saved.</source>
        <translation>Chưa lưu được.</translation>
    </message>
    <message>
        <source>… an&amp;d the leader after</source>
        <translation>… và nhắc t&amp;rưởng nhóm sau</translation>
    </message>
    <message>
        <source>The days cannot be shown now.</source>
        <translation>Chưa xem được các hạn này.</translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkListsPart</name>
    <message>
        <source>Matches “%1”</source>
        <translation>Khớp “%1”</translation>
    </message>
    <message numerus="yes">
        <source>Printed %Ln customers</source>
        <translation>
            <numerusform>Đã in %Ln khách hàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printing: %Ln customers so far</source>
        <translation>
            <numerusform>Đang in: %Ln khách hàng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkdayPage</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Nothing planned for today</source>
        <translation>Hôm nay chưa có việc nào</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N adds a call, a visit or a task.</source>
        <translation>Ctrl+Shift+N thêm cuộc gọi, buổi gặp hay việc.</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Đã xong hôm nay</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Lịch hẹn mới</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Việc mới</translation>
    </message>
    <message>
        <source>Today&apos;s work</source>
        <translation>Việc hôm nay</translation>
    </message>
    <message>
        <source>Your day could not be loaded.</source>
        <translation>Chưa tải được việc hôm nay.</translation>
    </message>
    <message>
        <source>%1/%2 done</source>
        <translation>%1/%2 xong</translation>
    </message>
    <message>
        <source>This entry cannot be opened.</source>
        <translation>Chưa mở được mục này.</translation>
    </message>
    <message>
        <source>In &amp;one hour</source>
        <translation>&amp;Một giờ nữa</translation>
    </message>
    <message>
        <source>This &amp;afternoon, 14:00</source>
        <translation>&amp;Chiều nay, 14:00</translation>
    </message>
    <message>
        <source>&amp;Tomorrow morning, 9:00</source>
        <translation>Sáng &amp;mai, 9:00</translation>
    </message>
    <message>
        <source>Next &amp;Monday, %1</source>
        <translation>Thứ &amp;Hai tới, %1</translation>
    </message>
    <message>
        <source>In a &amp;week, %1</source>
        <translation>Một &amp;tuần nữa, %1</translation>
    </message>
    <message>
        <source>Another &amp;day…</source>
        <translation>&amp;Ngày khác…</translation>
    </message>
    <message>
        <source>This customer cannot be reached like this: the number or address is missing.</source>
        <translation>Chưa liên hệ được theo cách này: khách hàng chưa có số hoặc địa chỉ.</translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkdayPart</name>
    <message>
        <source>Space done  ·  Enter open  ·  Ctrl+T log a talk  ·  Ctrl+G call  ·  Ctrl+L reschedule</source>
        <translation>Phím cách đánh dấu xong  ·  Enter mở  ·  Ctrl+T ghi trao đổi  ·  Ctrl+G gọi  ·  Ctrl+L hẹn lại</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Việc mới</translation>
    </message>
</context>
<context>
    <name>SequenceText</name>
    <message>
        <source>Tết</source>
        <translation>Tết</translation>
    </message>
    <message>
        <source>the birthday</source>
        <translation>sinh nhật</translation>
    </message>
    <message>
        <source>the customer anniversary</source>
        <translation>ngày kỷ niệm thành khách hàng</translation>
    </message>
    <message>
        <source>on the day of %1</source>
        <translation>đúng ngày %1</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%1 trước %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 sau %2</translation>
    </message>
    <message>
        <source>%1, every year</source>
        <translation>%1, hằng năm</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Gọi điện</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Thăm khách</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nhắn tin</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Chúc mừng</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>as soon as the previous step is closed</source>
        <translation>ngay khi bước trước khép lại</translation>
    </message>
    <message>
        <source>%1 after the previous step is closed</source>
        <translation>%1 sau khi bước trước khép lại</translation>
    </message>
    <message>
        <source>on the first day</source>
        <translation>ngày đầu tiên</translation>
    </message>
    <message>
        <source>%1 after the start</source>
        <translation>%1 sau ngày bắt đầu</translation>
    </message>
    <message>
        <source>day not known yet</source>
        <translation>chưa biết ngày</translation>
    </message>
    <message>
        <source>%1 (lunar %2)</source>
        <translation>%1 (âm lịch %2)</translation>
    </message>
    <message>
        <source>%1, instead of %2, which is no working day</source>
        <translation>%1, dời từ %2 vì là ngày nghỉ</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>khoảng %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>tạm dừng</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>đã rời</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>đã gộp</translation>
    </message>
    <message>
        <source>running</source>
        <translation>đang chạy</translation>
    </message>
</context>
<context>
    <name>banhang::client::EnrolmentBox</name>
    <message>
        <source>since %1 · by %2</source>
        <translation>từ %1 · %2 đưa vào</translation>
    </message>
    <message>
        <source>%1 · removed by %2</source>
        <translation>%1 · %2 cho rời</translation>
    </message>
    <message>
        <source>%1 · with the steps from before the last change</source>
        <translation>%1 · theo các bước trước lần sửa gần nhất</translation>
    </message>
    <message>
        <source>%1 · waits until the customer is pursued again</source>
        <translation>%1 · chờ đến khi khách được theo đuổi lại</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Cho rời…</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>khoảng %1</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>hidden with the birthday</source>
        <translation>ẩn theo ngày sinh</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp tới</translation>
    </message>
    <message>
        <source>To be cancelled, since nobody has touched it: %1.</source>
        <translation>Sẽ hủy vì chưa ai động đến: %1.</translation>
    </message>
    <message>
        <source>Stays, since somebody has worked on it: %1.</source>
        <translation>Giữ lại vì đã có người làm: %1.</translation>
    </message>
    <message>
        <source>Nothing of it is open.</source>
        <translation>Không còn bước nào đang mở.</translation>
    </message>
    <message>
        <source>No further step will come.</source>
        <translation>Sẽ không có thêm bước nào.</translation>
    </message>
    <message>
        <source>Remove the customer</source>
        <translation>Cho khách rời quy trình</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Để chạy tiếp</translation>
    </message>
</context>
<context>
    <name>banhang::client::SequenceEditor</name>
    <message>
        <source>Active: customers can be added to it</source>
        <translation>Đang dùng: được đưa khách vào</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Thêm bước</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ bước</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Dành cho ai</translation>
    </message>
    <message>
        <source>Steps (if it started today)</source>
        <translation>Các bước (nếu bắt đầu hôm nay)</translation>
    </message>
    <message>
        <source>Earlier  %1</source>
        <translation>Làm sớm hơn  %1</translation>
    </message>
    <message>
        <source>Later  %1</source>
        <translation>Làm muộn hơn  %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Các bước</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers on it switch to the new steps</source>
        <translation>
            <numerusform>%Ln khách đang chạy sẽ theo các bước mới</numerusform>
        </translation>
    </message>
    <message>
        <source>Only whoever manages the settings of the office can edit sequences.</source>
        <translation>Chỉ người quản trị danh mục mới lập được quy trình.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Chưa lưu.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Bước %1: %2</translation>
    </message>
    <message>
        <source>Some fields need to be corrected first.</source>
        <translation>Cần sửa vài ô trước đã.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>“%1” is not saved.</source>
        <translation>“%1” chưa lưu được.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SequencePane</name>
    <message>
        <source>Add to a sequence…</source>
        <translation>Đưa vào quy trình…</translation>
    </message>
    <message>
        <source>Not added.</source>
        <translation>Chưa đưa vào được.</translation>
    </message>
    <message>
        <source>You do not have the right to add customers to a sequence. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền đưa khách vào quy trình. Trưởng nhóm hoặc IT có thể cấp.</translation>
    </message>
    <message>
        <source>Not on any sequence. One that fits lets calls, visits and greetings come by themselves.</source>
        <translation>Chưa ở trong quy trình nào. Đưa vào một quy trình phù hợp thì cuộc gọi, buổi thăm và lời chúc sẽ tự đến.</translation>
    </message>
    <message>
        <source>The customer was not removed from the sequence.</source>
        <translation>Chưa cho khách rời quy trình được.</translation>
    </message>
    <message>
        <source>The sequences cannot be shown now.</source>
        <translation>Hiện chưa xem được các quy trình.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SequenceTab</name>
    <message>
        <source>Sequences</source>
        <translation>Quy trình</translation>
    </message>
</context>
<context>
    <name>banhang::client::SelectionBar</name>
    <message>
        <source>More actions</source>
        <translation>Việc khác</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers chosen</source>
        <translation>
            <numerusform>%Ln khách hàng đã chọn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::SequencesPage</name>
    <message>
        <source>Care sequences</source>
        <translation>Quy trình chăm sóc</translation>
    </message>
    <message>
        <source>New sequence</source>
        <translation>Quy trình mới</translation>
    </message>
    <message>
        <source>No sequence yet</source>
        <translation>Chưa có quy trình nào</translation>
    </message>
    <message>
        <source>A sequence says what is done for a customer, and when: a call after three days, a visit after thirty, a greeting at Tết. Customers added to it get these steps automatically.</source>
        <translation>Quy trình cho biết làm gì cho khách và khi nào: gọi sau ba ngày, thăm sau ba mươi ngày, chúc Tết. Khách được đưa vào thì các bước tự đến.</translation>
    </message>
    <message>
        <source>Create the first one</source>
        <translation>Lập quy trình đầu tiên</translation>
    </message>
    <message>
        <source>The sequences cannot be shown now.</source>
        <translation>Hiện chưa xem được các quy trình.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Saved the sequence “%1”</source>
        <translation>Đã lưu quy trình “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln bước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers on it</source>
        <translation>
            <numerusform>%Ln khách đang chạy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with earlier steps</source>
        <translation>%1 khách theo bước cũ</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>không dùng</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>Sequence: %1</source>
        <translation>Quy trình: %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::SequencesPart</name>
    <message>
        <source>Add to a sequence</source>
        <translation>Đưa vào quy trình</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers were added to the sequence</source>
        <translation>
            <numerusform>Đã đưa %Ln khách vào quy trình</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; not: %2</source>
        <translation>%1; chưa được: %2</translation>
    </message>
    <message>
        <source>Care sequences</source>
        <translation>Quy trình chăm sóc</translation>
    </message>
</context>
<context>
    <name>banhang::client::StepForm</name>
    <message>
        <source>Repeats every year</source>
        <translation>Lặp lại hằng năm</translation>
    </message>
    <message>
        <source>From the first day</source>
        <translation>Từ ngày đầu tiên</translation>
    </message>
    <message>
        <source>After the previous step is closed</source>
        <translation>Khi bước trước khép lại</translation>
    </message>
    <message>
        <source>From Tết</source>
        <translation>Từ mồng 1 Tết</translation>
    </message>
    <message>
        <source>From the birthday</source>
        <translation>Từ sinh nhật</translation>
    </message>
    <message>
        <source>From the customer anniversary</source>
        <translation>Từ ngày kỷ niệm thành khách</translation>
    </message>
    <message>
        <source>Any time of the day</source>
        <translation>Lúc nào trong ngày cũng được</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>Không nhắc</translation>
    </message>
    <message>
        <source>At its time</source>
        <translation>Đúng giờ</translation>
    </message>
    <message>
        <source>15 minutes before</source>
        <translation>Trước 15 phút</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>Trước 1 giờ</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Trước 1 ngày</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Làm gì</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Qua</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Tính từ</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Mấy giờ</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>Hiện trước</translation>
    </message>
    <message>
        <source> d</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Nhắc</translation>
    </message>
    <message>
        <source>Prepared text</source>
        <translation>Lời soạn sẵn</translation>
    </message>
    <message>
        <source>Owner of the customer</source>
        <translation>Người phụ trách khách</translation>
    </message>
    <message>
        <source>Closest to the owner in “%1”</source>
        <translation>Người gần nhất trong nhóm “%1”</translation>
    </message>
    <message>
        <source>Below 0: that many days before it</source>
        <translation>Dưới 0: trước ngày ấy bấy nhiêu ngày</translation>
    </message>
</context>
<context>
    <name>banhang::client::CareEditor</name>
    <message>
        <source>New care request</source>
        <translation>Yêu cầu chăm sóc mới</translation>
    </message>
    <message>
        <source>Care request: %1</source>
        <translation>Yêu cầu chăm sóc: %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::CareFields</name>
    <message>
        <source>What the customer said</source>
        <translation>Khách nói gì</translation>
    </message>
    <message>
        <source>What we answered, what was done</source>
        <translation>Đã trả lời thế nào, đã làm gì</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Hẹn trả lời</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>as set for the severity</source>
        <translation>theo mức độ</translation>
    </message>
</context>
<context>
    <name>banhang::client::CareModel</name>
    <message>
        <source>Subject</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Hẹn trả lời</translation>
    </message>
    <message>
        <source>(not visible to you)</source>
        <translation>(ngoài quyền xem)</translation>
    </message>
    <message>
        <source>moved to the bin</source>
        <translation>đã chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>đã giao cho %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::CarePage</name>
    <message>
        <source>Customer care</source>
        <translation>Chăm sóc khách hàng</translation>
    </message>
    <message>
        <source>yours: %1 open, %2 overdue</source>
        <translation>của bạn: %1 đang mở, %2 quá hạn</translation>
    </message>
    <message>
        <source>everybody&apos;s: %1 open, %2 overdue</source>
        <translation>của mọi người: %1 đang mở, %2 quá hạn</translation>
    </message>
</context>
<context>
    <name>banhang::client::CarePane</name>
    <message>
        <source>The care requests could not be loaded.</source>
        <translation>Chưa tải được yêu cầu chăm sóc.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Của bạn</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>any severity</source>
        <translation>mọi mức độ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <source>Close request</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Yêu cầu mới</translation>
    </message>
    <message>
        <source>Care requests</source>
        <translation>Yêu cầu chăm sóc</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Không có yêu cầu quá hạn</translation>
    </message>
    <message>
        <source>No care request here</source>
        <translation>Chưa có yêu cầu nào</translation>
    </message>
    <message>
        <source>%1 logs what a customer asks for.</source>
        <translation>%1 để ghi yêu cầu của khách.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>You do not have the right to log care requests. Your team leader or IT can grant it.</source>
        <translation>Bạn chưa có quyền ghi yêu cầu chăm sóc. Trưởng nhóm hoặc IT có thể cấp.</translation>
    </message>
    <message>
        <source>This care request cannot be opened.</source>
        <translation>Không mở được yêu cầu này.</translation>
    </message>
    <message>
        <source>Not closed.</source>
        <translation>Chưa đóng được.</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Đã đóng: %1</translation>
    </message>
    <message>
        <source>Not assigned.</source>
        <translation>Chưa giao được.</translation>
    </message>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 giao cho %2</translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation>Chưa xóa được.</translation>
    </message>
    <message>
        <source>moved to the bin</source>
        <translation>đã chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Đã xóa: %1</translation>
    </message>
    <message>
        <source>Not restored.</source>
        <translation>Chưa khôi phục được.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::CarePart</name>
    <message>
        <source>Enter open  ·  Ctrl+Shift+R answer  ·  Ctrl+Shift+G assign  ·  Ctrl+Shift+Y new</source>
        <translation>Enter mở  ·  Ctrl+Shift+R trả lời  ·  Ctrl+Shift+G giao  ·  Ctrl+Shift+Y thêm</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Chăm sóc</translation>
    </message>
    <message>
        <source>Promised response times</source>
        <translation>Thời hạn phản hồi khách hàng</translation>
    </message>
</context>
<context>
    <name>banhang::client::CareTab</name>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
</context>
<context>
    <name>CareText</name>
    <message>
        <source>In progress</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Chờ khách</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Khẩn</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>trễ %1 phút</translation>
    </message>
    <message>
        <source>%1 h late</source>
        <translation>trễ %1 giờ</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>trễ %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::FilesModel</name>
    <message>
        <source>Waiting</source>
        <translation>Chờ đến lượt</translation>
    </message>
    <message>
        <source>Sending %1 %</source>
        <translation>Đang gửi %1 %</translation>
    </message>
    <message>
        <source>Interrupted, will be sent again</source>
        <translation>Bị ngắt, sẽ gửi lại</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không nhận được</translation>
    </message>
    <message>
        <source>This document contains programs (macros). Open it only if you know who it is from.</source>
        <translation>Tài liệu này có kèm chương trình (macro). Chỉ mở khi biết rõ ai gửi.</translation>
    </message>
    <message>
        <source>of a talk</source>
        <translation>của trao đổi</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Người thêm</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Thêm lúc</translation>
    </message>
</context>
<context>
    <name>banhang::client::FilesPane</name>
    <message>
        <source>Show all files</source>
        <translation>Xem mọi tệp</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Thêm tệp…</translation>
    </message>
    <message>
        <source>The files could not be loaded.</source>
        <translation>Chưa tải được danh sách tệp.</translation>
    </message>
    <message>
        <source>“%1” was not accepted.</source>
        <translation>Chưa nhận được “%1”.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Chưa có gì để dán.</translation>
    </message>
    <message>
        <source>Copy a file, or take a picture of the screen, and paste again.</source>
        <translation>Hãy chép một tệp hoặc chụp màn hình rồi dán lại.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>The mail is logged as a talk.</source>
        <translation>Đã ghi thư thành trao đổi.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>With it: %1</source>
        <translation>Kèm theo: %1</translation>
    </message>
    <message>
        <source>Keep these files</source>
        <translation>Giữ các tệp này</translation>
    </message>
    <message>
        <source>This mail has already been logged.</source>
        <translation>Thư này đã được ghi.</translation>
    </message>
    <message>
        <source>Files of the customer and its talks</source>
        <translation>Tệp của khách và của các trao đổi</translation>
    </message>
    <message>
        <source>Files of “%1”</source>
        <translation>Tệp của “%1”</translation>
    </message>
    <message>
        <source>You may view these files but not change them.</source>
        <translation>Bạn được xem các tệp này nhưng không được sửa.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Chưa có tệp nào</translation>
    </message>
    <message>
        <source>Drop files here, paste a picture of the screen with Ctrl+V, or press Insert.</source>
        <translation>Kéo tệp thả vào đây, dán ảnh chụp màn hình bằng Ctrl+V, hoặc nhấn Insert.</translation>
    </message>
    <message>
        <source>Nobody has added one.</source>
        <translation>Chưa ai thêm tệp.</translation>
    </message>
    <message>
        <source>At most %1 a file.</source>
        <translation>Mỗi tệp tối đa %1.</translation>
    </message>
    <message>
        <source>At most %1 a file. A mail (.eml) becomes a talk.</source>
        <translation>Mỗi tệp tối đa %1. Thư (.eml) được ghi thành trao đổi.</translation>
    </message>
    <message>
        <source>A folder is added by its files: open it and drop them.</source>
        <translation>Không thêm được cả thư mục: hãy mở thư mục và thả các tệp trong đó.</translation>
    </message>
    <message>
        <source>It has %1; at most %2 are accepted. Make it smaller, or keep it elsewhere and note where.</source>
        <translation>Tệp nặng %1, chỉ nhận tối đa %2. Hãy nén nhỏ lại, hoặc lưu ở nơi khác và ghi lại chỗ lưu.</translation>
    </message>
    <message>
        <source>Screen %1.png</source>
        <translation>Màn hình %1.png</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>“%1” contains programs.</source>
        <translation>“%1” có kèm chương trình.</translation>
    </message>
    <message>
        <source>Open it only if you know who it is from.</source>
        <translation>Chỉ mở khi biết rõ ai gửi.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Vẫn mở</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>Lưu tệp thành</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Đang tải %1</translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation>Chưa tải được “%1”.</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>Đổi tên tệp</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>The file kept its name.</source>
        <translation>Tên tệp chưa đổi được.</translation>
    </message>
    <message>
        <source>The file was not moved to the bin.</source>
        <translation>Chưa chuyển được tệp vào thùng rác.</translation>
    </message>
    <message>
        <source>“%1” is in the bin.</source>
        <translation>“%1” đã vào thùng rác.</translation>
    </message>
    <message>
        <source>The file was not restored.</source>
        <translation>Chưa khôi phục được tệp.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Lưu thành…</translation>
    </message>
    <message>
        <source>Show the talk</source>
        <translation>Xem trao đổi</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>Chuyển vào thùng rác</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mails are logged as talks.</source>
        <translation>
            <numerusform>Đã ghi %Ln thư thành trao đổi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>banhang::client::FilesPart</name>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
</context>
<context>
    <name>banhang::client::MailDrop</name>
    <message>
        <source>“%1” was not accepted.</source>
        <translation>Chưa nhận được “%1”.</translation>
    </message>
    <message>
        <source>The mail was not logged.</source>
        <translation>Chưa ghi được thư.</translation>
    </message>
</context>
<context>
    <name>banhang::client::EnrolPanel</name>
    <message>
        <source>Add</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu tiên</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ ngày</translation>
    </message>
    <message>
        <source>Add this customer to a sequence</source>
        <translation>Đưa khách này vào quy trình</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln customers to a sequence</source>
        <translation>
            <numerusform>Đưa %Ln khách vào quy trình</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>The sequences cannot be shown now.</source>
        <translation>Hiện chưa xem được các quy trình.</translation>
    </message>
    <message>
        <source>There is no sequence yet. Whoever manages the settings of the office creates them under Tools.</source>
        <translation>Chưa có quy trình nào. Người quản trị danh mục lập trong menu Công cụ.</translation>
    </message>
    <message>
        <source>Nobody was added to the sequence.</source>
        <translation>Chưa đưa khách nào vào quy trình.</translation>
    </message>
</context>
<context>
    <name>banhang::client::RecordEditor</name>
    <message>
        <source>%1: not saved, it stays a draft.</source>
        <translation>%1: chưa lưu được, vẫn là bản nháp.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation>bản nháp lúc %1</translation>
    </message>
    <message>
        <source>kept on this machine at %1</source>
        <translation>đã giữ trên máy này lúc %1</translation>
    </message>
    <message>
        <source>the draft could not be kept on this machine</source>
        <translation>chưa giữ được bản nháp trên máy này</translation>
    </message>
    <message>
        <source>Not saved yet:</source>
        <translation>Chưa lưu được:</translation>
    </message>
    <message>
        <source>Changed by somebody else meanwhile.</source>
        <translation>Người khác vừa sửa mục này.</translation>
    </message>
    <message>
        <source>%1 has just changed it.</source>
        <translation>%1 vừa sửa mục này.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Những gì bạn gõ vẫn còn đây.</translation>
    </message>
    <message>
        <source>Save yours over it</source>
        <translation>Lưu đè bản của bạn</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Lấy bản của họ</translation>
    </message>
</context>
<context>
    <name>banhang::client::ContactBox</name>
    <message>
        <source>Contact person</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>no contact person</source>
        <translation>không rõ ai</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>(without a title)</source>
        <translation>(không có tiêu đề)</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Đã có</translation>
    </message>
    <message>
        <source>It repeats in a way that this calendar does not have.</source>
        <translation>Lặp lại theo cách mà lịch này không có.</translation>
    </message>
    <message>
        <source>It also repeats on days outside its rule.</source>
        <translation>Lặp lại cả vào những ngày ngoài quy tắc.</translation>
    </message>
    <message>
        <source>It does not repeat any more.</source>
        <translation>Không còn lần nào từ hôm nay.</translation>
    </message>
    <message>
        <source>It does not say when it is.</source>
        <translation>Không ghi thời gian.</translation>
    </message>
    <message>
        <source>It is done already.</source>
        <translation>Đã làm xong.</translation>
    </message>
    <message>
        <source>It lasts longer than 31 days.</source>
        <translation>Kéo dài quá 31 ngày.</translation>
    </message>
    <message>
        <source>It was called off.</source>
        <translation>Đã bị hủy.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Không nhập được</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>a text is cut</source>
        <translation>nội dung dài bị cắt bớt</translation>
    </message>
    <message>
        <source>changes with summer time: only the next 400 days</source>
        <translation>đổi theo giờ mùa hè: chỉ nhập 400 ngày tới</translation>
    </message>
    <message>
        <source>has no title</source>
        <translation>không có tiêu đề</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>đã qua</translation>
    </message>
    <message>
        <source>not all reminders are kept</source>
        <translation>không giữ hết lời nhắc</translation>
    </message>
    <message>
        <source>only from today on</source>
        <translation>chỉ nhập từ hôm nay</translation>
    </message>
    <message>
        <source>unknown time zone, read as Vietnamese time</source>
        <translation>múi giờ lạ, hiểu là giờ Việt Nam</translation>
    </message>
    <message>
        <source>title</source>
        <translation>tiêu đề</translation>
    </message>
    <message>
        <source>text</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>place</source>
        <translation>nơi</translation>
    </message>
    <message>
        <source>time</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>the days on which it repeats</source>
        <translation>các ngày lặp lại</translation>
    </message>
    <message numerus="yes">
        <source>%Ln single days</source>
        <translation>
            <numerusform>%Ln ngày riêng</numerusform>
        </translation>
    </message>
    <message>
        <source>Other in the file: %1</source>
        <translation>Tệp ghi khác: %1</translation>
    </message>
    <message>
        <source>changed here later than there</source>
        <translation>ở đây sửa sau tệp</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarExport</name>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Tệp lịch (*.ics)</translation>
    </message>
    <message>
        <source>Contact person: %1</source>
        <translation>Người liên hệ: %1</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Khách hàng: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Kết quả: %1</translation>
    </message>
    <message>
        <source>Save as a calendar file</source>
        <translation>Lưu thành tệp lịch</translation>
    </message>
    <message>
        <source>The calendar was not saved.</source>
        <translation>Chưa lưu được lịch.</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>Cùng tham gia: %1</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarImport</name>
    <message>
        <source>At the same time as something at %1</source>
        <translation>Trùng giờ với việc khác lúc %1</translation>
    </message>
    <message>
        <source>At the same time as “%1”, %2</source>
        <translation>Trùng giờ với “%1”, %2</translation>
    </message>
    <message>
        <source>Repeats in the file, but not here: change it here by hand.</source>
        <translation>Trong tệp thì lặp lại, ở đây thì không: hãy sửa tay ở đây.</translation>
    </message>
    <message>
        <source>Repeats here, but not in the file: change it here by hand.</source>
        <translation>Ở đây thì lặp lại, trong tệp thì không: hãy sửa tay ở đây.</translation>
    </message>
    <message>
        <source>Days changed: %1 · added: %2 · removed: %3</source>
        <translation>Số ngày đã sửa: %1 · thêm: %2 · bỏ: %3</translation>
    </message>
</context>
<context>
    <name>banhang::client::CalendarImportPage</name>
    <message>
        <source>%1 differ</source>
        <translation>%1 khác</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were imported into the calendar</source>
        <translation>
            <numerusform>Đã nhập %Ln mục vào lịch</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 lỗi</translation>
    </message>
    <message>
        <source>%1 already here</source>
        <translation>%1 đã có</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines were skipped.</source>
        <translation>
            <numerusform>%Ln dòng bị bỏ qua.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 mới</translation>
    </message>
    <message>
        <source>%1 not possible</source>
        <translation>%1 không nhập được</translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>%1 đã nhập</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Tệp khác</translation>
    </message>
    <message>
        <source>Calendar files (*.ics *.ical);;All files (*)</source>
        <translation>Tệp lịch (*.ics *.ical);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose a calendar file (.ics), or drop it here</source>
        <translation>Chọn tệp lịch (.ics), hoặc thả vào đây</translation>
    </message>
    <message>
        <source>Choose a calendar file</source>
        <translation>Chọn tệp lịch</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Compared %1 of %2</source>
        <translation>Đã so sánh %1 / %2</translation>
    </message>
    <message>
        <source>Enter import or skip · Ctrl+Enter import what is chosen · Esc close</source>
        <translation>Enter nhập hay bỏ qua · Ctrl+Enter nhập các mục đã chọn · Esc đóng</translation>
    </message>
    <message>
        <source>Entries of the file</source>
        <translation>Các mục trong tệp</translation>
    </message>
    <message>
        <source>Google, Outlook, Apple and other calendars save such files. Nothing is imported before you have seen what is in it.</source>
        <translation>Lịch Google, Outlook, Apple và các lịch khác đều lưu được tệp này. Chưa có gì được nhập trước khi bạn xem trong tệp có gì.</translation>
    </message>
    <message>
        <source>Its last entry may be missing. Save it once more.</source>
        <translation>Mục cuối có thể thiếu. Hãy lưu lại tệp một lần nữa.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Đang đọc tệp…</translation>
    </message>
    <message>
        <source>Stopped. What was imported stays; press the button to go on.</source>
        <translation>Đã dừng. Những gì đã nhập vẫn giữ; bấm nút để làm tiếp.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Nhập %1 mục</translation>
    </message>
    <message>
        <source>Import a calendar file</source>
        <translation>Nhập tệp lịch</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Undone %1 of %2</source>
        <translation>Đã hoàn tác %1 / %2</translation>
    </message>
    <message>
        <source>Imported %1 of %2</source>
        <translation>Đã nhập %1 / %2</translation>
    </message>
    <message>
        <source>The file ends in the middle.</source>
        <translation>Tệp bị đứt giữa chừng.</translation>
    </message>
    <message>
        <source>The file is damaged in places.</source>
        <translation>Tệp hỏng vài chỗ.</translation>
    </message>
    <message>
        <source>There is no appointment in this file.</source>
        <translation>Tệp này không có lịch hẹn nào.</translation>
    </message>
    <message>
        <source>What was imported is in the bin again</source>
        <translation>Những gì vừa nhập đã vào thùng rác</translation>
    </message>
    <message>
        <source>You may not create appointments.</source>
        <translation>Bạn không có quyền tạo lịch hẹn.</translation>
    </message>
    <message>
        <source>“%1” was not accepted.</source>
        <translation>Không nhập được “%1”.</translation>
    </message>
</context>
<context>
    <name>banhang::client::FileEntriesModel</name>
    <message>
        <source>Change</source>
        <translation>Sửa theo tệp</translation>
    </message>
    <message>
        <source>Here?</source>
        <translation>So với ở đây</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Cần biết</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
</context>
<context>
    <name>banhang::client::CarePromisePage</name>
    <message>
        <source>%1: answered within</source>
        <translation>%1: phản hồi trong</translation>
    </message>
    <message>
        <source>%1: reminded</source>
        <translation>%1: nhắc</translation>
    </message>
    <message>
        <source>How soon a care request must be answered, counted from when it came in. A change applies to requests from now on. The team leader is told when one is overdue.</source>
        <translation>Yêu cầu của khách phải được phản hồi trong bao lâu, tính từ lúc tiếp nhận. Thay đổi áp dụng cho yêu cầu tiếp nhận từ bây giờ. Quá hạn thì trưởng nhóm được báo.</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>Không nhắc</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Chưa lưu được.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>The promised times are saved</source>
        <translation>Đã lưu thời hạn phản hồi</translation>
    </message>
    <message>
        <source>The times cannot be shown now.</source>
        <translation>Chưa xem được thời hạn.</translation>
    </message>
    <message>
        <source>Promised response times</source>
        <translation>Thời hạn phản hồi khách hàng</translation>
    </message>
    <message>
        <source>Only whoever manages the settings of the office can set these times.</source>
        <translation>Chỉ người quản trị danh mục mới đặt được các thời hạn này.</translation>
    </message>
    <message>
        <source>remind</source>
        <translation>nhắc</translation>
    </message>
</context>
<context>
    <name>banhang::client::Greeting</name>
    <message>
        <source>Happy birthday, %1! We wish you good health, happiness and success, and thank you for your trust in us.</source>
        <translation>Chúc mừng sinh nhật %1! Kính chúc sức khỏe, hạnh phúc, thành công, và xin cảm ơn đã luôn tin tưởng chúng tôi.</translation>
    </message>
    <message>
        <source>Congratulations to %1 on the anniversary of its founding! We wish you growth and success, and thank you for working with us.</source>
        <translation>Chúc mừng kỷ niệm ngày thành lập %1! Kính chúc quý công ty ngày càng phát triển, và xin cảm ơn đã đồng hành cùng chúng tôi.</translation>
    </message>
    <message>
        <source>The customer cannot be read.</source>
        <translation>Chưa đọc được khách hàng.</translation>
    </message>
    <message>
        <source>The wishes are copied: Ctrl+V pastes them in Zalo</source>
        <translation>Đã chép lời chúc: bấm Ctrl+V để dán vào Zalo</translation>
    </message>
    <message>
        <source>&amp;Call %1</source>
        <translation>&amp;Gọi %1</translation>
    </message>
    <message>
        <source>&amp;Zalo %1</source>
        <translation>&amp;Zalo %1</translation>
    </message>
    <message>
        <source>Happy birthday</source>
        <translation>Chúc mừng sinh nhật</translation>
    </message>
    <message>
        <source>Congratulations</source>
        <translation>Lời chúc mừng</translation>
    </message>
    <message>
        <source>&amp;Write to %1</source>
        <translation>Viết &amp;thư cho %1</translation>
    </message>
    <message>
        <source>Only write it &amp;down</source>
        <translation>Chỉ ghi &amp;lại</translation>
    </message>
    <message>
        <source>Birthday wishes</source>
        <translation>Chúc mừng sinh nhật</translation>
    </message>
    <message>
        <source>Wishes for the anniversary</source>
        <translation>Chúc mừng ngày thành lập</translation>
    </message>
</context>
<context>
    <name>SubscriptionText</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 mục khác</translation>
    </message>
    <message>
        <source>Care requests</source>
        <translation>Yêu cầu chăm sóc</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Chỉ mình bạn</translation>
    </message>
    <message>
        <source>Talks, appointments, tasks</source>
        <translation>Trao đổi, lịch hẹn, việc</translation>
    </message>
    <message>
        <source>all changes</source>
        <translation>mọi thay đổi</translation>
    </message>
    <message>
        <source>new ones</source>
        <translation>mới thêm</translation>
    </message>
    <message>
        <source>off</source>
        <translation>đang tắt</translation>
    </message>
    <message>
        <source>muted until %1</source>
        <translation>tạm tắt đến %1</translation>
    </message>
</context>
<context>
    <name>ToldFields</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Thùng rác</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>Kênh tiếp nhận</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục theo đuổi</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Bị lỡ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Not promising</source>
        <translation>Không tiềm năng</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Người tham gia</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Dự kiến</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Promised time</source>
        <translation>Hẹn trả lời</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>Tiềm năng</translation>
    </message>
    <message>
        <source>Pursuit</source>
        <translation>Theo đuổi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Mức hài lòng</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Khẩn</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Chờ khách</translation>
    </message>
    <message>
        <source>What the customer said</source>
        <translation>Khách hàng nói</translation>
    </message>
    <message>
        <source>Callback reason</source>
        <translation>Lý do hẹn gọi lại</translation>
    </message>
</context>
<context>
    <name>banhang::client::CustomerReassignment</name>
    <message>
        <source>%1 has no such customers</source>
        <translation>%1 không có khách hàng nào như vậy</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Tất cả khách hàng</translation>
    </message>
    <message>
        <source>Customers of %1</source>
        <translation>Khách hàng của %1</translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customers of %1 to %2</source>
        <translation>
            <numerusform>Đã giao %Ln khách hàng của %1 cho %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln customers of %1 to %2?</source>
        <translation>
            <numerusform>Giao %Ln khách hàng của %1 cho %2?</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>Chưa giao được gì.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SubscriptionEditor</name>
    <message>
        <source>A colleague has changed it meanwhile.</source>
        <translation>Đồng nghiệp vừa sửa mục này.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>Mọi phòng ban</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Các trường</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Báo cho</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>Mới thêm</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Chưa lưu.</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Chỉ mình bạn</translation>
    </message>
    <message>
        <source>Points to watch of</source>
        <translation>Điều cần lưu ý của</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Saving keeps what they changed, except where you have typed.</source>
        <translation>Nếu lưu, phần đồng nghiệp sửa được giữ, trừ chỗ bạn đã gõ.</translation>
    </message>
    <message>
        <source>Saving replaces all that they changed by what stands here. “Discard changes” shows what they have saved.</source>
        <translation>Lưu sẽ thay hết phần họ đã sửa bằng nội dung ở đây. “Bỏ thay đổi” để xem bản họ đã lưu.</translation>
    </message>
    <message numerus="yes">
        <source>Since %1 there were %Ln such changes that you see.</source>
        <translation>
            <numerusform>Từ %1 đến nay có %Ln thay đổi như vậy mà bạn được xem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some fields need to be corrected first.</source>
        <translation>Cần sửa vài chỗ trước đã.</translation>
    </message>
    <message>
        <source>Space ticks. None ticked: all of them.</source>
        <translation>Phím cách để đánh dấu. Không đánh dấu: mọi trường.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Báo trở lại</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt báo</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>Báo khi</translation>
    </message>
    <message>
        <source>Tick what it is to tell of.</source>
        <translation>Hãy đánh dấu cần báo gì.</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Khách hàng nào</translation>
    </message>
    <message>
        <source>Only whoever manages the subscriptions of this department can change them.</source>
        <translation>Chỉ người quản lý phần theo dõi của phòng ban này mới sửa được.</translation>
    </message>
    <message>
        <source>Since %1 there were more such changes that you see than %2.</source>
        <translation>Từ %1 đến nay có hơn %2 thay đổi như vậy mà bạn được xem.</translation>
    </message>
    <message>
        <source>“%1” is not saved.</source>
        <translation>“%1” chưa lưu được.</translation>
    </message>
</context>
<context>
    <name>banhang::client::SubscriptionsPage</name>
    <message>
        <source>Following: %1</source>
        <translation>Theo dõi: %1</translation>
    </message>
    <message>
        <source>&amp;Yours</source>
        <translation>Của bạ&amp;n</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>Đã xóa “%1”</translation>
    </message>
    <message>
        <source>Follow something new</source>
        <translation>Theo dõi mục mới</translation>
    </message>
    <message>
        <source>Follow something</source>
        <translation>Theo dõi một mục</translation>
    </message>
    <message>
        <source>It was not muted.</source>
        <translation>Chưa tắt được.</translation>
    </message>
    <message>
        <source>It stays muted.</source>
        <translation>Chưa bật lại được.</translation>
    </message>
    <message>
        <source>No department follows anything</source>
        <translation>Chưa có phòng ban nào theo dõi gì</translation>
    </message>
    <message>
        <source>Not brought back.</source>
        <translation>Chưa khôi phục được.</translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation>Chưa xóa được.</translation>
    </message>
    <message>
        <source>&amp;Departments</source>
        <translation>Của &amp;phòng ban</translation>
    </message>
    <message>
        <source>Muted: %1</source>
        <translation>Đã tắt: %1</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>Đã lưu “%1”</translation>
    </message>
    <message>
        <source>Say which changes of customers, care requests or talks concern you: a new owner, another tax code, a complaint. They then come to the bell, with what was before and what is now.</source>
        <translation>Hãy chọn những thay đổi nào của khách hàng, yêu cầu chăm sóc hay trao đổi liên quan đến bạn: đổi người phụ trách, đổi mã số thuế, có khiếu nại. Chúng sẽ đến chuông thông báo, kèm giá trị trước và sau.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>What you follow</source>
        <translation>Theo dõi thay đổi</translation>
    </message>
    <message>
        <source>What a department follows is told to everybody in it, each as far as they may see it.</source>
        <translation>Mục phòng ban theo dõi được báo cho mọi người trong đó, mỗi người trong phạm vi được xem.</translation>
    </message>
    <message>
        <source>What you follow cannot be shown now.</source>
        <translation>Chưa tải được phần theo dõi.</translation>
    </message>
    <message>
        <source>You follow nothing yet</source>
        <translation>Bạn chưa theo dõi gì</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>“%1” tells you again</source>
        <translation>“%1” báo tin trở lại</translation>
    </message>
</context>
<context>
    <name>banhang::client::SubscriptionsPart</name>
    <message>
        <source>What you follow</source>
        <translation>Theo dõi thay đổi</translation>
    </message>
</context>
<context>
    <name>banhang::client::NotificationChangesPage</name>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Nothing left to show</source>
        <translation>Không còn gì để xem</translation>
    </message>
    <message>
        <source>The changes could not be loaded.</source>
        <translation>Chưa tải được các thay đổi.</translation>
    </message>
    <message>
        <source>What changed is gone by now, or you no longer see it.</source>
        <translation>Những gì thay đổi nay không còn, hoặc bạn không còn được xem.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Những gì đã thay đổi</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>put into the bin</source>
        <translation>đưa vào thùng rác</translation>
    </message>
    <message>
        <source>taken out of the bin</source>
        <translation>lấy ra khỏi thùng rác</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>%1 thay đổi đầu tiên</translation>
    </message>
</context>
<context>
    <name>banhang::client::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>banhang::client::StateView</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>ListNames</name>
    <message>
        <source>customers</source>
        <translation>khách hàng</translation>
    </message>
    <message>
        <source>talks and care requests</source>
        <translation>trao đổi và yêu cầu</translation>
    </message>
    <message>
        <source>care requests</source>
        <translation>yêu cầu chăm sóc</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ngành nghề</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Nghề nghiệp</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Thu nhập</translation>
    </message>
    <message>
        <source>Finances</source>
        <translation>Tài chính</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Habit</source>
        <translation>Thói quen</translation>
    </message>
    <message>
        <source>Trait</source>
        <translation>Tính cách</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Loại yêu cầu</translation>
    </message>
</context>
<context>
    <name>banhang::client::PickItemForm</name>
    <message>
        <source>In Vietna&amp;mese</source>
        <translation>Tên tiếng &amp;Việt</translation>
    </message>
    <message>
        <source>In Eng&amp;lish</source>
        <translation>Tên tiếng A&amp;nh</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Khóa</translation>
    </message>
    <message>
        <source>Records hold it, so it never changes.</source>
        <translation>Hồ sơ lưu theo khóa này nên không đổi được.</translation>
    </message>
    <message>
        <source>What records hold. It cannot be changed later.</source>
        <translation>Hồ sơ lưu theo khóa này; về sau không đổi được.</translation>
    </message>
</context>
<context>
    <name>banhang::client::PicklistsPage</name>
    <message>
        <source>Choice: %1</source>
        <translation>Lựa chọn: %1</translation>
    </message>
    <message>
        <source>Choice lists</source>
        <translation>Danh mục lựa chọn</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Thêm mục</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Entries of the list</source>
        <translation>Các mục trong danh mục</translation>
    </message>
    <message>
        <source>The lists cannot be shown now.</source>
        <translation>Chưa xem được danh mục.</translation>
    </message>
    <message>
        <source>%1, entries: %2</source>
        <translation>%1, %2 mục</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>chưa lưu</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>không dùng nữa</translation>
    </message>
    <message>
        <source>A colleague has changed this entry meanwhile.</source>
        <translation>Đồng nghiệp vừa sửa mục này.</translation>
    </message>
    <message>
        <source>It is “%1” now; saving puts in its place what you typed.</source>
        <translation>Bây giờ là “%1”; nếu lưu, chữ bạn gõ sẽ thay vào.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Chưa lưu được.</translation>
    </message>
    <message>
        <source>“%1” is not saved.</source>
        <translation>“%1” chưa lưu được.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>Chưa đổi được.</translation>
    </message>
    <message>
        <source>“%1” is not changed.</source>
        <translation>“%1” chưa đổi được.</translation>
    </message>
    <message>
        <source>Offered again: %1</source>
        <translation>Dùng lại: %1</translation>
    </message>
    <message>
        <source>No longer offered: %1</source>
        <translation>Không dùng nữa: %1</translation>
    </message>
    <message>
        <source>Not moved.</source>
        <translation>Chưa chuyển được.</translation>
    </message>
    <message>
        <source>“%1” is not moved.</source>
        <translation>“%1” chưa chuyển được.</translation>
    </message>
    <message>
        <source>No longer offer it</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
</context>
<context>
    <name>banhang::client::PicklistsPart</name>
    <message>
        <source>Choice lists</source>
        <translation>Danh mục lựa chọn</translation>
    </message>
</context>
<context>
    <name>banhang::client::WorkReassignment</name>
    <message>
        <source>%1 has nothing left to do</source>
        <translation>%1 không còn việc nào chưa xong</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1/%Ln mục</numerusform>
        </translation>
    </message>
    <message>
        <source>All that is still to do</source>
        <translation>Mọi việc chưa xong</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message numerus="yes">
        <source>Handed %Ln entries over to %1</source>
        <translation>
            <numerusform>Đã giao %Ln mục cho %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Hand over %1</source>
        <translation>Giao %1</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %Ln entries of %1 to %2?</source>
        <translation>
            <numerusform>Giao %Ln mục của %1 cho %2?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>Chưa giao được.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Đã dừng: %1</translation>
    </message>
    <message>
        <source>Work of %1</source>
        <translation>Việc của %1</translation>
    </message>
</context>
</TS>
