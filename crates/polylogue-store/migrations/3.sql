-- The log of acts has one kind more: without whom a map is counted too.
DROP INDEX operation_minute;
CREATE INDEX operation_minute ON operation (time, counter)
    WHERE kind BETWEEN 200 AND 202 OR kind = 301 OR kind = 404 OR kind BETWEEN 406 AND 407
    OR kind BETWEEN 570 AND 571 OR kind BETWEEN 573 AND 575;
