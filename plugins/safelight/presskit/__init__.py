"""Media kits: what a journalist on deadline downloads, one ZIP per language, the same bytes every time."""

from safelight.presskit.kit import Kit, KitImage, KitInput, KitText, build_kit, forget_others

__all__ = ["Kit", "KitImage", "KitInput", "KitText", "build_kit", "forget_others"]
