-- One row per project: what it is, and the days on which something happens to it. Each year has
-- $projects of its own in every unit; of three of them one ends in the year after.
-- Reads `units` and `places`; $first_year, $last_year.
WITH
numbered AS (
    SELECT
        unit_code,
        CAST(year AS INTEGER) AS year,
        CAST(number AS INTEGER) AS number,
        seed(unit_code || 'p' || year || '.' || number) AS a,
        seed(unit_code || 'q' || year || '.' || number) AS b
    FROM units, range($first_year - 1, $last_year + 1) AS years(year), range($projects) AS numbers(number)
),

thrown AS (
    SELECT
        *,
        number % 3 = 0 AS long,
        throw(a, 0, 1000) AS fate,
        make_date(year, 2, 10) + throw(a, 10, 140) AS planned_start,
        1000 * (100 + throw(b, 0, 3000)) AS planned_investment,
        1 + throw(b, 14, 6) AS kind
    FROM numbered
),

-- Out of a thousand, fate has 10 never start and 60 start two months and more too late.
started AS (
    SELECT
        *,
        planned_start - 12 - throw(a, 20, 20) AS issued_on,
        CASE
            WHEN fate < 10 THEN NULL
            WHEN fate < 70 THEN planned_start + 60 + throw(a, 26, 60)
            ELSE planned_start - 10 + throw(a, 26, 15)
        END AS started_on
    FROM thrown
),

finished AS (
    SELECT *, started_on + CASE WHEN long THEN 330 ELSE 80 END + throw(a, 32, 90) AS finished_on
    FROM started
)

SELECT
    unit_code,
    year,
    number,
    long,
    unit_code || year || lpad(CAST(number AS VARCHAR), 5, '0') AS project_id,
    townships[1 + throw(b, 20, len(townships))] AS township,
    villages[1 + throw(b, 26, len(villages))] AS village,
    year || '年' || township || village
        || CASE WHEN fate BETWEEN 300 AND 302 THEN '广场亮化' ELSE ['肉牛养殖', '中药材种植', '就业技能培训', '村组道路', '安置点配套', '饮水管网'][kind] END
        || '项目' AS name,
    -- The day its name is another, and the day it is gone from the library.
    CASE WHEN fate BETWEEN 310 AND 319 THEN make_date(year, 4, 1) + throw(a, 40, 200) END AS renamed_on,
    CASE WHEN fate BETWEEN 330 AND 333 THEN make_date(year, 5, 1) + throw(a, 40, 200) END AS gone_on,
    CASE WHEN fate BETWEEN 340 AND 343 THEN make_date(year, 6, 1) + throw(a, 40, 150) END AS adjusted_on,
    ['产业发展', '产业发展', '就业项目', '乡村建设行动', '易地搬迁后扶', '巩固三保障成果'][kind] AS category,
    ['生产项目', '加工流通项目', '就业培训', '农村基础设施', '产业配套', '饮水安全'][kind] AS subcategory,
    CASE WHEN fate % 10 = 0 THEN '改扩建' ELSE '新建' END AS nature,
    '建设' || ['标准化牛舍', '育苗大棚', '实训场地', '硬化道路', '配套用房', '供水管道'][kind]
        || (100 + throw(b, 34, 2000)) || ['平方米', '平方米', '平方米', '米', '平方米', '米'][kind] AS content,
    planned_investment,
    CAST(planned_investment * (80 + throw(b, 46, 21)) // 100 AS BIGINT) AS allocated,
    issued_on,
    planned_start,
    started_on,
    planned_start + CASE WHEN long THEN 340 ELSE 90 END + throw(a, 48, 60) AS planned_finish,
    finished_on,
    finished_on + 20 + throw(a, 54, 40) AS accepted_on,
    fate BETWEEN 400 AND 402 AS paid_before_start,
    kind = 4 AND throw(b, 52, 3) = 0 AS work_relief,
    10 + throw(b, 54, 300) AS households_benefiting,
    ['托养、务工', '土地流转', '培训', '务工', '入股分红', '管护'][kind] AS linkage,
    ['农业农村局', '农业农村局', '人社局', '交通运输局', '发展改革局', '水利局'][kind] AS department,
    ['县级领导甲', '县级领导乙', '局领导甲', '局领导乙'][1 + throw(b, 58, 4)] AS leader
FROM finished, places
