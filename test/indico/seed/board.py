"""A board meeting of one hour, as groups hold it every month."""

from indico.core.db.sqlalchemy.descriptions import RenderMode

from make import Maker

CHAIR = 'Dr | Sofia | Chair | CERN'
SLIDES = b'%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'


def board(users):
    event = Maker(users, 'WLCG Kubernetes Board', '2026-03-10 15:00', '2026-03-10 16:00', chairs=[CHAIR],
                  room='31-3-004 - IT Amphitheatre', venue='CERN', address='Esplanade des Particules 1, Meyrin',
                  description='<p>Monthly meeting.</p>\r\n<p>Zoom: <a href="https://example.org/zoom">join</a></p>',
                  keywords=['kubernetes', 'WLCG'])
    # made in another order than that of the agenda: an export is not sorted
    outlook = event.talk('AOB and next meeting', '2026-03-10 15:50', 10, speakers=[CHAIR])
    news = event.talk('News', '2026-03-10 15:00', 10, speakers=[CHAIR])
    sites = event.talk('Site report: DESY', '2026-03-10 15:10', 20, speakers=['| Sam | Submitter | DESY'],
                       text='Upgrade to **1.34**, see [the plan](https://example.org/plan).')
    storage = event.talk('Storage for analysis facilities', '2026-03-10 15:30', 20, html=True,
                         speakers=['| José María | Núñez-Ångström | PIC', '| Wei | Li | IHEP', '~| Ann | Author | RAL'],
                         text='<p>CephFS &amp; EOS <em>compared</em>.</p>\r\n<ul>\r\n<li>cost</li>\r\n<li>speed</li>\r\n</ul>')
    sites.update_principal(users['submitter'], add_permissions={'submit'})
    event.file(sites, 'desy report (final).pdf', 'application/pdf', SLIDES)
    event.link(sites, 'Recording', 'https://videos.example.org/desy?t=1&lang=en#start')
    event.file(storage, 'storage.pptx', 'application/vnd.ms-powerpoint', b'slides', title='Slides')
    event.file(storage, 'Zahlen – März.csv', 'text/csv', 'Größe;1\n'.encode(), folder='Data')
    event.link(event.event, 'Minutes of the last meeting', 'https://example.org/minutes/2026-02')
    event.note(news, '<p>The release is out.</p>\r\n<ul><li>1.34 is in production</li></ul>')
    event.note(outlook, 'Next meeting: **14 April**\n\n- [ ] book a room', RenderMode.markdown)
    return event
