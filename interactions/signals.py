"""What interactions announces. Rooms above listen; interactions never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner` and `contact_ids` (everyone who was or is part of it),
# when a conversation or a favour was added, edited, trashed or restored.
interaction_recorded = Signal()
