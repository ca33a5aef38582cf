"""One step a module, named after its revision; a step that was released is never changed."""
