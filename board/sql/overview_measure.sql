-- One row: a measure of the whole city in one month, from the ledgers; NULL when none has it.
SELECT sum(value) AS total
FROM facts
WHERE period = $period AND measure = $measure AND source = 'ledger' AND dimension = ''
