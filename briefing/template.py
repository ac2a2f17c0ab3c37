"""Files that a bureau may replace: its own in its home, or the one that is shipped."""


class TemplateError(ValueError):
    """A bureau's own template lacks something; the message says what, in the reader's language."""
