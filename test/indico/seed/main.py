"""Fills an empty database of Indico, and prints what it made as JSON in the last line."""

import json
import sys
from datetime import datetime

import pytz
from flask import session
from indico.core.db import db
from indico.modules.attachments.models.attachments import Attachment
from indico.modules.events.models.events import Event
from indico.modules.events.notes.models.notes import EventNoteRevision
from indico.web.flask.app import make_app

from board import board
from people import PASSWORD, make_tokens, make_users
from small import conference, draft, eastern, empty, large, lecture, protected
from workshop import workshop

#: When everything was made, so that answers are the same in each database.
MADE = pytz.utc.localize(datetime(2026, 1, 5, 9))
MAKERS = [board, workshop, eastern, protected, lecture, draft, conference, empty, large]


def main():
    with make_app().test_request_context():
        users = make_users()
        users['administrator'].is_admin = True
        session.set_session_user(users['manager'])
        tokens = make_tokens(users)
        events = {make.__name__: make(users).event for make in MAKERS}
        db.session.flush()
        fix_dates()
        described = {name: describe_event(event) for name, event in events.items()}
        db.session.commit()
    made = {'tokens': tokens, 'password': PASSWORD, 'events': described}
    sys.stdout.write('\n' + json.dumps(made) + '\n')


def fix_dates():
    for event in Event.query:
        event.created_dt = MADE
    for attachment in Attachment.query:
        attachment.modified_dt = MADE
    for revision in EventNoteRevision.query:
        revision.created_dt = MADE


def describe_event(event):
    """The numbers that addresses need: those of the database."""
    return {
        'id': event.id,
        'title': event.title,
        'contributions': [describe_contribution(contribution) for contribution in
                          sorted(event.contributions, key=lambda contribution: contribution.id)],
        'sessions': [{'id': item.id, 'title': item.title} for item in
                     sorted(event.sessions, key=lambda item: item.id)],
    }


def describe_contribution(contribution):
    return {
        'id': contribution.id,
        'friendlyId': contribution.friendly_id,
        'title': contribution.title,
        'subContributions': [{'id': part.id, 'title': part.title} for part in contribution.subcontributions],
    }


main()
