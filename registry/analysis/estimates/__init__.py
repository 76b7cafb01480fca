"""Two arms of customers in, their difference out: one method a file, beside its source."""
