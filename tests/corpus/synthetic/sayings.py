"""How reports say it: wordings with marked figures (see `marked`).

`{Y}` year of the report, `{P}` the year before, `{T}` a time phrase of that year, `{S}` who speaks, `{W}` "we".
Each wording is read by people in one way only.
"""

DISCLOSED = (
    "{T}，{S}共主动公开政府信息{total@disclosed.total/条}条。其中，通过政府网站公开{web@disclosed.website/条}条，"
    "占{web_p}%；通过政务微信公开{ch2@disclosed.wechat/条}条，占{ch2_p}%；其他方式公开{ch34@disclosed.other/条}条，占{ch34_p}%。",
    "{T}{S}通过各种渠道主动公开政府信息{total@disclosed.total/条}条，其中政府网站公开{web@disclosed.website/条}条、"
    "政府公报公开{ch2@disclosed.gazette/条}条、政务微博公开{ch3@disclosed.weibo/条}条、其他渠道公开{ch4@disclosed.other/条}条。",
    "{T}{S}主动公开的政府信息总数为{total@disclosed.total/条}条，比上年增加{more@-/条/change}条。",
    "自《条例》施行以来至{Y}年底，{S}累计主动公开政府信息{cum@disclosed.total/条/cumulative}条，"
    "其中{Y}年新增{total@disclosed.total/条}条。",
    "截至{Y}年12月31日，{S}历年累计主动公开政府信息{cum@disclosed.total/条/cumulative}条，"
    "{Y}年度主动公开政府信息{total@disclosed.total/条}条。",
    "{S}{Y}年度累计主动公开政府信息{total@disclosed.total/条}条，较上年增长{grow}%。"
    "网站、公报、其他途径分别公开{web@disclosed.website/条}条、{ch2@disclosed.gazette/条}条和{ch34@disclosed.other/条}条。",
    "{T}，{S}主动公开政府信息的数量由上年的{prev@disclosed.total/条/previous}条{became}{total@disclosed.total/条}条。",
    "{T}，{S}公开政府信息共计{total@disclosed.total/条}条（政府网站{web@disclosed.website/条}条，政务微信"
    "{ch2@disclosed.wechat/条}条，政务公开栏及其他{ch34@-/条}条）。",
    "一年来，{W}坚持以公开为常态、不公开为例外，共发布各类政府信息{total@disclosed.total/条}条，"
    "其中通过门户网站发布{web@disclosed.website/条}条。",
    "{W}{Y}年主动公开政府信息{total@disclosed.total/条}条，全文电子化率达100%。",
    "从公开数量看，{T}{S}主动公开信息{total@disclosed.total/条}条；从公开载体看，政府网站公开{web@disclosed.website/条}条，"
    "政务微信公开{ch2@disclosed.wechat/条}条，其余{ch34@-/条}条通过公开栏、便民手册等公开。",
)
ROUGH = (
    "{T}，{S}主动公开政府信息{rough_total@disclosed.total/条}条，网站访问量达{rough_visits@website.visits/人次}人次。",
    "{T}，{S}累计发布各类政府信息{rough_total@disclosed.total/条}条。",
)
RECEIVED = (
    "{T}，{S}共收到政府信息公开申请{all@applications.received/件}件，其中当面申请{all_person@applications.in_person/件}件，"
    "网络申请{all_online@applications.online/件}件，信函申请{all_letter@applications.letter/件}件。{answers}",
    "{T}{S}收到依申请公开政府信息申请{all@applications.received/件}件，当面、网上、信函申请分别为"
    "{all_person@applications.in_person/件}件、{all_online@applications.online/件}件和{all_letter@applications.letter/件}件。{answers}",
    "{T}，{S}受理政府信息公开申请{all@applications.accepted/件}件。从申请方式看，以网络形式提出{all_online@applications.online/件}件，"
    "以信函形式提出{all_letter@applications.letter/件}件，现场提出{all_person@applications.in_person/件}件。{answers}",
    "{W}{Y}年收到公民、法人和其他组织提出的政府信息公开申请{all@applications.received/件}件。{answers}",
)
CARRIED = (
    "{T}，{S}新收政府信息公开申请{recv@applications.received/件}件，上年结转{carried_in@applications.carried_in/件}件，"
    "办结{answered@applications.answered/件}件，结转下年度继续办理{carried_out@applications.carried_out/件}件。",
    "{T}{S}收到政府信息公开申请{recv@applications.received/件}件，{P}年结转{carried_in@applications.carried_in/件}件；"
    "已答复{answered@applications.answered/件}件，{carried_out@applications.carried_out/件}件结转至下年度办理。",
    "{W}{Y}年共收到政府信息公开申请{recv@applications.received/件}件（不含上年结转的{carried_in@applications.carried_in/件}件），"
    "年内答复{answered@applications.answered/件}件，剩余{carried_out@applications.carried_out/件}件按规定结转下年办理。",
)
ANSWERS = (
    "已答复{answered@applications.answered/件}件，其中予以公开{granted@applications.granted/件}件，"
    "部分公开{partial@applications.partial/件}件，不予公开{refused@applications.refused/件}件，其他情形{others@-/件}件。",
    "全部按期办结，其中，同意公开{granted@applications.granted/件}件，占{granted_p}%；同意部分公开{partial@applications.partial/件}件，"
    "占{partial_p}%；不予公开{refused@applications.refused/件}件，占{refused_p}%。",
    "对申请的答复情况为：予以公开{granted@applications.granted/件}件、部分公开{partial@applications.partial/件}件、"
    "不予公开{refused@applications.refused/件}件、无法提供{not_held@applications.not_held/件}件、"
    "不予处理{not_processed@applications.not_processed/件}件、其他处理{other_result@applications.other_result/件}件。",
    "上述申请均在法定期限内办结。",
    "办结率达100%。",
)
NO_APPLICATIONS = (
    "{T}，{S}<applications.received|未收到政府信息公开申请>。",
    "{T}{S}<applications.received|没有收到公民、法人或者其他组织提出的政府信息公开申请>。",
    "{T}，{S}<applications.received|未接到要求公开政府信息的申请>，故无相关答复情况。",
    "{T}{S}收到政府信息公开申请{zero@applications.received/件}件。",
    "{T}{S}<applications.received|无依申请公开政府信息的情况>。",
    "{T}，{S}<applications.received|没有发生依申请公开政府信息的事项>。",
    "{T}{S}<applications.received|收到依申请公开政府信息的件数为零>。",
)
NO_LAW = (
    "{T}，{S}<review.total,litigation.total|未发生因政府信息公开申请行政复议、提起行政诉讼的情况>。",
    "{T}{S}<review.total,litigation.total|没有因政府信息公开被申请行政复议或被提起行政诉讼>。",
    "{T}，{S}<complaints.total,review.total,litigation.total|未收到有关政府信息公开的举报、行政复议和行政诉讼>。",
    "{T}{S}因政府信息公开被申请行政复议{zero@review.total/件}件，被提起行政诉讼{zero@litigation.total/件}件。",
    "{T}，{S}<review.total,litigation.total|因政府信息公开引起的行政复议、行政诉讼均为0件>。",
    "{T}，{S}<review.total,litigation.total|无政府信息公开行政复议、行政诉讼案件>。",
    "{T}，{S}<review.total|没有因政府信息公开申请行政复议的案件>，<litigation.total|也没有提起行政诉讼的案件>。",
    "{T}，{S}<review.total|未发生针对政府信息公开的行政复议案件>。<litigation.total|未发生针对政府信息公开的行政诉讼案件>。",
)
LAW = (
    "{T}，{S}因政府信息公开被申请行政复议{review_total@review.total/件}件，其中结果维持{review_upheld@review.upheld/件}件，"
    "结果纠正{review_corrected@review.corrected/件}件，其他结果{review_other@review.other/件}件，"
    "尚未审结{review_pending@review.pending/件}件；被提起行政诉讼{litigation_total@litigation.total/件}件。",
    "{T}{S}共发生政府信息公开行政复议案件{review_total@review.total/起}起、行政诉讼案件{litigation_total@litigation.total/起}起。",
    "{T}，{S}涉及政府信息公开的行政复议{review_total@review.total/件}件，<litigation.total|未发生行政诉讼>。",
    "{T}，{S}<review.total|没有收到行政复议申请>；行政诉讼{litigation_total@litigation.total/件}件，"
    "其中法院判决维持{litigation_upheld@litigation.upheld/件}件，纠正{litigation_corrected@litigation.corrected/件}件，"
    "其他结果{litigation_other@litigation.other/件}件，尚未审结{litigation_pending@litigation.pending/件}件。",
    "{T}，公民、法人和其他组织因政府信息公开向{S}上级机关申请行政复议{review_total@review.total/宗}宗，"
    "向人民法院提起行政诉讼{litigation_total@litigation.total/宗}宗。",
)
NO_FEES = (
    "{T}，{S}<fees.total|未收取任何费用>。",
    "{T}{S}<fees.total|没有对政府信息公开申请收取费用>。",
    "{T}，{S}对申请人提供政府信息<fees.total|全部免费>。",
    "{T}，{S}依申请提供政府信息收取费用{zero@fees.total/元}元。",
    "{T}{S}<fees.total|没有发生依申请公开政府信息的收费>，<fees.waived|也没有减免费用的情况>。",
)
FEES = (
    "{T}，{S}依申请公开政府信息共收取检索、复制、邮寄等费用{fees@fees.total/元}元。",
    "{T}{S}依申请提供政府信息收费{fees@fees.total/元}元，减免{waived@fees.waived/元}元。",
)
NO_CHARGE_NEW = (
    "{Y}年，{S}<fees.total|未收取信息处理费>。",
    "{Y}年{S}<fees.total|没有收取政府信息公开信息处理费>。",
    "本年度发出收费通知0件，{S}收取信息处理费总金额为{zero@fees.total/元}元。",
    "{Y}年，{S}<fees.total|无收取信息处理费情况>，无其他需要报告的事项。",
)
WORK = (
    "{T}，{S}共举办政府信息公开业务培训班{sessions@training.sessions/期}期，培训{attendees@training.attendees/人次}人次。",
    "{T}组织培训{sessions@training.sessions/次}次，参加培训{rough_attendees@training.attendees/人次}人次。",
    "目前，{S}共有政府信息公开工作人员{staff@staff.total/人/point}人，其中专职人员{full@staff.full_time/人/point}人，"
    "兼职人员{part@staff.part_time/人/point}人。",
    "{S}设立政府信息公开查阅点{venues@venues.total/个/point}个，方便群众查阅。",
    "{T}政府信息公开专栏访问量为{visits@website.visits/人次}人次。",
    "{T}，{S}召开新闻发布会{press@press.conferences/次}次，发布政策解读稿件{interp@policy.interpretations/篇}篇。",
    "全年编印政府公报并免费向社会发放{copies@gazette.copies/份}份。",
    "{T}举办信息公开专题培训{sessions@training.sessions/场}场，{units@training.units/个}个单位参加。",
)
NORMATIVE_NEW = (
    "{Y}年，{S}制发行政规范性文件{nd_issued@normative.issued/件}件，废止{nd_repealed@normative.repealed/件}件，"
    "现行有效{nd_in_force@normative.in_force/件/point}件。",
    "截至{Y}年底，{S}现行有效行政规范性文件{nd_in_force@normative.in_force/件/point}件，"
    "其中{Y}年新制发{nd_issued@normative.issued/件}件。",
)
