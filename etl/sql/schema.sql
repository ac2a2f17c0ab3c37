-- The published file: what it holds, table by table. It describes itself: open it with the
-- DuckDB shell and ask duckdb_tables() and duckdb_columns() for these comments, which are in both
-- languages: 中文 · English.
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
COMMENT ON TABLE publication IS '一行：这是谁的看板、是哪一时刻的 · One row: whose board this is and which moment it shows.';
COMMENT ON COLUMN publication.city_zh IS '市的名称，来自 settings.toml 的 city · Name of the city, settings.toml: city';
COMMENT ON COLUMN publication.city_en IS '市的英文名；没有设时用中文名 · English name of the city; the Chinese one when none is set';
COMMENT ON COLUMN publication.is_sample IS '虚构的示例市为真：每页注明示例数据 · True for the fictional sample city: every page says so';
COMMENT ON COLUMN publication.newest_upload IS '本文件中最新一次上报的接收时间（UTC） · When the newest upload in this file was accepted (UTC)';
COMMENT ON COLUMN publication.as_of IS '本文件再现的过去时刻（UTC）；NULL 为现在 · The past moment this file was rebuilt for (UTC); NULL for the present';
COMMENT ON COLUMN publication.version IS '生成本文件所用口径和基础表的校验码 · Checksum of the definitions and reference tables it was made by';

CREATE TABLE settings (
    name  VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE settings IS '每行一项设置（含默认值）：带点的名称和 JSON 值 · One row per setting in force, defaults included, as dotted name and JSON value.';
COMMENT ON COLUMN settings.name IS '设置名，同 settings.toml，如 spend_rate.denominator · Dotted name as in settings.toml, for example spend_rate.denominator';
COMMENT ON COLUMN settings.value IS '值，JSON 格式 · Value as JSON';

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
COMMENT ON TABLE units IS '每行一个报送单位：县（市、区）、功能区和市本级 · One row per unit that reports: counties, zones and the city level itself';
COMMENT ON COLUMN units.unit_code IS '行政区划代码，6位 · Administrative code, 6 digits';
COMMENT ON COLUMN units.name IS '全称 · Full name';
COMMENT ON COLUMN units.short_name IS '简称；没有简称时为全称 · Short name; the full one when none is given';
COMMENT ON COLUMN units.name_en IS '英文名；没有时为中文名 · English name; the Chinese one when none is given';
COMMENT ON COLUMN units.unit_group IS '分组，组内另作比较；没有分组为 NULL · Group within which units are also compared; NULL when none';
COMMENT ON COLUMN units.key_county IS '是否重点帮扶县 · Whether it is a key county';
COMMENT ON COLUMN units.ranked IS '是否参加排名；否：计入全市，不排名 · False for units that count in the city but are not ranked';
COMMENT ON COLUMN units.rural_population IS '农村人口（人）；不知道为 NULL · Rural population in persons; NULL when unknown';
COMMENT ON COLUMN units.tile_row IS '方格地图的行，从1起；没有位置为 NULL · Row on the tile map, from 1; NULL when not placed';
COMMENT ON COLUMN units.tile_column IS '方格地图的列，从1起；没有位置为 NULL · Column on the tile map, from 1; NULL when not placed';
COMMENT ON COLUMN units.sort_order IS '列表中的顺序 · Order in lists';

CREATE TABLE codes (
    list       VARCHAR NOT NULL,
    code       VARCHAR NOT NULL,
    name_zh    VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    sort_order INTEGER NOT NULL,
    PRIMARY KEY (list, code)
);
COMMENT ON TABLE codes IS '每行代码表中的一项，带中英文名称 · One row per entry of a code list, with its names.';
COMMENT ON COLUMN codes.list IS '代码表：fund_level、category、task、monitor_type、risk、measure_kind、stage、dataset 等 · Code list: fund_level, category, task, monitor_type, risk, measure_kind, stage, dataset and so on';
COMMENT ON COLUMN codes.code IS '代码，同 facts.member 和各行里的写法 · Code as it stands in facts.member and in the rows';
COMMENT ON COLUMN codes.name_zh IS '中文名称 · Chinese name';
COMMENT ON COLUMN codes.name_en IS '英文名称 · English name';
COMMENT ON COLUMN codes.sort_order IS '列表和图中的顺序 · Order in lists and charts';

CREATE TABLE measures (
    measure    VARCHAR PRIMARY KEY,
    sort_order INTEGER NOT NULL,
    name_zh    VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    quantity   VARCHAR NOT NULL,
    dataset    VARCHAR NOT NULL,
    counted_zh VARCHAR NOT NULL,
    counted_en VARCHAR NOT NULL
);
COMMENT ON TABLE measures IS '每行一个计量项：facts.measure 可取的值 · One row per measure: what facts.measure may hold.';
COMMENT ON COLUMN measures.measure IS '计量项代码 · Code of the measure';
COMMENT ON COLUMN measures.sort_order IS '列表中的顺序 · Order in lists';
COMMENT ON COLUMN measures.name_zh IS '中文名称 · Chinese name';
COMMENT ON COLUMN measures.name_en IS '英文名称 · English name';
COMMENT ON COLUMN measures.quantity IS '计量单位：money 元，projects 个，households 户，persons 人 · What is counted: money (yuan), projects, households or persons';
COMMENT ON COLUMN measures.dataset IS '由哪种表的行相加而成：funds、projects、households 或 reports · Dataset whose rows add up to it: funds, projects, households or reports';
COMMENT ON COLUMN measures.counted_zh IS '怎样计数，中文 · How it is counted, Chinese';
COMMENT ON COLUMN measures.counted_en IS '怎样计数，英文 · How it is counted, English';

CREATE TABLE measure_columns (
    measure    VARCHAR NOT NULL,
    dataset    VARCHAR NOT NULL,
    "column"   VARCHAR NOT NULL,
    sort_order INTEGER NOT NULL,
    label_zh   VARCHAR NOT NULL,
    label_en   VARCHAR NOT NULL,
    headers    VARCHAR[] NOT NULL,
    PRIMARY KEY (measure, dataset, "column")
);
COMMENT ON TABLE measure_columns IS '每行一个计量项和计算它所用的一列：台账的列，以及月报中的同名列 · One row per measure and column of the files that it is counted from: those of the ledger, and that of the monthly report.';
COMMENT ON COLUMN measure_columns.measure IS '计量项 · Measure';
COMMENT ON COLUMN measure_columns.dataset IS '哪种表：funds、projects、households 或 reports · Dataset: funds, projects, households or reports';
COMMENT ON COLUMN measure_columns."column" IS '列的名称，同视图 funds 等的列 · Column as the contract calls it';
COMMENT ON COLUMN measure_columns.sort_order IS '列表中的顺序 · Order in lists';
COMMENT ON COLUMN measure_columns.label_zh IS '列的中文名 · Chinese name of the column';
COMMENT ON COLUMN measure_columns.label_en IS '列的英文名 · English name of the column';
COMMENT ON COLUMN measure_columns.headers IS '文件里可以写的表头 · Headers that files may give it';

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
COMMENT ON TABLE indicators IS '每行一项指标：分子计量项 ÷ 分母计量项，带名称和提示 · One row per indicator: numerator measure ÷ denominator measure, with names and cautions.';
COMMENT ON COLUMN indicators.indicator IS '指标代码，如 spend_rate · Code, for example spend_rate';
COMMENT ON COLUMN indicators.sort_order IS '列表中的顺序 · Order in lists';
COMMENT ON COLUMN indicators.headline IS '总览页三张卡片上的指标为真 · True for the three on the overview cards';
COMMENT ON COLUMN indicators.name_zh IS '中文名称 · Chinese name';
COMMENT ON COLUMN indicators.name_en IS '英文名称 · English name';
COMMENT ON COLUMN indicators.definition_zh IS '定义，中文 · Definition in words, Chinese';
COMMENT ON COLUMN indicators.definition_en IS '定义，英文 · Definition in words, English';
COMMENT ON COLUMN indicators.numerator IS '现用的分子计量项 · Measure above the line, as in use';
COMMENT ON COLUMN indicators.denominator IS '现用的分母计量项 · Measure below the line, as in use';
COMMENT ON COLUMN indicators.quantity IS '分子分母的计量单位：money、projects、households 或 persons · What both parts count: money, projects, households or persons';
COMMENT ON COLUMN indicators.better IS 'higher 越高越好，lower 越低越好 · higher or lower: which values are good';
COMMENT ON COLUMN indicators.levels IS '按哪些资金级次计算：只有 all，或 all 和 central、provincial、municipal、county 中的几个 · Fund levels it is computed for: all alone, or all and some of central, provincial, municipal, county';
COMMENT ON COLUMN indicators.basis_zh IS '现用的公式，中文；每张表、图和每句话都注明 · Formula with the option in force, Chinese: printed with every table, chart and sentence';
COMMENT ON COLUMN indicators.basis_en IS '现用的公式，英文 · Formula with the option in force, English';
COMMENT ON COLUMN indicators.caution_zh IS '不要怎样误读，中文 · How not to read it, Chinese';
COMMENT ON COLUMN indicators.caution_en IS '不要怎样误读，英文 · How not to read it, English';

CREATE TABLE indicator_options (
    indicator   VARCHAR NOT NULL,
    setting     VARCHAR NOT NULL,
    value       VARCHAR NOT NULL,
    sort_order  INTEGER NOT NULL,
    in_force    BOOLEAN NOT NULL,
    numerator   VARCHAR NOT NULL,
    denominator VARCHAR NOT NULL,
    basis_zh    VARCHAR NOT NULL,
    basis_en    VARCHAR NOT NULL,
    PRIMARY KEY (indicator, setting, value)
);
COMMENT ON TABLE indicator_options IS '每行一项指标、一项能改变它的设置和一个可选值：那样设时的公式 · One row per indicator, setting that changes it and value it may have: the formula it would make.';
COMMENT ON COLUMN indicator_options.indicator IS '指标 · Indicator';
COMMENT ON COLUMN indicator_options.setting IS '设置名，同 settings.toml · Dotted name as in settings.toml';
COMMENT ON COLUMN indicator_options.value IS '值，JSON 格式；天数只举一例 · Value as JSON; of a number of days one example';
COMMENT ON COLUMN indicator_options.sort_order IS '列表中的顺序 · Order in lists';
COMMENT ON COLUMN indicator_options.in_force IS '是否现用 · Whether it is the one in force';
COMMENT ON COLUMN indicator_options.numerator IS '分子计量项 · Measure above the line';
COMMENT ON COLUMN indicator_options.denominator IS '分母计量项 · Measure below the line';
COMMENT ON COLUMN indicator_options.basis_zh IS '公式，中文 · Formula, Chinese';
COMMENT ON COLUMN indicator_options.basis_en IS '公式，英文 · Formula, English';

CREATE TABLE targets (
    indicator  VARCHAR NOT NULL,
    fund_level VARCHAR,
    unit_code  VARCHAR,
    due_month  INTEGER NOT NULL,
    due_day    INTEGER NOT NULL,
    at_least   DECIMAL(9, 6) NOT NULL,
    source     VARCHAR
);
COMMENT ON TABLE targets IS '每行一个序时节点；单位自己的一套代替通用的，级次自己的一套代替不分级次的 · One row per milestone. A unit''s own series replaces the general one, a fund level''s own the one for all levels.';
COMMENT ON COLUMN targets.indicator IS '指标 · Indicator';
COMMENT ON COLUMN targets.fund_level IS '资金级次；NULL 为没有自己一套的各级次 · Fund level; NULL = every level without a series of its own';
COMMENT ON COLUMN targets.unit_code IS '单位；NULL 为没有自己一套的各单位 · Unit; NULL = every unit without a series of its own';
COMMENT ON COLUMN targets.due_month IS '到期月，1至12 · Month it is due, 1 to 12';
COMMENT ON COLUMN targets.due_day IS '到期日；超过当月天数的按月末 · Day it is due; past the end of the month means its last day';
COMMENT ON COLUMN targets.at_least IS '至少达到的值，小数 · Least value to be reached, as a fraction';
COMMENT ON COLUMN targets.source IS '依据的文件 · Document it comes from';

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
COMMENT ON TABLE benchmarks IS '每行一个月份、指标、资金级次：省级通报的数 · One row per month, indicator and fund level: the province''s own figures.';
COMMENT ON COLUMN benchmarks.period IS '月份，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN benchmarks.indicator IS '指标 · Indicator';
COMMENT ON COLUMN benchmarks.fund_level IS 'all、central、provincial、municipal 或 county · all, central, provincial, municipal or county';
COMMENT ON COLUMN benchmarks.province IS '全省平均，小数 · Average of the province, as a fraction';
COMMENT ON COLUMN benchmarks.best IS '全省最高，小数 · Best of the province, as a fraction';
COMMENT ON COLUMN benchmarks.national IS '全国平均，小数 · National average, as a fraction';
COMMENT ON COLUMN benchmarks.rank IS '本市在全省的名次 · The city''s place in the province';
COMMENT ON COLUMN benchmarks."of" IS '参加排名的市有几个 · How many cities take part';
COMMENT ON COLUMN benchmarks.source IS '依据的文件 · Document it comes from';
COMMENT ON COLUMN benchmarks.upload_id IS '来自哪次上报 · Upload it comes from';

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
COMMENT ON TABLE uploads IS '每行一次已接收的上报，含已撤回的 · One row per accepted upload, withdrawn ones included.';
COMMENT ON COLUMN uploads.upload_id IS '回执编号 · Number of the receipt';
COMMENT ON COLUMN uploads.dataset IS 'funds、projects、households、reports 或 benchmarks · funds, projects, households, reports or benchmarks';
COMMENT ON COLUMN uploads.period IS '报告期；基准文件为其中最后一个月 · Month the file speaks of; for benchmarks the last one in it';
COMMENT ON COLUMN uploads.file_name IS '报送时的文件名 · Name of the file as it was sent';
COMMENT ON COLUMN uploads.sha256 IS '报送文件的校验码 · Checksum of the file as it was sent';
COMMENT ON COLUMN uploads.accepted_by IS '报送人 · Who sent it';
COMMENT ON COLUMN uploads.accepted_at IS '接收时间（UTC） · When it was accepted (UTC)';
COMMENT ON COLUMN uploads.rows_read IS '表头以下有内容的行数 · Rows below the header that held something';
COMMENT ON COLUMN uploads.rows_kept IS '存下的行数 · Rows that were stored';
COMMENT ON COLUMN uploads.warnings IS '接收时有几条警告 · How many warnings it was accepted with';
COMMENT ON COLUMN uploads.replaces IS '在它之前对这些单位有效的上报编号 · Numbers of the uploads that counted for its units before it';
COMMENT ON COLUMN uploads.withdrawn_at IS '撤回时间（UTC）；未撤回为 NULL · When it was withdrawn (UTC); NULL when it stands';
COMMENT ON COLUMN uploads.withdrawn_by IS '撤回人 · Who withdrew it';
COMMENT ON COLUMN uploads.withdrawn_reason IS '撤回原因 · Why it was withdrawn';

CREATE TABLE upload_units (
    upload_id VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    warnings  BIGINT NOT NULL,
    PRIMARY KEY (upload_id, unit_code)
);
COMMENT ON TABLE upload_units IS '每行一次上报和它涉及的一个单位，含已被替换和已撤回的 · One row per upload and unit it speaks of, replaced and withdrawn uploads included.';
COMMENT ON COLUMN upload_units.upload_id IS '上报编号 · Upload';
COMMENT ON COLUMN upload_units.unit_code IS '单位 · Unit';
COMMENT ON COLUMN upload_units.warnings IS '其中关于该单位的行和数的警告有几条 · How many of its warnings are about this unit''s rows and figures';

CREATE TABLE upload_notes (
    upload_id VARCHAR NOT NULL,
    action    VARCHAR NOT NULL,
    noted_at  TIMESTAMP NOT NULL,
    noted_by  VARCHAR NOT NULL,
    reason    VARCHAR NOT NULL
);
COMMENT ON TABLE upload_notes IS '每行一次撤回或恢复 · One row per withdrawal of an upload, and per withdrawal undone.';
COMMENT ON COLUMN upload_notes.upload_id IS '上报编号 · Upload';
COMMENT ON COLUMN upload_notes.action IS 'withdrawn 撤回，restored 恢复 · withdrawn or restored';
COMMENT ON COLUMN upload_notes.noted_at IS '时间（UTC） · When (UTC)';
COMMENT ON COLUMN upload_notes.noted_by IS '经办人 · Who';
COMMENT ON COLUMN upload_notes.reason IS '原因；不需要原因时为空 · Why; empty where none was asked for';

CREATE TABLE upload_problems (
    upload_id  VARCHAR NOT NULL,
    unit_code  VARCHAR,
    "row"      INTEGER,
    "column"   VARCHAR,
    header     VARCHAR,
    value      VARCHAR,
    code       VARCHAR NOT NULL,
    title_zh   VARCHAR NOT NULL,
    title_en   VARCHAR NOT NULL,
    message_zh VARCHAR NOT NULL,
    message_en VARCHAR NOT NULL
);
COMMENT ON TABLE upload_problems IS '每行有效上报中一处对不上的数：印出的合计、比率或部分与其余的数不符 · One row per figure of an upload in force that differs from what its others make: printed totals, rates and parts.';
COMMENT ON COLUMN upload_problems.upload_id IS '上报编号 · Upload';
COMMENT ON COLUMN upload_problems.unit_code IS '单位；合计行等不属于一个单位的为 NULL · Unit; NULL for a row of totals and others of no unit';
COMMENT ON COLUMN upload_problems."row" IS '文件的第几行，同表格软件的编号 · Row of the file as its spreadsheet numbers it';
COMMENT ON COLUMN upload_problems."column" IS '列，口径中的名称 · Column as the contract calls it';
COMMENT ON COLUMN upload_problems.header IS '列，文件中的表头 · Column as the file heads it';
COMMENT ON COLUMN upload_problems.value IS '文件中印的数 · Figure as the file prints it';
COMMENT ON COLUMN upload_problems.code IS '种类，如 total_differs、rate_differs · Kind, such as total_differs or rate_differs';
COMMENT ON COLUMN upload_problems.title_zh IS '种类的名称，中文 · Name of the kind, Chinese';
COMMENT ON COLUMN upload_problems.title_en IS '种类的名称，英文 · Name of the kind, English';
COMMENT ON COLUMN upload_problems.message_zh IS '两边各是多少，中文 · Both figures in a sentence, Chinese';
COMMENT ON COLUMN upload_problems.message_en IS '两边各是多少，英文 · Both figures in a sentence, English';

CREATE TABLE notes (
    note_id    VARCHAR PRIMARY KEY,
    unit_code  VARCHAR NOT NULL,
    indicator  VARCHAR NOT NULL,
    period     VARCHAR NOT NULL,
    text       VARCHAR NOT NULL,
    written_by VARCHAR NOT NULL,
    written_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE notes IS '每行一条情况说明：某单位某指标某月为什么是这个数；已撤回的不在内 · One row per note of staff that stands: why a unit''s indicator is what it is in a month.';
COMMENT ON COLUMN notes.note_id IS '说明编号 · Number of the note';
COMMENT ON COLUMN notes.unit_code IS '单位；city 为全市 · Unit, or city for the whole city';
COMMENT ON COLUMN notes.indicator IS '指标 · Indicator';
COMMENT ON COLUMN notes.period IS '报告期，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN notes.text IS '情况说明 · What was written';
COMMENT ON COLUMN notes.written_by IS '谁写的 · Who wrote it';
COMMENT ON COLUMN notes.written_at IS '何时写的（UTC） · When it was written (UTC)';

CREATE TABLE coverage (
    dataset   VARCHAR NOT NULL,
    period    VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    upload_id VARCHAR NOT NULL,
    PRIMARY KEY (dataset, period, unit_code)
);
COMMENT ON TABLE coverage IS '每行一种表、一个月、一个单位：现在有效的上报 · One row per dataset, month and unit that was reported: the upload in force for it.';
COMMENT ON COLUMN coverage.dataset IS 'funds、projects、households 或 reports · funds, projects, households or reports';
COMMENT ON COLUMN coverage.period IS '月份，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN coverage.unit_code IS '单位 · Unit';
COMMENT ON COLUMN coverage.upload_id IS '涉及它而未撤回的最新一次上报 · The newest upload that covers it and was not withdrawn';

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
COMMENT ON TABLE facts IS '每行一个月份、单位、资金级次、计量项、来源和分组项：一切数字由此相加；没有报送的没有行 · One row per month, unit, fund level, measure, source and member of a dimension: the sums every number comes from. What was not reported has no row.';
COMMENT ON COLUMN facts.period IS '月份，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN facts.unit_code IS '单位 · Unit';
COMMENT ON COLUMN facts.fund_level IS 'central、provincial、municipal、county；来源不分级次的为 all · central, provincial, municipal, county; all where the source does not split by level';
COMMENT ON COLUMN facts.measure IS '计量项 · Measure';
COMMENT ON COLUMN facts.source IS 'ledger 台账，report 月报 · ledger or report';
COMMENT ON COLUMN facts.dimension IS '合计为空，否则为分组方式：category、task、batch、issued_on、stage、township、work_relief、days_to_start、monitor_type、risk、measure_kind、identified_year、elimination_way、months_to_elimination · Empty for a total, else what it is split by: category, task, batch, issued_on, stage, township, work_relief, days_to_start, monitor_type, risk, measure_kind, identified_year, elimination_way, months_to_elimination';
COMMENT ON COLUMN facts.member IS '合计为空，否则为分组中的一项 · Empty for a total, else the member of the dimension';
COMMENT ON COLUMN facts.value IS '和：金额为元，其余为个数 · Sum: yuan for money, else a count';
COMMENT ON COLUMN facts.upload_id IS '由哪次上报相加而成 · Upload it was added up from';

CREATE TABLE reconciliation (
    period     VARCHAR NOT NULL,
    unit_code  VARCHAR NOT NULL,
    measure    VARCHAR NOT NULL,
    ledger     DECIMAL(18, 2),
    report     DECIMAL(18, 2),
    may_differ DECIMAL(27, 6) NOT NULL,
    differs    BOOLEAN,
    PRIMARY KEY (period, unit_code, measure)
);
COMMENT ON TABLE reconciliation IS '每行一个月份、单位和月报可报的计量项：台账相加与月报各是多少，是否账表不符 · One row per month, unit and measure that reports may give: what the ledger adds up to, what the report says, and whether they differ.';
COMMENT ON COLUMN reconciliation.period IS '月份，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN reconciliation.unit_code IS '单位 · Unit';
COMMENT ON COLUMN reconciliation.measure IS '计量项 · Measure';
COMMENT ON COLUMN reconciliation.ledger IS '台账相加的数；没有为 NULL · Sum of the ledger; NULL when it has none';
COMMENT ON COLUMN reconciliation.report IS '月报的数；没有为 NULL · Figure of the report; NULL when it has none';
COMMENT ON COLUMN reconciliation.may_differ IS '月报的金额取整最多能差多少元；个数为0 · How far the rounding of the report''s money alone may set them apart, in yuan; 0 for counts';
COMMENT ON COLUMN reconciliation.differs IS '是否相差超过取整所能解释的；只有一边的为 NULL · Whether they differ by more than that; NULL when one of them is missing';

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
COMMENT ON TABLE standings IS '每行一个月份、资金级次、指标和单位（全市为 city）：数值、名次、差距、红绿灯、连续落后 · One row per month, fund level, indicator and unit, and one for the city (unit_code city): value, rank, gaps, light, streak.';
COMMENT ON COLUMN standings.period IS '月份，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN standings.unit_code IS '单位；city 为全市（分子分母都有的单位 Σ ÷ Σ） · Unit, or city for the whole city (Σ ÷ Σ over the units with both parts)';
COMMENT ON COLUMN standings.unit IS '单位名称 · Name of the unit';
COMMENT ON COLUMN standings.level IS 'all、central、provincial、municipal 或 county · all, central, provincial, municipal or county';
COMMENT ON COLUMN standings.indicator IS '指标 · Indicator';
COMMENT ON COLUMN standings.numerator IS '分子之和；未报送为 NULL · Sum above the line; NULL when not reported';
COMMENT ON COLUMN standings.denominator IS '分母之和；未报送为 NULL · Sum below the line; NULL when not reported';
COMMENT ON COLUMN standings.value IS '分子 ÷ 分母，小数，不截断；为 NULL 时有原因 · numerator ÷ denominator as a fraction, never clipped; NULL with a reason';
COMMENT ON COLUMN standings.rank IS '参加排名的单位按未舍入的率排，1-2-2-4 · 1-2-2-4 on the exact ratio among the ranked units';
COMMENT ON COLUMN standings.tied IS '有另一单位的率完全相等（并列） · True when another unit has exactly the same ratio';
COMMENT ON COLUMN standings.alike IS '有另一单位的率不同而两位小数显示相同（因四舍五入显示相同） · True when another unit''s different ratio prints alike with two decimals';
COMMENT ON COLUMN standings.ranked IS '是否有名次 · Whether this standing has a rank';
COMMENT ON COLUMN standings.reason IS '为什么没有数值：not_reported 未报送，no_task 无任务 · Why there is no value: not_reported or no_task';
COMMENT ON COLUMN standings.milestone IS '现行序时节点，小数 · Milestone in force, as a fraction';
COMMENT ON COLUMN standings.milestone_due IS '该节点的到期日 · Day that milestone was due';
COMMENT ON COLUMN standings.province IS '全省平均，小数 · Average of the province, as a fraction';
COMMENT ON COLUMN standings.gap_milestone IS '数值 − 节点，百分点 · value − milestone in percentage points';
COMMENT ON COLUMN standings.gap_province IS '数值 − 全省平均，百分点 · value − province in percentage points';
COMMENT ON COLUMN standings.previous_value IS '上月数值；没有为 NULL · Value one month before; NULL when there was none';
COMMENT ON COLUMN standings.previous_rank IS '上月名次；没有为 NULL · Rank one month before; NULL when there was none';
COMMENT ON COLUMN standings.light IS 'green、yellow、red 或 grey · green, yellow, red or grey';
COMMENT ON COLUMN standings.streak IS '连续几个月落后节点（没有节点的落后全省），含本月；没有落后为0 · Months running behind the milestone (the province where there is none), this one included; 0 when not behind';
COMMENT ON COLUMN standings.next_milestone IS '当年下一个节点，小数 · Next milestone of the same year, as a fraction';
COMMENT ON COLUMN standings.next_due IS '下一个节点的到期日 · Day the next milestone is due';
COMMENT ON COLUMN standings.numerator_source IS 'ledger 或 report；全市两种都有的为 mixed · ledger or report; mixed for a city that adds up both';
COMMENT ON COLUMN standings.denominator_source IS 'ledger 或 report；全市两种都有的为 mixed · ledger or report; mixed for a city that adds up both';
COMMENT ON COLUMN standings.units_missing IS '只有全市的行有：计入全市的单位中缺一部分的有几个 · City only: how many units that count in it lack a part';

CREATE TABLE warning_rules (
    rule       VARCHAR PRIMARY KEY,
    sort_order INTEGER NOT NULL,
    name_zh    VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    rule_zh    VARCHAR NOT NULL,
    rule_en    VARCHAR NOT NULL,
    says_zh    VARCHAR NOT NULL,
    says_en    VARCHAR NOT NULL,
    advice_zh  VARCHAR NOT NULL,
    advice_en  VARCHAR NOT NULL,
    severity   VARCHAR NOT NULL,
    reads      VARCHAR[] NOT NULL,
    first      VARCHAR,
    last       VARCHAR
);
COMMENT ON TABLE warning_rules IS '每行一条在用的预警规则；每条预警都是疑似，须由人核实 · One row per warning rule in force. Every warning is suspected: a person checks it.';
COMMENT ON COLUMN warning_rules.rule IS '规则代码，即文件 etl/warnings/<代码>.sql · Code of the rule, as the file etl/warnings/<code>.sql';
COMMENT ON COLUMN warning_rules.sort_order IS '排列顺序 · Order in lists';
COMMENT ON COLUMN warning_rules.name_zh IS '中文名称 · Chinese name';
COMMENT ON COLUMN warning_rules.name_en IS '英文名称 · English name';
COMMENT ON COLUMN warning_rules.rule_zh IS '规则，含现用阈值，中文 · The rule in words with its thresholds in force, Chinese';
COMMENT ON COLUMN warning_rules.rule_en IS '规则，含现用阈值，英文 · The rule in words with its thresholds in force, English';
COMMENT ON COLUMN warning_rules.says_zh IS '一条预警的说法，数字在花括号里，中文 · Sentence about one warning, its figures in braces, Chinese';
COMMENT ON COLUMN warning_rules.says_en IS '一条预警的说法，英文 · Sentence about one warning, its figures in braces, English';
COMMENT ON COLUMN warning_rules.advice_zh IS '要核实什么、怎么办，中文 · What to check or to do, Chinese';
COMMENT ON COLUMN warning_rules.advice_en IS '要核实什么、怎么办，英文 · What to check or to do, English';
COMMENT ON COLUMN warning_rules.severity IS '严重程度：high 高、medium 中、low 低 · high, medium or low';
COMMENT ON COLUMN warning_rules.reads IS '报了哪些表才知道某单位有没有这条预警；空：总能知道 · Datasets by which a unit''s warnings are known; empty: always';
COMMENT ON COLUMN warning_rules.first IS '从哪个月起适用；空：一直 · First month it applies to, YYYY-MM; NULL: any';
COMMENT ON COLUMN warning_rules.last IS '到哪个月止；空：不限 · Last month it applies to, YYYY-MM; NULL: any';

CREATE TABLE warning_thresholds (
    rule      VARCHAR NOT NULL,
    threshold VARCHAR NOT NULL,
    value     VARCHAR NOT NULL,
    PRIMARY KEY (rule, threshold)
);
COMMENT ON TABLE warning_thresholds IS '每行一条预警规则的一个现用阈值，停用的规则也有 · One row per threshold in force of a warning rule, of rules that are off, too.';
COMMENT ON COLUMN warning_thresholds.rule IS '规则代码 · Code of the rule';
COMMENT ON COLUMN warning_thresholds.threshold IS '阈值的名称，同 settings.toml · Its name, as in settings.toml';
COMMENT ON COLUMN warning_thresholds.value IS '现用的值，JSON · Its value in force, as JSON';

CREATE TABLE warning_counts (
    period    VARCHAR NOT NULL,
    rule      VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    status    VARCHAR NOT NULL,
    since     VARCHAR NOT NULL,
    due       DATE,
    warnings  BIGINT NOT NULL
);
COMMENT ON TABLE warning_counts IS '每行一个月份、规则、单位、状态、起始月和到期日：视图 warnings 有多少行 · One row per month, rule, unit, status, first month and due day: how many rows of the view warnings.';
COMMENT ON COLUMN warning_counts.period IS '报告期，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN warning_counts.rule IS '规则 · Rule';
COMMENT ON COLUMN warning_counts.unit_code IS '单位 · Unit';
COMMENT ON COLUMN warning_counts.status IS 'new 新增、continuing 延续、cleared 比上月消失；unverified：此前有，此后没有报送能判断的数据 · new, continuing, cleared since last month, or unverified: there before, and nothing sent since tells';
COMMENT ON COLUMN warning_counts.since IS '从哪个月起连续存在，YYYY-MM · First month of the run of months it has been there, YYYY-MM';
COMMENT ON COLUMN warning_counts.due IS '过了这一天才算；空：立即 · It counts from the day after; NULL: at once';
COMMENT ON COLUMN warning_counts.warnings IS '条数 · How many';

CREATE TABLE warning_known (
    period    VARCHAR NOT NULL,
    rule      VARCHAR NOT NULL,
    unit_code VARCHAR NOT NULL,
    PRIMARY KEY (period, rule, unit_code)
);
COMMENT ON TABLE warning_known IS '每行一个月份、规则和单位：报送的数据能判断有没有这类问题；没有这一行就是不知道，不是没有 · One row per month, rule and unit of which what was sent tells whether anything is suspected; without a row it is not known, which is not nothing.';
COMMENT ON COLUMN warning_known.period IS '报告期，YYYY-MM · Month, YYYY-MM';
COMMENT ON COLUMN warning_known.rule IS '规则 · Rule';
COMMENT ON COLUMN warning_known.unit_code IS '单位 · Unit';

CREATE MACRO awaited(month) AS TABLE
    -- One row per unit and dataset expected for a month: what the unit sent in the twelve months
    -- before. A ranked unit that sent nothing in all that time is one row without a dataset.
    WITH recent AS (
        SELECT dataset, unit_code, period
        FROM coverage
        WHERE dataset <> 'benchmarks'
            AND period <= month
            AND period >= strftime(CAST(month || '-01' AS DATE) - INTERVAL 12 MONTH, '%Y-%m')
    )
    SELECT unit_code, dataset, max(period) AS last_period, max(period) = month AS sent
    FROM recent
    GROUP BY unit_code, dataset
    UNION ALL
    SELECT unit_code, NULL, NULL, false
    FROM units
    WHERE ranked AND unit_code NOT IN (SELECT unit_code FROM recent);
