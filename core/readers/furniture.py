"""Tells the report from the page around it: navigation, footer, and the page's own data about the report.

What is set apart is never dropped: contact details often stand in the footer, the publisher in the page's data.
"""

import re

from core.model.document import BlockKind

_FOOTER = re.compile(
    r"设为(?:主|首)页|加入收藏|网站地图|关于我们|使用帮助|版权所有|ICP备|公网安备|网安备|技术支持|运行维护|网站标识码"
    r"|联系我们|隐私声明|法律声明|返回顶部|上一[篇条][::]|下一[篇条][::]|扫一扫|打印本页|关闭窗口|附件下载|相关(?:链接|文章|信息)[::]?$"
    r"|設為首頁|網站地圖|聯繫我們|^\s*(?:网站)?(?:主办|承办|协办|版权)(?:单位)?[::]|(?i:copyright|all rights reserved)"
    r"|^\s*[\[【(]?(?:打印|关闭)[\]】)]?\s?[\[【(|]?\s?(?:打印|关闭|收藏)|分享到[::]|^\s*[吉京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕闽贵粤川青藏琼宁]ICP"
)
_NAVIGATION = re.compile(
    r"当前(?:所在)?位置|您(?:的|现在的|当前)?(?:所在)?位置|首页\s*[>》»/＞]|網站首頁|目前位置|^\s*[•·●]\s"
)
_LABEL = (
    r"[\[【]?(?:信息)?(?:发布(?:单位|机构|部门|时间|日期|者)|发文(?:机关|机构|单位|日期)|成文日期|生成日期|公开(?:日期|时间|主体)|信息来源|来源"
    r"|索\s?引\s?号|(?:备注/)?文\s?号|发文字号|公文生成日期|组配分类|公开方式|访问(?:次数|量)|点击(?:数|率|量)|栏目|标题|名\s{0,4}称|主题分类|体裁分类"
    r"|公开类别|责任编辑|浏览次数|字号|發佈(?:單位|日期))[\]】]?"
)
_METADATA = re.compile(rf"\s*(?:[•·●\-|]\s*)?{_LABEL}\s?[::]")
_PAGE_LABEL = re.compile(rf"\s*{_LABEL}\s*[::]?\s*")
_TITLE = re.compile(r"(?:信息|資訊|政务|資訊)公[开開].{0,20}(?:报告|報告|年报)")
_NO_BODY = re.compile(r"\s*(?:关于)?(?:[12２１二一][\d０-９〇○零OＯ一二三四五六七八九\s]{3,8}年|政府信息公[开開])")
_BODY = re.compile(
    r"(?!.*(?:首页|公开|網站|网站?$|专栏|服务$))[一-龥()（）·]{2,30}"
    r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|局|委|会|办|厅|处|院|校|学|府|室|中心|站|所|队|部|署|行|社|公司|海关|师|[)）])"
)
_ENTRY = re.compile(r"^.{2,60}?(?:…{2}|[.．·]{4}|[-—]{6})[…．·\s.—-]{0,200}?(\d{1,3})\s*$")  # of a table of contents
_FEWEST_ENTRIES = 3
_SENTENCE = re.compile("[。；;，,]")
_CHAPTER = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
_LONGEST_TITLE = 60
_HEAD_LINES = 80
_TAIL_LINES = 25
_LONGEST_DATA = 120
_MANY = 6  # so many short lines before the title are a menu even without a word that says so


def _narrow(line: str) -> str:
    return line.replace("：", ":")


def is_page_data(line: str) -> bool:
    """Whether a line gives data of the page about the report: its label, a colon, a value."""
    return len(line) < _LONGEST_DATA and ":" in (narrow := _narrow(line)) and bool(_METADATA.match(narrow))


def is_page_label(words: str) -> bool:
    """Whether the words are nothing but the label of such data."""
    return bool(_PAGE_LABEL.fullmatch(_narrow(words)))


def kinds(text: str, lines: list[tuple[int, int]]) -> list[BlockKind]:
    """The kind of each line (start, end) outside tables, in order."""
    words = [_narrow(text[a:b]) for a, b in lines]
    found = [BlockKind.METADATA if is_page_data(w) else BlockKind.PARAGRAPH for w in words]
    for i in _contents(words):
        found[i] = BlockKind.FURNITURE
    for i in range(_navigation_end(words)):
        if found[i] is BlockKind.PARAGRAPH:
            found[i] = BlockKind.FURNITURE
    for i in range(_footer_start(words), len(words)):
        found[i] = BlockKind.FURNITURE
    return found


def _contents(words: list[str]) -> list[int]:
    """Indexes of the lines of a table of contents: titles, dots, and numbers of pages that never fall."""
    entries = [(i, int(m[1])) for i, w in enumerate(words) if len(w) < _LONGEST_DATA * 2 and (m := _ENTRY.match(w))]
    pages = [page for _, page in entries]
    return [i for i, _ in entries] if len(pages) >= _FEWEST_ENTRIES and pages == sorted(pages) else []


def _navigation_end(words: list[str]) -> int:
    """Index of the report's first line: its title, when what stands before it is a menu."""
    for i, line in enumerate(words[:_HEAD_LINES]):
        if _NAVIGATION.search(line) or _METADATA.match(line):
            continue
        if _SENTENCE.search(line):
            return 0
        if is_title(line):
            i -= int(_begins_above(words, i))
            before = words[:i]
            return i if any(_NAVIGATION.search(b) for b in before) or len(before) >= _MANY else 0
    return 0


def _begins_above(words: list[str], i: int) -> bool:
    """Whether the title in line i lacks its body, which stands in the line above: 甲县水务局 / 2023年政府信息公开…."""
    above = re.sub(r"\s", "", words[i - 1][:_LONGEST_TITLE]) if i else ""
    return bool(_NO_BODY.match(words[i]) and _BODY.fullmatch(above))


def is_title(line: str) -> bool:
    """Whether a line is the title of such a report, with its year."""
    plain = re.sub(r"\s", "", line)
    return (
        len(plain) <= _LONGEST_TITLE and bool(_TITLE.search(plain)) and bool(re.search(r"\d{4}|[二2][〇○零0]", plain))
    )


def _footer_start(words: list[str]) -> int:
    last = next((i for i in range(len(words) - 1, -1, -1) if _CHAPTER.match(words[i])), 0)  # no footer before it
    first = max(len(words) - _TAIL_LINES, last + 1, 1)
    for i in range(first, len(words)):
        if len(words[i]) < 200 and _FOOTER.search(words[i]) and not words[i].rstrip().endswith("。"):
            return i
    return len(words)
