import type { SingleFileWords } from "../en_page/single_file_words.ts";

/** The words of a report in one file, in Chinese. */
export const SINGLE_FILE_ZH: SingleFileWords = {
  script:
    "本报告是单个文件，其页面由文件内的脚本显示。请允许脚本运行，或索取文件夹形式的报告：那些页面无需脚本。",
};
