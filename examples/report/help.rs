//! What `--help` says.

/// The help text.
pub const TEXT: &str = "\
青稿命令行：核对数据、导出 Word、查看正文和提纲。
Qinggao on the command line: check figures, export to Word, print text and outline.

用法 / Usage:
  report check [--period P] [--section S] [--json] FILE
      核对一段文字或一份报告，FILE 为 - 时从标准输入读取。
      Check a text (a paragraph, a part or a whole report); - reads standard input.
        --period   2026H1 上半年，2026H2 下半年，2026 全年；不写则不核对期间
                   first half, second half, whole year; left out: dates are not judged
        --section  done 工作情况（默认），experience 经验做法，problems 存在问题，plan 工作计划
        --json     每个问题一行 JSON：kind start end quote stated expected related message
                   severity fix；start、end 是 UTF-8 字节位置
                   one JSON object a line; offsets are bytes in UTF-8
  report check --jsonl FILE
      一次核对多段文字，每行一个 JSON 对象（id period section text），每段输出一行。
      Check labelled passages, one JSON object a line; prints {\"id\": …, \"findings\": […]}.
  report check --draft [--json] DRAFT.json
      核对一份文稿，包括数据指标。 Check a draft with its table of figures.
  report evidence --draft DRAFT.json
      数据核对表，每个数据一行：位置、数据、统计对象、时间、结果、依据，以制表符分隔。
      A line a figure: place, figure, what is counted, period, result and what it was
      checked against, separated by tabs.
  report export DRAFT.json OUT.docx
      导出 Word 文件。 Write the Word file.
  report text DRAFT.json
      输出报告正文。 Print the report as plain text.
  report outline DRAFT.json
      每个标题一行：部分、层级、序号、标题，以制表符分隔。
      A line a heading: part, level, number, heading, separated by tabs.

DRAFT.json 是青稿的备份文件或文稿。 A backup file or a draft of Qinggao.

退出状态 / Exit status:
  0  没有发现问题 / nothing found    1  发现问题 / something found    2  无法读取 / could not be read
";
