"""What people wrote (YAML) read into the model, with the place of every value, and checked as a whole.

It renders nothing and knows no format of documents.
"""
