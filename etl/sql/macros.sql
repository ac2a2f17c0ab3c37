-- How a cell's text, as told (folded, NULL for blank), becomes a value: every as_…() is NULL for
-- what does not read.

-- As spellings are compared: no blanks, lower case.
CREATE MACRO squeezed(t) AS lower(regexp_replace(t, '\s', '', 'g'));

-- A plain number; thousands separators must stand where they belong. Most are short, and DuckDB
-- reads those a hundred times as fast.
CREATE MACRO as_decimal(t) AS
    CASE
        WHEN regexp_full_match(t, '[-+]?\d{1,12}(\.\d{1,6})?') THEN CAST(TRY_CAST(t AS DECIMAL(18, 6)) AS DECIMAL(28, 10))
        WHEN regexp_full_match(t, '[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?') THEN TRY_CAST(t AS DECIMAL(28, 10))
        WHEN regexp_full_match(t, '[-+]?\d{1,3}([,\s]\d{3})+(\.\d*)?')
            THEN TRY_CAST(regexp_replace(t, '[,\s]', '', 'g') AS DECIMAL(28, 10))
    END;

-- 元: a unit written in the cell goes before the column's own.
CREATE MACRO scale_in(t, scale) AS
    CASE
        WHEN NOT regexp_matches(t, '[元亿万千]$') THEN scale
        WHEN regexp_matches(t, '亿元?$') THEN 100000000
        WHEN regexp_matches(t, '百万元?$') THEN 1000000
        WHEN regexp_matches(t, '万元?$') THEN 10000
        WHEN regexp_matches(t, '千元?$') THEN 1000
        ELSE 1
    END;
CREATE MACRO as_money(t, scale) AS
    CASE
        -- As most are: exact in the faster decimals, which 10^18 of a millionth overflow.
        WHEN scale <= 10000 AND regexp_full_match(t, '[-+]?\d{1,8}(\.\d{1,6})?')
            THEN CAST(TRY_CAST(t AS DECIMAL(15, 6)) * CAST(scale AS DECIMAL(9, 0)) AS DECIMAL(18, 2))
        ELSE
            TRY_CAST(as_decimal(regexp_replace(t, '\s*(亿|百万|万|千)?元?$', '')) * CAST(scale_in(t, scale) AS DECIMAL(9, 0)) AS DECIMAL(18, 2))
    END;


CREATE MACRO unless_broken(d) AS CASE WHEN d % 1 = 0 THEN TRY_CAST(d AS BIGINT) END;
CREATE MACRO as_count(t) AS unless_broken(as_decimal(regexp_replace(t, '\s*[个户人项名]$', '')));

-- A fraction; `percents` says whether the column's bare numbers are percents.
CREATE MACRO as_percent(t, percents) AS
    TRY_CAST(as_decimal(rtrim(t, '% ')) / CASE WHEN percents OR t LIKE '%\%' ESCAPE '\' THEN 100 ELSE 1 END AS DECIMAL(18, 8));

CREATE MACRO as_year(t) AS CASE WHEN regexp_full_match(t, '(19|20)\d{2}年?度?') THEN CAST(left(t, 4) AS INTEGER) END;

CREATE MACRO day_of(y, m, d) AS TRY_CAST(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') AS DATE);

CREATE MACRO as_date(t, year) AS
    CASE
        WHEN regexp_full_match(t, '\d{4}-\d\d-\d\d') THEN TRY_CAST(t AS DATE)
        WHEN regexp_full_match(t, '\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?')
            THEN day_of(left(t, 4), regexp_extract(t, '^\d{4}\D(\d{1,2})\D', 1), regexp_extract(t, '^\d{4}\D\d{1,2}\D(\d{1,2})', 1))
        WHEN regexp_full_match(t, '(19|20)\d{6}') THEN day_of(left(t, 4), substr(t, 5, 2), right(t, 2))
        -- A month without a day is its last day.
        -- 2023.1 is as likely to be a number cell that was 2023.10: it does not read.
        WHEN regexp_full_match(t, '(19|20)\d{2}\.1') THEN NULL
        WHEN regexp_full_match(t, '(19|20)\d{2}([-/.年]\d{1,2}月?|\d{2})')
            THEN last_day(day_of(left(t, 4), regexp_extract(t, '^\d{4}[-/.年]?(\d{1,2})月?$', 1), '01'))
        -- A day without a year is in the period's year.
        WHEN regexp_full_match(t, '\d{1,2}月\d{1,2}日?')
            THEN day_of(CAST(year AS VARCHAR), regexp_extract(t, '^(\d{1,2})月', 1), regexp_extract(t, '月(\d{1,2})', 1))
        -- Excel's serial numbers, April 2001 to 2119; 20228 is more likely a month with a digit missing.
        WHEN regexp_full_match(t, '(3[7-9]|[4-7]\d)\d{3}(\.\d+)?') THEN DATE '1899-12-30' + TRY_CAST(left(t, 5) AS INTEGER)
    END;

-- A month, as its first day.
CREATE MACRO as_month(t, year) AS CAST(date_trunc('month', as_date(t, year)) AS DATE);

CREATE MACRO as_yes_no(t) AS
    CASE
        WHEN squeezed(t) IN ('是', '有', '已', '已消除', '风险已消除', 'y', 'yes', 'true', '1', '√', '✓') THEN true
        WHEN squeezed(t) IN ('否', '无', '未', '未消除', '风险未消除', 'n', 'no', 'false', '0', '×') THEN false
    END;
