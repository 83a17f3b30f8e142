"""The window in which a person reads what a plan is proposed to become, corrects it, and lets it be written."""
