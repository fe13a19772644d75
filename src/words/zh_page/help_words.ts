import type { HelpWords, KeyWords } from "../en_page/help_words.ts";

const THEME: KeyWords = { keys: ["t"], does: "主题" };
const PICKER: KeyWords = { keys: ["g"], does: "转到某一层" };
const HELP: KeyWords = { keys: ["?"], does: "本帮助" };
const CLOSE: KeyWords = { keys: ["Esc"], does: "关闭" };
const SHARE: KeyWords = { keys: ["e"], does: "分享当前视图" };

/** The words of the help that every page has, in Chinese. */
export const HELP_ZH: HelpWords = {
  button: "帮助",
  heading: "如何阅读本页",
  reading: {
    index: {
      photo: "卷积网络把照片看作数字：每个像素的红、绿、蓝。",
      kernel: "卷积核是网络学到的一小块数字图案；一层有许多卷积核。",
      map: "每个卷积核产生一张特征图：它在照片各处的响应有多强。",
      layers: "层的名称通向该层的全部卷积核及其特征图；模型的名称通向整个网络。",
      lacks: "未能显示的内容，会在其应在之处说明原因。",
    },
    model: {
      order: "一个网络：各层按计算图的顺序排列，从照片到输出。",
      kernel: "每层有若干卷积核，即一小块数字图案；",
      map: "每个卷积核产生一张特征图，供后面的层读取。",
      deeper:
        "最初的层寻找边缘与颜色；更深的层读取的是特征图而不是像素，其每一格对应照片中更大的区域。",
      open:
        "网络图中的一列是一层：指向它就显示其中一对，点按则打开。下面的表有同样的数，点表头即排序。",
    },
    layer: {
      kernel: "本层的一个卷积核：网络学到的一小块数字图案。",
      reads: "把它放在照片的每一处，逐个数与像素相乘再求和，得到",
      readsMaps: "把它放在前面各层特征图的每一处，逐个数与单元相乘再求和，得到",
      mapsAlone: "本层的卷积核未画出，只有特征图。",
      map: "其特征图中的一格：响应最强处最亮，最弱处最暗。除非标度另有说明，每格图各有自己的范围。",
      noMap: "其特征图中的一格。此处没有画出特征图。",
      pair: "编号相同的卷积核与特征图为一对。指向或点按一对，面板就显示它在每张照片上的全部数值。",
      sort: "排序、选择类别或搜索，看看相似的卷积核是否产生相似的特征图。",
      dataset:
        "整个数据集中什么激发一个卷积核，见面板；全部卷积核的，见下方。排序、选择类别或搜索，例如 on<0.001 找出几乎从不激活的，label:tabby 找出能把这样的标签与其余区分开的。",
    },
    compare: {
      ranking:
        "两个模型的各层按特征图差别由大到小排列：每行通向差别最大的一对，再用 [ 与 ] 到下一行。",
      sides:
        "A 与 B 是两个模型或同一模型的两层，或同一层的两张照片。A 的卷积核 k 与 B 的卷积核 k " +
        "并列，或其特征图并列。",
      numbers: "余弦与相关说明一对有多相似；‖A − B‖ ÷ ‖A‖ 说明相差多远。",
      sort: "按误差或余弦排序时，差别最大的在前。",
    },
  },
  about: "带点状下划线的词和问号，指向或点按即有解释。",
  keys: "按键",
  shortcuts: {
    index: [SHARE, PICKER, THEME, HELP, CLOSE],
    model: [{ keys: ["/"], does: "搜索各层" }, SHARE, PICKER, THEME, HELP, CLOSE],
    layer: [
      { keys: ["←", "→"], does: "上一对、下一对" },
      { keys: ["↑", "↓"], does: "上一行、下一行" },
      { keys: ["p", "P"], does: "下一张、上一张照片" },
      { keys: ["s", "S"], does: "按下一个、上一个度量排序" },
      { keys: ["1", "…", "9"], does: "只看一个类别；0 显示全部" },
      { keys: ["/"], does: "搜索" },
      { keys: ["n"], does: "下一个未评审的对" },
      { keys: ["r"], does: "激活前或激活后" },
      { keys: ["k"], does: "卷积核的显示方式" },
      { keys: ["l"], does: "标度" },
      { keys: ["c"], does: "颜色" },
      { keys: ["z"], does: "大小" },
      { keys: ["a"], does: "双网格或成对" },
      { keys: ["Enter"], does: "放大；在类别上则解释" },
      { keys: ["f"], does: "全屏，用于讲课；方向键与翻页笔逐对浏览当前显示的各对" },
      { keys: ["y"], does: "复制链接" },
      SHARE,
      { keys: ["[", "]"], does: "上一层、下一层" },
      PICKER,
      THEME,
      HELP,
      { keys: ["Esc"], does: "关闭，或全部显示" },
    ],
    compare: [
      { keys: ["←", "→"], does: "上一对、下一对" },
      { keys: ["↑", "↓"], does: "上一行、下一行" },
      { keys: ["p", "P"], does: "下一张、上一张照片" },
      { keys: ["[", "]"], does: "表中的上一层、下一层" },
      { keys: ["x"], does: "交换 A 与 B" },
      { keys: ["v"], does: "并列、滑块、差值" },
      { keys: ["o"], does: "卷积核、特征图或两者" },
      { keys: ["k"], does: "卷积核的显示方式" },
      { keys: ["r"], does: "激活前或激活后" },
      { keys: ["s", "S"], does: "按下一个、上一个度量排序" },
      { keys: ["l"], does: "标度" },
      { keys: ["y"], does: "复制链接" },
      SHARE,
      PICKER,
      THEME,
      HELP,
      CLOSE,
    ],
  },
  arrows: {
    index: null,
    model: "焦点在网络图上时，方向键逐层、逐行移动；Enter 打开该对。",
    layer: "焦点在特征图或照片上时，方向键移动探针，加 Shift 一次五格。",
    compare: "焦点在放大的图上时，方向键逐个数值移动，加 Shift 一次五个；在滑块上则移动分界。",
  },
  search: "如何搜索",
  queries: {
    lead: "各条件并列，须同时成立。",
    examples: [
      { query: "class:spot", finds: "类别名（中文或英文）含该词的卷积核" },
      { query: 'class:"colour edge"', finds: "含空格的词加引号" },
      {
        query: "when:rare",
        finds: "其他类别：when、where、wiring、acts、shows，或其在页面上的名称",
      },
      { query: "norm>0.3", finds: "表中任一度量（中文或英文名），可用 > >= < <= =" },
      { query: "!duplicate", finds: "感叹号表示排除" },
      { query: "is:zero", finds: "卷积核：zero、duplicate、opposite、alike" },
      { query: "is:never-on", finds: "特征图：never-on、constant、flat、border；两者：nonfinite" },
      { query: "family:3", finds: "深层中按家族编号" },
      { query: "label:tabby", finds: "按分类器类别的词语（若已知）" },
      { query: "k:3,5,10-20", finds: "按编号" },
      { query: "like:21>0.5", finds: "最近的卷积核是 21 者，按余弦" },
      { query: "review:suspicious", finds: "按评审结果" },
    ],
  },
};
