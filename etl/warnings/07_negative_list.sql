/*
name: {zh: 疑似负面清单, en: Negative list}
rule:
  zh: 项目名称或建设内容含有：{words}
  en: "the name or content of a project has one of the words: {words}"
says:
  zh: "名称或建设内容有“{found:words}”"
  en: "its name or content has: {found:words}"
advice:
  zh: 对照衔接资金负面清单核实建设内容；属于清单的调出项目库，已付的资金收回
  en: check the content against the negative list of the funds; what is on it leaves the library, and the money comes back
severity: high
reads: [projects]
thresholds:
  words: [活动室, 办公楼, 办公场所, 办公桌椅, 办公用品, 公务用车, 车辆购置, 通讯设备, 楼堂馆所, 津贴, 福利, 偿还债务, 垫资, 景观, 亮化, 门楼, 商业保险]
*/
-- One row per project in the library that may be on the negative list.
WITH
read AS (
    SELECT
        unit_code,
        project_id,
        name,
        township,
        upload_id,
        source_row,
        concat_ws(' ', name, content) AS text
    FROM now.projects
    WHERE status NOT IN ('已调整', '终止')
)

SELECT
    * EXCLUDE (text) RENAME (project_id AS subject, name AS title),
    list_filter($words::VARCHAR[], lambda word: contains(text, word)) AS found
FROM read
WHERE len(found) > 0
