"""What strength announces. Rooms above listen; strength never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner` and `contact_ids`, when a rating was given, changed or
# taken back by itself; with a conversation that goes, interactions announces it.
rating_changed = Signal()
