import { formatCount } from "../quantity.ts";
import type { ShareWords } from "../en/share_words.ts";

/** The words of what is shared of a page, in Chinese. */
export const SHARE_ZH: ShareWords = {
  head: "分享此视图",
  title: (pair, layer, model) => `${pair} · ${layer} · ${model}`,
  pairs: (count) => `${formatCount(count)} 个卷积核及其特征图`,
  pair: "编号",
  kernel: "卷积核",
  map: "特征图",
  what: "内容",
  choices: { pair: "选中的一对", grid: "当前显示的各对" },
  making: "正在绘制……",
  preview: (title) => `将分享的内容：${title}`,
  picture: "存为图片",
  page: (size) => `存为网页（${size}）`,
  copyPicture: "复制图片",
  copied: "已复制图片",
  notCopied: "此浏览器不允许网页复制图片，请改为保存",
  copyLink: "复制链接",
  send: "发送……",
  address: "地址",
  unreadable: "此处无法读取：报告未写入数值；请通过服务器打开",
};
