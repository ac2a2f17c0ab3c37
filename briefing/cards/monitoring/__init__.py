"""The cards of the monitoring page as documents: one function a card."""
