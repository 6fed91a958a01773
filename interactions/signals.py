"""What interactions announces. Rooms above listen; interactions never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner`, `contact_ids` (everyone who was or is part of it) and
# `since` (the first day that it bears on), when a conversation or a favour was added, edited,
# trashed or restored.
interaction_recorded = Signal()

# Sent inside the transaction, with `owner`, `contact_ids` and `follow_up`, when a promise was made,
# changed, kept, put off, let go, taken up again, thrown away or brought back.
promise_changed = Signal()

# Sent inside the transaction, with `owner`, when an event was added, edited, decided on, gone
# through, trashed or restored.
event_changed = Signal()

# Sent inside the transaction, with `owner`, when an introduction took a step or was edited, trashed
# or restored.
introduction_changed = Signal()
