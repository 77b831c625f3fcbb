package tongtu.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tongtu.language.Reading.Part;
import tongtu.language.Reading.Syllable;
import tongtu.language.Reading.Word;

/// What tones become between their neighbours: a third before a third is a second, 一 and 不 bend,
/// some syllables lose their tone. A pause, and a Latin word, keep what stands before them from
/// what comes after.
final class Sandhi {
    /// Words whose last syllable has no tone.
    private static final Set<String> LIGHT =
            Set.of(
                    ("爸爸 妈妈 爷爷 奶奶 哥哥 姐姐 弟弟 妹妹 叔叔 舅舅 姥姥 太太 宝宝 星星 孩子 儿子 妻子 日子 房子 屋子 桌子 椅子 车子 鞋子 帽子 袜子 裤子 杯子 瓶子 盘子 筷子 肚子 脖子 鼻子 嗓子 样子 例子 "
                                    + "句子 影子 院子 村子 路子 牌子 本子 单子 条子 票子 架子 柜子 箱子 盒子 被子 镜子 梯子 拐子 聋子 瞎子 胖子 瘦子 老子 汉子 种子 面子 底子 点子 担子 摊子 "
                                    + "我们 你们 他们 她们 它们 咱们 人们 什么 怎么 这么 那么 多么 清楚 明白 事情 东西 朋友 先生 学生 告诉 知道 认识 意思 照顾 休息 消息 关系 衣服 耳朵 眼睛 麻烦 便宜 舒服 漂亮 暖和 "
                                    + "热闹 爱人 大夫 护士 部分 窗户 钥匙 商量 打听 收拾 困难 喜欢 觉得 记得 懂得 晓得 使得 显得 免得 舍得 值当 名字 头发 指头 骨头 石头 木头 馒头 念头 前头 后头 里头 外头 "
                                    + "上头 下头 尾巴 嘴巴 哑巴 下巴 月亮 云彩 行李 队伍 力气 脾气 福气 客气 和气 老实 结实 扎实 厚道 利索 利落 干净 凉快 痛快 勤快 差事 本事 故事 亲戚 大方 地道 "
                                    + "扁担 算盘 招呼 称呼 应酬 打算 吩咐 答应 佩服 心思 主意 规矩 体面 志气 师傅 徒弟 裁缝 木匠 石匠 记号 时候 晚上 早上 地上 身上 世上 街上 路上 "
                                    + "家里 屋里 村里 手里 心里 这里 那里 哪里 城里 夜里 眼里 嘴里 事儿 糊涂 马虎 模糊 含糊 迷糊 疙瘩 蘑菇 萝卜 葡萄 豆腐 点心 粮食 庄稼 牲口 苍蝇 蚊子 虫子 鸽子 兔子 狮子 猴子 轮子 "
                                    + "亮堂 宽敞 拾掇 伺候 照应 搀和 耽误 耽搁 提防 折腾 吆喝 唠叨 念叨 嘀咕 琢磨 养活 包涵 帮衬 抬举 见识 见得")
                            .split(" "));

    /// Words that 儿 has gone into: 一会儿 is said `yí huìr`.
    private static final Set<String> RHOTIC =
            Set.of(
                    "会儿", "这儿", "那儿", "哪儿", "玩儿", "事儿", "点儿", "块儿", "味儿", "头儿", "活儿", "份儿", "劲儿",
                    "伴儿", "门儿", "样儿", "空儿", "今儿", "明儿", "个儿", "边儿", "画儿", "字儿", "词儿", "馅儿");

    /// Behind these, 一 counts and keeps its tone.
    private static final String COUNTING = "第十零〇一二三四五六七八九点初周期";

    private static final String COUNTED = "〇零一二三四五六七八九点十";

    private Sandhi() {}

    /// Whether the 儿 at `at` has gone into the syllable before it, in a word that starts at
    /// `start`.
    static boolean isRhotic(String text, int at, int start) {
        return at > start
                && text.charAt(at) == '儿'
                && RHOTIC.contains(text.substring(at - 1, at + 1))
                && !text.startsWith("童", at + 1);
    }

    /// The parts with the tones that they are said with.
    static List<Part> applied(List<Part> parts) {
        var done = new ArrayList<Part>();
        var phrase = new ArrayList<Word>();
        for (var part : parts) {
            if (part instanceof Word word) {
                phrase.add(word);
            } else {
                done.addAll(phrase(phrase));
                phrase.clear();
                done.add(part);
            }
        }
        done.addAll(phrase(phrase));
        return done;
    }

    /// Words that are said in one breath.
    private static List<Word> phrase(List<Word> words) {
        var all = new ArrayList<Syllable>();
        var ends = new ArrayList<Integer>();
        for (var word : words) {
            all.addAll(light(word));
            ends.add(all.size());
        }
        one(all, ends);
        not(all);
        thirds(all, ends);
        var said = new ArrayList<Word>();
        int from = 0;
        for (int end : ends) {
            said.add(new Word(all.subList(from, end)));
            from = end;
        }
        return said;
    }

    private static List<Syllable> light(Word word) {
        var syllables = new ArrayList<>(word.syllables());
        int size = syllables.size();
        if (size > 1) {
            var last = syllables.getLast();
            var two = syllables.get(size - 2).character() + last.character();
            if ("们么".contains(last.character()) || LIGHT.contains(two)) {
                syllables.set(size - 1, spoken(last, 5));
            }
        }
        return syllables;
    }

    /// 一 is a second before a fourth, a fourth before others; it stays where it counts (第一、十一、一月
    /// 一日、一九九〇) and where nothing follows.
    private static void one(List<Syllable> all, List<Integer> ends) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).character().equals("一")) {
                continue;
            }
            var before = i == 0 ? "" : all.get(i - 1).character();
            var next = i + 1 == all.size() ? "" : all.get(i + 1).character();
            boolean ends1 = ends.contains(i + 1) && i > 0 && !ends.contains(i);
            boolean counts =
                    (!before.isEmpty() && COUNTING.contains(before))
                            || (!next.isEmpty() && COUNTED.contains(next));
            boolean names =
                    next.equals("是")
                            || next.equals("月")
                            || next.equals("号")
                            || next.equals("级")
                            || next.equals("等")
                            || next.equals("楼");
            if (next.isEmpty() || ends1 || counts || names) {
                continue;
            }
            if (before.equals(next)) {
                all.set(i, spoken(all.get(i), 5));
                continue;
            }
            int tone = all.get(i + 1).spoken().tone();
            boolean fourth = tone == 4 || (tone == 5 && next.equals("个"));
            all.set(i, spoken(all.get(i), fourth ? 2 : 4));
        }
    }

    private static void not(List<Syllable> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (all.get(i).character().equals("不")) {
                var next = all.get(i + 1);
                if (i > 0 && all.get(i - 1).character().equals(next.character())) {
                    all.set(i, spoken(all.get(i), 5));
                } else if (next.spoken().tone() == 4) {
                    all.set(i, spoken(all.get(i), 2));
                }
            }
        }
    }

    /// Within words first, then where words meet: of two thirds that meet, the first is a second.
    private static void thirds(List<Syllable> all, List<Integer> ends) {
        int from = 0;
        for (int end : ends) {
            for (int i = from; i + 1 < end; i++) {
                raise(all, i);
            }
            from = end;
        }
        for (int end : ends) {
            if (end < all.size()) {
                raise(all, end - 1);
            }
        }
    }

    private static void raise(List<Syllable> all, int i) {
        if (all.get(i).spoken().tone() == 3 && all.get(i + 1).spoken().tone() == 3) {
            all.set(i, spoken(all.get(i), 2));
        }
    }

    private static Syllable spoken(Syllable syllable, int tone) {
        return new Syllable(
                syllable.character(),
                syllable.written(),
                syllable.spoken().with(tone),
                syllable.rhotic(),
                syllable.start(),
                syllable.end());
    }
}
