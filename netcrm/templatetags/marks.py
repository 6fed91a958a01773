"""`{% icon %}`, `{% avatar %}` and `{% meter %}`."""

from django import template

from netcrm.lib import marks

register = template.Library()

register.simple_tag(marks.icon)
register.simple_tag(marks.avatar)
register.simple_tag(marks.meter)
