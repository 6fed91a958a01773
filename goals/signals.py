"""What goals announces. Rooms above listen; goals never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner`, when an aspiration or a need was added, changed,
# settled, thrown away or brought back.
wants_changed = Signal()
