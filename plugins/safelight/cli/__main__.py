"""`python -m safelight.cli`, as tests start it."""

from safelight.cli import main

main()
