"""``python -m scicvote``."""

import sys

from scicvote.cli import main

sys.exit(main())
