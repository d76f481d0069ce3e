"""What a figure without an indicator is called: the thing that is counted."""

import pytest

from core.extract.naming import counted


@pytest.mark.parametrize(
    ("label", "after", "said"),
    [
        ("确保了每一个部门都", "专职或者兼职人员对公开目录的更新和维护工作", "专职或者兼职人员"),
        ("县政府领导各联系", "人大代表、10名政协委员", "人大代表"),
        ("编制了各部门的", "代码", "代码"),
        ("每半年召开", "见面会。", "见面会"),
        ("", "市直单位向社会公众宣传《条例》", "市直单位"),
        ("现场接待群众咨询", "", "现场接待群众咨询"),
        ("刊出政务公开栏", "，", "刊出政务公开栏"),
        ("发布信息", "余条", "发布信息"),
        ("参加会议", "以上", "参加会议"),
    ],
)
def test_the_noun_behind_the_figure_names_it_where_there_is_one(label: str, after: str, said: str) -> None:
    assert counted(label, after) == said
