"""What contacts announces. Rooms above listen; contacts never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner` and `contact_ids`, when people were added or changed
# in a way that may bear on their strength or on plans: known since, kind, archived, not scored.
people_changed = Signal()
