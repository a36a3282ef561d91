"""The users of the server, their tokens, and the people in its events."""

from indico.core.oauth.models.personal_tokens import PersonalToken
from indico.modules.auth import Identity
from indico.modules.events.contributions.models.persons import (
    AuthorType, ContributionPersonLink, SubContributionPersonLink,
)
from indico.modules.events.models.persons import EventPerson, EventPersonLink
from indico.modules.events.sessions.models.persons import SessionBlockPersonLink
from indico.modules.users.models.users import UserTitle
from indico.modules.users.operations import create_user

TITLES = {'': 'none', 'Dr': 'dr', 'Prof.': 'prof'}

PASSWORD = 'minutes-of-the-meeting'


def make_users():
    """An administrator, a manager, a speaker with the right to submit, and somebody without rights."""
    names = {
        'administrator': ('Ada', 'Admin', 'CERN'),
        'manager': ('Maria', 'Manager', 'CERN'),
        'submitter': ('Sam', 'Submitter', 'DESY'),
        'withoutRights': ('Stella', 'Student', ''),
    }
    return {key: make_user(key, *name) for key, name in names.items()}


def make_user(key, first_name, last_name, affiliation):
    """A user who signs in with the name `key`."""
    identity = Identity(provider='indico', identifier=key, password=PASSWORD)
    return create_user(
        f'{key.lower()}@example.org',
        {'first_name': first_name, 'last_name': last_name, 'affiliation': affiliation},
        identity,
    )


def make_tokens(users):
    """The text of each token by its name."""
    everything = ['read:legacy_api', 'full:everything', 'read:everything']
    scopes = {
        'manager': ('manager', everything),
        'withoutLegacyScope': ('manager', ['full:everything', 'read:everything']),
        'withoutFullScope': ('manager', ['read:legacy_api', 'read:everything']),
        'submitter': ('submitter', everything),
        'withoutRights': ('withoutRights', everything),
    }
    return {name: make_token(users[user], name, chosen) for name, (user, chosen) in scopes.items()}


def make_token(user, name, scopes):
    return PersonalToken(user=user, name=name, scopes=scopes).generate_token()


class People:
    """The people of one event, each made once."""

    def __init__(self, event):
        self.event = event
        self.known = {}

    def person(self, name):
        """The person of `Title | First | Last | Affiliation`; the first and the last part may be empty."""
        if name not in self.known:
            title, first, last, affiliation = (part.strip() for part in name.split('|'))
            self.known[name] = EventPerson(
                event=self.event, first_name=first, last_name=last, affiliation=affiliation,
                email=f'person-{len(self.known) + 1}@example.org' if affiliation else '',
            )
            self.known[name].title = UserTitle[TITLES[title]]
        return self.known[name]

    def chairs(self, *names):
        return {EventPersonLink(person=self.person(name)): False for name in names}

    def conveners(self, *names):
        return [SessionBlockPersonLink(person=self.person(name)) for name in names]

    def speakers(self, *names):
        """Speakers who are the primary authors too; a leading `~` means a co-author who does not speak."""
        return {self.contribution_link(name, order): False for order, name in enumerate(names, 1)}

    def contribution_link(self, name, order):
        is_speaker = not name.startswith('~')
        author_type = AuthorType.primary if is_speaker else AuthorType.secondary
        return ContributionPersonLink(
            person=self.person(name.lstrip('~')), is_speaker=is_speaker, author_type=author_type,
            display_order=order,
        )

    def subcontribution_speakers(self, *names):
        return [SubContributionPersonLink(person=self.person(name)) for name in names]
