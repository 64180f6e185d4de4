"""くいちがいを直す: the versions beside each other, field by field."""
