-- One row per fund level: the province's newest figures of an indicator.
SELECT
    benchmarks.period,
    benchmarks.fund_level,
    benchmarks.province,
    benchmarks.best,
    benchmarks.rank,
    benchmarks."of" AS among,
    benchmarks.source
FROM benchmarks
LEFT JOIN codes ON codes.list = 'fund_level' AND codes.code = benchmarks.fund_level
WHERE benchmarks.indicator = $indicator
QUALIFY period = max(period) OVER ()
ORDER BY codes.sort_order NULLS FIRST
