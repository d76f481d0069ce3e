"""Contact data, websites, and what is printed below a form: labels, values, and labels with nothing behind them."""

import pytest

from tests.extract.stated import fields_of, values_of


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("联系电话：0731-85551234", "phone", "0731-85551234"),
        ("联系电话:0731—85551234。", "phone", "0731-85551234"),
        ("电 话：（0731）85551234", "phone", "(0731)85551234"),
        ("咨询电话：85551234", "phone", "85551234"),
        ("监督投诉电话：0731-5551234", "phone", "0731-5551234"),
        ("电话：0731-85551234转8012", "phone", "0731-85551234转8012"),
        ("如有疑问，请联系：办公室，85551234", "phone", "85551234"),
        ("请与县水务局办公室联系（0731-85551234）。", "phone", "0731-85551234"),
        ("如有意见，可拨打0731-85551234，或传真0731-85551235。", "phone", "0731-85551234"),
        ("欢迎致电85551234。", "phone", "85551234"),
        ("有疑问的，请发邮件至gk@163.com。", "email", "gk@163.com"),
        ("请将邮件发送到：gk@163.com", "email", "gk@163.com"),
        ("电话号码：13800200912", "phone", "13800200912"),
        ("服务热线电话：12345", "phone", "12345"),
        ("电话：400-800-1234", "phone", "400-800-1234"),
        ("电话0731-85551234", "phone", "0731-85551234"),
        ("电话：０７３１－８５５５１２３４", "phone", "0731-85551234"),
        ("联系方式：0731-85551234", "phone", "0731-85551234"),
        ("电话：0731 85551234", "phone", "0731 85551234"),
        ("电话：（0731）8555 1234", "phone", "(0731)8555 1234"),
        ("电话：0731─85551234", "phone", "0731-85551234"),
        ("电话：0731-85551234分机8012", "phone", "0731-85551234分机8012"),
        ("联系电话为0731-85551234，欢迎来电", "phone", "0731-85551234"),
        ("联系电话是：85551234", "phone", "85551234"),
        ("传真号码：0731-85551235", "fax", "0731-85551235"),
        ("邮编：410 005", "postcode", "410005"),
        ("电子邮件：gk @ 163.com", "email", "gk@163.com"),
        ("电子邮箱：gk#163.com", "email", "gk@163.com"),
        ("电子信箱：gk(at)bixi.gov.cn", "email", "gk@bixi.gov.cn"),
        ("办公地址设在碧溪县人民路1号，邮编410005", "address", "碧溪县人民路1号"),
        ("办公地点：碧溪县人民路1号", "address", "碧溪县人民路1号"),
        ("地址：碧溪县人民路1号、邮编：410005", "address", "碧溪县人民路1号"),
        ("地址：碧溪县人民路1号联系人：李青山", "address", "碧溪县人民路1号"),
        ("网址：bixi.com.cn。", "website", "bixi.com.cn"),
        ("网址:https:// www.bixi.gov.cn）", "website", "https://www.bixi.gov.cn"),
        ("地址在碧溪县人民路1号，邮编410005", "address", "碧溪县人民路1号"),
        ("办公地址 碧溪县人民路1号 邮编 410005", "address", "碧溪县人民路1号"),
        ("地址\t碧溪县人民路1号", "address", "碧溪县人民路1号"),
        ("请与县政府办公室联系（碧溪县城关镇人民路1号，邮编：410005）。", "address", "碧溪县城关镇人民路1号"),
        ("请与碧溪县水务局（碧溪县人民路1号政务大楼3楼；电话85551234）联系。", "address", "碧溪县人民路1号政务大楼3楼"),
        ("（联系人：李某 0731-85551234）", "phone", "0731-85551234"),
        ("联系人：李青山，85551234", "phone", "85551234"),
        ("如有不明之处，请致电县党政办：0731-85551234。", "phone", "0731-85551234"),
        ("碧溪县人民路1号，客服热线：0731-85551234。", "phone", "0731-85551234"),
        ("TEL：0731-85551234", "phone", "0731-85551234"),
        ("电子邮箱（E-mail）：gk@163.com", "email", "gk@163.com"),
        ("传真：0731-85551235", "fax", "0731-85551235"),
        ("传 真：85551235", "fax", "85551235"),
        ("电子邮箱：gk_01@bixi.gov.cn", "email", "gk_01@bixi.gov.cn"),
        ("电子邮箱：ｇｋ＠bixi.gov.cn", "email", "gk@bixi.gov.cn"),
        ("E-mail:gk@163.com", "email", "gk@163.com"),
        ("邮箱gk@163.com", "email", "gk@163.com"),
        ("邮政编码：410005", "postcode", "410005"),
        ("邮 编：４１０００５", "postcode", "410005"),
        ("邮编010020", "postcode", "010020"),
        ("地址：碧溪县人民路1号", "address", "碧溪县人民路1号"),
        ("通信地址：碧溪县人民路1号（政务大楼）3楼，欢迎来访。", "address", "碧溪县人民路1号(政务大楼)3楼"),
        ("办公地址：碧溪县人民路1号；电话：85551234", "address", "碧溪县人民路1号"),
        ("网址：http://www.bixi.gov.cn/", "website", "http://www.bixi.gov.cn"),
        ("请登录www.bixi.gov.cn查阅。", "website", "www.bixi.gov.cn"),
        ("登录县政府网站（xxgk.bixi.gov.cn）。", "website", "xxgk.bixi.gov.cn"),
    ],
)
def test_a_label_gives_its_value_in_half_width(line: str, key: str, value: str) -> None:
    assert values_of(line).get(key) == [value]


@pytest.mark.parametrize(
    "line",
    [
        "接听咨询电话20余次。",
        "收到传真申请3件。",
        "通过电子邮箱收到申请2件。",
        "电话咨询85人次。",
        "公布了联系电话和地址。",
        "主动公开政府信息85551234条。",
        "互联网联系方式：QQ85551234",
        "公开办公地址、联系电话等信息。",
        "公开办公地址20条。",
        "水务局（人民路馆，邮政专柜设投诉电话）每日接待。",
        "设联系人12345名。",
        "在hotel旁设85551234号公开栏。",
    ],
)
def test_a_word_in_a_sentence_is_no_label(line: str) -> None:
    assert values_of(line) == {}


def test_values_of_one_line_are_kept_apart() -> None:
    found = values_of("地址：碧溪县人民路1号，邮编：410005，电话：0731-85551234，传真：85551235，邮箱：gk@163.com")
    assert found == {
        "address": ["碧溪县人民路1号"],
        "postcode": ["410005"],
        "phone": ["0731-85551234"],
        "fax": ["85551235"],
        "email": ["gk@163.com"],
    }


def test_a_label_that_touches_the_value_before_it_is_seen() -> None:
    found = values_of("电子邮箱：gk@163.com地址：碧溪县人民路1号")
    assert (found["email"], found["address"]) == (["gk@163.com"], ["碧溪县人民路1号"])


def test_two_numbers_behind_one_label_are_two_phones() -> None:
    assert values_of("联系电话：85551234、85551236")["phone"] == ["85551234", "85551236"]


def test_two_boxes_behind_one_label_are_two_and_one_further_on_is_none() -> None:
    assert values_of("电子邮箱：gk@163.com，gk2@163.com")["email"] == ["gk@163.com", "gk2@163.com"]
    assert values_of("电子邮箱：gk@163.com，不再使用gk2@163.com")["email"] == ["gk@163.com"]


def test_digits_further_on_in_the_sentence_are_no_phone() -> None:
    assert values_of("电话：85551234，工作日接听，全年接听20131231次")["phone"] == ["85551234"]


def test_an_address_ends_before_the_bracket_of_the_next_label() -> None:
    assert values_of("地址：碧溪县人民路1号（邮编：410005）") == {
        "address": ["碧溪县人民路1号"],
        "postcode": ["410005"],
    }


@pytest.mark.parametrize("label", ["电话/传真", "电话（传真）", "电话及传真", "电话、传真"])
def test_one_number_may_be_phone_and_fax(label: str) -> None:
    assert values_of(f"{label}：0731-85551234") == {"phone": ["0731-85551234"], "fax": ["0731-85551234"]}


def test_a_number_printed_twice_is_one_phone_and_another_is_a_second() -> None:
    assert values_of("电话：85551234", "联系电话：85551234", "电话：85551236")["phone"] == ["85551234", "85551236"]


def test_the_same_site_with_and_without_its_scheme_is_one() -> None:
    assert values_of("登录www.bixi.gov.cn。", "网址：http://www.bixi.gov.cn/")["website"] == ["www.bixi.gov.cn"]


def test_the_domain_of_an_address_is_no_website() -> None:
    assert values_of("电子邮箱：gk@www.bixi.gov.cn") == {"email": ["gk@www.bixi.gov.cn"]}


def test_a_label_with_nothing_behind_it_is_blank_and_not_absent() -> None:
    found = values_of("邮编：　　地址：")
    assert found == {"postcode": [None], "address": [None]}
    assert all(f.span is not None and f.span.start == f.span.end for f in fields_of("邮编：　　地址："))


def test_a_blank_phone_among_others_is_left_out() -> None:
    assert values_of("电话：", "联系电话：85551234") == {"phone": ["85551234"]}


def test_a_value_further_on_goes_before_a_blank() -> None:
    assert values_of("邮编：", "邮编：410005") == {"postcode": ["410005"]}
    assert values_of("邮编：410005", "邮编：") == {"postcode": ["410005"]}


def test_what_stands_below_a_form_has_keys_of_its_own() -> None:
    found = values_of("单位负责人：李青山　　审核人：王碧溪　　填表人：张云　联系电话：85551234　填报日期：2月3日")
    assert found == {
        "responsible_person": ["李青山"],
        "form_filler": ["张云"],
        "form_phone": ["85551234"],
        "form_date_text": ["2月3日"],
    }


def test_what_stands_below_a_form_may_take_two_lines() -> None:
    found = values_of("单位负责人：李青山　审核人：王碧溪", "联系电话：85551234　填报日期：2月3日")
    assert found == {"responsible_person": ["李青山"], "form_phone": ["85551234"], "form_date_text": ["2月3日"]}


def test_blanks_below_a_form_are_told() -> None:
    found = values_of("单位负责人：　　填报人：　　联系电话：　　填报日期：")
    assert found == {
        "responsible_person": [None],
        "form_filler": [None],
        "form_phone": [None],
        "form_date_text": [None],
    }


def test_a_person_in_a_sentence_fills_in_no_form() -> None:
    assert values_of("各单位负责人：高度重视信息公开。" + "认真梳理公开事项。" * 20) == {}
