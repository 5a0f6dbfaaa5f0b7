"""What the catalogues of `Texts` say."""

import re

from shop import PROJECT

LANGUAGES = ["fi", "ja", "ko", "ru", "zh"]


def english(language, *surfaces):
    """The whole phrases that are said otherwise in a language; a single word may be somebody's name for a thing."""
    phrases = set()
    for surface in surfaces:
        for entry in (PROJECT / "Texts" / surface / f"{language}.po").read_text().split("\n\n"):
            said = re.search(r'^msgid "(.+)"$', entry, re.M)
            told = re.search(r'^msgstr "(.+)"$', entry, re.M)
            if said and told and said[1] != told[1] and " " in said[1] and not re.search(r"[{<]", said[1]):
                phrases.add(said[1].replace('\\"', '"'))
    return phrases
