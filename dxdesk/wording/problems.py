"""What people read when something is not possible: one text per code, the last sentence says what to do."""

from __future__ import annotations

from typing import Final

RULES: Final[dict[str, str]] = {
    # who and where
    "permission.role": "この操作は{who}がします（今の役は「{role}」です）。何も変えていません。事務局に頼んでください。",
    "permission.at_department": "課のデータでは、事務局として書けません。担当か課長として使ってください。",
    "permission.department": "この課の担当ではありません。ご自分の課の取組を選んでください。",
    "plan.none": "計画がまだありません。計画を取り込んでください。",
    "plan.other": "このファイルは別の計画です。「{title}」の計画ファイルを選んでください。",
    "plan.unchanged": "版{number}と同じ内容です。何も変えていません。変わったところがあるファイルを選んでください。",
    "plan.unknown_code": "番号「{text}」の取組はありません。近いものは {near} です。番号を確かめてください。",
    "plan.ambiguous_code": "番号「{text}」に当たる取組が複数あります。{candidates} のどれかを書いてください。",
    "plan.unknown_pack": "「{text}」という計画は付いていません。{near} のどれか、または計画ファイルを指定してください。",
    "settings.unchanged": "同じ内容の設定がすでにあります。何も変えていません。変えるところを直してください。",
    "settings.directions": "次年度の方向性の語は2つから{most}までにし、同じ語を2度書かないでください。",
    "settings.direction_preset": "「{text}」という組はありません。{choices} のどれかにしてください。",
    "settings.days": "期限の日数は1から{most}までの数で書いてください。決めないときは空にしてください。",
    "settings.guide": "目安の字数は20から4000までの数で書いてください。",
    "settings.margins": "余白は{limits}ミリまでの数にしてください。",
    "settings.narrow": "左と右の余白が広すぎます。文字の幅が{least}ミリより狭くなります。",
    "settings.grid": "この余白では42字×40行が入りません。幅{width}ミリ・高さ{height}ミリが要ります。",
    "settings.roles": "決裁・合議・供覧の欄は、それぞれ{most}までにしてください。",
    "settings.readings": "ふりがなを付ける氏名は、{most}人までにしてください。",
    "settings.reading": "ふりがなは「髙橋 誠＝たかはし まこと」のように書いてください。「{text}」を直してください。",
    "settings.retention": "保存年限は「5年」「永年」のように文字と数字で書いてください。「{text}」を直してください。",
    "settings.stages": "実施段階は2つ以上8つまでで、それぞれ別の名前にします。段階を直してください。",
    "settings.status_words": "今の状況の呼び名が足りません。すべての状況に呼び名を付けてください。",
    "settings.empty_word": "呼び名が空です。文字を入れてください。",
    # departments and members
    "department.unknown": "「{text}」という課はありません。近い名前は {near} です。名前を確かめてください。",
    "department.empty": "課が指定されていません。課の名前を書いてください。",
    "department.exists": "「{text}」はすでにあります。別の名前にしてください。",
    "department.which": "取組{code}は複数の課に聞いています（{near}）。課を1つ選んでください。",
    "department.short_name": "略称「{text}」は{width:g}文字分あります。全角{limit:g}文字（半角は0.5文字）までに縮めてください。",
    "department.own_successor": "「{name}」が自分自身に引き継ぐことになるので、その課は引き継ぎ先にできません。別の課を選んでください。",
    "department.ends_before_start": "「{name}」の終わりの日が始まりの日より前です。日付を直してください。",
    "department.listed_twice": "同じ課が2回並んでいます。1つだけ残してください。",
    "body.unknown": "「{text}」という会議体はありません。計画にあるのは {near} です。名前を確かめてください。",
    "body.last": "会議体は「{name}」だけです。会議を開けなくなるので、使わないことにはできません。",
    "body.meeting_open": "「{name}」の会議が開いています。会議を閉じてから、使わないことにしてください。",
    "body.not_unused": "「{text}」という使っていない会議体はありません。近い名前は {near} です。名前を確かめてください。",
    "body.exists": "「{name}」という会議体はすでに使っています。",
    "member.empty": "名前がありません。名前を書いてください。",
    "member.exists": "「{text}」はすでに名簿にあります。別の方を加えてください。",
    "member.position": "立場「{text}」は使えません。{choices} のどれかにしてください。",
    "member.unknown": "「{text}」という方は名簿にありません。近い名前は {near} です。名前を確かめてください。",
    # tables that are pasted
    "paste.not_taken": "直すところが{count}か所あります。何も取り込んでいません。印のついた欄を直してください。",
    "paste.empty": "貼り付けられる表がありません。Excelで表を選んで写してから、もう一度貼り付けてください。",
    "paste.too_many_rows": "{rows}行あります。何も貼り付けていません。{limit}行までに分けてください。",
    "paste.columns": "{found}列あり、どの列を使うか分かりません。見出し（{names}）の行を付けて貼り付けてください。",
    "paste.twice": "「{text}」は{first}行目にもあります。どちらかを直すか消してください。",
    "paste.no_name": "名前がありません。名前を書くか、行を消してください。",
    "paste.no_department": "「{text}」は課の表にありません。課の表にある名前に直すか、課の表に加えてください。",
    "paste.no_body": "会議が分かりません。{near} のどれかを書いてください。",
    "paste.second_chair": "この会議の長は{first}行目にもいます。どちらかの立場を直してください。",
    "paste.fixed_name": "まとまりの名前は計画で使っています。「{text}」に戻してください。",
    "paste.no_axis": "軸がありません。この行か、上の行に軸を書いてください。",
    "paste.no_initiative": "取組の名前がありません。名前を書くか、行を消してください。",
    # cycles
    "cycle.none": "回がまだありません。次の回をつくってください。",
    "cycle.none_open": "開いている回がありません。次の回をつくるか、--cycle で回を指定してください。",
    "cycle.unknown": "「{text}」という回はありません。近い名前は {near} です。名前を確かめてください。",
    "cycle.empty_name": "回の名前がありません。「令和6年度 第2回」のように書いてください。",
    "cycle.exists": "「{text}」という回はすでにあります。別の名前にしてください。",
    "cycle.kind": "回の種類「{text}」は使えません。{choices} のどれかにしてください。",
    "cycle.fiscal_year": "「{text}」は年度として読めません。2024 または R6 のように書いてください。",
    "cycle.due_before_as_of": "締切（{due}）が基準日（{as_of}）より前です。日付を直してください。",
    "cycle.meeting_before_due": "会議の日（{meeting}）が締切（{due}）より前です。日付を直してください。",
    "cycle.no_active_department": "{day}に存在する課がありません。課の始まりと終わりの日を確かめてください。",
    "cycle.nobody_asked": "照会する課が1つも残りません。課の指定を見直してください。",
    "cycle.closed": "この回は締め切っています。内容はそのままです。直すときは、事務局で理由を書いて開け直してください。",
    "cycle.closed_already": "「{name}」はもう締め切ってあります。何も変えていません。開いている回を選んでください。",
    "cycle.open_already": "「{name}」は開いています。何も変えていません。締めた回を選んでください。",
    "cycle.meeting_open": "会議「{meeting}」（{day}）がまだ終わっていません。先に会議を閉じてください。",
    "cycle.left_open": (
        "確認していない回答・くいちがい・まだ取りまとめていない取組が{count}件あります（{left}）。"
        "このまま締めると未回答になります。締める理由を書いてください。"
    ),
    "cycle.assign": "「{text}」は 番号=課,課 の形ではありません。4=町民生活課,政策企画課 のように書いてください。",
    "reason.missing": "理由がありません。理由を1文で書いてください。",
    # answers
    "slot.not_asked": "取組{code}は{department}に聞いていません。聞いている課は {near} です。課を確かめてください。",
    "slot.conflict": "{place}に、くいちがいがあります。入力はすべて残っています。先に、くいちがいを直してください。",
    "slot.waiting": "{place}は、前の版がまだ届いていません。届くまで待ってください。",
    "slot.answered": "{departments}はもう回答しています。回答した課は外さずに指定してください。",
    "unit.not_asked": "取組{code}は今回どの課にも聞いていません。別の取組を選んでください。",
    "draft.none": "{place}には書きかけの回答がありません。先に記入してください。",
    "draft.incomplete": "{place}の回答に、まだ書いていない欄があります。入力は残っています。欄をうめてください。",
    "missing.status": "今の状況を1つ選んでください。",
    "missing.direction": "次年度の方向性を1つ選んでください。",
    "missing.results": "できたことを1文で書いてください。なければ「動きなし」でかまいません。",
    "hand_in.none": "書きかけの回答がありません。何も提出していません。先に記入してください。",
    "hand_in.nothing": "提出できる回答がありません（書きかけ：{incomplete}）。入力は残っています。必須の欄をうめてください。",
    "withdraw.nothing": "{place}には取り下げられる回答がありません。番号と課を確かめてください。",
    "withdraw.reviewed": "{place}は事務局が差し戻したか受理したあとです。取り下げたいときは事務局に伝えてください。",
    "withdraw.settled": "{place}はくいちがいを直したあとです。何も変えていません。書き直すときは代わりに記入してください。",
    "withdraw.theirs": "{place}は課から届いた回答です。何も変えていません。差し戻すか、その取り込みを取り消してください。",
    "confirm.name": "確認した方の名前がありません。名前を書いてください。",
    "confirm.nothing": "{place}には確認する回答がありません。先に提出してください。",
    "review.nothing": "{place}には確かめる回答がありません。番号と課を確かめてください。",
    "review.accepted_already": "{place}は受理してあります。何も変えていません。ほかの回答を選んでください。",
    "review.correction": "{place}は会議の場で直した文です。差し戻すときは、会議の記録で直してください。",
    "review.none_submitted": "「{cycle}」に受理を待つ回答はありません。提出を待ってください。",
    "return.question": "差戻しの問いがありません。直してほしいことを1文で書いてください。",
    "consolidate.no_answers": "取組{code}には受理した回答がまだありません。先に回答を受理してください。",
    "consolidate.not_accepted": "取組{code}の{department}の回答は受理していません。受理してから使ってください。",
    "consolidate.not_concerned": "{department}の回答は「該当しない」です。{others}の回答を使うか、文をまとめてください。",
    "consolidate.nobody_concerned": "受理した回答は「該当しない」だけです。取組{code}は取りまとめずに進めてください。",
    "consolidate.none": "取組{code}には取りまとめがありません。番号を確かめてください。",
    "consolidate.empty": "取りまとめる内容がありません。--use で課を選ぶか、今の状況と実績を書いてください。",
    "settle.nothing": "{place}に、くいちがいはありません。番号と課を確かめてください。",
    "settle.open": "まだ選んでいない欄があります（{fields}）。どちらの文を使うか、すべて選んでください。",
    "settle.whole": "片方は取り下げです。--field all=ours か --field all=theirs で選んでください。",
    "settle.both_texts": "つなげられるのは文だけです。ours か theirs を選んでください。",
    "settle.choice": "「{text}」は選べません。ours、theirs、both のどれかにしてください。",
    "correct.nothing": "取組{code}には、まだ数えられる回答がありません。先に受理か取りまとめをしてください。",
    "correct.same": "もうその内容です。何も変えていません。違う内容にしてください。",
    "correct.asked_by": "だれの求めで直したかがありません。名前を書いてください。",
    "report.empty": "観察を1文で書いてください。ほかの欄は空のままでかまいません。",
    "report.unit": "この取組は計画にありません。取組一覧で選び直してください。",
    # values
    "status.unknown": "今の状況「{text}」は選べません。{choices} のどれかにしてください。",
    "direction.unknown": "次年度の方向性「{text}」はありません。{choices} のどれかにしてください。",
    "stage.unknown": "実施段階「{text}」はありません。{choices} のどれかにしてください。",
    "discuss.unknown": "会議での扱い「{text}」は選べません。none（報告）、discuss（協議）、decide（決定）のどれかにしてください。",
    "field.unknown": "「{text}」という欄はありません。使えるのは {near} です。欄の名前を確かめてください。",
    "field.yes_no": "この欄は true か false で書きます。どちらかにしてください。",
    "field.text": "この欄には文字を書きます。文字にしてください。",
    "field.list": 'この欄には文字の並びを書きます。["一つ目","二つ目"] のように書いてください。',
    "field.json": '「{text}」は並びとして読めません。["一つ目","二つ目"] のように書いてください。',
    "field.form": "「{text}」は 欄=値 の形ではありません。issues=人手が足りません のように書いてください。",
    "indicator.unknown": "指標「{text}」はこの取組にありません。あるのは {near} です。名前を確かめてください。",
    "budget.form": (
        "予算の額「{text}」は数として読めません。1,200 のように千円で書いてください。"
        "「要求しない」「額は未定」とも書けます。"
    ),
    "number.form": "「{text}」は数として読めません。76 や 1,284 のように書くか、測れないときは ― と書いてください。",
    "text.empty": "文字がありません。1文で書いてください。",
    "date.form": "「{text}」は日付として読めません。{forms} のどれかの形で書いてください。",
    "date.no_such_day": "「{text}」という日はありません。日付を確かめてください。",
    "date.not_in_era": "「{text}」は{era}の期間に入りません。年と月日を確かめてください。",
    "date.too_early": "「{text}」は昭和より前です。日付を確かめてください。",
    # meetings
    "meeting.cycle_closed": (
        "「{cycle}」は締めた回です。何も変えていません。"
        "開いている回は {near} です。その回を選ぶか、理由を書いて回を開け直してください。"
    ),
    "meeting.none": "会議がまだありません。meeting hold で会議をつくってください。",
    "meeting.none_in_cycle": (
        "「{cycle}」には会議がまだありません。"
        "meeting hold で会議をつくるか、--meeting か --cycle でほかの会議を指定してください。"
    ),
    "meeting.there_already": (
        "「{meeting}」の{day}の会議はもうあります。何も変えていません。その会議を使うか、ほかの日を指定してください。"
    ),
    "meeting.several": "「{text}」に当たる会議が複数あります。{candidates} のどれかを書いてください。",
    "meeting.unknown": "「{text}」という会議はありません。近いものは {near} です。日付か名前を確かめてください。",
    "meeting.closed": "「{meeting}」は閉じています。記録はそのままです。会議録で直してください。",
    "meeting.close_other": (
        "「{closed}」はもう閉じています。何も変えていません。まだ開いているのは {near} です。"
        "閉じるときは --meeting で指定してください。"
    ),
    "meeting.close_which": (
        "開いている会議が複数あります（{near}）。何も変えていません。閉じる会議を --meeting で指定してください。"
    ),
    "meeting.time": "「{text}」は時刻として読めません。13:30 のように書いてください。",
    "meeting.ends_before": "終わり（{ends}）が始まり（{begins}）より前です。時刻を直してください。",
    "presence.unknown": "出欠「{text}」は使えません。{choices} のどれかにしてください。",
    "attend.proxy_for": "だれの代理かがありません。--proxy-for を指定してください。",
    "attend.unknown": (
        "「{text}」という方は出席者にありません。何も変えていません。近い名前は {near} です。"
        "名前を確かめるか、新しく加えるときは --new を付けてください。"
    ),
    "attend.member": "「{text}」は委員なので外せません。欠席のときは absent（欠席）と記してください。",
    "agenda.kind": "議題の種類「{text}」は使えません。discuss（協議）か report（報告）にしてください。",
    "agenda.one_of": "取組の番号か件名の、どちらか1つが要ります。1つだけ書いてください。",
    "agenda.title": "件名がありません。件名を書いてください。",
    "agenda.minutes": "「{text}」分は使えません。0から600までにしてください。",
    "agenda.there_already": "取組{code}はもう次第にあります。何も変えていません。別の取組を選んでください。",
    "agenda.recorded": "記録を始めたあとは、議題を外したり順番を変えたりできません。記録はそのままです。このまま進めてください。",
    "agenda.confirmed": "次第は確定してあります。何も変えていません。変えるときは「次第を直す」を押してください。",
    "agenda.not_confirmed": "次第はまだ確定していません。何も変えていません。そのまま直してください。",
    "agenda.empty": "次第に議題がありません。何も変えていません。候補から加えてください。",
    "agenda.unknown": "議題{text}はありません。あるのは {near} です。番号を確かめてください。",
    "result.unknown": "結果「{text}」は使えません。{choices} のどれかにしてください。",
    "decision.kind": "決定の種類「{text}」は計画にありません。{choices} のどれかにしてください。",
    "opinion.nobody_above": "「{meeting}」には上の会議体がありません。付帯意見は、発言か決定として記してください。",
    "opinion.undecided": "議題{number}の決定がまだありません。先に決定を記してください。",
    "action.no_department": "この宿題には担当がありません。担当の課を選んでください。",
    "action.whose": "この宿題には担当がありません。何も変えていません。--department で担当の課を書いてください。",
    "action.state": "状態「{text}」は使えません。open、done、carried のどれかにしてください。",
    "action.outcome": "新しい宿題には、したことを書きません。--done か --carry と一緒に書いてください。",
    "action.no_number": "宿題「{text}」はありません。あるのは {near} です。番号を確かめてください。",
    "action.several": (
        "宿題「{text}」に当たるものが複数あります（{near}）。番号を全部書くか、--meeting で会議を指定してください。"
    ),
    "action.reason": "期限を延ばす理由を1行で書いてください。",
    "action.due_before": "期限 {day} は、会議の日（{meeting}）より前です。あとの日にしてください。",
    "action.unknown": "その宿題はありません。一覧から選んでください。",
    "record.unknown": "その記録はもうありません。ほかの記録はそのままです。一覧から選び直してください。",
    "record.kind": "記録の種類「{text}」は使えません。{choices} のどれかにしてください。",
    "record.which": "消す{kind}が決まりません。何も変えていません。あるのは {near} です。--number で番号を書いてください。",
    "remark.kind": "発言の種類「{text}」は使えません。{choices} のどれかにしてください。",
    "remark.speaker": "だれの発言かがありません。名前を書いてください。",
    "minutes.none": "会議録がまだありません。先に meeting close で会議を閉じてください。",
    "minutes.not_confirmable": "会議録はまだ確定できません。内容はそのままです。下のところを直してください。",
    "minutes.meeting_open": "会議がまだ終わっていません。記録はそのままです。会議を閉じてから確定してください。",
    "minutes.no_confirmer": "確認した方を書いてください。",
    "minutes.no_confirmation_day": "確定した日を書いてください。",
    "minutes.confirmed_before_meeting": "確定日（{day}）が会議の日（{meeting}）より前です。日付を直してください。",
    "minutes.withheld_without_reason": "非公開にした部分に理由がありません。理由を書いてください。",
    "minutes.records_changed": (
        "会議録をつくったあとに、決定か宿題が変わりました。記録はそのままです。案をつくり直してください。"
    ),
    "meeting.open_already": "「{meeting}」は閉じていません。何も変えていません。そのまま記録できます。",
    "meeting.not_bare": (
        "「{meeting}」には、記録か確定した次第があります。何も変えていません。取り消さずに、会議を閉じてください。"
    ),
    "meeting.minutes_confirmed": "「{meeting}」の会議録は確定しています。会議は開け直せません。会議録で直してください。",
    "minutes.no_reason": "確定した会議録がもうあります。新しい版をつくる理由を書いてください。",
    "minutes.block_twice": "会議録に同じ部分が2つあります。何も変えていません。1つにしてください。",
    # commands
    "command.later": "「{command}」はまだ使えません。次の版から使えます。",
    "actor.role": "役「{text}」はありません。{choices} のどれかにしてください。",
    "actor.department": "{role}として操作する課が分かりません。--department で課を指定してください。",
    "accept.which": "受理する回答が分かりません。--initiative と --department、または --all を指定してください。",
    "draw.initiative": "どの取組を描くかが分かりません。--initiative で番号を指定してください。",
    "print.no_units": "この課に聞いている取組がありません。別の課を選んでください。",
    "print.none_missing": "未回答も差戻しもありません。催促文はつくっていません。",
    "print.none_discussed": "協議する取組がまだありません。次第で協議する取組を決めるか、すべての取組を選んでください。",
    "remind.only": "{kind}に --sent は使えません。催促文のためのものです。",
    "remind.unknown": "この催促の記録は、もうありません。何も変えていません。",
    "movement.empty": "主な動きの文が空です。文を書くか、載せない設定にしてください。",
    "movement.part": "主な動きの段落「{text}」はありません。{choices} のどれかにしてください。",
    "movement.which": "直す段落とそのしかたを、--part と --text などで書いてください。順だけなら --order です。",
    "movement.closed": "締めた回の主な動きは、もう直せません。",
    "packet.only": "{kind}に --parts、--mark、--no-mark、--append、--leave-out、--only-changed、--hand-out は使えません。会議資料一式のためのものです。",
    "packet.unreadable": "「{file}」を読めません。場所を確かめてください。会議資料はつくっていません。",
    "packet.too_large": "「{file}」が大きすぎます（{most}MBまで）。会議資料はつくっていません。",
    "packet.too_many": "「{file}」のページが多すぎます（{most}ページまで）。会議資料はつくっていません。",
    "packet.hidden": "「{file}」には隠した層があります。見せる内容だけをPDFに保存し直してください。",
    "packet.encrypted": "「{file}」はパスワードで守られていて、開けません。パスワードを外したPDFを選んでください。",
    "packet.no_pdf": "「{file}」はPDFとして読めません。もとのソフトでPDFに保存し直してください。",
    "packet.closed": "締めた回の会議資料は、もう配布したことにできません。印刷はいつでもできます。",
    "packet.unchanged": "配布した会議資料から変わったところはありません。何もつくっていません。",
    "packet.missing_files": (
        "前の版に付けたPDF{files}がありません。「前の版に付けたPDF…」で選び直すか、付けないことにしてください。"
    ),
    "packet.missing_append": (
        "前の版に付けたPDF{files}がありません。--append に加えるか、付けないときは --leave-out で名前を指定してください。"
    ),
    "packet.not_appended": "「{text}」は、前の版に付けたPDFにありません。",
    "packet.not_handed_out": "会議資料はまだ配布していません。変わった頁だけの印刷は、配布したあとにできます。",
    "packet.part": "「{text}」は会議資料の部にありません。{choices} から選んでください。",
    "packet.part_absent": "{why}「{part}」は、この会議の資料に入れられません。",
    "packet.mark": "印「{text}」はありません。{choices} から選んでください。",
    "print.unknown": "「{text}」という文書はありません。{choices} のどれかにしてください。",
    "print.suffix": (
        "「{file}」にはつくれません。何もつくっていません。{kind}のファイルは {suffixes} です。名前の終わりを直してください。"
    ),
    "print.missing": "どの書体にもない字が{count}か所あります。何もつくっていません。〓でよければ --substitute を付けてください。",
    "inquiry.substitutes": (
        "いっしょにつくる文書に、印刷できない文字が{count}か所あります。ファイルはつくっていません。"
        "つくるときに、〓に置きかえるかをうかがいます。"
    ),
    "print.missing_glyph": "「{character}」（{code_point}）は印刷できない文字です。",
    "print.paper": "{kind}に --paper は使えません。一覧表とボードのPDFのためのものです。",
    "print.no_changes": "計画は変わっていません。直した計画を取り込むと、この文書ができます。",
    "print.no_changes_closed": (
        "「{cycle}」を締めるまでに、計画は変わっていません。そのあとの変更は、次の回の文書になります。"
    ),
    "print.no_word": "Wordにできるのは会議録・照会文・催促文・開催通知です。ほかはPDFで保存してください。",
    "form.no_word": "ひな形はWordの文書に使います。「{file}」ではなく、.docx で終わる名前にしてください。",
    "form.not_word": (
        "ひな形「{file}」は、Wordの文書として読めません。何もつくっていません。"
        "Wordで開き、.docxで保存し直してください。"
    ),
    "form.empty": (
        "ひな形「{file}」には、中身が入る名前がありません。何もつくっていません。書き出したひな形を直してください。"
    ),
    "form.too_large": "ひな形「{file}」は大きすぎます（20MBまで）。何もつくっていません。画像などを減らしてください。",
    "form.syntax": (
        "ひな形「{file}」の「{text}」が読み取れません。何もつくっていません。Wordで開き、かっこの組を直してください。"
    ),
    "form.unknown": (
        "ひな形「{file}」の「{text}」は、この文書にない名前です。何もつくっていません。"
        "元のひな形と見比べて直してください。"
    ),
    "form.forbidden": (
        "ひな形「{file}」の「{text}」は使えない書き方です。何もつくっていません。計算や呼び出しを消してください。"
    ),
    "print.suffix_form": "「{file}」にはつくれません。回答票はExcelです。名前の終わりを .xlsx にしてください。",
    "print.whole": "{kind} は課や取組ごとには分けません。--department と --initiative を外してください。",
    "draw.unknown": "「{text}」という画面はありません。{choices} のどれかにしてください。",
    "draw.nothing_decided": "この会議の決定はまだありません。--text で映す文を書いてください。",
    "draw.suffix": "「{file}」はPNGの名前ではありません。何もつくっていません。.png で終わる名前にしてください。",
    "draw.size": "大きさ「{text}」は読めません。1920x1080 のように書いてください。",
    "draw.page": "{page}ページ目はありません（全{pages}ページ）。ページを選び直してください。",
    "meeting.next_before": "次の会議の日が、この会議の日（{day}）より後ではありません。日付を直してください。",
    "carry.server": "データベースはサーバーにあります。どのPCからも同じものを開けるので、持ち出しはいりません。",
    "carry.same_file": "「{file}」は、いま開いているもとのファイルです。持ち帰ったファイルを選んでください。",
    "carry.another_town": "このファイルは別のデータベースのもの（{town}）です。何も変えていません。別のファイルを選んでください。",
    "carry.none": "持ち出した記録がありません。何も変えていません。もとのPCで持ち帰ってください。",
    "carry.none_out": "持ち出しているものはありません。何も変えていません。そのまま使えます。",
    "carry.another": (
        "このファイルは、{day} に「{place}」へ持ち出したものの続きではありません。何も変えていません。"
        "別のファイルを選んでください。"
    ),
    "carry.given_up": (
        "この持ち出しは {day} にやめています（理由：{reason}）。何も変えていません。"
        "このファイルだけの記録は、見ながら記録し直してください。"
    ),
    "carry.returned": "この持ち出しは {day} に持ち帰っています。何も変えていません。そのまま使えます。",
    "carry.damaged": (
        "「{file}」に傷みが見つかりました（{text}）。何も変えていません。持ち出し先で、もう一度つくってください。"
    ),
    "file.unreadable": "ファイル「{file}」が読めません。場所と名前を確かめてください。",
    "search.empty": "さがす言葉がありません。1文字以上で書いてください。",
    "department.one_each": "課は1つずつ加えます（{names}）。何も加えていません。課ごとに department add を行ってください。",
    "department.members": "まとまりの課が指定されていません。--members 課,課 か --all か --unknown を付けてください。",
}

OLD_STAYS: Final = "前の内容はそのままです。"
"""Said of a file only where there was one."""

ENVIRONMENT: Final[dict[str, str]] = {
    "missing": "データベース「{place}」が見つかりません。何もつくっていません。場所を確かめるか、main.py new でつくってください。",
    "empty": "「{place}」は中身が空のファイルです。触れていません。控えから元に戻してください。",
    "not_sqlite": "「{place}」はデータベースのファイルではありません。触れていません。別のファイルを選んでください。",
    "foreign_database": "「{place}」は別のプログラムのデータベースです。触れていません。dxdeskのファイルを選んでください。",
    "newer": "「{place}」は新しい版のdxdeskでつくられています。触れていません。このPCのdxdeskを新しくしてください。",
    "older": "「{place}」は古い形のままです。触れていません。1台のdxdeskで一度開いてから使ってください。",
    "altered": "「{place}」に、dxdeskがつくったのではない仕掛けが入っています。触れていません。控えから元に戻してください。",
    "incomplete": "「{place}」は途中までしか書かれていません。触れていません。控えから元に戻してください。",
    "truncated": "「{place}」は途中で切れています。触れていません。控えから元に戻してください。",
    "unfinished": "「{place}」には途中で止まった変更が残っています。触れていません。書ける場所に写してから開いてください。",
    "zeroed": "「{place}」は中身が失われています。触れていません。控えから元に戻してください。",
    "damaged": "「{place}」は壊れています。触れていません。控えから元に戻してください。",
    "is_database": "「{place}」はデータベースのファイルです。上書きしていません。別の名前にしてください。",
    "is_folder": "「{place}」はフォルダです。ファイルの名前を指定してください。",
    "not_a_file": "「{place}」はふつうのファイルではありません。書いていません。別の名前にしてください。",
    "name_too_long": "ファイルの名前が長すぎます（{place}）。保存していません。短い名前にしてください。",
    "exists": "「{place}」はすでにあります。上書きしていません。別の名前にしてください。",
    "folder_missing": "フォルダがありません（{place}）。何もつくっていません。フォルダをつくってから、もう一度試してください。",
    "network": "「{place}」は共有フォルダの上にあります。直接は開けません。手もとに写して開いてください。",
    "removable": "「{place}」は取り外せる媒体の上にあります。直接は開けません。手もとに写して開いてください。",
    "synced": "「{place}」は同期されるフォルダの中にあります。直接は開けません。手もとに写して開いてください。",
    "carried_out": "「{place}」は持ち出し中で、見るだけです（行き先 {other}）。持ち帰るか、持ち出しをやめてください。",
    "held": "「{place}」は別の画面で開いています（{name}）。今は見るだけです。そちらを閉じてから、もう一度試してください。",
    "read_only": "「{place}」は今は見るだけです。変えるときは、書ける場所に写して開いてください。",
    "read_only_place": "「{place}」は書き込めない場所にあります。内容はそのままです。書ける場所に写して開いてください。",
    "not_writable": "「{place}」は書き込めない場所です。前の内容はそのままです。書ける場所を選んでください。",
    "unchecked": "「{place}」の中身を確かめています。終わるまで見るだけです。少し待ってください。",
    "busy": "「{place}」はほかの処理が使っています。内容はそのままです。少し待って、もう一度試してください。",
    "disk_full": "ディスクがいっぱいです（{place}）。前の内容はそのままです。空きをつくって、もう一度保存してください。",
    "disk": "ディスクの読み書きができません（{place}）。前の内容はそのままです。別の場所に控えをとってください。",
    "unreachable": "「{place}」に届きません。内容はそのままです。場所と権限を確かめてください。",
    "open_elsewhere": "「{place}」はほかのプログラムが開いています。前の内容はそのままです。閉じるか「{other}」に保存してください。",
    "server": "データベースのサーバに届きません（{place}）。内容はそのままです。つながりを確かめてください。",
    "no_database": "サーバにdxdeskのデータベースがありません（{place}）。何もつくっていません。main.py new でつくってください。",
    "not_empty": "サーバのデータベースにほかの表があります（{place}）。何もつくっていません。空のデータベースを指定してください。",
    "unknown_url": "データベースの場所が読めません（{place}）。postgresql+psycopg://… の形で指定してください。",
    "backup_missing": "控え「{place}」が見つかりません。何も変えていません。控えのフォルダ「{other}」で名前を確かめてください。",
    "own_backup": "「{place}」は今のデータベースそのものです。何も変えていません。控えのフォルダ「{other}」の控えを選んでください。",
    "server_backup": "サーバのデータベースの控えは、サーバの仕組みでとります。管理する方に頼んでください。",
    "no_library": "{name} がこのPCに入っていません。管理する方に追加を頼んでください。",
}
