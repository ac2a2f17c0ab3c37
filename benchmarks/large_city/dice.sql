-- Dice whose throws are the same on every machine: the `seed` of a text, and a throw of 0 … sides - 1
-- out of its bits without the lowest `skip`.
CREATE MACRO seed(text) AS md5_number_lower(text);
CREATE MACRO throw(dice, skip, sides) AS CAST((dice >> skip) % sides AS INTEGER);
