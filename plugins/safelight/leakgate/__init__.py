"""The gate: opens everything that would be published and looks for every form of every secret of the vault.

Independent of the anonymiser: needles come from the vault alone, and nothing here trusts what was replaced.
"""

from safelight.leakgate.report import Leak
from safelight.leakgate.scan import scan

__all__ = ["Leak", "scan"]
