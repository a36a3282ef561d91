"""A workshop of three days: sessions in several slots, parallel tracks, breaks, sub-contributions, odd titles."""

from make import Maker

ODD_TITLES = [
    'Summary: what we learnt',
    'Talk with a # comment',
    "It's a 'quoted' title",
    'She said "yes" and left',
    '- a leading dash',
    '@mention and `code`',
    '%percent & ampersand',
    '[brackets] at the start',
    '{braces: too}',
    '*star and !bang',
    '? a question',
    '| a pipe > and an arrow',
    'yes',
    '2026-03-10',
    '12:30',
    '007',
    'null',
    '~',
    'Rockets 🚀 and families 👩‍👩‍👧',
    'עברית first, then English',
    'العربية',
    '日本語のタイトル',
    'Trailing spaces   ',
    'A tab\tin the middle',
    'A colon at the end:',
    'Backslash \\n is not a line break',
    '<b>Tags</b> & entities &amp; &lt;',
    'Zero\u200bwidth and no\u00a0break',
    'The measurement of $\\sqrt{s}$ = 13 TeV and $H\\to\\gamma\\gamma$',
    'Long ' + 'word ' * 38 + 'title',
]

ABSTRACT = '''We measured *throughput* and `latency`:

1. with Ceph
2. with EOS

| site | MB/s |
|------|------|
| DESY | 120  |

The limit is $\\frac{a}{b}$, see <https://example.org/paper>.'''

HTML_ABSTRACT = '''<h2>Motivation</h2>\r
<p>Line one<br>line two &ndash; <strong>bold</strong>, <a href="https://example.org/?a=1&amp;b=2">link</a></p>\r
<table><tr><th>site</th><th>MB/s</th></tr><tr><td>DESY</td><td>120</td></tr></table>\r
<script>alert(1)</script>'''


def workshop(users):
    event = Maker(users, 'Kubernetes pre-GDB: a workshop', '2026-09-14 09:00', '2026-09-16 17:00', room='Main room',
                  venue='CERN', chairs=['| Sofia | Chair | CERN', '| Tom | Co-Chair | '])
    first_day(event)
    second_day(event)
    third_day(event)
    for title in ['A talk without a time', 'Reserve: if time permits']:
        event.talk(title, minutes=15, speakers=['| Rita | Reserve | Nikhef'])
    return event


def first_day(event):
    """A welcome outside the sessions, a session with a break inside, a break outside."""
    event.talk('Welcome', '2026-09-14 09:00', 15, speakers=['| Sofia | Chair | CERN'])
    storage = event.session('Storage & data', description='Where the *bytes* are.', code='ST')
    slot = event.slot(storage, '2026-09-14 09:15', 165, title='Part I', conveners=['Dr | Kim | Convener | KIT'])
    talk = event.talk('Ceph in practice', '2026-09-14 09:15', 60, slot=slot, text=ABSTRACT,
                      speakers=['| Pia | Presenter | DESY', '| Otto | Other | KIT'])
    event.part(talk, 'Hardware', 10, speakers=['| Pia | Presenter | DESY'])
    event.part(talk, 'Operations: a year', 20, speakers=['| Otto | Other | KIT'], text='With *numbers*.')
    event.pause('Coffee', '2026-09-14 10:15', 30, slot=slot, room='Foyer')
    event.talk('EOS on Kubernetes', '2026-09-14 10:45', 45, slot=slot, text=HTML_ABSTRACT, html=True)
    event.pause('Lunch', '2026-09-14 12:00', 90, text='In restaurant *R1*.', room='R1')
    second = event.slot(storage, '2026-09-14 13:30', 90, title='Part II', conveners=['| Kim | Convener | KIT'])
    event.talk('CVMFS and images', '2026-09-14 13:30', 30, slot=second)
    event.talk('Discussion', '2026-09-14 14:00', 60, slot=second)
    event.note(storage, '<p>Minutes of the session.</p>')


def second_day(event):
    """Two tracks at the same time in two rooms."""
    security, network = event.session('Security'), event.session('Networks')
    left = event.slot(security, '2026-09-15 09:00', 120, room='Room A', conveners=['| Eve | Secure | STFC'])
    right = event.slot(network, '2026-09-15 09:00', 120, room='Room B')
    for index in range(4):
        start = f'2026-09-15 {9 + index // 2:02}:{index % 2 * 30:02}'
        event.talk(f'Security topic {index + 1}', start, 30, slot=left)
        event.talk(f'Network topic {index + 1}', start, 30, slot=right, room='Room B2' if index == 3 else None)
    event.pause('Coffee', '2026-09-15 11:00', 30)
    event.slot(event.session('A session without talks'), '2026-09-15 11:30', 30)
    event.talk('A talk of zero overlap', '2026-09-15 12:00', 5)


def third_day(event):
    """Titles with every character that YAML dislikes, and a slot of the first day's session."""
    odd = event.session('Odds: and "ends" #3')
    slot = event.slot(odd, '2026-09-16 09:00', 5 * len(ODD_TITLES), title='- [odd] titles')
    for index, title in enumerate(ODD_TITLES):
        minutes = index * 5
        event.talk(title, f'2026-09-16 {9 + minutes // 60:02}:{minutes % 60:02}', 5, slot=slot,
                   speakers=["| Conan | O'Brien-Smith, Jr. | INFN: Bologna, \"CNAF\""])
