"""What contacts announces. Rooms above listen; contacts never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner` and `contact_ids`, when people were added or changed
# in a way that may bear on their strength, on plans or on what the network looks like.
people_changed = Signal()

# Sent inside the transaction, with `owner`, when an organisation was changed, deleted or
# brought back.
organisation_changed = Signal()

# Sent with `owner` and `contact_ids` while a page shows strengths that are stored as of an earlier
# day. Receivers answer with a dict of contact id to strength as of the owner's today.
strengths_wanted = Signal()

# Sent with `contact_ids` before people are deleted for good, inside the transaction that does it.
people_leaving = Signal()
