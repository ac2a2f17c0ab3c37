-- One row per month that has standings, oldest first.
select distinct period as month
from standings
order by month
