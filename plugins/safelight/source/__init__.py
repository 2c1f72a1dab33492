"""From disk to values: Markdown, YAML and CSV, every problem at its line."""
