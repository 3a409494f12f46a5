"""Named by `mkdocs.yml`, which MkDocs reads before it loads the theme: importing this silences the theme's appeal.

At each build it tells of the next MkDocs. A hook comes too late for that, and a variable that everybody must set is
forgotten.
"""

from __future__ import annotations

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
APPEAL = False
"""The value of the setting that names this."""
