#!/usr/bin/env python3
"""Draws duplicate-scores.svg: how many pairs of one customer and of different ones got which score.

    banhangctl duplicate evaluate DIR --out found.csv --min-score 0.01
    docs/pictures/duplicate_scores.py DIR found.csv > docs/pictures/duplicate-scores.svg

DIR holds pairs.csv (id1,id2), found.csv has id1,id2,score. The scale of the counts is logarithmic.
"""
import csv
import math
import sys

BINS, THRESHOLD = 20, 0.75
LEFT, RIGHT, TOP, FLOOR = 55, 625, 12, 260
SAME, OTHERS, GREY = "#2a7f62", "#c8553d", "#444444"


def pairs(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield frozenset((row["id1"], row["id2"])), float(row.get("score") or 1)


def text(x, y, words, anchor="middle"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{GREY}">{words}</text>'


def draw(truth, found):
    counts = [[0, 0] for _ in range(BINS)]
    for pair, score in found:
        counts[min(BINS - 1, int(score * BINS))][pair not in truth] += 1
    unit = (FLOOR - TOP - 12) / math.log10(1 + max(1, max(map(max, counts))))
    height = lambda count: unit * math.log10(1 + count)
    place = lambda score: LEFT + (RIGHT - LEFT) * score
    yield '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="12">'
    yield '<rect width="640" height="300" fill="#ffffff"/>'
    for count in (1, 10, 100, 1000):
        y = FLOOR - height(count)
        if y > TOP:
            yield f'<line x1="50" y1="{y:.1f}" x2="630" y2="{y:.1f}" stroke="#dddddd"/>' + text(44, y + 4, count, "end")
    for i, both in enumerate(counts):
        for side, (count, colour) in enumerate(zip(both, (SAME, OTHERS))):
            x = place(i / BINS) + 13.2 * side
            yield f'<rect x="{x:.1f}" y="{FLOOR - height(count):.1f}" width="12.2" height="{height(count):.1f}" fill="{colour}"/>'
    for tenth in range(11):
        yield text(place(tenth / 10), FLOOR + 16, tenth / 10)
    x = place(THRESHOLD)
    yield f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{FLOOR}" stroke="{GREY}" stroke-dasharray="4 3"/>'
    yield text(x - 4, 22, "default threshold", "end")
    for x, colour, words in ((70, SAME, "one customer"), (180, OTHERS, "different ones")):
        yield f'<rect x="{x}" y="14" width="10" height="10" fill="{colour}"/>' + text(x + 16, 23, words, "start")
    yield text((LEFT + RIGHT) / 2, 292, "score") + "</svg>"


if __name__ == "__main__":
    known = {pair for pair, _ in pairs(sys.argv[1] + "/pairs.csv")}
    print("\n".join(draw(known, pairs(sys.argv[2]))))
