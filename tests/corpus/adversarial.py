"""Texts that are made to be slow: each is as long as the reader lets in, or longer."""

from core.readers.limits import MOST_CELLS, MOST_CHARACTERS, MOST_LINES

# A report in a nutshell: without it nothing below would be looked at as one.
HEAD = """甲川县2013年政府信息公开工作年度报告
根据《条例》编制本报告。
一、概述
全县主动公开政府信息12条，未收到依申请公开申请，无行政复议、行政诉讼，不收费。存在的问题：无。
"""
_MB = 1 << 20
_ROOM = MOST_CHARACTERS - len(HEAD)
_LINES = MOST_LINES - HEAD.count("\n") - 1

# Repeated in one line until the text is as long as it may be. Each aims at one kind of pattern.
_PIECES = {
    "letters": "a",
    "ideographs": "政府信息公开",
    "digits": "7",
    "zeros": "0",
    "thousands": "1,234,",
    "numbers": "7 ",
    "decimals": "1.1",
    "myriads": "1万",
    "numerals": "一二三四五六七八九十百千",
    "approximations": "近约超过",
    "shares": "占5%，",
    "dates": "2013年1月1日至",
    "years": "2013",
    "lost dates": "20131231日",
    "phones": "电话：0731-8555123",
    "phone labels": "电话：",
    "e-mail": "a.b-c_@",
    "e-mail labels": "邮箱：a@",
    "websites": "www.a.",
    "addresses": "地址：甲县",
    "postcodes": "邮编：1",
    "open brackets": "（",
    "open ASCII brackets": "(",
    "bracket pairs": "（12）",
    "open quotes": "“",
    "open titles": "《",
    "full stops": "。",
    "commas": "，",
    "colons": "：",
    "enumeration commas": "、",
    "points": ".",
    "dashes": "——",
    "hyphens": "-",
    "bars": "|",
    "blanks": " ",
    "wide blanks": "\u3000",
    "tabs": "\t",
    "tabs and figures": "\t1",
    "lines within cells": "\u2028",
    "zero width": "\u200b",
    "emoji": "😀",
    "negations": "未收到",
    "negated": "没有行政复议、",
    "causes": "因由向",
    "received": "收到申请1件；",
    "sentences": "全县主动公开政府信息12条，其中网站10条。",
    "clauses": "主动公开12条，",
    "respectively": "分别为1条、",
    "growth": "同比增长1%，",
    "bodies": "甲市乙县丙镇人民政府",
    "compilers": "由甲",
    "titles": "政府信息公开年度报告",
    "title words": "2013年政府信息公开",
    "sections": "一、概述 （一）",
    "page data": "发布时间：",
    "sources": "来源：甲县",
    "spaced year": "2 0 1 ",
    "statutory labels": "一、本年新收政府信息公开申请数量801000081二、上年结转政府信息公开申请数量0000000"
    "三、本年度办理结果（一）予以公开",
    "statutory digits": "（七）总计0000000四、结转下年度继续办理",
    "paragraphs of article 20": "第二十条第（一）项信息内容本年制发件数",
}
# Repeated line by line.
_REPEATED_LINES = {
    "short lines": "甲",
    "figures alone": "7",
    "headings": "一、概述",
    "numbered": "1.概述",
    "titles by line": "甲川县2013年政府信息公开工作年度报告",
    "labels alone": "其中：1.网站公开",
    "rows with tabs": "甲\t1\t2",
    "equal rows": "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1",
    "rows with bars": "|甲|1|2|",
    "rows with gaps": "甲    1    2",
    "wide rows": "1\t" * 12,
    "cells behind tabs": "\t甲\n\t1\n",
    "table and text": "甲\t1\n\n正文一段。",
    "cells of a form": "主动公开信息数\n条\n12",
    "page data by line": "发布时间：2014-01-01",
}


def bounded(part: int = 1) -> dict[str, str]:
    """Texts that the reader lets in, by name: of the greatest length divided by `part`."""
    texts = {f"one line of {name}": HEAD + repeated(piece, part) for name, piece in _PIECES.items()}
    texts |= {name: HEAD + repeated(lines + "\n", part) for name, lines in _REPEATED_LINES.items()}
    return texts | {
        "nested 其中": HEAD + "全县主动公开政府信息9条" + "，其中网站9条" * 10_000 + "。",
        "nested 其中 in brackets": HEAD + "全县主动公开政府信息9条" + "（其中网站9条" * 10_000 + "）" * 10_000 + "。",
        "nested 其中 without figures": HEAD + "其中：" * 10_000,
        "carriage returns": HEAD + repeated("\r", part),
        "a long clause before each figure": HEAD + ("主动公开政府信息" * 40 + "12条，") * (1000 // part),
    }


def repeated(piece: str, part: int = 1) -> str:
    """A piece as often as the characters, the lines and the cells that may be, divided by `part`, let it in."""
    lines, cells = piece.count("\n") + piece.count("\r"), piece.count("\t") + piece.count("|")
    bounds = ((_ROOM, len(piece)), (_LINES, lines), (MOST_CELLS, cells))
    return piece * min(most // part // of_piece for most, of_piece in bounds if of_piece)


def endless() -> dict[str, bytes]:
    """Texts beyond all measure, as bytes; made anew each time, for they are large."""
    return {
        "a line of 50 MB": (HEAD + "全县主动公开政府信息12条，其中网站10条。" * (50 * _MB // 66)).encode("utf-8"),
        "50 MB of digits": b"7" * (50 * _MB),
        "a million digits": b"7" * _MB,
        "50 MB in GBK": (HEAD + "主动公开" * (50 * _MB // 8)).encode("gb18030"),
        "a hundred thousand lines": (HEAD + "甲\n" * 100_000).encode("utf-8"),
        "fifty thousand rows": (HEAD + "甲\t1\t2\n" * 50_000).encode("utf-8"),
    }
