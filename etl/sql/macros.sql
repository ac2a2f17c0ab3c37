-- How a cell's text becomes a value: NULL for blank, NULL for what does not read (told apart by
-- given()). Every macro takes the text as landed.

-- Full-width digits and marks to half-width, blanks around trimmed; a leading apostrophe is Excel's.
CREATE OR REPLACE MACRO folded(t) AS
    ltrim(trim(translate(t, '０１２３４５６７８９．，－＋％（）：／　' || chr(160), '0123456789.,-+%():/  ')), '''');

-- Text as kept: NULL when blank.
CREATE OR REPLACE MACRO as_text(t) AS nullif(trim(t, ' 　' || chr(9) || chr(10) || chr(13) || chr(160)), '');

-- Text of a number, date or code: NULL when blank or one of the marks for "nothing".
CREATE OR REPLACE MACRO given(t) AS
    CASE WHEN regexp_matches(folded(t), '^(|[-—–－―]+|/|\\|无|空)$') THEN NULL ELSE folded(t) END;

-- As spellings are compared: no blanks, half-width, lower case.
CREATE OR REPLACE MACRO squeezed(t) AS lower(regexp_replace(nfc_normalize(folded(t)), '\s', '', 'g'));

-- The digits of a number: thousands separators must stand where they belong.
CREATE OR REPLACE MACRO digits_of(t) AS
    CASE
        WHEN regexp_matches(regexp_replace(given(t), '\s', '', 'g'), '^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$')
            THEN regexp_replace(given(t), '\s', '', 'g')
        WHEN regexp_matches(regexp_replace(given(t), '\s', '', 'g'), '^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$')
            THEN regexp_replace(given(t), '[\s,]', '', 'g')
    END;

CREATE OR REPLACE MACRO as_decimal(t) AS TRY_CAST(digits_of(t) AS DECIMAL(28, 10));

-- 元: a unit written in the cell goes before the column's own.
CREATE OR REPLACE MACRO as_money(t, scale) AS
    TRY_CAST(
        CASE
            WHEN given(t) LIKE '%亿元' OR given(t) LIKE '%亿' THEN as_decimal(regexp_replace(given(t), '亿元?$', '')) * 100000000::DECIMAL(9, 0)
            WHEN given(t) LIKE '%万元' OR given(t) LIKE '%万' THEN as_decimal(regexp_replace(given(t), '万元?$', '')) * 10000::DECIMAL(9, 0)
            WHEN given(t) LIKE '%元' THEN as_decimal(regexp_replace(given(t), '元$', '')) * 1::DECIMAL(9, 0)
            ELSE as_decimal(t) * scale::DECIMAL(9, 0)
        END AS DECIMAL(18, 2)
    );

CREATE OR REPLACE MACRO as_number(t) AS TRY_CAST(as_decimal(regexp_replace(given(t), '元$', '')) AS DECIMAL(18, 2));

CREATE OR REPLACE MACRO as_count(t) AS
    CASE
        WHEN as_decimal(regexp_replace(given(t), '[个户人项名]$', '')) % 1 = 0
            THEN TRY_CAST(as_decimal(regexp_replace(given(t), '[个户人项名]$', '')) AS BIGINT)
    END;

-- A fraction; `percents` says whether the column's bare numbers are percents.
CREATE OR REPLACE MACRO as_percent(t, percents) AS
    TRY_CAST(
        CASE
            WHEN given(t) LIKE '%\%' ESCAPE '\' THEN as_decimal(rtrim(given(t), '%')) / 100
            WHEN percents THEN as_decimal(t) / 100
            ELSE as_decimal(t)
        END AS DECIMAL(18, 8)
    );

CREATE OR REPLACE MACRO as_year(t) AS
    CASE
        WHEN regexp_matches(given(t), '^(19|20)\d{2}年?度?$') THEN CAST(left(given(t), 4) AS INTEGER)
    END;

-- Day zero (1900-01-00, serial 0) is how Excel shows an empty date: missing, not wrong.
CREATE OR REPLACE MACRO given_date(t) AS
    CASE
        WHEN regexp_matches(given(t), '^(0|1900[-/.年]0?1[-/.月]0?0日?|1899-12-3[01]|1900[-/]0?1[-/]0?0 .*)$') THEN NULL
        ELSE regexp_replace(regexp_replace(given(t), '[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$', ''), '\s', '', 'g')
    END;

CREATE OR REPLACE MACRO day_of(y, m, d) AS TRY_CAST(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') AS DATE);

CREATE OR REPLACE MACRO as_date(t, year) AS
    CASE
        WHEN regexp_matches(given_date(t), '^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$')
            THEN day_of(
                left(given_date(t), 4),
                regexp_extract(given_date(t), '^\d{4}\D(\d{1,2})\D', 1),
                regexp_extract(given_date(t), '^\d{4}\D\d{1,2}\D(\d{1,2})', 1))
        WHEN regexp_matches(given_date(t), '^(19|20)\d{6}$')
            THEN day_of(left(given_date(t), 4), substr(given_date(t), 5, 2), right(given_date(t), 2))
        -- A month without a day is its last day.
        WHEN regexp_matches(given_date(t), '^(19|20)\d{2}([-/.年]\d{1,2}月?|\d{2})$')
            THEN last_day(day_of(
                left(given_date(t), 4),
                regexp_extract(given_date(t), '^\d{4}[-/.年]?(\d{1,2})月?$', 1),
                '01'))
        -- A day without a year is in the period's year.
        WHEN regexp_matches(given_date(t), '^\d{1,2}月\d{1,2}日?$')
            THEN day_of(year::VARCHAR,
                regexp_extract(given_date(t), '^(\d{1,2})月(\d{1,2})日?$', 1),
                regexp_extract(given_date(t), '^(\d{1,2})月(\d{1,2})日?$', 2))
        -- Excel's serial numbers, 1954 to 2119.
        WHEN regexp_matches(given_date(t), '^[2-7]\d{4}(\.\d+)?$')
            THEN DATE '1899-12-30' + TRY_CAST(left(given_date(t), 5) AS INTEGER)
    END;

-- A month, as its first day.
CREATE OR REPLACE MACRO as_month(t, year) AS CAST(date_trunc('month', as_date(t, year)) AS DATE);

CREATE OR REPLACE MACRO as_yes_no(t) AS
    CASE
        WHEN squeezed(t) IN ('是', '有', '已', '已消除', '风险已消除', 'y', 'yes', 'true', '1', '√', '✓') THEN true
        WHEN squeezed(t) IN ('否', '无', '未', '未消除', '风险未消除', 'n', 'no', 'false', '0', '×') THEN false
    END;

-- 6.1E+17: an identifier that a spreadsheet took for a number.
CREATE OR REPLACE MACRO lost_digits(t) AS regexp_matches(folded(t), '^\d(\.\d+)?[eE]\+?\d+$');

-- The first 18 characters of a cell that could be an identity number: a possible birth date and
-- the check character of GB 11643 (weights 2^(17-i) mod 11, remainder → 10X98765432).
CREATE OR REPLACE MACRO identity_candidate(t) AS
    upper(regexp_extract(folded(t), '(?:^|\D)([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?:$|\D)', 1));

CREATE OR REPLACE MACRO identity_check(n) AS
    substr('10X98765432', 1 + (
        7 * substr(n, 1, 1)::INT + 9 * substr(n, 2, 1)::INT + 10 * substr(n, 3, 1)::INT + 5 * substr(n, 4, 1)::INT
        + 8 * substr(n, 5, 1)::INT + 4 * substr(n, 6, 1)::INT + 2 * substr(n, 7, 1)::INT + 1 * substr(n, 8, 1)::INT
        + 6 * substr(n, 9, 1)::INT + 3 * substr(n, 10, 1)::INT + 7 * substr(n, 11, 1)::INT + 9 * substr(n, 12, 1)::INT
        + 10 * substr(n, 13, 1)::INT + 5 * substr(n, 14, 1)::INT + 8 * substr(n, 15, 1)::INT + 4 * substr(n, 16, 1)::INT
        + 2 * substr(n, 17, 1)::INT) % 11, 1);

CREATE OR REPLACE MACRO holds_identity_number(t) AS
    CASE
        WHEN length(t) < 18 OR identity_candidate(t) = '' THEN false
        WHEN TRY_CAST(substr(identity_candidate(t), 7, 8) AS BIGINT) IS NULL THEN false
        ELSE identity_check(identity_candidate(t)) = right(identity_candidate(t), 1)
    END;
