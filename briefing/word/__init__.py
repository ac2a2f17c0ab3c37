"""The notice and the reminder slips as Word documents, written into the bureau's own template."""
