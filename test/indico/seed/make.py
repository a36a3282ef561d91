"""Short functions that make the parts of an event."""

from datetime import datetime, timedelta
from io import BytesIO

import pytz
from indico.core.db import db
from indico.core.db.sqlalchemy.descriptions import RenderMode
from indico.modules.attachments.models.attachments import Attachment, AttachmentFile, AttachmentType
from indico.modules.attachments.models.folders import AttachmentFolder
from indico.modules.categories import Category
from indico.modules.events.contributions.operations import create_contribution, create_subcontribution
from indico.modules.events.models.events import EventType
from indico.modules.events.notes.models.notes import EventNote
from indico.modules.events.operations import create_event
from indico.modules.events.sessions.operations import create_session
from indico.modules.events.timetable.operations import create_break_entry, create_session_block_entry

from people import People


class Maker:
    """Makes one event and what is in it. Times are texts in the time zone of the event."""

    def __init__(self, users, title, start, end, *, zone='Europe/Zurich', kind='meeting', chairs=(), room='',
                 venue='', address='', **more):
        self.users = users
        self.zone = pytz.timezone(zone)
        data = {
            'title': title, 'timezone': zone, 'creator': users['manager'],
            'start_dt': self.at(start), 'end_dt': self.at(end),
            'location_data': place(room, venue, address), **more,
        }
        self.event = create_event(Category.get_root(), EventType[kind], data)
        self.people = People(self.event)
        self.event.person_link_data = self.people.chairs(*chairs)
        # Indico counts the parts of an event in a transaction of its own, which must find the event
        db.session.commit()

    def at(self, time):
        """The instant of `2026-03-10 15:00`."""
        return self.zone.localize(datetime.strptime(time, '%Y-%m-%d %H:%M')).astimezone(pytz.utc)

    def talk(self, title, start=None, minutes=20, *, speakers=(), slot=None, text='', html=False, room=None, **more):
        """A contribution; without `start` it is not scheduled. `slot` is a session block."""
        data = {
            'title': title, 'duration': timedelta(minutes=minutes), 'description': text,
            'render_mode': RenderMode.html if html else RenderMode.markdown,
            'person_link_data': self.people.speakers(*speakers), 'location_data': place(room), **more,
        }
        if start:
            data['start_dt'] = self.at(start)
        talk = create_contribution(self.event, data, session_block=slot)
        db.session.commit()
        return talk

    def part(self, talk, title, minutes=5, *, speakers=(), text=''):
        """A sub-contribution."""
        return create_subcontribution(talk, {
            'title': title, 'duration': timedelta(minutes=minutes), 'description': text,
            'person_links': self.people.subcontribution_speakers(*speakers),
        })

    def session(self, title, **more):
        return create_session(self.event, {
            'title': title, 'location_data': place(None),
            'default_contribution_duration': timedelta(minutes=20), **more,
        })

    def slot(self, session, start, minutes, *, title='', conveners=(), room=None):
        """A time slot of a session: a session block."""
        entry = create_session_block_entry(session, {
            'title': title, 'start_dt': self.at(start), 'duration': timedelta(minutes=minutes),
            'location_data': place(room), 'person_links': self.people.conveners(*conveners),
        })
        return entry.object

    def pause(self, title, start, minutes, *, slot=None, text='', room=None):
        """A break, in a slot or between the sessions."""
        return create_break_entry(self.event, {
            'title': title, 'description': text, 'start_dt': self.at(start),
            'duration': timedelta(minutes=minutes), 'location_data': place(room),
        }, session_block=slot)

    def link(self, target, title, address, folder=None):
        attachment = self.attachment(target, title, folder, AttachmentType.link)
        attachment.link_url = address

    def file(self, target, name, content_type, content, title=None, folder=None):
        attachment = self.attachment(target, title or name, folder, AttachmentType.file)
        attachment.file = AttachmentFile(user=self.users['manager'], filename=name, content_type=content_type)
        attachment.file.save(BytesIO(content))

    def attachment(self, target, title, folder, kind):
        if folder:
            holder = AttachmentFolder.get_or_create(target, title=folder)
        else:
            holder = AttachmentFolder.get_or_create_default(linked_object=target)
        return Attachment(user=self.users['manager'], type=kind, folder=holder, title=title)

    def note(self, target, source, mode=RenderMode.html):
        """Minutes of an event, a session, a contribution or a sub-contribution."""
        note = EventNote.get_or_create(target)
        note.create_revision(mode, source, self.users['manager'])
        db.session.add(note)


def place(room, venue='', address=''):
    """Where something is; None inherits the place of the parent."""
    if room is None:
        return {'inheriting': True}
    return {'inheriting': False, 'room_name': room, 'venue_name': venue, 'address': address}
