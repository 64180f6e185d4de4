"""催促文: what is written to the departments that still owe an answer."""
