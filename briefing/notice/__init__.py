"""The monthly notice (通报): its text in sentences, its tables and charts."""
