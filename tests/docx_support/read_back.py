"""Reads Word files with python-docx and prints one line of JSON a file: each paragraph, what it says and
how it is set once styles and defaults are followed. Tables give the paragraphs of their cells."""

import json
import sys

import docx
from docx.oxml.ns import qn


def value(element, path, attribute="w:val"):
    for step in path:
        element = element.find(qn(step)) if element is not None else None
    return None if element is None else element.get(qn(attribute))


def chain(styles, style_id):
    """The style and all that it is based on, nearest first."""
    seen = []
    while style_id in styles and style_id not in seen:
        seen.append(style_id)
        style_id = value(styles[style_id], ["w:basedOn"])
    return [styles[each] for each in seen]


def first(places, path, attribute="w:val"):
    for place in places:
        found = value(place, path, attribute)
        if found is not None:
            return found
    return None


def on(places, name):
    """A property that is said by standing there."""
    for place in places:
        found = place.find(qn("w:rPr") + "/" + qn(name))
        if found is not None:
            return found.get(qn("w:val")) not in ("0", "false", "off")
    return False


def text(run):
    parts = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:tab"):
            parts.append("\t")
        elif child.tag == qn("w:br"):
            parts.append("\n")
    return "".join(parts)


def read(path):
    document = docx.Document(path)
    root = document.styles.element
    styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
    names = {style.style_id: style.name for style in document.styles}
    default = next(it for it, style in styles.items() if style.get(qn("w:default")) == "1")
    run_default = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    for paragraph in document.element.body.iter(qn("w:p")):
        style = value(paragraph, ["w:pPr", "w:pStyle"]) or default
        based = chain(styles, style)
        places = [paragraph] + based
        runs = []
        for run in paragraph.iter(qn("w:r")):
            if not text(run):
                continue
            own = value(run, ["w:rPr", "w:rStyle"])
            where = [run] + chain(styles, own) + based + [run_default]
            fonts = ["w:rPr", "w:rFonts"]
            runs.append({
                "text": text(run),
                "eastAsia": first(where, fonts, "w:eastAsia"),
                "ascii": first(where, fonts, "w:ascii"),
                "hAnsi": first(where, fonts, "w:hAnsi"),
                "half_points": int(first(where, ["w:rPr", "w:sz"])),
                "bold": on(where, "w:b"),
            })
        yield {
            "style": names[style],
            "line": int(first(places, ["w:pPr", "w:spacing"], "w:line")),
            "rule": first(places, ["w:pPr", "w:spacing"], "w:lineRule"),
            "first_line": int(first(places, ["w:pPr", "w:ind"], "w:firstLine") or 0),
            "right": int(first(places, ["w:pPr", "w:ind"], "w:right") or 0),
            "align": first(places, ["w:pPr", "w:jc"]),
            "runs": runs,
        }


for path in sys.argv[1:]:
    print(json.dumps(list(read(path)), ensure_ascii=False))
