"""Events of one kind of difficulty each."""

from indico.core.db.sqlalchemy.protection import ProtectionMode
from indico.modules.events.contributions import contribution_settings

from make import Maker


def eastern(users):
    """An evening in New York, which is the next day in UTC and at the server."""
    event = Maker(users, 'Accelerators: an evening session', '2024-03-11 20:00', '2024-03-11 23:30',
                  zone='US/Eastern', room='B-20', venue='Stony Brook University',
                  address='100 Nicolls Road\nStony Brook, NY 11794')
    session = event.session('After dinner')
    slot = event.slot(session, '2024-03-11 21:00', 90)
    event.talk('Opening', '2024-03-11 20:00', 30, speakers=['Dr | Rosalind | Night | SBU'])
    event.talk('Before midnight', '2024-03-11 21:00', 45, slot=slot)
    event.talk('Until midnight', '2024-03-11 21:45', 45, slot=slot)
    event.pause('Late coffee', '2024-03-11 22:30', 15)
    event.talk('The end', '2024-03-11 22:45', 45)
    return event


def protected(users):
    """Only the manager and the administrator may read it."""
    event = Maker(users, 'Closed security review', '2026-02-03 10:00', '2026-02-03 12:00', room='513-1-024',
                  venue='CERN', protection_mode=ProtectionMode.protected)
    talk = event.talk('An incident', '2026-02-03 10:00', 60, speakers=['| Sam | Submitter | DESY'])
    event.link(talk, 'Report', 'https://example.org/report')
    event.talk('Lessons', '2026-02-03 11:00', 60)
    return event


def lecture(users):
    return Maker(users, 'Colloquium: What is dark matter?', '2026-01-20 16:30', '2026-01-20 17:30',
                 kind='lecture', chairs=['Prof. | Vera | Rubin | Carnegie'], room='500-1-001', venue='CERN',
                 description='<p>An <em>introduction</em> for everyone.</p>')


def draft(users):
    """A conference whose timetable is not published, as that of each new one."""
    return conference_with_talks(users, 'Conference with a draft timetable')


def conference(users):
    event = conference_with_talks(users, 'Conference on Computing in Research')
    contribution_settings.set(event.event, 'published', True)
    return event


def conference_with_talks(users, title):
    event = Maker(users, title, '2026-06-15 09:00', '2026-06-16 18:00', kind='conference', room='Aula',
                  venue='University of Bologna')
    first = event.session('Plenary', description='For *all*.')
    slot = event.slot(first, '2026-06-15 09:00', 120, title='Morning', conveners=['Prof. | Carla | Chair | INFN'])
    event.talk('Opening of the conference', '2026-06-15 09:00', 30, slot=slot,
               speakers=['| Anna | Rossi | INFN', '~| Ugo | Bianchi | INFN'])
    event.talk('Computing in ten years', '2026-06-15 09:30', 60, slot=slot, speakers=['| Li | Wei | IHEP'],
               text='We look *ahead*: $E = mc^2$.')
    event.pause('Coffee', '2026-06-15 11:00', 30)
    event.talk('A talk outside the sessions', '2026-06-16 10:00', 30, speakers=['| Jo | Doe | '])
    event.talk('A poster that has no time', speakers=['| Mia | Poster | DESY'], board_number='P-17')
    return event


def empty(users):
    return Maker(users, 'Nothing planned yet', '2026-04-01 09:00', '2026-04-01 10:00')


def large(users):
    """200 contributions on four days, in 20 sessions."""
    event = Maker(users, 'Large workshop', '2026-05-04 09:00', '2026-05-07 18:00', room='Hall', venue='Lyon')
    for number in range(20):
        day, hour = 4 + number // 5, 9 + number % 5 * 2 - (number % 5 > 2)
        session = event.session(f'Session {number + 1}')
        slot = event.slot(session, f'2026-05-{day:02} {hour:02}:00', 100)
        for index in range(10):
            minutes = index * 10
            event.talk(
                f'Talk {number * 10 + index + 1} of the workshop',
                f'2026-05-{day:02} {hour + minutes // 60:02}:{minutes % 60:02}', 10, slot=slot,
                speakers=[f'| Given{number} | Surname{index} | Site {index % 7}'],
                text='A short abstract about storage, networks and containers. ' * 6,
            )
    return event
