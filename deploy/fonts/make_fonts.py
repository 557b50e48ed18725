#!/usr/bin/python3
"""Makes client/ui/fonts/*.otf from the Debian package fonts-inter.

usage: make_fonts.py [SOURCE_DIR] [TARGET_DIR]       needs: apt-get install fonts-inter fonttools

Qt 6.4 cannot switch OpenType features on, so what the client needs is made part of the file:
  - the ten figures are those of the feature `tnum` (equal width): columns of money and phones stay straight;
  - only Latin, Vietnamese (composed and with combining marks), dong sign and the few arrows of the interface stay;
  - ascent + descent are 1.375 em (Inter: 1.21), so that stacked marks of two lines never touch: 18 px at 9.75 pt;
  - the family has a name of its own, so that an Inter installed on the machine is never mixed in.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Banhang Sans"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}
ASCENT_EM, DESCENT_EM = 1.07, 0.305
CODEPOINTS = [
    *range(0x20, 0x7F), *range(0xA0, 0x149), *range(0x14A, 0x180), 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
    0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323,  # marks of decomposed Vietnamese
    *range(0x1EA0, 0x1EFA),
    0x2007, 0x2009, 0x200B, 0x202F, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x20AB, 0x20AC, 0x2122,
    0x2190, 0x2191, 0x2192, 0x2193, 0x21B3, 0x21B5, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
    0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CF, 0x2713,
]


def tabular_figures(font):
    """Plain figure glyph -> figure of equal width, as the feature `tnum` maps them."""
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                mapping = getattr(table, "ExtSubTable", table).mapping
                cmap = font.getBestCmap()
                return {code: mapping[cmap[code]] for code in range(ord("0"), ord("9") + 1)}
    raise SystemExit("the source font has no feature tnum")


def freeze_figures(font):
    figures = tabular_figures(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: glyph for code, glyph in figures.items() if code in table.cmap})
    # Hand-drawn figures differ by a unit or two, which is enough for two column ends to differ by a pixel.
    metrics = font["hmtx"].metrics
    width = max(metrics[glyph][0] for glyph in figures.values())
    for glyph in figures.values():
        metrics[glyph] = (width, metrics[glyph][1])


def keep_only_needed(font):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(unicodes=CODEPOINTS)
    tool.subset(font)


def set_line_height(font):
    em = font["head"].unitsPerEm
    ascent, descent = round(em * ASCENT_EM), round(em * DESCENT_EM)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent


def rename(font, style, weight):
    plain = style == "Regular"
    names = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: "Regular",
        3: f"{FAMILY} {style} 1.0",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
    }
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5, 7, 8, 9, 11, 13, 14) and n.platformID == 3]
    for name_id, value in names.items():
        table.setName(value, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = FAMILY, names[4], style


def main():
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/inter")
    default_target = Path(__file__).resolve().parents[2] / "client" / "ui" / "fonts"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else default_target
    for style, weight in WEIGHTS.items():
        font = TTFont(source / f"Inter-{style}.otf", recalcTimestamp=False)
        freeze_figures(font)
        missing = [hex(c) for c in CODEPOINTS if c not in font.getBestCmap()]
        if missing:
            print(f"{style}: not in the source: {' '.join(missing)}")
        keep_only_needed(font)
        set_line_height(font)
        rename(font, style, weight)
        path = target / f"banhang-sans-{weight}.otf"
        font.save(path)
        print(f"{path} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
