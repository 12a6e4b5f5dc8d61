-- Written by scripts/aspects_names from administrative-units-2026-10.csv: change those, not this file.
{{
    config(
        materialized="table",
        schema=var("report_database"),
        engine=aspects.get_engine("MergeTree()"),
        order_by="code",
    )
}}

select *
from
    format(
        CSVWithNames,
        'code String, province String, name String',
        $names$code,province,name
01,,Thành phố Hà Nội
00004,01,Phường Ba Đình
00008,01,Phường Ngọc Hà
00025,01,Phường Giảng Võ
00070,01,Phường Hoàn Kiếm
00082,01,Phường Cửa Nam
00091,01,Phường Phú Thượng
00097,01,Phường Hồng Hà
00103,01,Phường Tây Hồ
00118,01,Phường Bồ Đề
00127,01,Phường Việt Hưng
00136,01,Phường Phúc Lợi
00145,01,Phường Long Biên
00160,01,Phường Nghĩa Đô
00166,01,Phường Cầu Giấy
00175,01,Phường Yên Hòa
00190,01,Phường Ô Chợ Dừa
00199,01,Phường Láng
00226,01,Phường Văn Miếu - Quốc Tử Giám
00229,01,Phường Kim Liên
00235,01,Phường Đống Đa
00256,01,Phường Hai Bà Trưng
00283,01,Phường Vĩnh Tuy
00292,01,Phường Bạch Mai
00301,01,Phường Vĩnh Hưng
00316,01,Phường Định Công
00322,01,Phường Tương Mai
00328,01,Phường Lĩnh Nam
00331,01,Phường Hoàng Mai
00337,01,Phường Hoàng Liệt
00340,01,Phường Yên Sở
00352,01,Phường Phương Liệt
00364,01,Phường Khương Đình
00367,01,Phường Thanh Xuân
00376,01,Xã Sóc Sơn
00382,01,Xã Kim Anh
00385,01,Xã Trung Giã
00430,01,Xã Đa Phúc
00433,01,Xã Nội Bài
00454,01,Xã Đông Anh
00466,01,Xã Phúc Thịnh
00475,01,Xã Thư Lâm
00493,01,Xã Thiên Lộc
00508,01,Xã Vĩnh Thanh
00541,01,Xã Phù Đổng
00562,01,Xã Thuận An
00565,01,Xã Gia Lâm
00577,01,Xã Bát Tràng
00592,01,Phường Từ Liêm
00598,01,Phường Thượng Cát
00602,01,Phường Đông Ngạc
00611,01,Phường Xuân Đỉnh
00613,01,Phường Tây Tựu
00619,01,Phường Phú Diễn
00622,01,Phường Xuân Phương
00634,01,Phường Tây Mỗ
00637,01,Phường Đại Mỗ
00640,01,Xã Thanh Trì
00643,01,Phường Thanh Liệt
00664,01,Xã Đại Thanh
00679,01,Xã Ngọc Hồi
00685,01,Xã Nam Phù
04930,01,Xã Yên Xuân
08974,01,Xã Quang Minh
08980,01,Xã Yên Lãng
08995,01,Xã Tiến Thắng
09022,01,Xã Mê Linh
09552,01,Phường Kiến Hưng
09556,01,Phường Hà Đông
09562,01,Phường Yên Nghĩa
09568,01,Phường Phú Lương
09574,01,Phường Sơn Tây
09604,01,Phường Tùng Thiện
09616,01,Xã Đoài Phương
09619,01,Xã Quảng Oai
09634,01,Xã Cổ Đô
09661,01,Xã Minh Châu
09664,01,Xã Vật Lại
09676,01,Xã Bất Bạt
09694,01,Xã Suối Hai
09700,01,Xã Ba Vì
09706,01,Xã Yên Bài
09715,01,Xã Phúc Thọ
09739,01,Xã Phúc Lộc
09772,01,Xã Hát Môn
09784,01,Xã Đan Phượng
09787,01,Xã Liên Minh
09817,01,Xã Ô Diên
09832,01,Xã Hoài Đức
09856,01,Xã Dương Hòa
09871,01,Xã Sơn Đồng
09877,01,Xã An Khánh
09886,01,Phường Dương Nội
09895,01,Xã Quốc Oai
09910,01,Xã Kiều Phú
09931,01,Xã Hưng Đạo
09952,01,Xã Phú Cát
09955,01,Xã Thạch Thất
09982,01,Xã Hạ Bằng
09988,01,Xã Hòa Lạc
10003,01,Xã Tây Phương
10015,01,Phường Chương Mỹ
10030,01,Xã Phú Nghĩa
10045,01,Xã Xuân Mai
10072,01,Xã Quảng Bị
10081,01,Xã Trần Phú
10096,01,Xã Hòa Phú
10114,01,Xã Thanh Oai
10126,01,Xã Bình Minh
10144,01,Xã Tam Hưng
10180,01,Xã Dân Hòa
10183,01,Xã Thường Tín
10210,01,Xã Hồng Vân
10231,01,Xã Thượng Phúc
10237,01,Xã Chương Dương
10273,01,Xã Phú Xuyên
10279,01,Xã Phượng Dực
10330,01,Xã Chuyên Mỹ
10342,01,Xã Đại Xuyên
10354,01,Xã Vân Đình
10369,01,Xã Ứng Thiên
10402,01,Xã Ứng Hòa
10417,01,Xã Hòa Xá
10441,01,Xã Mỹ Đức
10459,01,Xã Phúc Sơn
10465,01,Xã Hồng Sơn
10489,01,Xã Hương Sơn
04,,Tỉnh Cao Bằng
01273,04,Phường Thục Phán
01279,04,Phường Nùng Trí Cao
01288,04,Phường Tân Giang
01290,04,Xã Bảo Lâm
01294,04,Xã Lý Bôn
01297,04,Xã Nam Quang
01304,04,Xã Quảng Lâm
01318,04,Xã Yên Thổ
01321,04,Xã Bảo Lạc
01324,04,Xã Cốc Pàng
01327,04,Xã Cô Ba
01336,04,Xã Khánh Xuân
01339,04,Xã Xuân Trường
01351,04,Xã Hưng Đạo
01354,04,Xã Huy Giáp
01360,04,Xã Sơn Lộ
01363,04,Xã Thông Nông
01366,04,Xã Cần Yên
01387,04,Xã Thanh Long
01392,04,Xã Trường Hà
01393,04,Xã Lũng Nặm
01414,04,Xã Tổng Cọt
01438,04,Xã Hà Quảng
01447,04,Xã Trà Lĩnh
01456,04,Xã Quang Hán
01465,04,Xã Quang Trung
01477,04,Xã Trùng Khánh
01489,04,Xã Đình Phong
01501,04,Xã Đàm Thủy
01525,04,Xã Đoài Dương
01537,04,Xã Lý Quốc
01552,04,Xã Quang Long
01558,04,Xã Hạ Lang
01561,04,Xã Vinh Quý
01576,04,Xã Quảng Uyên
01594,04,Xã Độc Lập
01618,04,Xã Hạnh Phúc
01636,04,Xã Bế Văn Đàn
01648,04,Xã Phục Hòa
01654,04,Xã Hòa An
01660,04,Xã Nam Tuấn
01699,04,Xã Nguyễn Huệ
01708,04,Xã Bạch Đằng
01726,04,Xã Nguyên Bình
01729,04,Xã Tĩnh Túc
01738,04,Xã Ca Thành
01747,04,Xã Minh Tâm
01768,04,Xã Phan Thanh
01774,04,Xã Tam Kim
01777,04,Xã Thành Công
01786,04,Xã Đông Khê
01789,04,Xã Canh Tân
01792,04,Xã Kim Đồng
01795,04,Xã Minh Khai
01807,04,Xã Thạch An
01822,04,Xã Đức Long
08,,Tỉnh Tuyên Quang
00691,08,Phường Hà Giang 2
00694,08,Phường Hà Giang 1
00700,08,Xã Ngọc Đường
00706,08,Xã Phú Linh
00715,08,Xã Lũng Cú
00721,08,Xã Đồng Văn
00733,08,Xã Sà Phìn
00745,08,Xã Phố Bảng
00763,08,Xã Lũng Phìn
00769,08,Xã Mèo Vạc
00778,08,Xã Sơn Vĩ
00787,08,Xã Sủng Máng
00802,08,Xã Khâu Vai
00808,08,Xã Tát Ngà
00817,08,Xã Niêm Sơn
00820,08,Xã Yên Minh
00829,08,Xã Thắng Mố
00832,08,Xã Bạch Đích
00847,08,Xã Mậu Duệ
00859,08,Xã Ngọc Long
00865,08,Xã Đường Thượng
00871,08,Xã Du Già
00874,08,Xã Quản Bạ
00883,08,Xã Cán Tỷ
00889,08,Xã Nghĩa Thuận
00892,08,Xã Tùng Vài
00901,08,Xã Lùng Tám
00913,08,Xã Vị Xuyên
00919,08,Xã Minh Tân
00922,08,Xã Thuận Hoà
00925,08,Xã Tùng Bá
00928,08,Xã Thanh Thủy
00937,08,Xã Lao Chải
00952,08,Xã Cao Bồ
00958,08,Xã Thượng Sơn
00967,08,Xã Việt Lâm
00970,08,Xã Linh Hồ
00976,08,Xã Bạch Ngọc
00982,08,Xã Minh Sơn
00985,08,Xã Giáp Trung
00991,08,Xã Bắc Mê
00994,08,Xã Minh Ngọc
01006,08,Xã Yên Cường
01012,08,Xã Đường Hồng
01021,08,Xã Hoàng Su Phì
01024,08,Xã Bản Máy
01033,08,Xã Thàng Tín
01051,08,Xã Tân Tiến
01057,08,Xã Pờ Ly Ngài
01075,08,Xã Nậm Dịch
01084,08,Xã Hồ Thầu
01090,08,Xã Thông Nguyên
01096,08,Xã Pà Vầy Sủ
01108,08,Xã Xín Mần
01117,08,Xã Trung Thịnh
01141,08,Xã Nấm Dẩn
01144,08,Xã Quảng Nguyên
01147,08,Xã Khuôn Lùng
01153,08,Xã Bắc Quang
01156,08,Xã Vĩnh Tuy
01165,08,Xã Đồng Tâm
01171,08,Xã Tân Quang
01180,08,Xã Bằng Hành
01192,08,Xã Liên Hiệp
01201,08,Xã Hùng An
01216,08,Xã Đồng Yên
01225,08,Xã Tiên Nguyên
01234,08,Xã Yên Thành
01237,08,Xã Quang Bình
01243,08,Xã Tân Trịnh
01246,08,Xã Bằng Lang
01255,08,Xã Xuân Giang
01261,08,Xã Tiên Yên
02212,08,Phường Nông Tiến
02215,08,Phường Minh Xuân
02221,08,Xã Nà Hang
02239,08,Xã Thượng Nông
02245,08,Xã Côn Lôn
02248,08,Xã Yên Hoa
02260,08,Xã Hồng Thái
02266,08,Xã Lâm Bình
02269,08,Xã Thượng Lâm
02287,08,Xã Chiêm Hoá
02296,08,Xã Bình An
02302,08,Xã Minh Quang
02305,08,Xã Trung Hà
02308,08,Xã Tân Mỹ
02317,08,Xã Yên Lập
02320,08,Xã Tân An
02332,08,Xã Kiên Đài
02350,08,Xã Kim Bình
02353,08,Xã Hoà An
02359,08,Xã Tri Phú
02365,08,Xã Yên Nguyên
02374,08,Xã Hàm Yên
02380,08,Xã Bạch Xa
02392,08,Xã Phù Lưu
02398,08,Xã Yên Phú
02404,08,Xã Bình Xa
02407,08,Xã Thái Sơn
02419,08,Xã Thái Hoà
02425,08,Xã Hùng Đức
02434,08,Xã Lực Hành
02437,08,Xã Kiến Thiết
02449,08,Xã Xuân Vân
02455,08,Xã Hùng Lợi
02458,08,Xã Trung Sơn
02470,08,Xã Tân Long
02473,08,Xã Yên Sơn
02494,08,Xã Thái Bình
02509,08,Phường Mỹ Lâm
02512,08,Phường An Tường
02524,08,Phường Bình Thuận
02530,08,Xã Nhữ Khê
02536,08,Xã Sơn Dương
02545,08,Xã Tân Trào
02548,08,Xã Bình Ca
02554,08,Xã Minh Thanh
02572,08,Xã Đông Thọ
02578,08,Xã Tân Thanh
02608,08,Xã Hồng Sơn
02611,08,Xã Phú Lương
02620,08,Xã Sơn Thuỷ
02623,08,Xã Trường Sinh
11,,Tỉnh Điện Biên
03127,11,Phường Điện Biên Phủ
03151,11,Phường Mường Lay
03158,11,Xã Sín Thầu
03160,11,Xã Mường Nhé
03162,11,Xã Nậm Kè
03163,11,Xã Mường Toong
03164,11,Xã Quảng Lâm
03166,11,Xã Mường Chà
03169,11,Xã Nà Hỳ
03172,11,Xã Na Sang
03175,11,Xã Chà Tở
03176,11,Xã Nà Bủng
03181,11,Xã Mường Tùng
03193,11,Xã Pa Ham
03194,11,Xã Nậm Nèn
03199,11,Xã Si Pa Phìn
03202,11,Xã Mường Pồn
03203,11,Xã Na Son
03208,11,Xã Xa Dung
03214,11,Xã Mường Luân
03217,11,Xã Tủa Chùa
03220,11,Xã Tủa Thàng
03226,11,Xã Sín Chải
03241,11,Xã Sính Phình
03244,11,Xã Sáng Nhè
03253,11,Xã Tuần Giáo
03256,11,Xã Mường Ảng
03260,11,Xã Pú Nhung
03268,11,Xã Mường Mùn
03283,11,Xã Chiềng Sinh
03295,11,Xã Quài Tở
03301,11,Xã Búng Lao
03313,11,Xã Mường Lạn
03316,11,Xã Nà Tấu
03325,11,Xã Mường Phăng
03328,11,Xã Thanh Nưa
03334,11,Phường Mường Thanh
03349,11,Xã Thanh Yên
03352,11,Xã Thanh An
03356,11,Xã Sam Mứn
03358,11,Xã Núa Ngam
03368,11,Xã Mường Nhà
03370,11,Xã Pu Nhi
03382,11,Xã Phình Giàng
03385,11,Xã Tìa Dình
12,,Tỉnh Lai Châu
03388,12,Phường Đoàn Kết
03390,12,Xã Bình Lư
03394,12,Xã Sin Suối Hồ
03405,12,Xã Tả Lèng
03408,12,Phường Tân Phong
03424,12,Xã Bản Bo
03430,12,Xã Khun Há
03433,12,Xã Bum Tở
03434,12,Xã Nậm Hàng
03439,12,Xã Thu Lũm
03442,12,Xã Pa Ủ
03445,12,Xã Mường Tè
03451,12,Xã Mù Cả
03460,12,Xã Hua Bum
03463,12,Xã Tà Tổng
03466,12,Xã Bum Nưa
03472,12,Xã Mường Mô
03478,12,Xã Sìn Hồ
03487,12,Xã Lê Lợi
03503,12,Xã Pa Tần
03508,12,Xã Hồng Thu
03517,12,Xã Nậm Tăm
03529,12,Xã Tủa Sín Chải
03532,12,Xã Pu Sam Cáp
03538,12,Xã Nậm Mạ
03544,12,Xã Nậm Cuổi
03549,12,Xã Phong Thổ
03562,12,Xã Sì Lở Lầu
03571,12,Xã Dào San
03583,12,Xã Khổng Lào
03595,12,Xã Than Uyên
03598,12,Xã Tân Uyên
03601,12,Xã Mường Khoa
03613,12,Xã Nậm Sỏ
03616,12,Xã Pắc Ta
03618,12,Xã Mường Than
03637,12,Xã Mường Kim
03640,12,Xã Khoen On
14,,Tỉnh Sơn La
03646,14,Phường Tô Hiệu
03664,14,Phường Chiềng An
03670,14,Phường Chiềng Cơi
03679,14,Phường Chiềng Sinh
03688,14,Xã Mường Chiên
03694,14,Xã Mường Giôn
03703,14,Xã Quỳnh Nhai
03712,14,Xã Mường Sại
03721,14,Xã Thuận Châu
03724,14,Xã Bình Thuận
03727,14,Xã Mường É
03754,14,Xã Chiềng La
03757,14,Xã Mường Khiêng
03760,14,Xã Mường Bám
03763,14,Xã Long Hẹ
03781,14,Xã Co Mạ
03784,14,Xã Nậm Lầu
03799,14,Xã Muổi Nọi
03808,14,Xã Mường La
03814,14,Xã Chiềng Lao
03820,14,Xã Ngọc Chiến
03847,14,Xã Mường Bú
03850,14,Xã Chiềng Hoa
03856,14,Xã Bắc Yên
03862,14,Xã Xím Vàng
03868,14,Xã Tà Xùa
03871,14,Xã Pắc Ngà
03880,14,Xã Tạ Khoa
03892,14,Xã Chiềng Sại
03901,14,Xã Suối Tọ
03907,14,Xã Mường Cơi
03910,14,Xã Phù Yên
03922,14,Xã Gia Phù
03943,14,Xã Mường Bang
03958,14,Xã Tường Hạ
03961,14,Xã Kim Bon
03970,14,Xã Tân Phong
03979,14,Phường Mộc Sơn
03980,14,Phường Mộc Châu
03982,14,Phường Thảo Nguyên
03985,14,Xã Chiềng Sơn
03997,14,Xã Tân Yên
04000,14,Xã Đoàn Kết
04006,14,Xã Song Khủa
04018,14,Xã Tô Múa
04033,14,Phường Vân Sơn
04045,14,Xã Lóng Sập
04048,14,Xã Vân Hồ
04057,14,Xã Xuân Nha
04075,14,Xã Yên Châu
04078,14,Xã Chiềng Hặc
04087,14,Xã Yên Sơn
04096,14,Xã Lóng Phiêng
04099,14,Xã Phiêng Khoài
04105,14,Xã Mai Sơn
04108,14,Xã Chiềng Sung
04117,14,Xã Mường Chanh
04123,14,Xã Chiềng Mung
04132,14,Xã Chiềng Mai
04136,14,Xã Tà Hộc
04144,14,Xã Phiêng Cằm
04159,14,Xã Phiêng Pằn
04168,14,Xã Sông Mã
04171,14,Xã Bó Sinh
04183,14,Xã Mường Lầm
04186,14,Xã Nậm Ty
04195,14,Xã Chiềng Sơ
04204,14,Xã Chiềng Khoong
04210,14,Xã Huổi Một
04219,14,Xã Mường Hung
04222,14,Xã Chiềng Khương
04228,14,Xã Púng Bánh
04231,14,Xã Sốp Cộp
04240,14,Xã Mường Lèo
04246,14,Xã Mường Lạn
15,,Tỉnh Lào Cai
02647,15,Phường Lào Cai
02671,15,Phường Cam Đường
02680,15,Xã Hợp Thành
02683,15,Xã Bát Xát
02686,15,Xã A Mú Sung
02695,15,Xã Trịnh Tường
02701,15,Xã Y Tý
02707,15,Xã Dền Sáng
02725,15,Xã Bản Xèo
02728,15,Xã Mường Hum
02746,15,Xã Cốc San
02752,15,Xã Pha Long
02761,15,Xã Mường Khương
02782,15,Xã Cao Sơn
02788,15,Xã Bản Lầu
02809,15,Xã Si Ma Cai
02824,15,Xã Sín Chéng
02839,15,Xã Bắc Hà
02842,15,Xã Tả Củ Tỷ
02848,15,Xã Lùng Phình
02869,15,Xã Bản Liền
02890,15,Xã Bảo Nhai
02896,15,Xã Cốc Lầu
02902,15,Xã Phong Hải
02905,15,Xã Bảo Thắng
02908,15,Xã Tằng Loỏng
02923,15,Xã Gia Phú
02926,15,Xã Xuân Quang
02947,15,Xã Bảo Yên
02953,15,Xã Nghĩa Đô
02962,15,Xã Xuân Hòa
02968,15,Xã Thượng Hà
02989,15,Xã Bảo Hà
02998,15,Xã Phúc Khánh
03004,15,Xã Ngũ Chỉ Sơn
03006,15,Phường Sa Pa
03013,15,Xã Tả Phìn
03037,15,Xã Tả Van
03043,15,Xã Mường Bo
03046,15,Xã Bản Hồ
03061,15,Xã Võ Lao
03076,15,Xã Nậm Chày
03082,15,Xã Văn Bàn
03085,15,Xã Nậm Xé
03091,15,Xã Chiềng Ken
03103,15,Xã Khánh Yên
03106,15,Xã Dương Quỳ
03121,15,Xã Minh Lương
04252,15,Phường Yên Bái
04273,15,Phường Nam Cường
04279,15,Phường Văn Phú
04288,15,Phường Nghĩa Lộ
04303,15,Xã Lục Yên
04309,15,Xã Lâm Thượng
04336,15,Xã Tân Lĩnh
04342,15,Xã Khánh Hòa
04345,15,Xã Mường Lai
04363,15,Xã Phúc Lợi
04375,15,Xã Mậu A
04381,15,Xã Lâm Giang
04387,15,Xã Châu Quế
04399,15,Xã Đông Cuông
04402,15,Xã Phong Dụ Hạ
04423,15,Xã Phong Dụ Thượng
04429,15,Xã Tân Hợp
04441,15,Xã Xuân Ái
04450,15,Xã Mỏ Vàng
04456,15,Xã Mù Cang Chải
04462,15,Xã Nậm Có
04465,15,Xã Khao Mang
04474,15,Xã Lao Chải
04489,15,Xã Chế Tạo
04492,15,Xã Púng Luông
04498,15,Xã Trấn Yên
04531,15,Xã Quy Mông
04537,15,Xã Lương Thịnh
04543,15,Phường Âu Lâu
04564,15,Xã Việt Hồng
04576,15,Xã Hưng Khánh
04585,15,Xã Hạnh Phúc
04603,15,Xã Tà Xi Láng
04606,15,Xã Trạm Tấu
04609,15,Xã Phình Hồ
04630,15,Xã Tú Lệ
04636,15,Xã Gia Hội
04651,15,Xã Sơn Lương
04660,15,Xã Liên Sơn
04663,15,Phường Trung Tâm
04672,15,Xã Văn Chấn
04681,15,Phường Cầu Thia
04693,15,Xã Cát Thịnh
04699,15,Xã Chấn Thịnh
04705,15,Xã Thượng Bằng La
04711,15,Xã Nghĩa Tâm
04714,15,Xã Yên Bình
04717,15,Xã Thác Bà
04726,15,Xã Cảm Nhân
04744,15,Xã Yên Thành
04750,15,Xã Bảo Ái
19,,Tỉnh Thái Nguyên
01840,19,Phường Đức Xuân
01843,19,Phường Bắc Kạn
01849,19,Xã Phong Quang
01864,19,Xã Bằng Thành
01879,19,Xã Cao Minh
01882,19,Xã Nghiên Loan
01894,19,Xã Phúc Lộc
01906,19,Xã Ba Bể
01912,19,Xã Chợ Rã
01921,19,Xã Thượng Minh
01933,19,Xã Đồng Phúc
01936,19,Xã Nà Phặc
01942,19,Xã Bằng Vân
01954,19,Xã Ngân Sơn
01957,19,Xã Thượng Quan
01960,19,Xã Hiệp Lực
01969,19,Xã Phủ Thông
01981,19,Xã Vĩnh Thông
02008,19,Xã Cẩm Giàng
02014,19,Xã Bạch Thông
02020,19,Xã Chợ Đồn
02026,19,Xã Nam Cường
02038,19,Xã Quảng Bạch
02044,19,Xã Yên Thịnh
02071,19,Xã Nghĩa Tá
02083,19,Xã Yên Phong
02086,19,Xã Chợ Mới
02101,19,Xã Thanh Mai
02104,19,Xã Tân Kỳ
02107,19,Xã Thanh Thịnh
02116,19,Xã Yên Bình
02143,19,Xã Văn Lang
02152,19,Xã Cường Lợi
02155,19,Xã Na Rì
02176,19,Xã Trần Phú
02185,19,Xã Côn Minh
02191,19,Xã Xuân Dương
05443,19,Phường Phan Đình Phùng
05455,19,Phường Quyết Thắng
05467,19,Phường Gia Sàng
05482,19,Phường Quan Triều
05488,19,Xã Đại Phúc
05500,19,Phường Tích Lương
05503,19,Xã Tân Cương
05518,19,Phường Sông Công
05528,19,Phường Bách Quang
05533,19,Phường Bá Xuyên
05542,19,Xã Lam Vỹ
05551,19,Xã Kim Phượng
05563,19,Xã Phượng Tiến
05569,19,Xã Định Hóa
05581,19,Xã Trung Hội
05587,19,Xã Bình Yên
05602,19,Xã Phú Đình
05605,19,Xã Bình Thành
05611,19,Xã Phú Lương
05620,19,Xã Yên Trạch
05632,19,Xã Hợp Thành
05641,19,Xã Vô Tranh
05662,19,Xã Trại Cau
05665,19,Xã Văn Lăng
05674,19,Xã Quang Sơn
05680,19,Xã Văn Hán
05692,19,Xã Đồng Hỷ
05707,19,Xã Nam Hòa
05710,19,Phường Linh Sơn
05716,19,Xã Võ Nhai
05719,19,Xã Sảng Mộc
05722,19,Xã Nghinh Tường
05725,19,Xã Thần Sa
05740,19,Xã La Hiên
05746,19,Xã Tràng Xá
05755,19,Xã Dân Tiến
05773,19,Xã Phú Xuyên
05776,19,Xã Đức Lương
05788,19,Xã Phú Lạc
05800,19,Xã Phú Thịnh
05809,19,Xã An Khánh
05818,19,Xã La Bằng
05830,19,Xã Đại Từ
05845,19,Xã Vạn Phú
05851,19,Xã Quân Chu
05857,19,Phường Phúc Thuận
05860,19,Phường Phổ Yên
05881,19,Xã Thành Công
05890,19,Phường Vạn Xuân
05899,19,Phường Trung Thành
05908,19,Xã Phú Bình
05917,19,Xã Tân Khánh
05923,19,Xã Tân Thành
05941,19,Xã Điềm Thụy
05953,19,Xã Kha Sơn
20,,Tỉnh Lạng Sơn
05977,20,Phường Đông Kinh
05983,20,Phường Lương Văn Tri
05986,20,Phường Tam Thanh
06001,20,Xã Đoàn Kết
06004,20,Xã Quốc Khánh
06019,20,Xã Tân Tiến
06037,20,Xã Kháng Chiến
06040,20,Xã Thất Khê
06046,20,Xã Tràng Định
06058,20,Xã Quốc Việt
06073,20,Xã Hoa Thám
06076,20,Xã Quý Hòa
06079,20,Xã Hồng Phong
06085,20,Xã Thiện Hòa
06091,20,Xã Thiện Thuật
06103,20,Xã Thiện Long
06112,20,Xã Bình Gia
06115,20,Xã Tân Văn
06124,20,Xã Na Sầm
06148,20,Xã Thụy Hùng
06151,20,Xã Hội Hoan
06154,20,Xã Văn Lãng
06172,20,Xã Hoàng Văn Thụ
06184,20,Xã Đồng Đăng
06187,20,Phường Kỳ Lừa
06196,20,Xã Ba Sơn
06211,20,Xã Cao Lộc
06220,20,Xã Công Sơn
06253,20,Xã Văn Quan
06280,20,Xã Điềm He
06286,20,Xã Khánh Khê
06298,20,Xã Yên Phúc
06313,20,Xã Tri Lễ
06316,20,Xã Tân Đoàn
06325,20,Xã Bắc Sơn
06337,20,Xã Tân Tri
06349,20,Xã Hưng Vũ
06364,20,Xã Vũ Lễ
06367,20,Xã Vũ Lăng
06376,20,Xã Nhất Hòa
06385,20,Xã Hữu Lũng
06391,20,Xã Yên Bình
06400,20,Xã Hữu Liên
06415,20,Xã Vân Nham
06427,20,Xã Cai Kinh
06436,20,Xã Thiện Tân
06445,20,Xã Tân Thành
06457,20,Xã Tuấn Sơn
06463,20,Xã Chi Lăng
06475,20,Xã Bằng Mạc
06481,20,Xã Chiến Thắng
06496,20,Xã Nhân Lý
06505,20,Xã Vạn Linh
06517,20,Xã Quan Sơn
06526,20,Xã Na Dương
06529,20,Xã Lộc Bình
06541,20,Xã Mẫu Sơn
06565,20,Xã Khuất Xá
06577,20,Xã Thống Nhất
06601,20,Xã Lợi Bác
06607,20,Xã Xuân Dương
06613,20,Xã Đình Lập
06616,20,Xã Thái Bình
06625,20,Xã Kiên Mộc
06637,20,Xã Châu Sơn
22,,Thành phố Quảng Ninh
06652,22,Phường Hà Tu
06658,22,Phường Cao Xanh
06661,22,Phường Việt Hưng
06673,22,Phường Bãi Cháy
06676,22,Phường Hà Lầm
06685,22,Phường Hồng Gai
06688,22,Phường Hạ Long
06706,22,Phường Tuần Châu
06709,22,Phường Móng Cái 2
06712,22,Phường Móng Cái 1
06724,22,Xã Hải Sơn
06733,22,Xã Hải Ninh
06736,22,Phường Móng Cái 3
06757,22,Xã Vĩnh Thực
06760,22,Phường Mông Dương
06778,22,Phường Quang Hanh
06781,22,Phường Cửa Ông
06793,22,Phường Cẩm Phả
06799,22,Xã Hải Hòa
06811,22,Phường Uông Bí
06820,22,Phường Vàng Danh
06832,22,Phường Yên Tử
06838,22,Xã Bình Liêu
06841,22,Xã Hoành Mô
06856,22,Xã Lục Hồn
06862,22,Xã Tiên Yên
06874,22,Xã Điền Xá
06877,22,Xã Đông Ngũ
06886,22,Xã Hải Lạng
06895,22,Xã Đầm Hà
06913,22,Xã Quảng Tân
06922,22,Xã Quảng Hà
06931,22,Xã Quảng Đức
06946,22,Xã Đường Hoa
06967,22,Xã Cái Chiên
06970,22,Xã Ba Chẽ
06979,22,Xã Kỳ Thượng
06985,22,Xã Lương Minh
06994,22,Đặc khu Vân Đồn
07030,22,Phường Hoành Bồ
07054,22,Xã Quảng La
07060,22,Xã Thống Nhất
07069,22,Phường Mạo Khê
07081,22,Phường Bình Khê
07090,22,Phường An Sinh
07093,22,Phường Đông Triều
07114,22,Phường Hoàng Quế
07132,22,Phường Quảng Yên
07135,22,Phường Đông Mai
07147,22,Phường Hiệp Hòa
07168,22,Phường Hà An
07180,22,Phường Liên Hòa
07183,22,Phường Phong Cốc
07192,22,Đặc khu Cô Tô
24,,Thành phố Bắc Ninh
07210,24,Phường Bắc Giang
07228,24,Phường Đa Mai
07246,24,Xã Xuân Lương
07264,24,Xã Tam Tiến
07282,24,Xã Đồng Kỳ
07288,24,Xã Yên Thế
07294,24,Phường Bố Hạ
07306,24,Xã Nhã Nam
07330,24,Xã Phúc Hòa
07333,24,Xã Quang Trung
07339,24,Xã Tân Yên
07351,24,Xã Ngọc Thiện
07375,24,Phường Lạng Giang
07381,24,Xã Tiên Lục
07399,24,Phường Kép
07420,24,Xã Mỹ Thái
07432,24,Xã Tân Dĩnh
07444,24,Phường Lục Nam
07450,24,Xã Đông Phú
07462,24,Xã Bảo Đài
07486,24,Xã Nghĩa Phương
07489,24,Xã Trường Sơn
07492,24,Xã Lục Sơn
07498,24,Xã Bắc Lũng
07519,24,Xã Cẩm Lý
07525,24,Phường Chũ
07531,24,Xã Tân Sơn
07534,24,Xã Sa Lý
07537,24,Xã Biên Sơn
07543,24,Xã Sơn Hải
07552,24,Xã Kiên Lao
07573,24,Xã Biển Động
07582,24,Xã Lục Ngạn
07594,24,Xã Đèo Gia
07603,24,Xã Nam Dương
07612,24,Phường Phượng Sơn
07615,24,Xã Sơn Động
07616,24,Xã Tây Yên Tử
07621,24,Xã Vân Sơn
07627,24,Xã Đại Sơn
07642,24,Xã Yên Định
07654,24,Xã An Lạc
07663,24,Xã Tuấn Đạo
07672,24,Xã Dương Hưu
07681,24,Phường Yên Dũng
07682,24,Phường Tân An
07696,24,Phường Tiền Phong
07699,24,Phường Tân Tiến
07735,24,Xã Đồng Việt
07738,24,Phường Cảnh Thụy
07774,24,Phường Tự Lạn
07777,24,Phường Việt Yên
07795,24,Phường Nếnh
07798,24,Phường Vân Hà
07822,24,Xã Hoàng Vân
07840,24,Phường Hiệp Hoà
07864,24,Xã Hợp Thịnh
07870,24,Xã Xuân Cẩm
09169,24,Phường Vũ Ninh
09187,24,Phường Kinh Bắc
09190,24,Phường Võ Cường
09193,24,Phường Yên Phong
09202,24,Xã Tam Giang
09205,24,Xã Yên Trung
09208,24,Xã Tam Đa
09238,24,Xã Văn Môn
09247,24,Phường Quế Võ
09253,24,Phường Nhân Hòa
09265,24,Phường Phương Liễu
09286,24,Phường Nam Sơn
09292,24,Phường Phù Lãng
09295,24,Phường Bồng Lai
09301,24,Phường Đào Viên
09313,24,Phường Chi Lăng
09319,24,Phường Tiên Du
09325,24,Phường Hạp Lĩnh
09334,24,Xã Liên Bão
09340,24,Xã Đại Đồng
09343,24,Xã Tân Chi
09349,24,Xã Phật Tích
09367,24,Phường Từ Sơn
09370,24,Phường Tam Sơn
09379,24,Phường Phù Khê
09385,24,Phường Đồng Nguyên
09400,24,Phường Thuận Thành
09409,24,Phường Mão Điền
09427,24,Phường Trí Quả
09430,24,Phường Trạm Lộ
09433,24,Phường Song Liễu
09445,24,Phường Ninh Xá
09454,24,Phường Gia Bình
09466,24,Xã Cao Đức
09469,24,Xã Đại Lai
09475,24,Phường Nhân Thắng
09487,24,Xã Đông Cứu
09496,24,Phường Lương Tài
09499,24,Xã Trung Kênh
09523,24,Xã Trung Chính
09529,24,Xã Lâm Thao
25,,Tỉnh Phú Thọ
04792,25,Phường Tân Hòa
04795,25,Phường Hòa Bình
04828,25,Phường Thống Nhất
04831,25,Xã Đà Bắc
04846,25,Xã Đức Nhàn
04849,25,Xã Tân Pheo
04873,25,Xã Quy Đức
04876,25,Xã Cao Sơn
04891,25,Xã Tiền Phong
04894,25,Phường Kỳ Sơn
04897,25,Xã Thịnh Minh
04924,25,Xã Lương Sơn
04960,25,Xã Liên Sơn
04978,25,Xã Kim Bôi
04990,25,Xã Nật Sơn
05014,25,Xã Mường Động
05047,25,Xã Cao Dương
05068,25,Xã Hợp Kim
05086,25,Xã Dũng Tiến
05089,25,Xã Cao Phong
05092,25,Xã Thung Nai
05116,25,Xã Mường Thàng
05128,25,Xã Tân Lạc
05134,25,Xã Mường Hoa
05152,25,Xã Vân Sơn
05158,25,Xã Mường Bi
05191,25,Xã Toàn Thắng
05200,25,Xã Mai Châu
05206,25,Xã Tân Mai
05212,25,Xã Pà Cò
05245,25,Xã Bao La
05251,25,Xã Mai Hạ
05266,25,Xã Lạc Sơn
05287,25,Xã Mường Vang
05290,25,Xã Nhân Nghĩa
05293,25,Xã Thượng Cốc
05305,25,Xã Yên Phú
05323,25,Xã Quyết Thắng
05329,25,Xã Ngọc Sơn
05347,25,Xã Đại Đồng
05353,25,Xã Yên Thủy
05362,25,Xã Lạc Lương
05386,25,Xã Yên Trị
05392,25,Xã Lạc Thủy
05395,25,Xã An Nghĩa
05425,25,Xã An Bình
07894,25,Phường Nông Trang
07900,25,Phường Việt Trì
07909,25,Phường Thanh Miếu
07918,25,Phường Vân Phú
07942,25,Phường Phú Thọ
07948,25,Phường Âu Cơ
07954,25,Phường Phong Châu
07969,25,Xã Đoan Hùng
07996,25,Xã Bằng Luân
07999,25,Xã Chí Đám
08023,25,Xã Tây Cốc
08038,25,Xã Chân Mộng
08053,25,Xã Hạ Hòa
08071,25,Xã Đan Thượng
08110,25,Xã Hiền Lương
08113,25,Xã Yên Kỳ
08134,25,Xã Văn Lang
08143,25,Xã Vĩnh Chân
08152,25,Xã Thanh Ba
08173,25,Xã Quảng Yên
08203,25,Xã Hoàng Cương
08209,25,Xã Đông Thành
08218,25,Xã Chí Tiên
08227,25,Xã Liên Minh
08230,25,Xã Phù Ninh
08236,25,Xã Phú Mỹ
08245,25,Xã Trạm Thản
08254,25,Xã Dân Chủ
08275,25,Xã Bình Phú
08290,25,Xã Yên Lập
08296,25,Xã Sơn Lương
08305,25,Xã Xuân Viên
08311,25,Xã Trung Sơn
08323,25,Xã Thượng Long
08338,25,Xã Minh Hòa
08341,25,Xã Cẩm Khê
08344,25,Xã Tiên Lương
08377,25,Xã Vân Bán
08398,25,Xã Phú Khê
08416,25,Xã Hùng Việt
08431,25,Xã Đồng Lương
08434,25,Xã Tam Nông
08443,25,Xã Hiền Quan
08467,25,Xã Vạn Xuân
08479,25,Xã Thọ Văn
08494,25,Xã Lâm Thao
08500,25,Xã Xuân Lũng
08515,25,Xã Hy Cương
08521,25,Xã Phùng Nguyên
08527,25,Xã Bản Nguyên
08542,25,Xã Thanh Sơn
08545,25,Xã Thu Cúc
08560,25,Xã Lai Đồng
08566,25,Xã Tân Sơn
08584,25,Xã Võ Miếu
08590,25,Xã Xuân Đài
08593,25,Xã Minh Đài
08611,25,Xã Văn Miếu
08614,25,Xã Cự Đồng
08620,25,Xã Long Cốc
08632,25,Xã Hương Cần
08635,25,Xã Khả Cửu
08656,25,Xã Yên Sơn
08662,25,Xã Đào Xá
08674,25,Xã Thanh Thủy
08686,25,Xã Tu Vũ
08707,25,Phường Vĩnh Yên
08716,25,Phường Vĩnh Phúc
08740,25,Phường Phúc Yên
08746,25,Phường Xuân Hòa
08761,25,Xã Lập Thạch
08770,25,Xã Hợp Lý
08773,25,Xã Yên Lãng
08782,25,Xã Hải Lựu
08788,25,Xã Thái Hòa
08812,25,Xã Liên Hòa
08824,25,Xã Tam Sơn
08842,25,Xã Tiên Lữ
08848,25,Xã Sông Lô
08866,25,Xã Sơn Đông
08869,25,Xã Tam Dương
08872,25,Xã Tam Dương Bắc
08896,25,Xã Hoàng An
08905,25,Xã Hội Thịnh
08911,25,Xã Tam Đảo
08914,25,Xã Đạo Trù
08923,25,Xã Đại Đình
08935,25,Xã Bình Nguyên
08944,25,Xã Bình Tuyền
08950,25,Xã Bình Xuyên
08971,25,Xã Xuân Lãng
09025,25,Xã Yên Lạc
09040,25,Xã Tề Lỗ
09043,25,Xã Tam Hồng
09052,25,Xã Nguyệt Đức
09064,25,Xã Liên Châu
09076,25,Xã Vĩnh Tường
09079,25,Xã Vĩnh An
09100,25,Xã Vĩnh Hưng
09106,25,Xã Vĩnh Thành
09112,25,Xã Thổ Tang
09154,25,Xã Vĩnh Phú
31,,Thành phố Hải Phòng
10507,31,Phường Thành Đông
10525,31,Phường Hải Dương
10532,31,Phường Lê Thanh Nghị
10537,31,Phường Tân Hưng
10543,31,Phường Việt Hòa
10546,31,Phường Chí Linh
10549,31,Phường Chu Văn An
10552,31,Phường Nguyễn Trãi
10570,31,Phường Trần Hưng Đạo
10573,31,Phường Trần Nhân Tông
10603,31,Phường Lê Đại Hành
10606,31,Xã Nam Sách
10615,31,Xã Hợp Tiến
10633,31,Xã Trần Phú
10642,31,Xã Thái Tân
10645,31,Xã An Phú
10660,31,Phường Ái Quốc
10675,31,Phường Kinh Môn
10678,31,Phường Bắc An Phụ
10705,31,Xã Nam An Phụ
10714,31,Phường Nhị Chiểu
10726,31,Phường Phạm Sư Mạnh
10729,31,Phường Trần Liễu
10744,31,Phường Nguyễn Đại Năng
10750,31,Xã Phú Thái
10756,31,Xã Lai Khê
10792,31,Xã An Thành
10804,31,Xã Kim Thành
10813,31,Xã Thanh Hà
10816,31,Xã Hà Bắc
10837,31,Phường Nam Đồng
10843,31,Xã Hà Nam
10846,31,Xã Hà Tây
10882,31,Xã Hà Đông
10888,31,Xã Cẩm Giang
10891,31,Phường Tứ Minh
10903,31,Xã Cẩm Giàng
10909,31,Xã Tuệ Tĩnh
10930,31,Xã Mao Điền
10945,31,Xã Kẻ Sặt
10966,31,Xã Bình Giang
10972,31,Xã Đường An
10993,31,Xã Thượng Hồng
10999,31,Xã Gia Lộc
11002,31,Phường Thạch Khôi
11020,31,Xã Yết Kiêu
11050,31,Xã Gia Phúc
11065,31,Xã Trường Tân
11074,31,Xã Tứ Kỳ
11086,31,Xã Đại Sơn
11113,31,Xã Tân Kỳ
11131,31,Xã Chí Minh
11140,31,Xã Lạc Phượng
11146,31,Xã Nguyên Giáp
11164,31,Xã Vĩnh Lại
11167,31,Xã Tân An
11203,31,Xã Ninh Giang
11218,31,Xã Hồng Châu
11224,31,Xã Khúc Thừa Dụ
11239,31,Xã Thanh Miện
11242,31,Xã Nguyễn Lương Bằng
11254,31,Xã Bắc Thanh Miện
11257,31,Xã Hải Hưng
11284,31,Xã Nam Thanh Miện
11311,31,Phường Hồng Bàng
11329,31,Phường Ngô Quyền
11359,31,Phường Gia Viên
11383,31,Phường Lê Chân
11407,31,Phường An Biên
11411,31,Phường Đông Hải
11413,31,Phường Hải An
11443,31,Phường Kiến An
11446,31,Phường Phù Liễn
11455,31,Phường Đồ Sơn
11473,31,Phường Bạch Đằng
11488,31,Phường Lưu Kiếm
11503,31,Xã Việt Khê
11506,31,Phường Lê Ích Mộc
11533,31,Phường Hòa Bình
11542,31,Phường Nam Triệu
11557,31,Phường Thiên Hương
11560,31,Phường Thủy Nguyên
11581,31,Phường An Dương
11593,31,Phường An Phong
11602,31,Phường Hồng An
11617,31,Phường An Hải
11629,31,Xã An Lão
11635,31,Xã An Trường
11647,31,Xã An Quang
11668,31,Xã An Khánh
11674,31,Xã An Hưng
11680,31,Xã Kiến Thụy
11689,31,Phường Hưng Đạo
11692,31,Phường Dương Kinh
11713,31,Xã Nghi Dương
11725,31,Xã Kiến Minh
11728,31,Xã Kiến Hưng
11737,31,Phường Nam Đồ Sơn
11749,31,Xã Kiến Hải
11755,31,Xã Tiên Lãng
11761,31,Xã Quyết Thắng
11779,31,Xã Tân Minh
11791,31,Xã Tiên Minh
11806,31,Xã Chấn Hưng
11809,31,Xã Hùng Thắng
11824,31,Xã Vĩnh Bảo
11836,31,Xã Vĩnh Thịnh
11842,31,Xã Vĩnh Thuận
11848,31,Xã Vĩnh Hòa
11875,31,Xã Vĩnh Hải
11887,31,Xã Vĩnh Am
11911,31,Xã Nguyễn Bỉnh Khiêm
11914,31,Đặc khu Cát Hải
11948,31,Đặc khu Bạch Long Vĩ
33,,Tỉnh Hưng Yên
11953,33,Phường Phố Hiến
11977,33,Xã Tân Hưng
11980,33,Phường Hồng Châu
11983,33,Phường Sơn Nam
11992,33,Xã Lạc Đạo
11995,33,Xã Đại Đồng
12004,33,Xã Như Quỳnh
12019,33,Xã Văn Giang
12025,33,Xã Phụng Công
12031,33,Xã Nghĩa Trụ
12049,33,Xã Mễ Sở
12064,33,Xã Nguyễn Văn Linh
12070,33,Xã Hoàn Long
12073,33,Xã Yên Mỹ
12091,33,Xã Việt Yên
12103,33,Phường Mỹ Hào
12127,33,Phường Thượng Hồng
12133,33,Phường Đường Hào
12142,33,Xã Ân Thi
12148,33,Xã Phạm Ngũ Lão
12166,33,Xã Xuân Trúc
12184,33,Xã Nguyễn Trãi
12196,33,Xã Hồng Quang
12205,33,Xã Khoái Châu
12223,33,Xã Triệu Việt Vương
12238,33,Xã Việt Tiến
12247,33,Xã Châu Ninh
12271,33,Xã Chí Minh
12280,33,Xã Lương Bằng
12286,33,Xã Nghĩa Dân
12313,33,Xã Đức Hợp
12322,33,Xã Hiệp Cường
12337,33,Xã Hoàng Hoa Thám
12361,33,Xã Tiên Hoa
12364,33,Xã Tiên Lữ
12391,33,Xã Quang Hưng
12406,33,Xã Đoàn Đào
12424,33,Xã Tiên Tiến
12427,33,Xã Tống Trân
12452,33,Phường Trần Hưng Đạo
12454,33,Phường Trần Lãm
12466,33,Phường Vũ Phúc
12472,33,Xã Quỳnh Phụ
12499,33,Xã A Sào
12511,33,Xã Minh Thọ
12517,33,Xã Ngọc Lâm
12523,33,Xã Phụ Dực
12526,33,Xã Đồng Bằng
12532,33,Xã Nguyễn Du
12577,33,Xã Quỳnh An
12583,33,Xã Tân Tiến
12586,33,Xã Hưng Hà
12595,33,Xã Ngự Thiên
12613,33,Xã Long Hưng
12619,33,Xã Diên Hà
12631,33,Xã Thần Khê
12634,33,Xã Tiên La
12676,33,Xã Lê Quý Đôn
12685,33,Xã Hồng Minh
12688,33,Xã Đông Hưng
12694,33,Xã Bắc Đông Hưng
12700,33,Xã Bắc Tiên Hưng
12736,33,Xã Đông Tiên Hưng
12745,33,Xã Bắc Đông Quan
12754,33,Xã Tiên Hưng
12763,33,Xã Nam Tiên Hưng
12775,33,Xã Nam Đông Hưng
12793,33,Xã Đông Quan
12817,33,Phường Trà Lý
12826,33,Xã Thái Thụy
12850,33,Xã Tây Thụy Anh
12859,33,Xã Bắc Thụy Anh
12862,33,Xã Đông Thụy Anh
12865,33,Xã Thụy Anh
12904,33,Xã Nam Thụy Anh
12916,33,Xã Bắc Thái Ninh
12919,33,Xã Tây Thái Ninh
12922,33,Xã Thái Ninh
12943,33,Xã Đông Thái Ninh
12961,33,Xã Nam Thái Ninh
12970,33,Xã Tiền Hải
12988,33,Xã Đông Tiền Hải
13003,33,Xã Đồng Châu
13021,33,Xã Ái Quốc
13039,33,Xã Tây Tiền Hải
13057,33,Xã Nam Cường
13063,33,Xã Nam Tiền Hải
13066,33,Xã Hưng Phú
13075,33,Xã Kiến Xương
13093,33,Xã Trà Giang
13096,33,Xã Bình Nguyên
13120,33,Xã Lê Lợi
13132,33,Xã Quang Lịch
13141,33,Xã Vũ Quý
13159,33,Xã Hồng Vũ
13183,33,Xã Bình Thanh
13186,33,Xã Bình Định
13192,33,Xã Vũ Thư
13219,33,Xã Vạn Xuân
13222,33,Xã Thư Trì
13225,33,Phường Thái Bình
13246,33,Xã Tân Thuận
13264,33,Xã Thư Vũ
13279,33,Xã Vũ Tiên
37,,Tỉnh Ninh Bình
13285,37,Phường Phủ Lý
13291,37,Phường Phù Vân
13318,37,Phường Châu Sơn
13324,37,Phường Duy Tiên
13330,37,Phường Duy Tân
13336,37,Phường Duy Hà
13348,37,Phường Đồng Văn
13363,37,Phường Tiên Sơn
13366,37,Phường Hà Nam
13384,37,Phường Kim Bảng
13393,37,Phường Lê Hồ
13396,37,Phường Nguyễn Uý
13402,37,Phường Kim Thanh
13420,37,Phường Tam Chúc
13435,37,Phường Lý Thường Kiệt
13444,37,Phường Liêm Tuyền
13456,37,Xã Liêm Hà
13474,37,Xã Tân Thanh
13483,37,Xã Thanh Bình
13489,37,Xã Thanh Lâm
13495,37,Xã Thanh Liêm
13501,37,Xã Bình Mỹ
13504,37,Xã Bình Lục
13531,37,Xã Bình Giang
13540,37,Xã Bình An
13558,37,Xã Bình Sơn
13573,37,Xã Lý Nhân
13579,37,Xã Bắc Lý
13591,37,Xã Nam Xang
13594,37,Xã Trần Thương
13597,37,Xã Vĩnh Trụ
13609,37,Xã Nhân Hà
13627,37,Xã Nam Lý
13669,37,Phường Nam Định
13684,37,Phường Thiên Trường
13693,37,Phường Đông A
13699,37,Phường Thành Nam
13708,37,Phường Mỹ Lộc
13741,37,Xã Vụ Bản
13750,37,Xã Minh Tân
13753,37,Xã Hiển Khánh
13777,37,Phường Trường Thi
13786,37,Xã Liên Minh
13795,37,Xã Ý Yên
13807,37,Xã Tân Minh
13822,37,Xã Phong Doanh
13834,37,Xã Vũ Dương
13864,37,Xã Vạn Thắng
13870,37,Xã Yên Cường
13879,37,Xã Yên Đồng
13891,37,Xã Nghĩa Hưng
13894,37,Xã Rạng Đông
13900,37,Xã Đồng Thịnh
13918,37,Xã Nghĩa Sơn
13927,37,Xã Hồng Phong
13939,37,Xã Quỹ Nhất
13957,37,Xã Nghĩa Lâm
13966,37,Xã Nam Trực
13972,37,Phường Vị Khê
13984,37,Phường Hồng Quang
13987,37,Xã Nam Hồng
14005,37,Xã Nam Ninh
14011,37,Xã Nam Minh
14014,37,Xã Nam Đồng
14026,37,Xã Cổ Lễ
14038,37,Xã Ninh Giang
14053,37,Xã Trực Ninh
14056,37,Xã Cát Thành
14062,37,Xã Quang Hưng
14071,37,Xã Minh Thái
14077,37,Xã Ninh Cường
14089,37,Xã Xuân Trường
14095,37,Xã Xuân Hồng
14104,37,Xã Xuân Giang
14122,37,Xã Xuân Hưng
14161,37,Xã Giao Minh
14167,37,Xã Giao Thuỷ
14179,37,Xã Giao Hưng
14182,37,Xã Giao Hoà
14194,37,Xã Giao Bình
14203,37,Xã Giao Phúc
14212,37,Xã Giao Ninh
14215,37,Xã Hải Hậu
14218,37,Xã Hải Tiến
14221,37,Xã Hải Thịnh
14236,37,Xã Hải Anh
14248,37,Xã Hải Hưng
14281,37,Xã Hải An
14287,37,Xã Hải Quang
14308,37,Xã Hải Xuân
14329,37,Phường Hoa Lư
14359,37,Phường Nam Hoa Lư
14362,37,Phường Tam Điệp
14365,37,Phường Trung Sơn
14371,37,Phường Yên Sơn
14389,37,Xã Gia Lâm
14401,37,Xã Gia Tường
14404,37,Xã Cúc Phương
14407,37,Xã Phú Sơn
14428,37,Xã Nho Quan
14434,37,Xã Thanh Sơn
14452,37,Xã Quỳnh Lưu
14458,37,Xã Phú Long
14464,37,Xã Gia Viễn
14482,37,Xã Gia Hưng
14488,37,Xã Gia Vân
14494,37,Xã Gia Trấn
14500,37,Xã Đại Hoàng
14524,37,Xã Gia Phong
14533,37,Phường Tây Hoa Lư
14560,37,Xã Yên Khánh
14563,37,Xã Khánh Thiện
14566,37,Phường Đông Hoa Lư
14608,37,Xã Khánh Trung
14611,37,Xã Khánh Nhạc
14614,37,Xã Khánh Hội
14620,37,Xã Phát Diệm
14623,37,Xã Bình Minh
14638,37,Xã Kim Sơn
14647,37,Xã Quang Thiện
14653,37,Xã Chất Bình
14674,37,Xã Lai Thành
14677,37,Xã Định Hóa
14698,37,Xã Kim Đông
14701,37,Xã Yên Mô
14725,37,Phường Yên Thắng
14728,37,Xã Yên Từ
14743,37,Xã Yên Mạc
14746,37,Xã Đồng Thái
38,,Tỉnh Thanh Hóa
14758,38,Phường Hàm Rồng
14797,38,Phường Hạc Thành
14812,38,Phường Bỉm Sơn
14818,38,Phường Quang Trung
14845,38,Xã Mường Lát
14848,38,Xã Tam Chung
14854,38,Xã Mường Lý
14857,38,Xã Trung Lý
14860,38,Xã Quang Chiểu
14863,38,Xã Pù Nhi
14864,38,Xã Nhi Sơn
14866,38,Xã Mường Chanh
14869,38,Xã Hồi Xuân
14872,38,Xã Trung Thành
14875,38,Xã Trung Sơn
14878,38,Xã Phú Lệ
14890,38,Xã Phú Xuân
14896,38,Xã Hiền Kiệt
14902,38,Xã Nam Xuân
14908,38,Xã Thiên Phủ
14923,38,Xã Bá Thước
14932,38,Xã Điền Quang
14950,38,Xã Điền Lư
14953,38,Xã Quý Lương
14956,38,Xã Pù Luông
14959,38,Xã Cổ Lũng
14974,38,Xã Văn Nho
14980,38,Xã Thiết Ống
15001,38,Xã Trung Hạ
15007,38,Xã Tam Thanh
15010,38,Xã Sơn Thủy
15013,38,Xã Na Mèo
15016,38,Xã Quan Sơn
15019,38,Xã Tam Lư
15022,38,Xã Sơn Điện
15025,38,Xã Mường Mìn
15031,38,Xã Yên Khương
15034,38,Xã Yên Thắng
15043,38,Xã Giao An
15049,38,Xã Văn Phú
15055,38,Xã Linh Sơn
15058,38,Xã Đồng Lương
15061,38,Xã Ngọc Lặc
15085,38,Xã Thạch Lập
15091,38,Xã Ngọc Liên
15106,38,Xã Nguyệt Ấn
15112,38,Xã Kiên Thọ
15124,38,Xã Minh Sơn
15127,38,Xã Cẩm Thủy
15142,38,Xã Cẩm Thạch
15148,38,Xã Cẩm Tú
15163,38,Xã Cẩm Vân
15178,38,Xã Cẩm Tân
15187,38,Xã Kim Tân
15190,38,Xã Vân Du
15199,38,Xã Thạch Quảng
15211,38,Xã Thạch Bình
15229,38,Xã Thành Vinh
15250,38,Xã Ngọc Trạo
15271,38,Xã Hà Trung
15274,38,Xã Hà Long
15286,38,Xã Hoạt Giang
15298,38,Xã Lĩnh Toại
15316,38,Xã Tống Sơn
15349,38,Xã Vĩnh Lộc
15361,38,Xã Tây Đô
15382,38,Xã Biện Thượng
15409,38,Xã Yên Phú
15412,38,Xã Quý Lộc
15421,38,Xã Yên Trường
15442,38,Xã Yên Ninh
15448,38,Xã Định Hòa
15457,38,Xã Định Tân
15469,38,Xã Yên Định
15499,38,Xã Thọ Xuân
15505,38,Xã Thọ Long
15520,38,Xã Xuân Hòa
15544,38,Xã Lam Sơn
15553,38,Xã Sao Vàng
15568,38,Xã Thọ Lập
15574,38,Xã Xuân Tín
15592,38,Xã Xuân Lập
15607,38,Xã Bát Mọt
15610,38,Xã Yên Nhân
15622,38,Xã Vạn Xuân
15628,38,Xã Lương Sơn
15634,38,Xã Luận Thành
15643,38,Xã Thắng Lộc
15646,38,Xã Thường Xuân
15658,38,Xã Xuân Chinh
15661,38,Xã Tân Thành
15664,38,Xã Triệu Sơn
15667,38,Xã Thọ Bình
15682,38,Xã Hợp Tiến
15715,38,Xã Tân Ninh
15724,38,Xã Đồng Tiến
15754,38,Xã Thọ Ngọc
15763,38,Xã Thọ Phú
15766,38,Xã An Nông
15772,38,Xã Thiệu Hóa
15778,38,Xã Thiệu Tiến
15796,38,Xã Thiệu Quang
15820,38,Xã Thiệu Toán
15835,38,Xã Thiệu Trung
15853,38,Phường Đông Tiến
15865,38,Xã Hoằng Hóa
15880,38,Xã Hoằng Giang
15889,38,Xã Hoằng Phú
15910,38,Xã Hoằng Sơn
15925,38,Phường Nguyệt Viên
15961,38,Xã Hoằng Lộc
15976,38,Xã Hoằng Châu
15991,38,Xã Hoằng Tiến
16000,38,Xã Hoằng Thanh
16012,38,Xã Hậu Lộc
16021,38,Xã Triệu Lộc
16033,38,Xã Đông Thành
16072,38,Xã Hoa Lộc
16078,38,Xã Vạn Lộc
16093,38,Xã Nga Sơn
16108,38,Xã Tân Tiến
16114,38,Xã Nga Thắng
16138,38,Xã Hồ Vương
16144,38,Xã Nga An
16171,38,Xã Ba Đình
16174,38,Xã Như Xuân
16177,38,Xã Xuân Bình
16186,38,Xã Hóa Quỳ
16213,38,Xã Thanh Phong
16222,38,Xã Thanh Quân
16225,38,Xã Thượng Ninh
16228,38,Xã Như Thanh
16234,38,Xã Xuân Du
16249,38,Xã Mậu Lâm
16258,38,Xã Xuân Thái
16264,38,Xã Yên Thọ
16273,38,Xã Thanh Kỳ
16279,38,Xã Nông Cống
16297,38,Xã Trung Chính
16309,38,Xã Thắng Lợi
16342,38,Xã Thăng Bình
16348,38,Xã Trường Văn
16363,38,Xã Tượng Lĩnh
16369,38,Xã Công Chính
16378,38,Phường Đông Sơn
16417,38,Phường Đông Quang
16438,38,Xã Lưu Vệ
16480,38,Xã Quảng Yên
16489,38,Xã Quảng Chính
16498,38,Xã Quảng Ngọc
16516,38,Phường Nam Sầm Sơn
16522,38,Phường Quảng Phú
16531,38,Phường Sầm Sơn
16540,38,Xã Quảng Ninh
16543,38,Xã Quảng Bình
16549,38,Xã Tiên Trang
16561,38,Phường Tĩnh Gia
16576,38,Phường Ngọc Sơn
16591,38,Xã Các Sơn
16594,38,Phường Tân Dân
16597,38,Phường Hải Lĩnh
16609,38,Phường Đào Duy Từ
16624,38,Phường Trúc Lâm
16636,38,Xã Trường Lâm
16645,38,Phường Hải Bình
16654,38,Phường Nghi Sơn
40,,Tỉnh Nghệ An
16681,40,Phường Thành Vinh
16690,40,Phường Trường Vinh
16702,40,Phường Vinh Phú
16708,40,Phường Vinh Lộc
16732,40,Phường Cửa Lò
16738,40,Xã Quế Phong
16744,40,Xã Thông Thụ
16750,40,Xã Tiền Phong
16756,40,Xã Tri Lễ
16774,40,Xã Mường Quàng
16777,40,Xã Quỳ Châu
16792,40,Xã Châu Tiến
16801,40,Xã Hùng Chân
16804,40,Xã Châu Bình
16813,40,Xã Mường Xén
16816,40,Xã Mỹ Lý
16819,40,Xã Bắc Lý
16822,40,Xã Keng Đu
16828,40,Xã Huồi Tụ
16831,40,Xã Mường Lống
16834,40,Xã Na Loi
16837,40,Xã Nậm Cắn
16849,40,Xã Hữu Kiệm
16855,40,Xã Chiêu Lưu
16858,40,Xã Mường Típ
16870,40,Xã Na Ngoi
16876,40,Xã Tương Dương
16882,40,Xã Nhôn Mai
16885,40,Xã Hữu Khuông
16903,40,Xã Nga My
16906,40,Xã Lượng Minh
16909,40,Xã Yên Hòa
16912,40,Xã Yên Na
16933,40,Xã Tam Quang
16936,40,Xã Tam Thái
16939,40,Phường Thái Hòa
16941,40,Xã Nghĩa Đàn
16951,40,Xã Nghĩa Lâm
16969,40,Xã Nghĩa Thọ
16972,40,Xã Nghĩa Hưng
16975,40,Xã Nghĩa Mai
17011,40,Phường Tây Hiếu
17017,40,Xã Đông Hiếu
17029,40,Xã Nghĩa Lộc
17032,40,Xã Nghĩa Khánh
17035,40,Xã Quỳ Hợp
17044,40,Xã Châu Hồng
17056,40,Xã Châu Lộc
17059,40,Xã Tam Hợp
17071,40,Xã Minh Hợp
17077,40,Xã Mường Ham
17089,40,Xã Mường Chọng
17110,40,Phường Hoàng Mai
17125,40,Phường Quỳnh Mai
17128,40,Phường Tân Mai
17143,40,Xã Quỳnh Văn
17149,40,Xã Quỳnh Tam
17170,40,Xã Quỳnh Sơn
17176,40,Xã Quỳnh Anh
17179,40,Xã Quỳnh Lưu
17212,40,Xã Quỳnh Phú
17224,40,Xã Quỳnh Thắng
17230,40,Xã Bình Chuẩn
17239,40,Xã Mậu Thạch
17242,40,Xã Cam Phục
17248,40,Xã Châu Khê
17254,40,Xã Con Cuông
17263,40,Xã Môn Sơn
17266,40,Xã Tân Kỳ
17272,40,Xã Tân Phú
17278,40,Xã Giai Xuân
17284,40,Xã Nghĩa Đồng
17287,40,Xã Tiên Đồng
17305,40,Xã Tân An
17326,40,Xã Nghĩa Hành
17329,40,Xã Anh Sơn
17335,40,Xã Thành Bình Thọ
17344,40,Xã Nhân Hòa
17357,40,Xã Vĩnh Tường
17365,40,Xã Anh Sơn Đông
17380,40,Xã Yên Xuân
17395,40,Xã Hùng Châu
17416,40,Xã Đức Châu
17419,40,Xã Hải Châu
17443,40,Xã Quảng Châu
17464,40,Xã Diễn Châu
17476,40,Xã Minh Châu
17479,40,Xã An Châu
17488,40,Xã Tân Châu
17506,40,Xã Yên Thành
17515,40,Xã Bình Minh
17521,40,Xã Quang Đồng
17524,40,Xã Giai Lạc
17530,40,Xã Đông Thành
17560,40,Xã Vân Du
17569,40,Xã Quan Thành
17605,40,Xã Hợp Minh
17611,40,Xã Vân Tụ
17623,40,Xã Bạch Ngọc
17641,40,Xã Lương Sơn
17662,40,Xã Đô Lương
17677,40,Xã Văn Hiến
17689,40,Xã Thuần Trung
17707,40,Xã Bạch Hà
17713,40,Xã Đại Đồng
17722,40,Xã Hạnh Lâm
17728,40,Xã Cát Ngạn
17743,40,Xã Tam Đồng
17759,40,Xã Sơn Lâm
17770,40,Xã Hoa Quân
17779,40,Xã Xuân Lâm
17791,40,Xã Kim Bảng
17818,40,Xã Bích Hào
17827,40,Xã Nghi Lộc
17833,40,Xã Hải Lộc
17842,40,Xã Thần Lĩnh
17854,40,Xã Văn Kiều
17857,40,Xã Phúc Lộc
17866,40,Xã Trung Lộc
17878,40,Xã Đông Lộc
17920,40,Phường Vinh Hưng
17935,40,Xã Nam Đàn
17944,40,Xã Đại Huệ
17950,40,Xã Vạn An
17971,40,Xã Kim Liên
17989,40,Xã Thiên Nhẫn
18001,40,Xã Hưng Nguyên
18007,40,Xã Yên Trung
18028,40,Xã Hưng Nguyên Nam
18040,40,Xã Lam Thành
42,,Tỉnh Hà Tĩnh
18073,42,Phường Thành Sen
18100,42,Phường Trần Phú
18115,42,Phường Bắc Hồng Lĩnh
18118,42,Phường Nam Hồng Lĩnh
18133,42,Xã Hương Sơn
18160,42,Xã Sơn Hồng
18163,42,Xã Sơn Tiến
18172,42,Xã Sơn Tây
18184,42,Xã Sơn Giang
18196,42,Xã Sơn Kim 1
18199,42,Xã Sơn Kim 2
18202,42,Xã Tứ Mỹ
18223,42,Xã Kim Hoa
18229,42,Xã Đức Thọ
18244,42,Xã Đức Minh
18262,42,Xã Đức Quang
18277,42,Xã Đức Thịnh
18304,42,Xã Đức Đồng
18313,42,Xã Vũ Quang
18322,42,Xã Mai Hoa
18328,42,Xã Thượng Đức
18352,42,Xã Nghi Xuân
18364,42,Xã Đan Hải
18373,42,Xã Tiên Điền
18394,42,Xã Cổ Đạm
18406,42,Xã Can Lộc
18409,42,Xã Hồng Lộc
18418,42,Xã Tùng Lộc
18436,42,Xã Trường Lưu
18466,42,Xã Gia Hanh
18481,42,Xã Xuân Lộc
18484,42,Xã Đồng Lộc
18496,42,Xã Hương Khê
18502,42,Xã Hà Linh
18523,42,Xã Hương Bình
18532,42,Xã Hương Phố
18544,42,Xã Hương Xuân
18547,42,Xã Phúc Trạch
18550,42,Xã Hương Đô
18562,42,Xã Thạch Hà
18568,42,Xã Lộc Hà
18583,42,Xã Mai Phụ
18586,42,Xã Đông Kinh
18601,42,Xã Việt Xuyên
18604,42,Xã Thạch Khê
18619,42,Xã Đồng Tiến
18628,42,Xã Thạch Lạc
18634,42,Xã Toàn Lưu
18652,42,Phường Hà Huy Tập
18667,42,Xã Thạch Xuân
18673,42,Xã Cẩm Xuyên
18676,42,Xã Thiên Cầm
18682,42,Xã Yên Hòa
18685,42,Xã Cẩm Bình
18736,42,Xã Cẩm Hưng
18739,42,Xã Cẩm Duệ
18742,42,Xã Cẩm Trung
18748,42,Xã Cẩm Lạc
18754,42,Phường Sông Trí
18766,42,Xã Kỳ Xuân
18775,42,Xã Kỳ Anh
18781,42,Phường Hải Ninh
18787,42,Xã Kỳ Văn
18790,42,Xã Kỳ Khang
18814,42,Xã Kỳ Hoa
18823,42,Phường Vũng Áng
18832,42,Phường Hoành Sơn
18838,42,Xã Kỳ Lạc
18844,42,Xã Kỳ Thượng
44,,Tỉnh Quảng Trị
18859,44,Phường Đồng Thuận
18871,44,Phường Đồng Sơn
18880,44,Phường Đồng Hới
18901,44,Xã Minh Hóa
18904,44,Xã Dân Hóa
18919,44,Xã Tân Thành
18922,44,Xã Kim Điền
18943,44,Xã Kim Phú
18949,44,Xã Đồng Lê
18952,44,Xã Tuyên Sơn
18958,44,Xã Tuyên Lâm
18985,44,Xã Tuyên Phú
18991,44,Xã Tuyên Bình
18997,44,Xã Tuyên Hóa
19009,44,Phường Ba Đồn
19021,44,Xã Phú Trạch
19030,44,Xã Trung Thuần
19033,44,Xã Hòa Trạch
19051,44,Xã Tân Gianh
19057,44,Xã Quảng Trạch
19066,44,Phường Bắc Gianh
19075,44,Xã Nam Ba Đồn
19093,44,Xã Nam Gianh
19111,44,Xã Hoàn Lão
19126,44,Xã Bắc Trạch
19138,44,Xã Phong Nha
19141,44,Xã Bố Trạch
19147,44,Xã Thượng Trạch
19159,44,Xã Đông Trạch
19198,44,Xã Nam Trạch
19204,44,Xã Trường Sơn
19207,44,Xã Quảng Ninh
19225,44,Xã Ninh Châu
19237,44,Xã Trường Ninh
19246,44,Xã Lệ Ninh
19249,44,Xã Lệ Thủy
19255,44,Xã Cam Hồng
19288,44,Xã Sen Ngư
19291,44,Xã Tân Mỹ
19309,44,Xã Trường Phú
19318,44,Xã Kim Ngân
19333,44,Phường Đông Hà
19351,44,Phường Nam Đông Hà
19360,44,Phường Quảng Trị
19363,44,Xã Vĩnh Linh
19366,44,Xã Bến Quan
19372,44,Xã Vĩnh Hoàng
19405,44,Xã Vĩnh Thủy
19414,44,Xã Cửa Tùng
19429,44,Xã Khe Sanh
19432,44,Xã Lao Bảo
19435,44,Xã Hướng Lập
19441,44,Xã Hướng Phùng
19462,44,Xã Tân Lập
19483,44,Xã A Dơi
19489,44,Xã Lìa
19495,44,Xã Gio Linh
19496,44,Xã Cửa Việt
19501,44,Xã Bến Hải
19537,44,Xã Cồn Tiên
19555,44,Xã Hướng Hiệp
19564,44,Xã Đakrông
19567,44,Xã Ba Lòng
19588,44,Xã Tà Rụt
19594,44,Xã La Lay
19597,44,Xã Cam Lộ
19603,44,Xã Hiếu Giang
19624,44,Xã Triệu Phong
19639,44,Xã Nam Cửa Việt
19645,44,Xã Triệu Bình
19654,44,Xã Triệu Cơ
19669,44,Xã Ái Tử
19681,44,Xã Diên Sanh
19699,44,Xã Vĩnh Định
19702,44,Xã Hải Lăng
19735,44,Xã Nam Hải Lăng
19741,44,Xã Mỹ Thủy
19742,44,Đặc khu Cồn Cỏ
46,,Thành phố Huế
19753,46,Phường Phú Xuân
19774,46,Phường Kim Long
19777,46,Phường Vỹ Dạ
19789,46,Phường Thuận Hóa
19804,46,Phường Hương An
19813,46,Phường Thủy Xuân
19815,46,Phường An Cựu
19819,46,Phường Phong Điền
19828,46,Phường Phong Phú
19831,46,Phường Phong Dinh
19858,46,Phường Phong Thái
19867,46,Xã Quảng Điền
19873,46,Phường Phong Quảng
19885,46,Xã Đan Điền
19900,46,Phường Thuận An
19909,46,Phường Dương Nỗ
19918,46,Xã Phú Hồ
19930,46,Phường Mỹ Thượng
19942,46,Xã Phú Vang
19945,46,Xã Phú Vinh
19960,46,Phường Phú Bài
19969,46,Phường Thanh Thủy
19975,46,Phường Hương Thủy
19996,46,Phường Hương Trà
20014,46,Phường Hóa Châu
20017,46,Phường Kim Trà
20035,46,Xã Bình Điền
20044,46,Xã A Lưới 2
20050,46,Xã A Lưới 5
20056,46,Xã A Lưới 1
20071,46,Xã A Lưới 3
20101,46,Xã A Lưới 4
20107,46,Xã Phú Lộc
20122,46,Xã Vinh Lộc
20131,46,Xã Hưng Lộc
20137,46,Xã Chân Mây - Lăng Cô
20140,46,Xã Lộc An
20161,46,Xã Khe Tre
20179,46,Xã Nam Đông
20182,46,Xã Long Quảng
48,,Thành phố Đà Nẵng
20194,48,Phường Hải Vân
20197,48,Phường Liên Chiểu
20200,48,Phường Hòa Khánh
20209,48,Phường Thanh Khê
20242,48,Phường Hải Châu
20257,48,Phường Hòa Cường
20260,48,Phường Cẩm Lệ
20263,48,Phường Sơn Trà
20275,48,Phường An Hải
20285,48,Phường Ngũ Hành Sơn
20305,48,Phường An Khê
20308,48,Xã Bà Nà
20314,48,Phường Hòa Xuân
20320,48,Xã Hòa Vang
20332,48,Xã Hòa Tiến
20333,48,Đặc khu Hoàng Sa
20335,48,Phường Bàn Thạch
20341,48,Phường Tam Kỳ
20350,48,Phường Hương Trà
20356,48,Phường Quảng Phú
20364,48,Xã Chiên Đàn
20380,48,Xã Tây Hồ
20392,48,Xã Phú Ninh
20401,48,Phường Hội An Tây
20410,48,Phường Hội An
20413,48,Phường Hội An Đông
20434,48,Xã Tân Hiệp
20443,48,Xã Hùng Sơn
20455,48,Xã Tây Giang
20458,48,Xã Avương
20467,48,Xã Đông Giang
20476,48,Xã Sông Kôn
20485,48,Xã Sông Vàng
20494,48,Xã Bến Hiên
20500,48,Xã Đại Lộc
20506,48,Xã Thượng Đức
20515,48,Xã Hà Nha
20539,48,Xã Vu Gia
20542,48,Xã Phú Thuận
20551,48,Phường Điện Bàn
20557,48,Phường Điện Bàn Bắc
20569,48,Xã Điện Bàn Tây
20575,48,Phường An Thắng
20579,48,Phường Điện Bàn Đông
20587,48,Xã Gò Nổi
20599,48,Xã Nam Phước
20611,48,Xã Thu Bồn
20623,48,Xã Duy Xuyên
20635,48,Xã Duy Nghĩa
20641,48,Xã Quế Sơn
20650,48,Xã Xuân Phú
20656,48,Xã Nông Sơn
20662,48,Xã Quế Sơn Trung
20669,48,Xã Quế Phước
20695,48,Xã Thạnh Mỹ
20698,48,Xã La Êê
20704,48,Xã La Dêê
20707,48,Xã Nam Giang
20710,48,Xã Bến Giằng
20716,48,Xã Đắc Pring
20722,48,Xã Khâm Đức
20728,48,Xã Phước Hiệp
20734,48,Xã Phước Năng
20740,48,Xã Phước Chánh
20752,48,Xã Phước Thành
20767,48,Xã Việt An
20770,48,Xã Phước Trà
20779,48,Xã Hiệp Đức
20791,48,Xã Thăng Bình
20794,48,Xã Thăng An
20818,48,Xã Đồng Dương
20827,48,Xã Thăng Phú
20836,48,Xã Thăng Trường
20848,48,Xã Thăng Điền
20854,48,Xã Tiên Phước
20857,48,Xã Sơn Cẩm Hà
20875,48,Xã Lãnh Ngọc
20878,48,Xã Thạnh Bình
20900,48,Xã Trà My
20908,48,Xã Trà Liên
20920,48,Xã Trà Đốc
20923,48,Xã Trà Tân
20929,48,Xã Trà Giáp
20938,48,Xã Trà Leng
20941,48,Xã Trà Tập
20944,48,Xã Nam Trà My
20950,48,Xã Trà Linh
20959,48,Xã Trà Vân
20965,48,Xã Núi Thành
20971,48,Xã Tam Xuân
20977,48,Xã Đức Phú
20984,48,Xã Tam Anh
20992,48,Xã Tam Hải
21004,48,Xã Tam Mỹ
51,,Tỉnh Quảng Ngãi
21025,51,Phường Cẩm Thành
21028,51,Phường Nghĩa Lộ
21034,51,Xã An Phú
21040,51,Xã Bình Sơn
21061,51,Xã Vạn Tường
21085,51,Xã Bình Minh
21100,51,Xã Bình Chương
21109,51,Xã Đông Sơn
21115,51,Xã Trà Bồng
21124,51,Xã Thanh Bồng
21127,51,Xã Đông Trà Bồng
21136,51,Xã Cà Đam
21154,51,Xã Tây Trà
21157,51,Xã Tây Trà Bồng
21172,51,Phường Trương Quang Trọng
21181,51,Xã Thọ Phong
21196,51,Xã Trường Giang
21205,51,Xã Ba Gia
21211,51,Xã Tịnh Khê
21220,51,Xã Sơn Tịnh
21235,51,Xã Tư Nghĩa
21238,51,Xã Vệ Giang
21244,51,Xã Trà Giang
21250,51,Xã Nghĩa Giang
21289,51,Xã Sơn Hà
21292,51,Xã Sơn Hạ
21307,51,Xã Sơn Linh
21319,51,Xã Sơn Thủy
21325,51,Xã Sơn Kỳ
21334,51,Xã Sơn Tây Thượng
21340,51,Xã Sơn Tây
21343,51,Xã Sơn Tây Hạ
21349,51,Xã Sơn Mai
21361,51,Xã Minh Long
21364,51,Xã Nghĩa Hành
21370,51,Xã Phước Giang
21385,51,Xã Đình Cương
21388,51,Xã Thiện Tín
21400,51,Xã Mộ Đức
21409,51,Xã Long Phụng
21421,51,Xã Mỏ Cày
21433,51,Xã Lân Phong
21439,51,Phường Đức Phổ
21451,51,Phường Trà Câu
21457,51,Xã Nguyễn Nghiêm
21472,51,Xã Khánh Cường
21478,51,Phường Sa Huỳnh
21484,51,Xã Ba Tơ
21490,51,Xã Ba Vinh
21496,51,Xã Ba Động
21499,51,Xã Ba Dinh
21520,51,Xã Đặng Thùy Trâm
21523,51,Xã Ba Tô
21529,51,Xã Ba Vì
21538,51,Xã Ba Xa
21548,51,Đặc khu Lý Sơn
23284,51,Phường Đăk Cấm
23293,51,Phường Kon Tum
23302,51,Phường Đăk Bla
23317,51,Xã Ngọk Bay
23326,51,Xã Ia Chim
23332,51,Xã Đăk Rơ Wa
23341,51,Xã Đăk Pék
23344,51,Xã Đăk Plô
23356,51,Xã Xốp
23365,51,Xã Ngọc Linh
23368,51,Xã Đăk Long
23374,51,Xã Đăk Môn
23377,51,Xã Bờ Y
23383,51,Xã Dục Nông
23392,51,Xã Sa Loong
23401,51,Xã Đăk Tô
23416,51,Xã Đăk Sao
23419,51,Xã Đăk Tờ Kan
23425,51,Xã Tu Mơ Rông
23428,51,Xã Ngọk Tụ
23430,51,Xã Kon Đào
23446,51,Xã Măng Ri
23455,51,Xã Măng Bút
23473,51,Xã Măng Đen
23476,51,Xã Kon Plông
23479,51,Xã Đăk Rve
23485,51,Xã Đăk Kôi
23497,51,Xã Kon Braih
23500,51,Xã Đăk Hà
23504,51,Xã Đăk Pxi
23510,51,Xã Đăk Ui
23512,51,Xã Đăk Mar
23515,51,Xã Ngọk Réo
23527,51,Xã Sa Thầy
23530,51,Xã Rờ Kơi
23534,51,Xã Sa Bình
23535,51,Xã Ia Đal
23536,51,Xã Mô Rai
23538,51,Xã Ia Tơi
23548,51,Xã Ya Ly
52,,Tỉnh Gia Lai
21553,52,Phường Quy Nhơn Bắc
21583,52,Phường Quy Nhơn
21589,52,Phường Quy Nhơn Tây
21592,52,Phường Quy Nhơn Nam
21601,52,Phường Quy Nhơn Đông
21607,52,Xã Nhơn Châu
21609,52,Xã An Lão
21616,52,Xã An Vinh
21622,52,Xã An Toàn
21628,52,Xã An Hòa
21637,52,Phường Tam Quan
21640,52,Phường Bồng Sơn
21655,52,Phường Hoài Nhơn Bắc
21661,52,Phường Hoài Nhơn Tây
21664,52,Phường Hoài Nhơn
21670,52,Phường Hoài Nhơn Đông
21673,52,Phường Hoài Nhơn Nam
21688,52,Xã Hoài Ân
21697,52,Xã Ân Hảo
21703,52,Xã Vạn Đức
21715,52,Xã Ân Tường
21727,52,Xã Kim Sơn
21730,52,Xã Phù Mỹ
21733,52,Xã Bình Dương
21739,52,Xã Phù Mỹ Bắc
21751,52,Xã Phù Mỹ Đông
21757,52,Xã Phù Mỹ Tây
21769,52,Xã An Lương
21775,52,Xã Phù Mỹ Nam
21786,52,Xã Vĩnh Thạnh
21787,52,Xã Vĩnh Sơn
21796,52,Xã Vĩnh Thịnh
21805,52,Xã Vĩnh Quang
21808,52,Xã Tây Sơn
21817,52,Xã Bình Hiệp
21820,52,Xã Bình Khê
21829,52,Xã Bình An
21835,52,Xã Bình Phú
21853,52,Xã Phù Cát
21859,52,Xã Đề Gi
21868,52,Xã Hội Sơn
21871,52,Xã Hòa Hội
21880,52,Xã Cát Tiến
21892,52,Xã Xuân An
21901,52,Xã Ngô Mây
21907,52,Phường Bình Định
21910,52,Phường An Nhơn
21925,52,Phường An Nhơn Bắc
21934,52,Phường An Nhơn Đông
21940,52,Xã An Nhơn Tây
21943,52,Phường An Nhơn Nam
21952,52,Xã Tuy Phước
21964,52,Xã Tuy Phước Bắc
21970,52,Xã Tuy Phước Đông
21985,52,Xã Tuy Phước Tây
21994,52,Xã Vân Canh
21997,52,Xã Canh Liên
22006,52,Xã Canh Vinh
23563,52,Phường Diên Hồng
23575,52,Phường Pleiku
23584,52,Phường Thống Nhất
23586,52,Phường Hội Phú
23590,52,Xã Biển Hồ
23602,52,Phường An Phú
23611,52,Xã Gào
23614,52,Phường An Bình
23617,52,Phường An Khê
23629,52,Xã Cửu An
23638,52,Xã Kbang
23644,52,Xã Đak Rong
23647,52,Xã Sơn Lang
23650,52,Xã Krong
23668,52,Xã Tơ Tung
23674,52,Xã Kông Bơ La
23677,52,Xã Đak Đoa
23683,52,Xã Đak Sơmei
23701,52,Xã Kon Gang
23710,52,Xã Ia Băng
23714,52,Xã KDang
23722,52,Xã Chư Păh
23728,52,Xã Ia Khươl
23734,52,Xã Ia Ly
23749,52,Xã Ia Phí
23764,52,Xã Ia Grai
23767,52,Xã Ia Hrung
23776,52,Xã Ia Krái
23782,52,Xã Ia O
23788,52,Xã Ia Chia
23794,52,Xã Mang Yang
23798,52,Xã Ayun
23799,52,Xã Hra
23812,52,Xã Lơ Pang
23818,52,Xã Kon Chiêng
23824,52,Xã Kông Chro
23830,52,Xã Chư Krey
23833,52,Xã Ya Ma
23839,52,Xã SRó
23842,52,Xã Đăk Song
23851,52,Xã Chơ Long
23857,52,Xã Đức Cơ
23866,52,Xã Ia Krêl
23869,52,Xã Ia Dơk
23872,52,Xã Ia Dom
23881,52,Xã Ia Pnôn
23884,52,Xã Ia Nan
23887,52,Xã Chư Prông
23896,52,Xã Bàu Cạn
23908,52,Xã Ia Tôr
23911,52,Xã Ia Boòng
23917,52,Xã Ia Púch
23926,52,Xã Ia Pia
23935,52,Xã Ia Lâu
23938,52,Xã Ia Mơ
23941,52,Xã Chư Sê
23942,52,Xã Chư Pưh
23947,52,Xã Bờ Ngoong
23954,52,Xã Al Bá
23971,52,Xã Ia Hrú
23977,52,Xã Ia Ko
23986,52,Xã Ia Le
23995,52,Xã Đak Pơ
24007,52,Xã Ya Hội
24013,52,Xã Pờ Tó
24022,52,Xã Ia Pa
24028,52,Xã Ia Tul
24043,52,Xã Phú Thiện
24044,52,Phường Ayun Pa
24049,52,Xã Chư A Thai
24061,52,Xã Ia Hiao
24065,52,Xã Ia Rbol
24073,52,Xã Ia Sao
24076,52,Xã Phú Túc
24100,52,Xã Ia Dreh
24109,52,Xã Uar
24112,52,Xã Ia Rsai
56,,Tỉnh Khánh Hòa
22333,56,Phường Bắc Nha Trang
22366,56,Phường Nha Trang
22390,56,Phường Tây Nha Trang
22402,56,Phường Nam Nha Trang
22411,56,Phường Bắc Cam Ranh
22420,56,Phường Cam Ranh
22423,56,Phường Ba Ngòi
22432,56,Phường Cam Linh
22435,56,Xã Cam Hiệp
22453,56,Xã Cam Lâm
22465,56,Xã Cam An
22480,56,Xã Nam Cam Ranh
22489,56,Xã Vạn Ninh
22498,56,Xã Tu Bông
22504,56,Xã Đại Lãnh
22516,56,Xã Vạn Thắng
22525,56,Xã Vạn Hưng
22528,56,Phường Ninh Hòa
22546,56,Xã Bắc Ninh Hòa
22552,56,Xã Tây Ninh Hòa
22558,56,Xã Hòa Trí
22561,56,Phường Đông Ninh Hòa
22576,56,Xã Tân Định
22591,56,Phường Hòa Thắng
22597,56,Xã Nam Ninh Hòa
22609,56,Xã Khánh Vĩnh
22612,56,Xã Trung Khánh Vĩnh
22615,56,Xã Bắc Khánh Vĩnh
22624,56,Xã Tây Khánh Vĩnh
22648,56,Xã Nam Khánh Vĩnh
22651,56,Xã Diên Khánh
22657,56,Xã Diên Điền
22660,56,Xã Diên Lâm
22672,56,Xã Diên Thọ
22678,56,Xã Diên Lạc
22702,56,Xã Suối Hiệp
22708,56,Xã Suối Dầu
22714,56,Xã Khánh Sơn
22720,56,Xã Tây Khánh Sơn
22732,56,Xã Đông Khánh Sơn
22736,56,Đặc khu Trường Sa
22738,56,Phường Đô Vinh
22741,56,Phường Bảo An
22759,56,Phường Phan Rang
22780,56,Phường Đông Hải
22786,56,Xã Bác Ái Tây
22795,56,Xã Bác Ái
22801,56,Xã Bác Ái Đông
22810,56,Xã Ninh Sơn
22813,56,Xã Lâm Sơn
22822,56,Xã Mỹ Sơn
22828,56,Xã Anh Dũng
22834,56,Phường Ninh Chử
22840,56,Xã Công Hải
22846,56,Xã Vĩnh Hải
22849,56,Xã Thuận Bắc
22852,56,Xã Ninh Hải
22861,56,Xã Xuân Hải
22870,56,Xã Ninh Phước
22873,56,Xã Phước Hậu
22888,56,Xã Phước Dinh
22891,56,Xã Phước Hữu
22897,56,Xã Thuận Nam
22900,56,Xã Phước Hà
22909,56,Xã Cà Ná
66,,Tỉnh Đắk Lắk
22015,66,Phường Tuy Hòa
22045,66,Phường Bình Kiến
22051,66,Phường Sông Cầu
22057,66,Xã Xuân Lộc
22060,66,Xã Xuân Cảnh
22075,66,Xã Xuân Thọ
22076,66,Phường Xuân Đài
22081,66,Xã Đồng Xuân
22090,66,Xã Xuân Lãnh
22096,66,Xã Phú Mỡ
22111,66,Xã Xuân Phước
22114,66,Xã Tuy An Bắc
22120,66,Xã Tuy An Đông
22132,66,Xã Tuy An Tây
22147,66,Xã Ô Loan
22153,66,Xã Tuy An Nam
22165,66,Xã Sơn Hòa
22171,66,Xã Tây Sơn
22177,66,Xã Vân Hòa
22192,66,Xã Suối Trai
22207,66,Xã Sông Hinh
22222,66,Xã Đức Bình
22225,66,Xã Ea Bá
22237,66,Xã Ea Ly
22240,66,Phường Phú Yên
22250,66,Xã Sơn Thành
22255,66,Xã Tây Hòa
22258,66,Phường Đông Hòa
22261,66,Phường Hòa Hiệp
22276,66,Xã Hòa Thịnh
22285,66,Xã Hòa Mỹ
22291,66,Xã Hòa Xuân
22303,66,Xã Phú Hòa 2
22319,66,Xã Phú Hòa 1
24121,66,Phường Tân Lập
24133,66,Phường Buôn Ma Thuột
24154,66,Phường Thành Nhất
24163,66,Phường Tân An
24169,66,Phường Ea Kao
24175,66,Xã Hòa Phú
24181,66,Xã Ea Drăng
24184,66,Xã Ea H’Leo
24187,66,Xã Ea Hiao
24193,66,Xã Ea Wy
24208,66,Xã Ea Khăl
24211,66,Xã Ea Súp
24214,66,Xã Ia Lốp
24217,66,Xã Ea Rốk
24221,66,Xã Ia Rvê
24229,66,Xã Ea Bung
24235,66,Xã Buôn Đôn
24241,66,Xã Ea Wer
24250,66,Xã Ea Nuôl
24259,66,Xã Quảng Phú
24265,66,Xã Ea Kiết
24277,66,Xã Ea Tul
24280,66,Xã Cư M’gar
24286,66,Xã Ea M’Droh
24301,66,Xã Cuôr Đăng
24305,66,Phường Buôn Hồ
24310,66,Xã Krông Búk
24313,66,Xã Cư Pơng
24316,66,Xã Pơng Drang
24328,66,Xã Ea Drông
24340,66,Phường Cư Bao
24343,66,Xã Krông Năng
24346,66,Xã Dliê Ya
24352,66,Xã Tam Giang
24364,66,Xã Phú Xuân
24373,66,Xã Ea Kar
24376,66,Xã Ea Knốp
24400,66,Xã Ea Păl
24403,66,Xã Ea Ô
24406,66,Xã Cư Yang
24412,66,Xã M’Drắk
24415,66,Xã Cư Prao
24433,66,Xã Ea Riêng
24436,66,Xã Cư M’ta
24444,66,Xã Krông Á
24445,66,Xã Ea Trang
24448,66,Xã Krông Bông
24454,66,Xã Dang Kang
24472,66,Xã Hòa Sơn
24478,66,Xã Cư Pui
24484,66,Xã Yang Mao
24490,66,Xã Krông Pắc
24496,66,Xã Ea Kly
24502,66,Xã Ea Phê
24505,66,Xã Ea Knuếc
24526,66,Xã Tân Tiến
24529,66,Xã Vụ Bổn
24538,66,Xã Krông Ana
24540,66,Xã Ea Ning
24544,66,Xã Ea Ktur
24559,66,Xã Ea Na
24561,66,Xã Dray Bhăng
24568,66,Xã Dur Kmăl
24580,66,Xã Liên Sơn Lắk
24595,66,Xã Đắk Liêng
24598,66,Xã Đắk Phơi
24604,66,Xã Krông Nô
24607,66,Xã Nam Ka
68,,Tỉnh Lâm Đồng
22918,68,Phường Mũi Né
22924,68,Phường Phú Thuỷ
22933,68,Phường Hàm Thắng
22945,68,Phường Phan Thiết
22954,68,Phường Tiến Thành
22960,68,Phường Bình Thuận
22963,68,Xã Tuyên Quang
22969,68,Xã Liên Hương
22972,68,Xã Phan Rí Cửa
22978,68,Xã Tuy Phong
22981,68,Xã Vĩnh Hảo
23005,68,Xã Bắc Bình
23008,68,Xã Phan Sơn
23020,68,Xã Hải Ninh
23023,68,Xã Sông Lũy
23032,68,Xã Lương Sơn
23041,68,Xã Hồng Thái
23053,68,Xã Hòa Thắng
23059,68,Xã Hàm Thuận
23065,68,Xã La Dạ
23074,68,Xã Đông Giang
23086,68,Xã Hồng Sơn
23089,68,Xã Hàm Thuận Bắc
23095,68,Xã Hàm Liêm
23110,68,Xã Hàm Thuận Nam
23122,68,Xã Hàm Thạnh
23128,68,Xã Hàm Kiệm
23134,68,Xã Tân Lập
23143,68,Xã Tân Thành
23149,68,Xã Tánh Linh
23152,68,Xã Bắc Ruộng
23158,68,Xã Nghị Đức
23173,68,Xã Đồng Kho
23188,68,Xã Suối Kiết
23191,68,Xã Đức Linh
23194,68,Xã Hoài Đức
23200,68,Xã Nam Thành
23227,68,Xã Trà Tân
23230,68,Xã Tân Minh
23231,68,Phường Phước Hội
23235,68,Phường La Gi
23236,68,Xã Hàm Tân
23246,68,Xã Tân Hải
23266,68,Xã Sơn Mỹ
23272,68,Đặc khu Phú Quý
24611,68,Phường Bắc Gia Nghĩa
24615,68,Phường Nam Gia Nghĩa
24616,68,Xã Quảng Sơn
24617,68,Phường Đông Gia Nghĩa
24620,68,Xã Quảng Hòa
24631,68,Xã Quảng Khê
24637,68,Xã Tà Đùng
24640,68,Xã Cư Jút
24646,68,Xã Đắk Wil
24649,68,Xã Nam Dong
24664,68,Xã Đức Lập
24670,68,Xã Đắk Mil
24678,68,Xã Đắk Sắk
24682,68,Xã Thuận An
24688,68,Xã Krông Nô
24697,68,Xã Nam Đà
24703,68,Xã Nâm Nung
24712,68,Xã Quảng Phú
24717,68,Xã Đức An
24718,68,Xã Đắk Song
24722,68,Xã Thuận Hạnh
24730,68,Xã Trường Xuân
24733,68,Xã Kiến Đức
24736,68,Xã Quảng Trực
24739,68,Xã Tuy Đức
24748,68,Xã Quảng Tân
24751,68,Xã Nhân Cơ
24760,68,Xã Quảng Tín
24778,68,Phường Lâm Viên - Đà Lạt
24781,68,Phường Xuân Hương - Đà Lạt
24787,68,Phường Cam Ly - Đà Lạt
24805,68,Phường Xuân Trường - Đà Lạt
24820,68,Phường 2 Bảo Lộc
24823,68,Phường 1 Bảo Lộc
24829,68,Phường B’Lao
24841,68,Phường 3 Bảo Lộc
24846,68,Phường Lang Biang - Đà Lạt
24848,68,Xã Lạc Dương
24853,68,Xã Đam Rông 4
24868,68,Xã Nam Ban Lâm Hà
24871,68,Xã Đinh Văn Lâm Hà
24875,68,Xã Đam Rông 3
24877,68,Xã Đam Rông 2
24883,68,Xã Nam Hà Lâm Hà
24886,68,Xã Đam Rông 1
24895,68,Xã Phú Sơn Lâm Hà
24907,68,Xã Phúc Thọ Lâm Hà
24916,68,Xã Tân Hà Lâm Hà
24931,68,Xã Đơn Dương
24934,68,Xã D’Ran
24943,68,Xã Ka Đô
24955,68,Xã Quảng Lập
24958,68,Xã Đức Trọng
24967,68,Xã Hiệp Thạnh
24976,68,Xã Tân Hội
24985,68,Xã Ninh Gia
24988,68,Xã Tà Năng
24991,68,Xã Tà Hine
25000,68,Xã Di Linh
25007,68,Xã Đinh Trang Thượng
25015,68,Xã Gia Hiệp
25018,68,Xã Bảo Thuận
25036,68,Xã Hòa Ninh
25042,68,Xã Hòa Bắc
25051,68,Xã Sơn Điền
25054,68,Xã Bảo Lâm 1
25057,68,Xã Bảo Lâm 5
25063,68,Xã Bảo Lâm 4
25084,68,Xã Bảo Lâm 2
25093,68,Xã Bảo Lâm 3
25099,68,Xã Đạ Huoai
25105,68,Xã Đạ Huoai 2
25114,68,Xã Đạ Huoai 3
25126,68,Xã Đạ Tẻh
25135,68,Xã Đạ Tẻh 3
25138,68,Xã Đạ Tẻh 2
25159,68,Xã Cát Tiên
25162,68,Xã Cát Tiên 3
25180,68,Xã Cát Tiên 2
75,,Thành phố Đồng Nai
25195,75,Phường Bình Phước
25210,75,Phường Đồng Xoài
25217,75,Phường Phước Long
25220,75,Phường Phước Bình
25222,75,Xã Bù Gia Mập
25225,75,Xã Đăk Ơ
25231,75,Xã Đa Kia
25246,75,Xã Bình Tân
25252,75,Xã Phú Riềng
25255,75,Xã Long Hà
25261,75,Xã Phú Trung
25267,75,Xã Phú Nghĩa
25270,75,Phường Lộc Ninh
25279,75,Xã Lộc Tấn
25280,75,Xã Lộc Thạnh
25292,75,Xã Lộc Quang
25294,75,Xã Lộc Thành
25303,75,Xã Lộc Hưng
25308,75,Xã Thiện Hưng
25309,75,Xã Hưng Phước
25318,75,Xã Tân Tiến
25326,75,Phường Bình Long
25333,75,Phường An Lộc
25345,75,Xã Tân Hưng
25349,75,Xã Minh Đức
25351,75,Xã Tân Quan
25357,75,Phường Tân Khai
25363,75,Phường Đồng Phú
25378,75,Xã Tân Lợi
25387,75,Xã Thuận Lợi
25390,75,Xã Đồng Tâm
25396,75,Xã Bù Đăng
25399,75,Xã Đak Nhau
25402,75,Xã Thọ Sơn
25405,75,Xã Bom Bo
25417,75,Xã Nghĩa Trung
25420,75,Xã Phước Sơn
25432,75,Phường Chơn Thành
25441,75,Phường Minh Hưng
25450,75,Xã Nha Bích
25993,75,Phường Trảng Dài
26005,75,Phường Hố Nai
26017,75,Phường Tam Hiệp
26020,75,Phường Long Bình
26041,75,Phường Trấn Biên
26068,75,Phường Biên Hòa
26080,75,Phường Long Khánh
26089,75,Phường Bình Lộc
26098,75,Phường Bảo Vinh
26104,75,Phường Xuân Lập
26113,75,Phường Hàng Gòn
26116,75,Phường Tân Phú
26119,75,Xã Đak Lua
26122,75,Xã Nam Cát Tiên
26134,75,Xã Tà Lài
26158,75,Xã Phú Lâm
26170,75,Phường Trị An
26173,75,Xã Phú Lý
26179,75,Xã Tân An
26188,75,Phường Tân Triều
26206,75,Xã Định Quán
26209,75,Xã Thanh Sơn
26215,75,Xã Phú Vinh
26221,75,Xã Phú Hòa
26227,75,Xã La Ngà
26248,75,Phường Trảng Bom
26254,75,Xã Bàu Hàm
26278,75,Xã Bình Minh
26281,75,Xã Hưng Thịnh
26296,75,Xã An Viễn
26299,75,Xã Thống Nhất
26311,75,Xã Gia Kiệm
26326,75,Phường Dầu Giây
26332,75,Xã Xuân Quế
26341,75,Xã Cẩm Mỹ
26347,75,Xã Xuân Đường
26359,75,Xã Xuân Đông
26362,75,Xã Sông Ray
26368,75,Phường Long Thành
26374,75,Phường Tam Phước
26377,75,Phường Phước Tân
26380,75,Phường Long Hưng
26383,75,Xã An Phước
26389,75,Xã Bình An
26413,75,Xã Long Phước
26422,75,Xã Phước Thái
26425,75,Phường Xuân Lộc
26428,75,Xã Xuân Bắc
26434,75,Xã Xuân Thành
26446,75,Xã Xuân Hòa
26458,75,Xã Xuân Phú
26461,75,Xã Xuân Định
26485,75,Phường Nhơn Trạch
26491,75,Xã Đại Phước
26503,75,Xã Phước An
79,,Thành phố Hồ Chí Minh
25747,79,Phường Thủ Dầu Một
25750,79,Phường Phú Lợi
25760,79,Phường Bình Dương
25768,79,Phường Phú An
25771,79,Phường Chánh Hiệp
25777,79,Xã Dầu Tiếng
25780,79,Xã Minh Thạnh
25792,79,Xã Long Hòa
25807,79,Xã Thanh An
25813,79,Phường Bến Cát
25819,79,Xã Trừ Văn Thố
25822,79,Xã Bàu Bàng
25837,79,Phường Chánh Phú Hòa
25840,79,Phường Long Nguyên
25843,79,Phường Tây Nam
25846,79,Phường Thới Hòa
25849,79,Phường Hòa Lợi
25858,79,Xã Phú Giáo
25864,79,Xã Phước Thành
25867,79,Xã An Long
25882,79,Xã Phước Hòa
25888,79,Phường Tân Uyên
25891,79,Phường Tân Khánh
25906,79,Xã Bắc Tân Uyên
25909,79,Xã Thường Tân
25912,79,Phường Vĩnh Tân
25915,79,Phường Bình Cơ
25920,79,Phường Tân Hiệp
25942,79,Phường Dĩ An
25945,79,Phường Tân Đông Hiệp
25951,79,Phường Đông Hòa
25966,79,Phường Lái Thiêu
25969,79,Phường Thuận Giao
25975,79,Phường An Phú
25978,79,Phường Thuận An
25987,79,Phường Bình Hòa
26506,79,Phường Vũng Tàu
26526,79,Phường Tam Thắng
26536,79,Phường Rạch Dừa
26542,79,Phường Phước Thắng
26545,79,Xã Long Sơn
26560,79,Phường Bà Rịa
26566,79,Phường Long Hương
26572,79,Phường Tam Long
26575,79,Xã Ngãi Giao
26584,79,Xã Xuân Sơn
26590,79,Xã Bình Giã
26596,79,Xã Châu Đức
26608,79,Xã Kim Long
26617,79,Xã Nghĩa Thành
26620,79,Xã Hồ Tràm
26632,79,Xã Xuyên Mộc
26638,79,Xã Bàu Lâm
26641,79,Xã Hòa Hội
26647,79,Xã Hòa Hiệp
26656,79,Xã Bình Châu
26659,79,Xã Long Điền
26662,79,Xã Long Hải
26680,79,Xã Đất Đỏ
26686,79,Xã Phước Hải
26704,79,Phường Phú Mỹ
26710,79,Phường Tân Hải
26713,79,Phường Tân Phước
26725,79,Phường Tân Thành
26728,79,Xã Châu Pha
26732,79,Đặc khu Côn Đảo
26737,79,Phường Tân Định
26740,79,Phường Sài Gòn
26743,79,Phường Bến Thành
26758,79,Phường Cầu Ông Lãnh
26767,79,Phường An Phú Đông
26773,79,Phường Thới An
26782,79,Phường Tân Thới Hiệp
26785,79,Phường Trung Mỹ Tây
26791,79,Phường Đông Hưng Thuận
26800,79,Phường Linh Xuân
26803,79,Phường Tam Bình
26809,79,Phường Hiệp Bình
26824,79,Phường Thủ Đức
26833,79,Phường Long Bình
26842,79,Phường Tăng Nhơn Phú
26848,79,Phường Phước Long
26857,79,Phường Long Phước
26860,79,Phường Long Trường
26876,79,Phường An Nhơn
26878,79,Phường An Hội Đông
26882,79,Phường An Hội Tây
26884,79,Phường Gò Vấp
26890,79,Phường Hạnh Thông
26898,79,Phường Thông Tây Hội
26905,79,Phường Bình Lợi Trung
26911,79,Phường Bình Quới
26929,79,Phường Bình Thạnh
26944,79,Phường Gia Định
26956,79,Phường Thạnh Mỹ Tây
26968,79,Phường Tân Sơn Nhất
26977,79,Phường Tân Sơn Hòa
26983,79,Phường Bảy Hiền
26995,79,Phường Tân Hòa
27004,79,Phường Tân Bình
27007,79,Phường Tân Sơn
27013,79,Phường Tây Thạnh
27019,79,Phường Tân Sơn Nhì
27022,79,Phường Phú Thọ Hòa
27028,79,Phường Phú Thạnh
27031,79,Phường Tân Phú
27043,79,Phường Đức Nhuận
27058,79,Phường Cầu Kiệu
27073,79,Phường Phú Nhuận
27094,79,Phường An Khánh
27097,79,Phường Bình Trưng
27112,79,Phường Cát Lái
27139,79,Phường Xuân Hòa
27142,79,Phường Nhiêu Lộc
27154,79,Phường Bàn Cờ
27163,79,Phường Hòa Hưng
27169,79,Phường Diên Hồng
27190,79,Phường Vườn Lài
27211,79,Phường Hòa Bình
27226,79,Phường Phú Thọ
27232,79,Phường Bình Thới
27238,79,Phường Minh Phụng
27259,79,Phường Xóm Chiếu
27265,79,Phường Khánh Hội
27286,79,Phường Vĩnh Hội
27301,79,Phường Chợ Quán
27316,79,Phường An Đông
27343,79,Phường Chợ Lớn
27349,79,Phường Phú Lâm
27364,79,Phường Bình Phú
27367,79,Phường Bình Tây
27373,79,Phường Bình Tiên
27418,79,Phường Chánh Hưng
27424,79,Phường Bình Đông
27427,79,Phường Phú Định
27439,79,Phường Bình Hưng Hòa
27442,79,Phường Bình Tân
27448,79,Phường Bình Trị Đông
27457,79,Phường Tân Tạo
27460,79,Phường An Lạc
27475,79,Phường Tân Hưng
27478,79,Phường Tân Thuận
27484,79,Phường Phú Thuận
27487,79,Phường Tân Mỹ
27496,79,Xã Tân An Hội
27508,79,Xã An Nhơn Tây
27511,79,Xã Nhuận Đức
27526,79,Xã Thái Mỹ
27541,79,Xã Phú Hòa Đông
27544,79,Xã Bình Mỹ
27553,79,Xã Củ Chi
27559,79,Xã Hóc Môn
27568,79,Xã Đông Thạnh
27577,79,Xã Xuân Thới Sơn
27592,79,Xã Bà Điểm
27595,79,Xã Tân Nhựt
27601,79,Xã Vĩnh Lộc
27604,79,Xã Tân Vĩnh Lộc
27610,79,Xã Bình Lợi
27619,79,Xã Bình Hưng
27628,79,Xã Hưng Long
27637,79,Xã Bình Chánh
27655,79,Xã Nhà Bè
27658,79,Xã Hiệp Phước
27664,79,Xã Cần Giờ
27667,79,Xã Bình Khánh
27673,79,Xã An Thới Đông
27676,79,Xã Thạnh An
80,,Tỉnh Tây Ninh
25459,80,Phường Tân Ninh
25480,80,Phường Bình Minh
25486,80,Xã Tân Biên
25489,80,Xã Tân Lập
25498,80,Xã Thạnh Bình
25510,80,Xã Trà Vong
25516,80,Xã Tân Châu
25522,80,Xã Tân Đông
25525,80,Xã Tân Hội
25531,80,Xã Tân Hòa
25534,80,Xã Tân Thành
25549,80,Xã Tân Phú
25552,80,Xã Dương Minh Châu
25567,80,Phường Ninh Thạnh
25573,80,Xã Cầu Khởi
25579,80,Xã Lộc Ninh
25585,80,Xã Châu Thành
25588,80,Xã Hảo Đước
25591,80,Xã Phước Vinh
25606,80,Xã Hòa Hội
25621,80,Xã Ninh Điền
25630,80,Phường Long Hoa
25633,80,Phường Thanh Điền
25645,80,Phường Hòa Thành
25654,80,Phường Gò Dầu
25657,80,Xã Thạnh Đức
25663,80,Xã Phước Thạnh
25666,80,Xã Truông Mít
25672,80,Phường Gia Lộc
25681,80,Xã Bến Cầu
25684,80,Xã Long Chữ
25702,80,Xã Long Thuận
25708,80,Phường Trảng Bàng
25711,80,Xã Hưng Thuận
25729,80,Xã Phước Chỉ
25732,80,Phường An Tịnh
27694,80,Phường Long An
27712,80,Phường Tân An
27715,80,Phường Khánh Hậu
27721,80,Xã Tân Hưng
27727,80,Xã Hưng Điền
27736,80,Xã Vĩnh Thạnh
27748,80,Xã Vĩnh Châu
27757,80,Xã Vĩnh Hưng
27763,80,Xã Khánh Hưng
27775,80,Xã Tuyên Bình
27787,80,Phường Kiến Tường
27793,80,Xã Bình Hiệp
27811,80,Xã Bình Hòa
27817,80,Xã Tuyên Thạnh
27823,80,Xã Mộc Hóa
27826,80,Xã Tân Thạnh
27838,80,Xã Nhơn Hòa Lập
27841,80,Xã Hậu Thạnh
27856,80,Xã Nhơn Ninh
27865,80,Xã Thạnh Hóa
27868,80,Xã Bình Thành
27877,80,Xã Thạnh Phước
27889,80,Xã Tân Tây
27898,80,Xã Đông Thành
27907,80,Xã Mỹ Quý
27925,80,Xã Đức Huệ
27931,80,Xã Hậu Nghĩa
27937,80,Xã Đức Hòa
27943,80,Xã An Ninh
27952,80,Xã Hiệp Hòa
27964,80,Xã Đức Lập
27976,80,Xã Mỹ Hạnh
27979,80,Xã Hòa Khánh
27991,80,Xã Bến Lức
27994,80,Xã Thạnh Lợi
28003,80,Xã Lương Hòa
28015,80,Xã Bình Đức
28018,80,Xã Mỹ Yên
28036,80,Xã Thủ Thừa
28051,80,Xã Mỹ Thạnh
28066,80,Xã Mỹ An
28072,80,Xã Tân Long
28075,80,Xã Tân Trụ
28087,80,Xã Nhựt Tảo
28093,80,Xã Vàm Cỏ
28108,80,Xã Cần Đước
28114,80,Xã Rạch Kiến
28126,80,Xã Long Cang
28132,80,Xã Mỹ Lệ
28138,80,Xã Tân Lân
28144,80,Xã Long Hựu
28159,80,Xã Cần Giuộc
28165,80,Xã Phước Lý
28177,80,Xã Mỹ Lộc
28201,80,Xã Phước Vĩnh Tây
28207,80,Xã Tân Tập
28210,80,Xã Tầm Vu
28222,80,Xã Vĩnh Công
28225,80,Xã Thuận Mỹ
28243,80,Xã An Lục Long
82,,Tỉnh Đồng Tháp
28249,82,Phường Đạo Thạnh
28261,82,Phường Mỹ Tho
28270,82,Phường Thới Sơn
28273,82,Phường Mỹ Phong
28285,82,Phường Trung An
28297,82,Phường Long Thuận
28306,82,Phường Gò Công
28315,82,Phường Bình Xuân
28321,82,Xã Tân Phước 1
28327,82,Xã Tân Phước 2
28336,82,Xã Hưng Thạnh
28345,82,Xã Tân Phước 3
28360,82,Xã Cái Bè
28366,82,Xã Hậu Mỹ
28378,82,Xã Mỹ Thiện
28393,82,Xã Hội Cư
28405,82,Xã Mỹ Đức Tây
28414,82,Xã Mỹ Lợi
28426,82,Xã Thanh Hưng
28429,82,Xã An Hữu
28435,82,Phường Mỹ Phước Tây
28436,82,Phường Thanh Hòa
28439,82,Phường Cai Lậy
28444,82,Xã Thạnh Phú
28456,82,Xã Mỹ Thành
28468,82,Xã Tân Phú
28471,82,Xã Bình Phú
28477,82,Phường Nhị Quý
28501,82,Xã Hiệp Đức
28504,82,Xã Long Tiên
28516,82,Xã Ngũ Hiệp
28519,82,Xã Châu Thành
28525,82,Xã Tân Hương
28537,82,Xã Long Hưng
28543,82,Xã Long Định
28564,82,Xã Bình Trưng
28576,82,Xã Vĩnh Kim
28582,82,Xã Kim Sơn
28594,82,Xã Chợ Gạo
28603,82,Xã Mỹ Tịnh An
28615,82,Xã Lương Hòa Lạc
28627,82,Xã Tân Thuận Bình
28633,82,Xã An Thạnh Thủy
28648,82,Xã Bình Ninh
28651,82,Xã Vĩnh Bình
28660,82,Xã Đồng Sơn
28663,82,Xã Phú Thành
28678,82,Xã Vĩnh Hựu
28687,82,Xã Long Bình
28693,82,Xã Tân Thới
28696,82,Xã Tân Phú Đông
28702,82,Xã Tân Hòa
28720,82,Xã Gia Thuận
28723,82,Xã Tân Đông
28729,82,Phường Sơn Qui
28738,82,Xã Tân Điền
28747,82,Xã Gò Công Đông
29869,82,Phường Cao Lãnh
29884,82,Phường Mỹ Ngãi
29888,82,Phường Mỹ Trà
29905,82,Phường Sa Đéc
29926,82,Xã Tân Hồng
29929,82,Xã Tân Hộ Cơ
29938,82,Xã Tân Thành
29944,82,Xã An Phước
29954,82,Phường An Bình
29955,82,Phường Hồng Ngự
29971,82,Xã Thường Phước
29978,82,Phường Thường Lạc
29983,82,Xã Long Khánh
29992,82,Xã Long Phú Thuận
30001,82,Xã Tràm Chim
30010,82,Xã Tam Nông
30019,82,Xã An Hòa
30025,82,Xã Phú Cường
30028,82,Xã An Long
30034,82,Xã Phú Thọ
30037,82,Xã Tháp Mười
30043,82,Xã Phương Thịnh
30046,82,Xã Trường Xuân
30055,82,Xã Mỹ Quí
30061,82,Xã Đốc Binh Kiều
30073,82,Xã Thanh Mỹ
30076,82,Xã Mỹ Thọ
30085,82,Xã Ba Sao
30088,82,Xã Phong Mỹ
30112,82,Xã Mỹ Hiệp
30118,82,Xã Bình Hàng Trung
30130,82,Xã Thanh Bình
30154,82,Xã Tân Long
30157,82,Xã Tân Thạnh
30163,82,Xã Bình Thành
30169,82,Xã Lấp Vò
30178,82,Xã Mỹ An Hưng
30184,82,Xã Tân Khánh Trung
30208,82,Xã Hòa Long
30214,82,Xã Tân Dương
30226,82,Xã Lai Vung
30235,82,Xã Phong Hòa
30244,82,Xã Phú Hựu
30253,82,Xã Tân Nhuận Đông
30259,82,Xã Tân Phú Trung
86,,Tỉnh Vĩnh Long
28756,86,Phường Phú Khương
28777,86,Phường An Hội
28783,86,Phường Sơn Đông
28789,86,Phường Bến Tre
28807,86,Xã Giao Long
28810,86,Xã Phú Túc
28840,86,Xã Tân Phú
28858,86,Phường Phú Tân
28861,86,Xã Tiên Thủy
28870,86,Xã Chợ Lách
28879,86,Xã Phú Phụng
28894,86,Xã Vĩnh Thành
28901,86,Xã Hưng Khánh Trung
28903,86,Xã Mỏ Cày
28915,86,Xã Phước Mỹ Trung
28921,86,Xã Tân Thành Bình
28945,86,Xã Đồng Khởi
28948,86,Xã Nhuận Phú Tân
28957,86,Xã An Định
28969,86,Xã Thành Thới
28981,86,Xã Hương Mỹ
28984,86,Xã Giồng Trôm
28987,86,Xã Lương Hòa
28993,86,Xã Lương Phú
28996,86,Xã Châu Hòa
29020,86,Xã Phước Long
29029,86,Xã Tân Hào
29044,86,Xã Hưng Nhượng
29050,86,Xã Bình Đại
29062,86,Xã Phú Thuận
29077,86,Xã Lộc Thuận
29083,86,Xã Châu Hưng
29089,86,Xã Thạnh Trị
29104,86,Xã Thạnh Phước
29107,86,Xã Thới Thuận
29110,86,Xã Ba Tri
29122,86,Xã Mỹ Chánh Hòa
29125,86,Xã Bảo Thạnh
29137,86,Xã Tân Xuân
29143,86,Xã An Ngãi Trung
29158,86,Xã An Hiệp
29167,86,Xã Tân Thủy
29182,86,Xã Thạnh Phú
29191,86,Xã Quới Điền
29194,86,Xã Đại Điền
29221,86,Xã Thạnh Hải
29224,86,Xã An Qui
29227,86,Xã Thạnh Phong
29242,86,Phường Trà Vinh
29254,86,Phường Nguyệt Hóa
29263,86,Phường Long Đức
29266,86,Xã Càng Long
29275,86,Xã An Trường
29278,86,Xã Tân An
29287,86,Xã Bình Phú
29302,86,Xã Nhị Long
29308,86,Xã Cầu Kè
29317,86,Xã An Phú Tân
29329,86,Xã Phong Thạnh
29335,86,Xã Tam Ngãi
29341,86,Xã Tiểu Cần
29362,86,Xã Hùng Hòa
29365,86,Xã Tập Ngãi
29371,86,Xã Tân Hòa
29374,86,Xã Châu Thành
29386,86,Xã Song Lộc
29398,86,Phường Hòa Thuận
29407,86,Xã Hưng Mỹ
29410,86,Xã Hòa Minh
29413,86,Xã Long Hòa
29416,86,Xã Cầu Ngang
29419,86,Xã Mỹ Long
29431,86,Xã Vinh Kim
29446,86,Xã Nhị Trường
29455,86,Xã Hiệp Mỹ
29461,86,Xã Trà Cú
29467,86,Xã Tập Sơn
29476,86,Xã Lưu Nghiệp Anh
29489,86,Xã Hàm Giang
29491,86,Xã Đại An
29497,86,Xã Đôn Châu
29506,86,Xã Long Hiệp
29512,86,Phường Duyên Hải
29513,86,Xã Long Thành
29516,86,Phường Trường Long Hòa
29518,86,Xã Long Hữu
29530,86,Xã Ngũ Lạc
29533,86,Xã Long Vĩnh
29536,86,Xã Đông Hải
29551,86,Phường Long Châu
29557,86,Phường Phước Hậu
29566,86,Phường Tân Ngãi
29584,86,Xã An Bình
29590,86,Phường Thanh Đức
29593,86,Phường Tân Hạnh
29602,86,Xã Long Hồ
29611,86,Xã Phú Quới
29623,86,Xã Nhơn Phú
29638,86,Xã Bình Phước
29641,86,Xã Cái Nhum
29653,86,Xã Tân Long Hội
29659,86,Xã Trung Thành
29668,86,Xã Quới An
29677,86,Xã Quới Thiện
29683,86,Xã Trung Hiệp
29698,86,Xã Trung Ngãi
29701,86,Xã Hiếu Phụng
29713,86,Xã Hiếu Thành
29719,86,Xã Tam Bình
29728,86,Xã Cái Ngang
29734,86,Xã Hòa Hiệp
29740,86,Xã Song Phú
29767,86,Xã Ngãi Tứ
29770,86,Phường Cái Vồn
29771,86,Phường Bình Minh
29785,86,Xã Tân Lược
29788,86,Xã Mỹ Thuận
29800,86,Xã Tân Quới
29812,86,Phường Đông Thành
29821,86,Xã Trà Ôn
29830,86,Xã Hòa Bình
29836,86,Xã Trà Côn
29845,86,Xã Vĩnh Xuân
29857,86,Xã Lục Sĩ Thành
91,,Tỉnh An Giang
30292,91,Phường Bình Đức
30301,91,Phường Mỹ Thới
30307,91,Phường Long Xuyên
30313,91,Xã Mỹ Hòa Hưng
30316,91,Phường Châu Đốc
30325,91,Phường Vĩnh Tế
30337,91,Xã An Phú
30341,91,Xã Khánh Bình
30346,91,Xã Nhơn Hội
30352,91,Xã Phú Hữu
30367,91,Xã Vĩnh Hậu
30376,91,Phường Tân Châu
30377,91,Phường Long Phú
30385,91,Xã Vĩnh Xương
30388,91,Xã Tân An
30403,91,Xã Châu Phong
30406,91,Xã Phú Tân
30409,91,Xã Chợ Vàm
30421,91,Xã Phú Lâm
30430,91,Xã Hòa Lạc
30436,91,Xã Phú An
30445,91,Xã Bình Thạnh Đông
30463,91,Xã Châu Phú
30469,91,Xã Mỹ Đức
30478,91,Xã Vĩnh Thạnh Trung
30481,91,Xã Thạnh Mỹ Tây
30487,91,Xã Bình Mỹ
30502,91,Phường Thới Sơn
30505,91,Phường Chi Lăng
30520,91,Phường Tịnh Biên
30526,91,Xã An Cư
30538,91,Xã Núi Cấm
30544,91,Xã Tri Tôn
30547,91,Xã Ba Chúc
30568,91,Xã Vĩnh Gia
30577,91,Xã Ô Lâm
30580,91,Xã Cô Tô
30589,91,Xã An Châu
30595,91,Xã Cần Đăng
30604,91,Xã Vĩnh An
30607,91,Xã Bình Hòa
30619,91,Xã Vĩnh Hanh
30628,91,Xã Chợ Mới
30631,91,Xã Long Điền
30643,91,Xã Cù Lao Giêng
30658,91,Xã Nhơn Mỹ
30664,91,Xã Long Kiến
30673,91,Xã Hội An
30682,91,Xã Thoại Sơn
30685,91,Xã Phú Hòa
30688,91,Xã Óc Eo
30691,91,Xã Tây Phú
30697,91,Xã Vĩnh Trạch
30709,91,Xã Định Mỹ
30742,91,Phường Rạch Giá
30760,91,Phường Vĩnh Thông
30766,91,Phường Tô Châu
30769,91,Phường Hà Tiên
30781,91,Xã Tiên Hải
30787,91,Xã Kiên Lương
30790,91,Xã Hòa Điền
30793,91,Xã Vĩnh Điều
30796,91,Xã Giang Thành
30811,91,Xã Sơn Hải
30814,91,Xã Hòn Nghệ
30817,91,Xã Hòn Đất
30823,91,Xã Bình Sơn
30826,91,Xã Bình Giang
30835,91,Xã Sơn Kiên
30838,91,Xã Mỹ Thuận
30850,91,Xã Tân Hiệp
30856,91,Xã Tân Hội
30874,91,Xã Thạnh Đông
30880,91,Xã Châu Thành
30886,91,Xã Thạnh Lộc
30898,91,Xã Bình An
30904,91,Xã Giồng Riềng
30910,91,Xã Thạnh Hưng
30928,91,Xã Ngọc Chúc
30934,91,Xã Hòa Hưng
30943,91,Xã Long Thạnh
30949,91,Xã Hòa Thuận
30952,91,Xã Gò Quao
30958,91,Xã Định Hòa
30970,91,Xã Vĩnh Hòa Hưng
30982,91,Xã Vĩnh Tuy
30985,91,Xã An Biên
30988,91,Xã Tây Yên
31006,91,Xã Đông Thái
31012,91,Xã Vĩnh Hòa
31018,91,Xã An Minh
31024,91,Xã Đông Hòa
31027,91,Xã U Minh Thượng
31031,91,Xã Tân Thạnh
31036,91,Xã Đông Hưng
31042,91,Xã Vân Khánh
31051,91,Xã Vĩnh Phong
31064,91,Xã Vĩnh Bình
31069,91,Xã Vĩnh Thuận
31078,91,Đặc khu Phú Quốc
31105,91,Đặc khu Thổ Châu
31108,91,Đặc khu Kiên Hải
92,,Thành phố Cần Thơ
31120,92,Phường Cái Khế
31135,92,Phường Ninh Kiều
31147,92,Phường Tân An
31150,92,Phường An Bình
31153,92,Phường Ô Môn
31157,92,Phường Thới Long
31162,92,Phường Phước Thới
31168,92,Phường Bình Thủy
31174,92,Phường Thới An Đông
31183,92,Phường Long Tuyền
31186,92,Phường Cái Răng
31201,92,Phường Hưng Phú
31207,92,Phường Thốt Nốt
31213,92,Phường Tân Lộc
31217,92,Phường Trung Nhứt
31228,92,Phường Thuận Hưng
31231,92,Xã Thạnh An
31232,92,Xã Vĩnh Thạnh
31237,92,Xã Vĩnh Trinh
31246,92,Xã Thạnh Quới
31249,92,Xã Thạnh Phú
31255,92,Xã Trung Hưng
31258,92,Xã Thới Lai
31261,92,Xã Cờ Đỏ
31264,92,Xã Thới Hưng
31273,92,Xã Đông Hiệp
31282,92,Xã Đông Thuận
31288,92,Xã Trường Thành
31294,92,Xã Trường Xuân
31299,92,Xã Phong Điền
31309,92,Xã Trường Long
31315,92,Xã Nhơn Ái
31321,92,Phường Vị Thanh
31333,92,Phường Vị Tân
31338,92,Xã Hỏa Lựu
31340,92,Phường Ngã Bảy
31342,92,Xã Tân Hòa
31348,92,Xã Trường Long Tây
31360,92,Xã Thạnh Xuân
31366,92,Xã Châu Thành
31369,92,Xã Đông Phước
31378,92,Xã Phú Hữu
31393,92,Xã Hòa An
31396,92,Xã Hiệp Hưng
31399,92,Xã Tân Bình
31408,92,Xã Thạnh Hòa
31411,92,Phường Đại Thành
31420,92,Xã Phụng Hiệp
31426,92,Xã Phương Bình
31432,92,Xã Tân Phước Hưng
31441,92,Xã Vị Thủy
31453,92,Xã Vĩnh Thuận Đông
31459,92,Xã Vĩnh Tường
31465,92,Xã Vị Thanh 1
31471,92,Phường Long Mỹ
31473,92,Phường Long Bình
31480,92,Phường Long Phú 1
31489,92,Xã Vĩnh Viễn
31492,92,Xã Lương Tâm
31495,92,Xã Xà Phiên
31507,92,Phường Sóc Trăng
31510,92,Phường Phú Lợi
31528,92,Xã Kế Sách
31531,92,Xã An Lạc Thôn
31537,92,Xã Phong Nẫm
31540,92,Xã Thới An Hội
31552,92,Xã Nhơn Mỹ
31561,92,Xã Đại Hải
31567,92,Xã Mỹ Tú
31569,92,Xã Phú Tâm
31570,92,Xã Hồ Đắc Kiện
31579,92,Xã Long Hưng
31582,92,Xã Thuận Hòa
31591,92,Xã Mỹ Hương
31594,92,Xã An Ninh
31603,92,Xã Mỹ Phước
31615,92,Xã An Thạnh
31633,92,Xã Cù Lao Dung
31639,92,Xã Long Phú
31645,92,Xã Đại Ngãi
31654,92,Xã Trường Khánh
31666,92,Xã Tân Thạnh
31673,92,Xã Trần Đề
31675,92,Xã Liêu Tú
31679,92,Xã Lịch Hội Thượng
31684,92,Phường Mỹ Xuyên
31687,92,Xã Tài Văn
31699,92,Xã Thạnh Thới An
31708,92,Xã Nhu Gia
31717,92,Xã Hòa Tú
31723,92,Xã Ngọc Tố
31726,92,Xã Gia Hòa
31732,92,Phường Ngã Năm
31741,92,Xã Tân Long
31753,92,Phường Mỹ Quới
31756,92,Xã Phú Lộc
31759,92,Xã Lâm Tân
31777,92,Xã Vĩnh Lợi
31783,92,Phường Vĩnh Châu
31789,92,Phường Khánh Hòa
31795,92,Xã Vĩnh Hải
31804,92,Phường Vĩnh Phước
31810,92,Xã Lai Hòa
96,,Tỉnh Cà Mau
31825,96,Phường Bạc Liêu
31834,96,Phường Vĩnh Trạch
31840,96,Phường Hiệp Thành
31843,96,Xã Hồng Dân
31849,96,Xã Ninh Quới
31858,96,Xã Vĩnh Lộc
31864,96,Xã Ninh Thạnh Lợi
31867,96,Xã Phước Long
31876,96,Xã Vĩnh Phước
31882,96,Xã Vĩnh Thanh
31885,96,Xã Phong Hiệp
31891,96,Xã Hòa Bình
31894,96,Xã Châu Thới
31900,96,Xã Vĩnh Lợi
31906,96,Xã Hưng Hội
31918,96,Xã Vĩnh Mỹ
31927,96,Xã Vĩnh Hậu
31942,96,Phường Giá Rai
31951,96,Phường Láng Tròn
31957,96,Xã Phong Thạnh
31972,96,Xã Gành Hào
31975,96,Xã Đông Hải
31985,96,Xã Long Điền
31988,96,Xã An Trạch
31993,96,Xã Định Thành
32002,96,Phường An Xuyên
32014,96,Phường Lý Văn Lâm
32025,96,Phường Tân Thành
32041,96,Phường Hòa Thành
32044,96,Xã Nguyễn Phích
32047,96,Xã U Minh
32059,96,Xã Khánh An
32062,96,Xã Khánh Lâm
32065,96,Xã Thới Bình
32069,96,Xã Biển Bạch
32071,96,Xã Trí Phải
32083,96,Xã Tân Lộc
32092,96,Xã Hồ Thị Kỷ
32095,96,Xã Trần Văn Thời
32098,96,Xã Sông Đốc
32104,96,Xã Đá Bạc
32110,96,Xã Khánh Bình
32119,96,Xã Khánh Hưng
32128,96,Xã Cái Nước
32134,96,Xã Lương Thế Trân
32137,96,Xã Tân Hưng
32140,96,Xã Hưng Mỹ
32152,96,Xã Đầm Dơi
32155,96,Xã Tạ An Khương
32161,96,Xã Trần Phán
32167,96,Xã Tân Thuận
32182,96,Xã Quách Phẩm
32185,96,Xã Thanh Tùng
32188,96,Xã Tân Tiến
32191,96,Xã Năm Căn
32201,96,Xã Đất Mới
32206,96,Xã Tam Giang
32212,96,Xã Cái Đôi Vàm
32214,96,Xã Phú Mỹ
32218,96,Xã Phú Tân
32227,96,Xã Nguyễn Việt Khái
32236,96,Xã Tân Ân
32244,96,Xã Phan Ngọc Hiển
32248,96,Xã Đất Mũi
$names$
    )
