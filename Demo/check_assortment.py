#!/usr/bin/env python3
"""Says whether the assortment is sound: numbers check, nothing is named twice, what is shown and linked is there.

Run it from anywhere, with Python 3.11 and nothing else; it prints each fault and ends with 1 if there are any.
"""
import json
import re
import struct
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ASSORTMENT, MODELS, PICTURES = HERE / "assortment", HERE / "models", HERE.parent / "Public" / "demo"
LANGUAGES = ["fi", "ja", "ko", "ru", "zh"]
# Those in which pictures are described, too.
DESCRIBED = ["fi"]
MOST = {"picture": 80_000, "pictures": 12_000_000, "models": 8_000_000}
# Models that hang on a wall, and those shown with something in them that is not counted in the height.
HANGING, OPEN = {"sarka-apron"}, {"huhmar-mortar", "tuohi-basket"}
FOOD = {"Preserves", "Dry goods", "Oil", "Drinks", "Coffee", "Tea", "Bread", "Chocolate", "Sweets", "Biscuits", "Spices", "Fish"}

faults, awaited = [], set()


def expect(true, words):
    if not true:
        faults.append(words)


def is_taken(picture):
    """Whether it has been rendered, in both sizes. Further views may follow later; the shop shows what is there."""
    return all((PICTURES / f"{picture}{size}.webp").exists() for size in ("-800", "-400"))


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def is_gtin(text):
    """GTIN-13 with its check digit, from the range that GS1 leaves to each retailer (20 to 29)."""
    digits = [int(letter) for letter in text if letter.isdigit()]
    weighted = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12]))
    return len(text) == len(digits) == 13 and digits[0] == 2 and (10 - weighted % 10) % 10 == digits[12]


def check_product(product):
    handle, shown = product["handle"], [picture["name"] for picture in product["pictures"]]
    expect(shown, f"{handle} has no picture")
    expect(len(shown) != 1, f"{handle} is seen from one side only")
    expect(not shown or is_taken(shown[0]), f"{handle}: its first picture is missing")
    for name in shown:
        if not is_taken(name):
            awaited.add(name)
    expect((MODELS / f"{product['model']}.glb").exists(), f"{handle}: the model is missing")
    expect(all(picture["alt"] for picture in product["pictures"]), f"{handle}: a picture says nothing to those who cannot see it")
    combinations = [tuple(variant["options"]) for variant in product["variants"]]
    expect(len(set(combinations)) == len(combinations) > 0, f"{handle}: two variants are the same, or there is none")
    for variant in product["variants"]:
        sku = variant["sku"]
        expect(len(variant["options"]) == len(product["options"]), f"{sku} does not answer every option")
        expect(is_gtin(variant["gtin"]), f"{sku}: {variant['gtin']} is no barcode of ours")
        expect(variant["grams"] > 0 and variant["price"] > 0, f"{sku} weighs or costs nothing")
        expect(variant.get("compareAt", variant["price"] + 1) > variant["price"], f"{sku}: what it cost before is not more")
        expect(variant.get("picture", shown[0] if shown else "") in shown, f"{sku}: its picture is not one of its product")
    attributes = product["attributes"]
    expect(all(isinstance(value, (str, bool, int, float)) for value in attributes.values()), f"{handle}: an attribute is neither text, number nor flag")
    if product["type"] in FOOD:
        for name in ("Ingredients", "Allergens", "Vegan", "Keeps"):
            expect(name in attributes, f"{handle} is food and says nothing of {name.lower()}")
    for language in LANGUAGES:
        check_translation(product, language)


def check_translation(product, language):
    handle, words = product["handle"], load(ASSORTMENT / "words" / f"{language}.json")
    translation = product["translations"].get(language)
    if not translation:
        expect(False, f"{handle} has no {language}")
        return
    expect(translation.get("title"), f"{handle} has no title in {language}")
    expect(len(translation.get("text", [])) == len(product["text"]), f"{handle}: {language} has not as many paragraphs")
    if language in DESCRIBED:
        expect({picture["name"] for picture in product["pictures"]} == set(translation.get("alts", {})), f"{handle}: {language} describes other pictures")
    said = {product["type"], *product["attributes"], *product["options"]}
    said |= {value for value in product["attributes"].values() if isinstance(value, str)}
    said |= {option for variant in product["variants"] for option in variant["options"]}
    expect(said <= set(words), f"{handle}: no {language} word for {sorted(said - set(words))}")


def check_said(thing, fields, place):
    """Each text that is said in English is said in the other languages."""
    for language in LANGUAGES:
        said = thing.get("translations", {}).get(language, {})
        for field in fields:
            expect(not thing.get(field) or said.get(field), f"{place}: no {field} in {language}")


def check_links(handles, shown):
    for path in sorted((ASSORTMENT / "stories").glob("*.json")):
        story = load(path)
        check_said(story, ["title", "lede", "body"], path.name)
        for language in LANGUAGES:
            kinds = [[list(block)[0] for block in body] for body in (story["body"], story["translations"].get(language, {}).get("body", []))]
            expect(kinds[0] == kinds[1], f"{path.name}: {language} is made of other blocks")
        expect(story["handle"] == path.stem, f"{path.name} is called {story['handle']}")
        expect(set(story["products"]) <= handles, f"{path.stem} links to products that are not there")
        expect(story["picture"] in shown, f"{path.stem}: no product has its picture")
    expect(sorted(load(ASSORTMENT / "stories.json")) == sorted(path.stem for path in (ASSORTMENT / "stories").glob("*.json")), "stories.json lists others")
    check_said(load(ASSORTMENT / "guide.json"), ["deliveryWords", "shopWords"], "guide.json")
    for block in load(ASSORTMENT / "front.json"):
        check_said(block, ["title", "text"], f"the front's “{block.get('title')}”")
        if "link" in block:
            expect(all(block["translations"].get(language, {}).get("link") for language in LANGUAGES), f"the front's “{block.get('title')}”: a link speaks too few languages")
        pictures = [picture["name"] for picture in block.get("pictures", [])]
        expect(not pictures or any(is_taken(name) for name in pictures), f"the front's “{block.get('title')}” has no picture")
        expect(set(block.get("collections", [])) <= {collection["handle"] for collection in load(ASSORTMENT / "collections.json")}, "the front shows a collection that is not there")
        story = re.fullmatch("/stories/(.*)", block.get("link", {}).get("address", ""))
        expect(not story or (ASSORTMENT / "stories" / f"{story[1]}.json").exists(), "the front leads to a story that is not there")
    for collection in load(ASSORTMENT / "collections.json"):
        check_said(collection, ["title", "text"], collection["handle"])
        expect(set(collection.get("products", [])) <= handles, f"{collection['handle']} gathers products that are not there")
        expect(("rule" in collection) != ("products" in collection), f"{collection['handle']} needs either a rule or products")
        expect(collection["picture"]["name"] in shown, f"{collection['handle']}: no product has its picture")


def edge(path):
    """Width and height of a WebP file (RFC 9649)."""
    data = path.read_bytes()[:40]
    if data[12:16] == b"VP8 ":
        return tuple(side & 0x3FFF for side in struct.unpack("<HH", data[26:30]))
    if data[12:16] == b"VP8X":
        return tuple(int.from_bytes(data[at:at + 3], "little") + 1 for at in (24, 27))
    bits = int.from_bytes(data[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def extent(path):
    """The lowest and highest corner of a GLB model in metres, from its positions' bounds (glTF 2.0, 5.1.1)."""
    data = path.read_bytes()
    head = json.loads(data[20:20 + struct.unpack("<I", data[12:16])[0]])
    bounds = [head["accessors"][part["attributes"]["POSITION"]] for mesh in head["meshes"] for part in mesh["primitives"]]
    return [min(corner) for corner in zip(*(bound["min"] for bound in bounds))], [max(corner) for corner in zip(*(bound["max"] for bound in bounds))]


def check_model(product):
    """It stands on the floor, and is as large as the product says."""
    path = MODELS / f"{product['model']}.glb"
    if not path.exists():
        return
    low, high = extent(path)
    expect(abs(low[1]) < 0.004 or product["model"] in HANGING, f"{path.name} stands {low[1] * 1000:.0f} mm above the floor")
    said, is_cloth = product["attributes"].get("Height (mm)"), product["type"] == "Textiles"
    if said and not is_cloth and product["model"] not in OPEN:
        expect(abs((high[1] - low[1]) * 1000 - said) < 16, f"{path.name} is {(high[1] - low[1]) * 1000:.0f} mm tall, not {said}")
    expect(max(high[i] - low[i] for i in range(3)) < 1.5, f"{path.name} is larger than a room takes")


def check_files(shown):
    pictures, models = sorted(PICTURES.glob("*.webp")), sorted(MODELS.glob("*.glb"))
    for path in pictures:
        expect(path.stat().st_size <= MOST["picture"], f"{path.name} is larger than 80 KB")
        side = 400 if path.stem.endswith("-400") else 800
        expect(edge(path) == (side, side), f"{path.name} is not {side} pixels wide")
        expect(re.sub("-(400|800)$", "", path.stem) in shown, f"{path.name} is shown nowhere")
    totals = {"pictures": sum(path.stat().st_size for path in pictures), "models": sum(path.stat().st_size for path in models)}
    for kind, total in totals.items():
        expect(total <= MOST[kind], f"the {kind} weigh {total} bytes")
    return totals


def main():
    products = [load(path) for path in sorted((ASSORTMENT / "products").glob("*.json"))]
    handles = {product["handle"] for product in products}
    order = load(ASSORTMENT / "products.json")
    expect(sorted(order) == sorted(handles), "products.json lists others than there are")
    for product in products:
        check_product(product)
        check_model(product)
    variants = [variant for product in products for variant in product["variants"]]
    for field in ("sku", "gtin"):
        for value, times in Counter(variant[field] for variant in variants).items():
            expect(times == 1, f"{field} {value} is used {times} times")
    shown = {picture["name"] for product in products for picture in product["pictures"]}
    shown |= {picture["name"] for block in load(ASSORTMENT / "front.json") for picture in block.get("pictures", [])}
    check_links(handles, shown)
    totals = check_files(shown)
    for fault in faults:
        print(fault)
    if awaited:
        print(f"still to render: {' '.join(sorted(awaited))}")
    print(f"{len(products)} products, {len(variants)} variants, {len(shown) - len(awaited)} of {len(shown)} pictures in {totals['pictures']:,} bytes, models in {totals['models']:,} bytes, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
