"""Short reports of invented places, in simplified and in traditional script, for the tests of the readers."""

SIMPLIFIED = """甲川县2013年政府信息公开工作年度报告

一、概述
2013年，我县认真贯彻《中华人民共和国政府信息公开条例》，积极推进政府信息公开工作。
二、主动公开情况
全年共主动公开政府信息1234条，其中：通过政府网站公开1200条，其他方式公开34条。
三、依申请公开情况
受理政府信息公开申请5件，已答复5件。
二○一四年三月五日
"""

# 邨 and 衞 are in Big5-HKSCS and not in Big5.
TRADITIONAL = """乙嶺縣2012年政府資訊公開工作年度報告

一、概述
2012年，本縣認真貫徹條例，加強組織領導，積極推動政府資訊公開工作。
二、主動公開情況
全年共主動公開政府資訊1234條，其中：通過政府網站公開1200條，其他方式公開34條。
三、依申請公開情況
受理政府資訊公開申請5件，已答覆5件。
二○一三年三月五日
"""
TRADITIONAL_HKSCS = TRADITIONAL + "聯繫地址：乙嶺縣東邨路8號衞生處\n"
