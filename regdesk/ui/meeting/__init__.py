"""The meeting mode: the whole window for one thing at a time, read from the back of a room and led by the keyboard."""
