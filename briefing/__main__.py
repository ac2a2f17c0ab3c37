"""python -m briefing."""

import sys

from briefing.command import main

sys.exit(main())
