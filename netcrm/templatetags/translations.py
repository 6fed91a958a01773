"""Stands in for Django's `i18n` library (see settings): the same tags, `{% translate %}` quicker.

A page holds some sixty fixed words. Each is looked up once a language, then kept with its node.
"""

from typing import Any

from django.template import Library
from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.context import Context
from django.templatetags import i18n
from django.utils.translation import get_language

register = Library()
register.tags |= i18n.register.tags
register.filters |= i18n.register.filters


class KeptWord(i18n.TranslateNode):
    """A word that depends on the language alone."""

    def __init__(self, expression: FilterExpression, asvar: str | None) -> None:
        super().__init__(expression, noop=False, asvar=asvar)
        self.kept: dict[str | None, Any] = {}

    def render(self, context: Context) -> Any:
        language = get_language()
        if language not in self.kept:
            said = super().render(context)
            self.kept[language] = context[self.asvar] if self.asvar else said
        if not self.asvar:
            return self.kept[language]
        context[self.asvar] = self.kept[language]
        return ""


@register.tag("trans")
@register.tag("translate")
def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    node = i18n.do_translate(parser, token)
    expression = node.filter_expression
    is_fixed = isinstance(expression.var, Variable) and expression.var.literal is not None
    if not is_fixed or expression.filters or node.noop or node.message_context:
        return node
    return KeptWord(expression, node.asvar)
