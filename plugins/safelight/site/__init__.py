"""The Pelican glue: settings, the plugin's handlers, the generator and what templates see."""
