"""What network announces. Rooms above listen; network never knows who does."""

from django.dispatch import Signal

# Sent inside the transaction, with `owner`, when the stored assessment was computed anew: what is
# wanted, or how far it is covered, may have changed.
network_assessed = Signal()
