import type { ClassMeaningWords } from "../en_page/class_meaning_words.ts";

/** What pages alone say of the classes of kernels, in Chinese. */
export const CLASS_MEANING_ZH: ClassMeaningWords = {
  whats: {
    edge: ({ coherence, symmetry, chroma, oriented }) =>
      `有一个主导方向（相干度不低于 ${coherence}），旋转 180° 后变号（自身对称度低于 ${symmetry}），` +
      `灰度（色度低于 ${chroma}）；未合成的，某一方向的光栅占主导（选择性不低于 ${oriented}）`,
    line: ({ coherence, symmetry, chroma }) =>
      `有一个主导方向（相干度不低于 ${coherence}），旋转 180° 后变化很小（自身对称度不低于 ` +
      `${symmetry}），灰度（色度低于 ${chroma}）`,
    spot: ({ round, gain, chroma, fine, dependence }) =>
      `圆形，有无环绕皆可（圆度不低于 ${round}，且高于相干度）；或无主导方向且直流增益不低于 ` +
      `${gain}；灰度（色度低于 ${chroma}）；未合成的，无方向的粗光栅（低于 ${fine} 周期 / 像素）占主导，` +
      `或对光栅皆无反应而特征图只依赖粗略部分（依赖度不低于 ${dependence}）`,
    "colour edge": ({ coherence, chroma, dependence }) =>
      `有一个主导方向（相干度不低于 ${coherence}），色度不低于 ${chroma}；未合成的，如边缘，` +
      `且颜色依赖度不低于 ${dependence}`,
    "colour spot": ({ chroma, dependence }) =>
      `如斑点，或处处相同，色度不低于 ${chroma}；未合成的，如斑点，或只对色片有反应，` +
      `且颜色依赖度不低于 ${dependence}`,
    texture: ({ waves, stripes, band, fine, dependence }) =>
      `条纹、方格、细密图案：波数不低于 ${waves}；或频带较窄（带宽不超过频谱质心的 ${band}）` +
      `且波数不低于 ${stripes}；未合成的，无方向的细光栅（不低于 ${fine} 周期 / 像素）占主导，` +
      `或对光栅皆无反应而特征图只依赖细节（依赖度不低于 ${dependence}）`,
    even: ({ even }) => `处处相同：直流增益不低于 ${even}，且为灰度`,
    mixed: () => "无主导：多种图案并存；未合成的，对单一光栅或单一尺度皆无反应",
    dead: ({ dead }) => `范数低于该层中位数的 ${dead}`,
    other: () => "未知：未合成，也未试光栅，或含有非有限的权重",
  },
  facets: {
    when: {
      never: () => "所有照片上激活后没有单元为正",
      rare: ({ rare }) => `为正的单元少于 ${rare}`,
      local: ({ rare, broad }) => `为正的单元占 ${rare} 到 ${broad}`,
      broad: ({ broad }) => `为正的单元不少于 ${broad}`,
      always: () => "所有照片上全部单元为正",
    },
    where: {
      inside: () => "最强单元不读取填充",
      padding: () => "最强单元读取填充",
    },
    wiring: {
      one: ({ wired }) => `一个输入占其特征图方差的 ${wired} 以上`,
      few: ({ wired }) => `至多四个输入合计占 ${wired} 以上`,
      many: ({ wired }) => `四个输入合计不足 ${wired}`,
    },
    acts: {
      excites: ({ sign }) => `按大小计，${sign} 的权重为正`,
      inhibits: ({ sign }) => `按大小计，${sign} 的权重为负`,
      both: () => "两者都不是",
    },
    shows: {
      photo: ({ photo }) => `照片占比 R² 不低于 ${photo}`,
      edges: ({ edges }) => `与照片边缘的 |r| 不低于 ${edges}`,
      neither: () => "两者都不是",
    },
  },
  counted: (count, name) => `${name} ${count}`,
  how: "卷积核如何分类",
  by: "读取照片的卷积核按自身图案分类；更深的层按经前面各层合成到像素的卷积核分类，不计激活；" +
    "未合成的，按其对光栅（激活之后）以及去色、去细节、去粗略部分的照片的反应分类。" +
    "两者皆未知的，若切片中主导图案占其能量三成以上，则按该图案分类。涉及特征图时以所有照片为准。",
  more: "更多类别",
};
