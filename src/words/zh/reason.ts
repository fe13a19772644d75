// Why a view of a kernel in pixels is not drawn: as a report says it, and in Chinese.
const SENTENCES: Readonly<Record<string, string>> = {
  "its receptive field is not known": "其感受野未知",
  "its cells read the whole photo": "其单元读取整张照片",
  "its cells do not read alike": "其各单元读取的区域形状不一",
  "it reads nothing of the photo": "其不读取照片",
  "no input takes a photo": "没有输入接收照片",
  "each cell has a receptive field of its own, and there are too many":
    "每个单元的感受野各不相同，且数量过多",
  "no photo excites a kernel": "没有照片激活任何卷积核",
  "no photo ran": "没有照片成功运行",
  "they take long, and this report was made without them": "耗时较长，本报告未包含",
};

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^its receptive field is not known behind (\S+)$/, "在 $1 之后，其感受野未知"],
  [/^its receptive field is not known behind (\S+) "(.*)"$/, "在 $1 “$2” 之后，其感受野未知"],
  [
    /^its receptive field is not known in the body of (\S+) "(.*)"$/,
    "在 $1 “$2” 的分支图之内，其感受野未知",
  ],
  [/^its receptive field of (.+) pixels is larger than (\d+)$/, "其感受野为 $1 像素，大于 $2"],
  [/^(\S+) stands in the way$/, "途中的 $1 无法反向通过"],
  [/^(\S+) "(.*)" stands in the way$/, "途中的 $1 “$2” 无法反向通过"],
];

/** Says in Chinese why a view is not drawn; what is not known here stays as the report says it. */
export function tellReasonInChinese(reason: string): string {
  const pattern = PATTERNS.find(([each]) => each.test(reason));
  return SENTENCES[reason] ?? (pattern ? reason.replace(...pattern) : reason);
}
