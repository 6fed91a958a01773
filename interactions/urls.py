from django.urls import path

from interactions.views import conversations, favours, log, promises, timeline

app_name = "interactions"
urlpatterns = [
    path("log/", log.log, name="log"),
    path("log/understood/", log.understood, name="understood"),
    path("conversations/", timeline.index, name="timeline"),
    path("conversations/trash/", timeline.in_trash, name="trash"),
    path("conversations/<uuid:uid>/", conversations.show, name="show"),
    path("conversations/<uuid:uid>/edit/", conversations.edit, name="edit"),
    path("conversations/<uuid:uid>/delete/", conversations.delete, name="delete"),
    path("conversations/<uuid:uid>/restore/", conversations.restore, name="restore"),
    path("conversations/<uuid:uid>/held/", conversations.held, name="held"),
    path("conversations/<uuid:uid>/cancelled/", conversations.cancelled, name="cancelled"),
    path("conversations/<uuid:uid>/planned/", conversations.planned, name="planned"),
    path("conversations/<uuid:uid>/move/", conversations.move, name="move"),
    path("conversations/<uuid:uid>/answered/", conversations.answered, name="answered"),
    path(
        "conversations/<uuid:uid>/ratings/<uuid:person>/decline/",
        conversations.decline_rating,
        name="decline_rating",
    ),
    path(
        "conversations/<uuid:uid>/ratings/<uuid:person>/ask/",
        conversations.ask_rating,
        name="ask_rating",
    ),
    path("people/<uuid:uid>/conversations/", timeline.person, name="person_timeline"),
    path("people/<uuid:uid>/estimates/delete/", timeline.delete_estimates, name="delete_estimates"),
    path("people/<uuid:uid>/promise/", promises.new, name="promise"),
    path("people/<uuid:uid>/help/", favours.index, name="help"),
    path("help/<uuid:uid>/edit/", favours.edit, name="edit_help"),
    path("help/<uuid:uid>/delete/", favours.delete, name="delete_help"),
    path("help/<uuid:uid>/restore/", favours.restore, name="restore_help"),
    path("promises/<uuid:uid>/done/", promises.done, name="done"),
    path("promises/<uuid:uid>/snooze/", promises.snooze, name="snooze"),
    path("promises/<uuid:uid>/skip/", promises.skip, name="skip"),
    path("promises/<uuid:uid>/reopen/", promises.reopen, name="reopen"),
]
