"""The window: Qt is imported here and nowhere else. Widgets show view-models and ask services; they know no rule."""
