"""Parts of templates that several constructions of time share."""

from __future__ import annotations

DASH = r"[-\u2013\u2014]"
OF_YEAR = r"(?:,? (?:of |in )?<year>|,? (?:of )?<short>|,? (?:of )?<which> year)"
NEAR = (
    r"(?P<which2>(?:the )?(?:last|past|previous|preceding|next|following|coming|upcoming|subsequent|ensuing)"
    r"|this(?: past| coming| last)?|(?:the )?(?:very )?same|that(?: same| very)?|the current|the present|the prior)"
)
