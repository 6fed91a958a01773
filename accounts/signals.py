"""What accounts announces. Rooms above listen; accounts never knows who does."""

from django.dispatch import Signal

# Sent with `user`, inside the transaction, when they have given themselves another name.
name_changed = Signal()
