"""Invented bodies: places that are on no map, what sits in them, how it is called and reached."""

import random
from dataclasses import dataclass, field
from typing import Any

_FIRST = "葭霁沅砚樟菱榆柘筠蓼莘芷"
_SECOND = "岭屿畈埠墟澳崮圩垭坝"
_STREETS = ("朝阳路", "人民东路", "建设大道", "学府街", "滨河中路", "解放街")
_BUREAUS = (
    *("教育局", "财政局", "水利局", "民政局", "司法局", "审计局", "统计局", "交通运输局", "人力资源和社会保障局"),
    *("住房和城乡建设局", "文化和旅游局", "市场监督管理局", "发展和改革局", "生态环境局", "档案局", "应急管理局"),
)
_SCHOOLS = ("第一中学", "实验小学", "职业技术学院", "师范学校")


@dataclass(frozen=True, slots=True)
class Body:
    """Who reports. `name` is how the title calls it, `accept` what else a person may write for it.

    `all_` is how it speaks of its whole area, `we` of itself; `level` is None where the name alone does not tell.
    """

    name: str
    accept: tuple[str, ...]
    kind: str
    region: str | None
    level: str | None
    we: str
    all_: str
    signs: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """How it is reached: field -> what is printed; `gold` as the fields have it."""

    printed: dict[str, str]
    gold: dict[str, Any] = field(default_factory=dict)


def body(chance: random.Random) -> Body:
    """One of all kinds, counties and bureaus most often."""
    stem = chance.choice(_FIRST) + chance.choice(_SECOND)
    other = chance.choice(_FIRST) + chance.choice(_SECOND)
    maker = chance.choice(
        (_county, _county, _bureau, _bureau, _bureau, _town, _town, _office, _city, _street, _school, _province)
    )
    return maker(stem, other, chance)


def _county(stem: str, other: str, chance: random.Random) -> Body:
    word = chance.choice("县县县区旗")
    place = stem + word
    name = place + chance.choice(("", "人民政府"))
    accept = (place, f"{place}人民政府")
    return Body(name, accept, "government", place, "county", f"我{word}", f"全{word}", f"{place}人民政府")


def _city(stem: str, other: str, chance: random.Random) -> Body:
    place = f"{stem}市"
    name = place + chance.choice(("", "人民政府"))
    return Body(name, (place, f"{place}人民政府"), "government", place, None, "我市", "全市", f"{place}人民政府办公室")


def _province(stem: str, other: str, chance: random.Random) -> Body:
    place = f"{stem}省"
    name = place + chance.choice(("", "人民政府"))
    return Body(
        name, (place, f"{place}人民政府"), "government", place, "province", "我省", "全省", f"{place}人民政府办公厅"
    )


def _bureau(stem: str, other: str, chance: random.Random) -> Body:
    word, bureau = chance.choice("县县区市"), chance.choice(_BUREAUS)
    place = stem + word
    level = "county" if word in "县区" else None
    return Body(place + bureau, (place + bureau,), "department", place, level, "我局", "全局", place + bureau)


def _office(stem: str, other: str, chance: random.Random) -> Body:
    word = chance.choice("县区")
    place = stem + word
    name = f"{place}人民政府办公室"
    return Body(name, (name,), "office", place, "county", "本办", f"{word}政府办公室", name)


def _town(stem: str, other: str, chance: random.Random) -> Body:
    word = chance.choice("镇镇乡")
    county, place = f"{other}县", stem + word
    name = chance.choice((county + place, county + place + "人民政府", place + "人民政府"))
    accept = (county + place, f"{county}{place}人民政府", place, f"{place}人民政府")
    return Body(name, accept, "town", None, "town", f"我{word}", f"全{word}", f"{place}人民政府")


def _street(stem: str, other: str, chance: random.Random) -> Body:
    place = f"{other}区{stem}街道"
    return Body(
        f"{place}办事处", (f"{place}办事处", place), "street", None, "town", "我街道", "全街道", f"{stem}街道办事处"
    )


def _school(stem: str, other: str, chance: random.Random) -> Body:
    name = f"{stem}县{chance.choice(_SCHOOLS)}"
    return Body(name, (name,), "school", f"{stem}县", None, "我校", "全校", name)


def contacts(chance: random.Random, who: Body) -> Contacts:
    """Address, postcode, phone, fax, e-mail and website, each shape by chance."""
    street, house = chance.choice(_STREETS), chance.randrange(2, 300)
    place = who.region or who.name.replace("人民政府", "").replace("办事处", "")
    address = f"{place}{street}{house}号{chance.choice(('', '', '政务服务中心三楼', '（行政中心西楼）'))}"
    area, local = f"0{chance.randrange(310, 999)}", str(chance.randrange(2_000_000, 8_999_999))
    phone = chance.choice((f"{area}-{local}", f"{area}—{local}", local, f"（{area}）{local}"))
    fax = f"{area}-{int(local) + 1}"
    domain = chance.choice(("163.com", "126.com", "sina.com"))
    email = f"{chance.choice(('zwgk', 'xxgk', 'zfb'))}{chance.randrange(10, 9999)}@{domain}"
    website = f"www.{''.join(chance.sample('abcdefghlmnpq', 6))}.gov.cn"
    postcode = str(chance.randrange(100_000, 859_999))
    printed = {
        "address": address,
        "postcode": postcode,
        "phone": phone,
        "fax": fax,
        "email": chance.choice((email, email, email.replace("@", "＠"))),
        "website": chance.choice((website, f"http://{website}")),
    }
    number = f"{area}-{local}" if phone.startswith(area) else f"({area}){local}" if area in phone else local
    gold = {"address": address, "postcode": postcode, "phone": [number], "fax": [fax], "email": [email]}
    return Contacts(printed, gold | {"website": [printed["website"]]})
