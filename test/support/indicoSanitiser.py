"""Sanitises HTML from standard input, a JSON list of texts, as Indico does when it shows minutes.

The lists are those of Indico 3.3, https://github.com/indico/indico/blob/v3.3/indico/util/string.py
"""
import json
import sys

import bleach

TAGS = """
a abbr acronym address area b bdo big blockquote br caption center cite code col colgroup dd del dfn dir div dl dt em
fieldset figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd legend li map mark menu ol p pre q s samp small span strike
strong sub sup table tbody td tfoot th thead tr tt u ul var
""".split()
ATTRIBUTES = {
    "*": "align class colspan href id rowspan start style title width".split(),
    "a": ["href", "title"],
    "abbr": ["title"],
    "acronym": ["title"],
    "img": ["src", "alt", "style"],
}


def sanitised(html):
    return bleach.clean(html, tags=TAGS, attributes=ATTRIBUTES, protocols=["http", "https", "mailto"])


json.dump([sanitised(html) for html in json.load(sys.stdin)], sys.stdout)
