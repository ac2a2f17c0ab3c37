-- The published file: what it holds, table by table. It describes itself: open it with the
-- DuckDB shell and ask duckdb_tables() and duckdb_columns() for these comments.
-- Money is 元 in DECIMAL(18,2); shares and rates are fractions (0.4202 = 42.02 %); gaps are
-- percentage points; a period is the text YYYY-MM and a position at the end of that month.

CREATE TABLE publication (
    city_zh       VARCHAR NOT NULL,
    city_en       VARCHAR NOT NULL,
    is_sample     BOOLEAN NOT NULL,
    newest_upload TIMESTAMP,
    as_of         TIMESTAMP,
    version       VARCHAR NOT NULL
);
COMMENT ON TABLE publication IS 'One row: whose board this is and which moment it shows.';
COMMENT ON COLUMN publication.city_zh IS 'Name of the city, settings.toml: city';
COMMENT ON COLUMN publication.city_en IS 'English name of the city; the Chinese one when none is set';
COMMENT ON COLUMN publication.is_sample IS 'True for the fictional sample city: every page says 示例数据';
COMMENT ON COLUMN publication.newest_upload IS 'When the newest upload in this file was accepted (UTC)';
COMMENT ON COLUMN publication.as_of IS 'The past moment this file was rebuilt for (UTC); NULL for the present';
COMMENT ON COLUMN publication.version IS 'Checksum of the definitions and reference tables it was made by';

CREATE TABLE settings (
    name  VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE settings IS 'One row per setting in force, defaults included, as dotted name and JSON value.';
COMMENT ON COLUMN settings.name IS 'Dotted name as in settings.toml, for example spend_rate.denominator';
COMMENT ON COLUMN settings.value IS 'Value as JSON';

CREATE TABLE units (
    unit_code        VARCHAR PRIMARY KEY,
    name             VARCHAR NOT NULL,
    short_name       VARCHAR NOT NULL,
    name_en          VARCHAR NOT NULL,
    unit_group       VARCHAR,
    key_county       BOOLEAN NOT NULL,
    ranked           BOOLEAN NOT NULL,
    rural_population BIGINT,
    tile_row         INTEGER,
    tile_column      INTEGER,
    sort_order       INTEGER NOT NULL
);
COMMENT ON TABLE units IS 'One row per unit that reports: counties, zones and the city level itself (市本级).';
COMMENT ON COLUMN units.unit_code IS 'Administrative code, 6 digits';
COMMENT ON COLUMN units.name IS 'Full name';
COMMENT ON COLUMN units.short_name IS 'Short name; the full one when none is given';
COMMENT ON COLUMN units.name_en IS 'English name; the Chinese one when none is given';
COMMENT ON COLUMN units.unit_group IS 'Group within which units are also compared; NULL when none';
COMMENT ON COLUMN units.key_county IS 'Key county (重点帮扶县)';
COMMENT ON COLUMN units.ranked IS 'False for units that count in the city but are not ranked';
COMMENT ON COLUMN units.rural_population IS 'Rural population in persons; NULL when unknown';
COMMENT ON COLUMN units.tile_row IS 'Row on the tile map, from 1; NULL when not placed';
COMMENT ON COLUMN units.tile_column IS 'Column on the tile map, from 1; NULL when not placed';
COMMENT ON COLUMN units.sort_order IS 'Order in lists';

CREATE TABLE codes (
    list       VARCHAR NOT NULL,
    code       VARCHAR NOT NULL,
    name_zh    VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    sort_order INTEGER NOT NULL,
    PRIMARY KEY (list, code)
);
COMMENT ON TABLE codes IS 'One row per entry of a code list, with its names.';
COMMENT ON COLUMN codes.list IS 'Code list: fund_level, category, task, monitor_type, risk, measure_kind, stage, dataset and so on';
COMMENT ON COLUMN codes.code IS 'Code as it stands in facts.member and in the rows';
COMMENT ON COLUMN codes.name_zh IS 'Chinese name';
COMMENT ON COLUMN codes.name_en IS 'English name';
COMMENT ON COLUMN codes.sort_order IS 'Order in lists and charts';

CREATE TABLE measures (
    measure  VARCHAR PRIMARY KEY,
    name_zh  VARCHAR NOT NULL,
    name_en  VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    dataset  VARCHAR NOT NULL
);
COMMENT ON TABLE measures IS 'One row per measure: what facts.measure may hold.';
COMMENT ON COLUMN measures.measure IS 'Code of the measure';
COMMENT ON COLUMN measures.name_zh IS 'Chinese name';
COMMENT ON COLUMN measures.name_en IS 'English name';
COMMENT ON COLUMN measures.quantity IS 'What is counted: money (元), projects (个), households (户) or persons (人)';
COMMENT ON COLUMN measures.dataset IS 'Dataset whose rows add up to it: funds, projects, households or reports';

CREATE TABLE indicators (
    indicator      VARCHAR PRIMARY KEY,
    sort_order     INTEGER NOT NULL,
    headline       BOOLEAN NOT NULL,
    name_zh        VARCHAR NOT NULL,
    name_en        VARCHAR NOT NULL,
    definition_zh  VARCHAR NOT NULL,
    definition_en  VARCHAR NOT NULL,
    numerator      VARCHAR NOT NULL,
    denominator    VARCHAR NOT NULL,
    quantity       VARCHAR NOT NULL,
    better         VARCHAR NOT NULL,
    levels         VARCHAR[] NOT NULL,
    basis_zh       VARCHAR NOT NULL,
    basis_en       VARCHAR NOT NULL,
    caution_zh     VARCHAR,
    caution_en     VARCHAR
);
COMMENT ON TABLE indicators IS 'One row per indicator: numerator measure ÷ denominator measure, with names and cautions.';
COMMENT ON COLUMN indicators.indicator IS 'Code, for example spend_rate';
COMMENT ON COLUMN indicators.sort_order IS 'Order in lists';
COMMENT ON COLUMN indicators.headline IS 'True for the three on the overview cards';
COMMENT ON COLUMN indicators.name_zh IS 'Chinese name';
COMMENT ON COLUMN indicators.name_en IS 'English name';
COMMENT ON COLUMN indicators.definition_zh IS 'Definition in words, Chinese';
COMMENT ON COLUMN indicators.definition_en IS 'Definition in words, English';
COMMENT ON COLUMN indicators.numerator IS 'Measure above the line, as in use';
COMMENT ON COLUMN indicators.denominator IS 'Measure below the line, as in use';
COMMENT ON COLUMN indicators.quantity IS 'What both parts count: money, projects, households or persons';
COMMENT ON COLUMN indicators.better IS 'higher or lower: which values are good';
COMMENT ON COLUMN indicators.levels IS 'Fund levels it is computed for: all alone, or all and some of central, provincial, municipal, county';
COMMENT ON COLUMN indicators.basis_zh IS 'Formula with the option in force, Chinese: printed with every table, chart and sentence';
COMMENT ON COLUMN indicators.basis_en IS 'Formula with the option in force, English';
COMMENT ON COLUMN indicators.caution_zh IS 'How not to read it, Chinese';
COMMENT ON COLUMN indicators.caution_en IS 'How not to read it, English';

CREATE TABLE targets (
    indicator  VARCHAR NOT NULL,
    fund_level VARCHAR,
    unit_code  VARCHAR,
    due_month  INTEGER NOT NULL,
    due_day    INTEGER NOT NULL,
    at_least   DECIMAL(9, 6) NOT NULL,
    source     VARCHAR
);
COMMENT ON TABLE targets IS 'One row per milestone. A unit''s own series replaces the general one, a fund level''s own the one for all levels.';
COMMENT ON COLUMN targets.indicator IS 'Indicator';
COMMENT ON COLUMN targets.fund_level IS 'Fund level; NULL = every level without a series of its own';
COMMENT ON COLUMN targets.unit_code IS 'Unit; NULL = every unit without a series of its own';
COMMENT ON COLUMN targets.due_month IS 'Month it is due, 1 to 12';
COMMENT ON COLUMN targets.due_day IS 'Day it is due; past the end of the month means its last day';
COMMENT ON COLUMN targets.at_least IS 'Least value to be reached, as a fraction';
COMMENT ON COLUMN targets.source IS 'Document it comes from';

CREATE TABLE benchmarks (
    period     VARCHAR NOT NULL,
    indicator  VARCHAR NOT NULL,
    fund_level VARCHAR NOT NULL,
    province   DECIMAL(18, 8),
    best       DECIMAL(18, 8),
    national   DECIMAL(18, 8),
    rank       INTEGER,
    "of"       INTEGER,
    source     VARCHAR,
    upload_id  VARCHAR NOT NULL,
    PRIMARY KEY (period, indicator, fund_level)
);
COMMENT ON TABLE benchmarks IS 'One row per month, indicator and fund level: the province''s own figures.';
COMMENT ON COLUMN benchmarks.period IS 'Month, YYYY-MM';
COMMENT ON COLUMN benchmarks.indicator IS 'Indicator';
COMMENT ON COLUMN benchmarks.fund_level IS 'all, central, provincial, municipal or county';
COMMENT ON COLUMN benchmarks.province IS 'Average of the province, as a fraction';
COMMENT ON COLUMN benchmarks.best IS 'Best of the province, as a fraction';
COMMENT ON COLUMN benchmarks.national IS 'National average, as a fraction';
COMMENT ON COLUMN benchmarks.rank IS 'The city''s place in the province';
COMMENT ON COLUMN benchmarks."of" IS 'How many cities take part';
COMMENT ON COLUMN benchmarks.source IS 'Document it comes from';
COMMENT ON COLUMN benchmarks.upload_id IS 'Upload it comes from';

CREATE TABLE uploads (
    upload_id        VARCHAR PRIMARY KEY,
    dataset          VARCHAR NOT NULL,
    period           VARCHAR NOT NULL,
    file_name        VARCHAR NOT NULL,
    sha256           VARCHAR NOT NULL,
    accepted_by      VARCHAR NOT NULL,
    accepted_at      TIMESTAMP NOT NULL,
    rows_read        BIGINT NOT NULL,
    rows_kept        BIGINT NOT NULL,
    warnings         BIGINT NOT NULL,
    replaces         VARCHAR[] NOT NULL,
    withdrawn_at     TIMESTAMP,
    withdrawn_by     VARCHAR,
    withdrawn_reason VARCHAR
);
COMMENT ON TABLE uploads IS 'One row per accepted upload, withdrawn ones included.';
COMMENT ON COLUMN uploads.upload_id IS 'Number of the receipt';
COMMENT ON COLUMN uploads.dataset IS 'funds, projects, households, reports or benchmarks';
COMMENT ON COLUMN uploads.period IS 'Month the file speaks of; for benchmarks the last one in it';
COMMENT ON COLUMN uploads.file_name IS 'Name of the file as it was sent';
COMMENT ON COLUMN uploads.sha256 IS 'Checksum of the file as it was sent';
COMMENT ON COLUMN uploads.accepted_by IS 'Who sent it';
COMMENT ON COLUMN uploads.accepted_at IS 'When it was accepted (UTC)';
COMMENT ON COLUMN uploads.rows_read IS 'Rows below the header that held something';
COMMENT ON COLUMN uploads.rows_kept IS 'Rows that were stored';
COMMENT ON COLUMN uploads.warnings IS 'How many warnings it was accepted with';
COMMENT ON COLUMN uploads.replaces IS 'Numbers of the uploads that counted for its units before it';
COMMENT ON COLUMN uploads.withdrawn_at IS 'When it was withdrawn (UTC); NULL when it stands';
COMMENT ON COLUMN uploads.withdrawn_by IS 'Who withdrew it';
COMMENT ON COLUMN uploads.withdrawn_reason IS 'Why it was withdrawn';

CREATE TABLE upload_units (
    upload_id VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    warnings  BIGINT NOT NULL,
    PRIMARY KEY (upload_id, unit_code)
);
COMMENT ON TABLE upload_units IS 'One row per upload and unit it speaks of, replaced and withdrawn uploads included.';
COMMENT ON COLUMN upload_units.upload_id IS 'Upload';
COMMENT ON COLUMN upload_units.unit_code IS 'Unit';
COMMENT ON COLUMN upload_units.warnings IS 'How many of its warnings are about this unit''s rows and figures';

CREATE TABLE upload_notes (
    upload_id VARCHAR NOT NULL,
    action    VARCHAR NOT NULL,
    noted_at  TIMESTAMP NOT NULL,
    noted_by  VARCHAR NOT NULL,
    reason    VARCHAR NOT NULL
);
COMMENT ON TABLE upload_notes IS 'One row per withdrawal of an upload, and per withdrawal undone.';
COMMENT ON COLUMN upload_notes.upload_id IS 'Upload';
COMMENT ON COLUMN upload_notes.action IS 'withdrawn or restored';
COMMENT ON COLUMN upload_notes.noted_at IS 'When (UTC)';
COMMENT ON COLUMN upload_notes.noted_by IS 'Who';
COMMENT ON COLUMN upload_notes.reason IS 'Why; empty where none was asked for';

CREATE TABLE coverage (
    dataset   VARCHAR NOT NULL,
    period    VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    upload_id VARCHAR NOT NULL,
    PRIMARY KEY (dataset, period, unit_code)
);
COMMENT ON TABLE coverage IS 'One row per dataset, month and unit that was reported: the upload in force for it.';
COMMENT ON COLUMN coverage.dataset IS 'funds, projects, households or reports';
COMMENT ON COLUMN coverage.period IS 'Month, YYYY-MM';
COMMENT ON COLUMN coverage.unit_code IS 'Unit';
COMMENT ON COLUMN coverage.upload_id IS 'The newest upload that covers it and was not withdrawn';

CREATE TABLE facts (
    period     VARCHAR NOT NULL,
    unit_code  VARCHAR NOT NULL,
    fund_level VARCHAR NOT NULL,
    measure    VARCHAR NOT NULL,
    source     VARCHAR NOT NULL,
    dimension  VARCHAR NOT NULL,
    member     VARCHAR NOT NULL,
    value      DECIMAL(18, 2) NOT NULL,
    upload_id  VARCHAR NOT NULL
);
COMMENT ON TABLE facts IS 'One row per month, unit, fund level, measure, source and member of a dimension: the sums every number comes from. What was not reported has no row.';
COMMENT ON COLUMN facts.period IS 'Month, YYYY-MM';
COMMENT ON COLUMN facts.unit_code IS 'Unit';
COMMENT ON COLUMN facts.fund_level IS 'central, provincial, municipal, county; all where the source does not split by level';
COMMENT ON COLUMN facts.measure IS 'Measure';
COMMENT ON COLUMN facts.source IS 'ledger or report';
COMMENT ON COLUMN facts.dimension IS 'Empty for a total, else what it is split by: category, task, batch, issued_on, stage, township, work_relief, days_to_start, monitor_type, risk, measure_kind, identified_year, elimination_way, months_to_elimination';
COMMENT ON COLUMN facts.member IS 'Empty for a total, else the member of the dimension';
COMMENT ON COLUMN facts.value IS 'Sum: 元 for money, else a count';
COMMENT ON COLUMN facts.upload_id IS 'Upload it was added up from';

CREATE TABLE standings (
    period             VARCHAR NOT NULL,
    unit_code          VARCHAR NOT NULL,
    unit               VARCHAR NOT NULL,
    level              VARCHAR NOT NULL,
    indicator          VARCHAR NOT NULL,
    numerator          DECIMAL(18, 2),
    denominator        DECIMAL(18, 2),
    value              DOUBLE,
    rank               INTEGER,
    tied               BOOLEAN NOT NULL,
    alike              BOOLEAN NOT NULL,
    ranked             BOOLEAN NOT NULL,
    reason             VARCHAR,
    milestone          DOUBLE,
    milestone_due      DATE,
    province           DOUBLE,
    gap_milestone      DOUBLE,
    gap_province       DOUBLE,
    previous_value     DOUBLE,
    previous_rank      INTEGER,
    light              VARCHAR NOT NULL,
    streak             INTEGER NOT NULL,
    next_milestone     DOUBLE,
    next_due           DATE,
    numerator_source   VARCHAR,
    denominator_source VARCHAR,
    units_missing      INTEGER,
    PRIMARY KEY (period, level, indicator, unit_code)
);
COMMENT ON TABLE standings IS 'One row per month, fund level, indicator and unit, and one for the city (unit_code city): value, rank, gaps, light, streak.';
COMMENT ON COLUMN standings.period IS 'Month, YYYY-MM';
COMMENT ON COLUMN standings.unit_code IS 'Unit, or city for the whole city (Σ ÷ Σ over the units with both parts)';
COMMENT ON COLUMN standings.unit IS 'Name of the unit';
COMMENT ON COLUMN standings.level IS 'all, central, provincial, municipal or county';
COMMENT ON COLUMN standings.indicator IS 'Indicator';
COMMENT ON COLUMN standings.numerator IS 'Sum above the line; NULL when not reported';
COMMENT ON COLUMN standings.denominator IS 'Sum below the line; NULL when not reported';
COMMENT ON COLUMN standings.value IS 'numerator ÷ denominator as a fraction, never clipped; NULL with a reason';
COMMENT ON COLUMN standings.rank IS '1-2-2-4 on the exact ratio among the ranked units';
COMMENT ON COLUMN standings.tied IS 'True when another unit has exactly the same ratio (并列)';
COMMENT ON COLUMN standings.alike IS 'True when another unit''s different ratio prints alike with two decimals (因四舍五入显示相同)';
COMMENT ON COLUMN standings.ranked IS 'Whether this standing has a rank';
COMMENT ON COLUMN standings.reason IS 'Why there is no value: not_reported (未报送) or no_task (无任务)';
COMMENT ON COLUMN standings.milestone IS 'Milestone in force, as a fraction';
COMMENT ON COLUMN standings.milestone_due IS 'Day that milestone was due';
COMMENT ON COLUMN standings.province IS 'Average of the province, as a fraction';
COMMENT ON COLUMN standings.gap_milestone IS 'value − milestone in percentage points';
COMMENT ON COLUMN standings.gap_province IS 'value − province in percentage points';
COMMENT ON COLUMN standings.previous_value IS 'Value one month before; NULL when there was none';
COMMENT ON COLUMN standings.previous_rank IS 'Rank one month before; NULL when there was none';
COMMENT ON COLUMN standings.light IS 'green, yellow, red or grey';
COMMENT ON COLUMN standings.streak IS 'Months running behind the milestone (the province where there is none), this one included; 0 when not behind';
COMMENT ON COLUMN standings.next_milestone IS 'Next milestone of the same year, as a fraction';
COMMENT ON COLUMN standings.next_due IS 'Day the next milestone is due';
COMMENT ON COLUMN standings.numerator_source IS 'ledger or report; mixed for a city that adds up both';
COMMENT ON COLUMN standings.denominator_source IS 'ledger or report; mixed for a city that adds up both';
COMMENT ON COLUMN standings.units_missing IS 'City only: how many units that count in it lack a part';
