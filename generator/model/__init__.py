"""What a document says, typed and checked; nothing of how it looks, and no reading or writing."""
