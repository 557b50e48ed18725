#!/usr/bin/env python3
"""Makes units.csv from the two public lists named in NOTICE.md.

    make_units.py vn_units_34.csv vn_wards_63_to_34.csv.gz > units.csv

Columns of units.csv: level (p province, w ward), code, kind, name, province (code), district (text; old wards only),
valid_from, valid_to (ISO days; empty = open), successors (codes, separated by spaces; of units that ended).
An update file for a running system has the same columns and holds only the lines that are new or changed.
"""
import csv
import gzip
import re
import sys
import unicodedata

LAST_OLD, FIRST_NEW = "2025-06-30", "2025-07-01"

# Codes of the 63 provinces until LAST_OLD (General Statistics Office).
OLD_CODES = """01 Hà Nội|02 Hà Giang|04 Cao Bằng|06 Bắc Kạn|08 Tuyên Quang|10 Lào Cai|11 Điện Biên|12 Lai Châu|14 Sơn La
15 Yên Bái|17 Hòa Bình|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Giang|25 Phú Thọ|26 Vĩnh Phúc|27 Bắc Ninh
30 Hải Dương|31 Hải Phòng|33 Hưng Yên|34 Thái Bình|35 Hà Nam|36 Nam Định|37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh
44 Quảng Bình|45 Quảng Trị|46 Huế|48 Đà Nẵng|49 Quảng Nam|51 Quảng Ngãi|52 Bình Định|54 Phú Yên|56 Khánh Hòa
58 Ninh Thuận|60 Bình Thuận|62 Kon Tum|64 Gia Lai|66 Đắk Lắk|67 Đắk Nông|68 Lâm Đồng|70 Bình Phước|72 Tây Ninh
74 Bình Dương|75 Đồng Nai|77 Bà Rịa - Vũng Tàu|79 Hồ Chí Minh|80 Long An|82 Tiền Giang|83 Bến Tre|84 Trà Vinh|86 Vĩnh Long
87 Đồng Tháp|89 An Giang|91 Kiên Giang|92 Cần Thơ|93 Hậu Giang|94 Sóc Trăng|95 Bạc Liêu|96 Cà Mau"""

# Provinces that Resolution 202/2025/QH15 left as they were.
UNCHANGED = "Hà Nội|Huế|Cao Bằng|Điện Biên|Hà Tĩnh|Lai Châu|Lạng Sơn|Nghệ An|Quảng Ninh|Thanh Hóa|Sơn La".split("|")

# Provinces that became centrally run cities: code, first day as a city (Resolutions 30, 36 and 39/2026/QH16).
CITIES_2026 = {"75": "2026-04-30", "22": "2026-09-01", "24": "2026-09-20"}
DAY_BEFORE = {"2026-04-30": "2026-04-29", "2026-09-01": "2026-08-31", "2026-09-20": "2026-09-19"}

# Island districts that had no wards: their own codes.
ISLANDS = {"Bạch Long Vĩ": "318", "Cồn Cỏ": "471", "Hoàng Sa": "498", "Lý Sơn": "505", "Côn Đảo": "755"}

# The one code that the two lists give differently.
SAME_WARD = {"06970": "06978"}

TONES = "\u0300\u0301\u0303\u0309\u0323"


def house(text):
    """The mark on the first vowel of open oa, oe, uy: Hoà -> Hòa, Thuỷ -> Thủy, but Quý."""
    decomposed = unicodedata.normalize("NFD", text)
    pattern = rf"(?<![qQ])([oO])([aeAE])([{TONES}])(?![a-zA-Z\u0300-\u036f])|(?<![qQ])([uU])([yY])([{TONES}])(?![a-zA-Z\u0300-\u036f])"
    moved = re.sub(pattern, lambda m: (m[1] or m[4]) + (m[3] or m[6]) + (m[2] or m[5]), decomposed)
    return unicodedata.normalize("NFC", moved)


def split_kind(full):
    for kind in ("Thành phố", "Tỉnh", "Phường", "Xã", "Thị trấn", "Đặc khu", "Huyện"):
        if full.lower().startswith(kind.lower() + " "):
            return kind, full[len(kind) + 1:]
    raise ValueError(full)


def main(units_file, wards_file):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("level code kind name province district valid_from valid_to successors".split())
    with open(units_file, encoding="utf-8") as f:
        new_wards = [{k: house(v) for k, v in row.items()} for row in csv.DictReader(f)]
    with gzip.open(wards_file, "rt", encoding="utf-8") as f:
        mapping = [{k: house(v) for k, v in row.items()} for row in csv.DictReader(f)]

    old_codes = {name: code for code, name in (entry.split(" ", 1) for entry in re.split(r"[|\n]", OLD_CODES))}
    old_kinds, new_of = {}, {}
    for row in mapping:
        kind, name = split_kind(row["old_province"])
        old_kinds[name] = kind
        new_of.setdefault(name, set()).add(row["new_province_code"])
    new_names = {row["province_code"]: split_kind(row["province"]) for row in new_wards}

    for name, code in sorted(old_codes.items(), key=lambda item: item[1]):
        end = "" if name in UNCHANGED else LAST_OLD
        if code == "46":
            out.writerow(["p", code, "Tỉnh", "Thừa Thiên Huế", "", "", "", "2024-12-31", "46"])
            out.writerow(["p", code, "Thành phố", name, "", "", "2025-01-01", "", ""])
        elif code in CITIES_2026 and not end:
            city = CITIES_2026[code]
            out.writerow(["p", code, "Tỉnh", name, "", "", "", DAY_BEFORE[city], code])
            out.writerow(["p", code, "Thành phố", name, "", "", city, "", ""])
        else:
            out.writerow(["p", code, old_kinds[name], name, "", "", "", end, " ".join(sorted(new_of[name])) if end else ""])
    for code, (kind, name) in sorted(new_names.items()):
        if name in UNCHANGED:
            continue
        if code in CITIES_2026:
            city = CITIES_2026[code]
            out.writerow(["p", code, "Tỉnh", name, "", "", FIRST_NEW, DAY_BEFORE[city], code])
            out.writerow(["p", code, "Thành phố", name, "", "", city, "", ""])
        else:
            out.writerow(["p", code, kind, name, "", "", FIRST_NEW, "", ""])

    for row in sorted(new_wards, key=lambda r: (r["province_code"], r["ward_code"])):
        kind, name = split_kind(row["ward"])
        out.writerow(["w", row["ward_code"], kind, name, row["province_code"], "", FIRST_NEW, "", ""])
    old_wards = {}
    for row in mapping:
        province = split_kind(row["old_province"])[1]
        district = row["old_district"]
        if row["old_ward"]:
            key = (old_codes[province], row["old_ward_code"], *split_kind(row["old_ward"]), district)
        else:
            kind, name = split_kind(district)
            key = (old_codes[province], ISLANDS[name], kind, name, "")
        new_code = SAME_WARD.get(row["new_ward_code"], row["new_ward_code"])
        old_wards.setdefault(key, []).append(new_code)
    for (province, code, kind, name, district), successors in sorted(old_wards.items()):
        out.writerow(["w", code, kind, name, province, district, "", LAST_OLD, " ".join(sorted(successors))])


if __name__ == "__main__":
    main(*sys.argv[1:])
