"""Rule files in one layout: keys in order, two spaces a step, comments with what they speak of."""

from arguendo.authoring.formatting.writer import Unformatted as Unformatted
from arguendo.authoring.formatting.writer import formatted as formatted
