# المنظورات، الأسئلة، الحوارات، المداخلات، الملاحظات.

perspectives-about = المنظور موقف يشارك: مدرسة فكر أو حركة أو مكان أو طريقة عيش. يتكلم الناس من داخله أو نيابةً عنه.
perspectives-list = من يشارك
perspectives-order = من لم يُسمع يأتي أولًا.
perspectives-none = لم يُسمَّ منظور بعد. سمِّ ما تعرفه أكثر.
perspective-new = سمِّ منظورًا
perspective-name = اسمه
perspective-short = اسم قصير
perspective-short-hint = للجداول؛ وقد يُترك
perspective-summary = ماذا يقول
perspective-summary-hint = بحيث يعرفه من يقف فيه
perspective-send = سمِّه
perspective-means = تُعطى له علامة تبقى له. ولأيٍّ كان أن يصوغه أفضل لاحقًا؛ وكل صياغة تبقى مقروءة.
perspective-named-by = سمّاه { $who }
perspective-wordings = { $count ->
    [one] إلى جانب هذه صياغة أخرى؛ ولم يقرر أحد أيّهما تبقى.
    [two] إلى جانب هذه صياغتان أخريان؛ ولم يقرر أحد أيّها تبقى.
    [few] إلى جانب هذه { $count } صياغات أخرى؛ ولم يقرر أحد أيّها تبقى.
   *[other] إلى جانب هذه { $count } صياغة أخرى؛ ولم يقرر أحد أيّها تبقى.
}
perspective-sources = على ماذا يقوم
perspective-dialogues = أين سُمع
perspective-no-dialogue = لا يشارك في حوار بعد.
perspective-claims = أقواله
perspective-no-claims = لم يقل أحد ما أقواله.
perspective-lineage = من أين جاء
perspective-revise = صغه أفضل
perspective-revise-about = تحلّ صياغتك محلّ المعروضة. وتبقى السابقات مقروءة.
perspective-revise-send = احفظ هذه الصياغة
heard-behalf = { $count ->
    [one] مداخلة واحدة نيابةً عنه؛ ولم يتكلم أحد من داخله
    [two] مداخلتان نيابةً عنه؛ ولم يتكلم أحد من داخله
    [few] { $count } مداخلات، كلها نيابةً عنه؛ ولم يتكلم أحد من داخله
   *[other] { $count } مداخلة، كلها نيابةً عنه؛ ولم يتكلم أحد من داخله
}
heard-within = { $count ->
    [one] مداخلة واحدة من داخله
    [two] مداخلتان، منهما من داخله { $within }
    [few] { $count } مداخلات، منها من داخله { $within }
   *[other] { $count } مداخلة، منها من داخله { $within }
}
holds-claims = { $count ->
    [one] له قول واحد
    [two] له قولان
    [few] له { $count } أقوال
   *[other] له { $count } قولًا
}
lineage-head = سجّل ما صار إليه
lineage-about = تتغير الأسماء، وتفترق الآراء وتلتقي، ويُترك بعضها. ويُحفظ السبب مع كل خطوة.
lineage-which = ماذا حدث
change-renamed = صار له اسم آخر
change-split = صار عدة منظورات
change-merged = صارت عدة منظورات هذا المنظور
change-dropped = تُرك
change-fused = هو وغيره شيء واحد دُوّن مرتين
lineage-name = الاسم الآخر
lineage-others = الأخرى
lineage-when = متى
lineage-when-hint = بقدر ما يُعرف: 2011، أو 2016-05
lineage-send = سجّله
remark-on-perspective = لاحظ عليه

questions-title = الأسئلة الدائمة
questions-about = تُطرح هذه على كل منظور، لكي توضع الأجوبة جنبًا إلى جنب.
questions-list = الأسئلة
questions-none = لا سؤال دائم بعد. والسؤال الجيد يمكن أن يُجاب عنه من كل جهة.
question-new = اطرح سؤالًا
question-text = السؤال
question-place = موضعه في القائمة
question-send = اطرحه
question-means = يصير لكل حوار من الآن، موقّعًا باسمك.
question-dialogues = الحوارات تحته
question-no-dialogue = لا حوار تحت هذا السؤال بعد.
question-claims = الأقوال تحته
question-no-claims = لا قول تحت هذا السؤال بعد.
remark-on-question = لاحظ عليه

dialogues-about = في الحوار يتداول الناس الكلام: نصوص طويلة موقّعة تبقى كما قيلت. ولكل فقرة أن تُقتبس وتُجاب.
dialogues-list = الحوارات
dialogues-order = ما ينتظر جوابًا يأتي أولًا.
dialogues-none = لم يبدأ حوار. ابدأ حوارًا بين منظورين.
dialogue-new = ابدأ حوارًا
dialogue-nobody = لم يتكلم أحد بعد
dialogue-open-questions = { $count ->
    [one] سؤال واحد ينتظر جوابًا
    [two] سؤالان ينتظران جوابًا
    [few] { $count } أسئلة تنتظر جوابًا
   *[other] { $count } سؤالًا ينتظر جوابًا
}
begin-title = عنوانه
begin-about = عمّ يدور
begin-perspectives = المنظورات التي تلتقي
begin-questions = تحت أي أسئلة دائمة
begin-state = متى
begin-open = يُفتح الآن
begin-planned = مخطَّط
begin-scheduled = من أي يوم
begin-scheduled-hint = إن كان مخطَّطًا
begin-send = ابدأه
begin-means = يراه الجميع هنا حالًا. ولك أن تغلقه وتفتحه من جديد.

dialogue = حوار
dialogue-between = حوار بين { $perspectives }
begun-by = بدأه { $who }
dialogue-turns = المداخلات
dialogue-questions = { $count ->
    [one] السؤال الدائم الذي يدور عليه
    [two] السؤالان الدائمان اللذان يدور عليهما
   *[other] الأسئلة الدائمة التي يدور عليها ({ $count })
}
dialogue-how-to-take = اختر فقرة برقمها لتجيب عنها أو تلاحظ عليها أو تستخرج منها قولًا.
dialogue-empty = لم يتكلم أحد بعد. يبدأ الحوار حين يقول صوت كيف تبدو الأمور من حيث يقف؛ تكفي جملتان.
dialogue-empty-invite = أو { $invite } ممن لهم أن يتكلموا من الداخل. ولا يلزمهم حساب.
dialogue-empty-invite-link = ادعُ أحدًا
dialogue-more = اسحب، ترجم، اقترح، وغير ذلك
state-planned = مخطَّط
state-open = مفتوح
state-closed = مغلق
state-scheduled = { " " }ليوم { $day }
state-change = افتحه أو أغلقه أو أرجئه
state-which = هذا الحوار
state-send = قل ذلك

turn-title = المداخلة { $number }، {"\u2068"}{ $who }{"\u2069"}
turn-wordings = الصياغات: { $count }
turn-forked = لهذه المداخلة صياغتان جنبًا إلى جنب؛ ولم يقرر صاحبها أيّهما تبقى.
turn-same-as = أُحضرت أكثر من مرة، وتظهر هنا مرة واحدة. والأخريات:
turn-licence = برخصة { $licence }
turn-answer = أجب
turn-mark = لاحظ
turn-lift = استخرج قولًا
turn-more = المزيد
turn-take-back = اسحبها
turn-erase = امحُها
turn-what-to-do = تناولها
turn-answer-head = أجب عنها
turn-mark-long = لاحظ عليها: وافق، حذّر، أعد التأطير، اسأل …
turn-more-long = نازع، ترجم، اقترح، وغير ذلك
passage-number = الفقرة { $number }
passage-which = أي فقرة
passage-number-which = الفقرة
passage-none = المداخلة كلها
passage-words = أو كلمات منها بعينها
passage-words-hint = منسوخة كما هي
marks-here = ملاحظات على هذه الفقرة
marks-more = { $count ->
    [one] ملاحظة أخرى هنا
    [two] ملاحظتان أخريان هنا
    [few] { $count } ملاحظات أخرى هنا
   *[other] { $count } ملاحظة أخرى هنا
}
mark-key = الملاحظة { $letter }: { $kind }
take-answer = أجب عن هذه الفقرة
take-mark = لاحظ عليها
take-lift = استخرج منها قولًا
take-ask = اسأل عنها
remarks-on-turn = { $count ->
    [one] ملاحظة واحدة على هذه المداخلة
    [two] ملاحظتان على هذه المداخلة
    [few] { $count } ملاحظات على هذه المداخلة
   *[other] { $count } ملاحظة على هذه المداخلة
}
remarks-in-turn = { $count ->
    [one] ملاحظة واحدة في هذه المداخلة
    [two] ملاحظتان في هذه المداخلة
    [few] { $count } ملاحظات في هذه المداخلة
   *[other] { $count } ملاحظة في هذه المداخلة
}
claims-lifted = { $count ->
    [one] قول واحد مستخرج من هذه المداخلة
    [two] قولان مستخرجان من هذه المداخلة
    [few] { $count } أقوال مستخرجة من هذه المداخلة
   *[other] { $count } قولًا مستخرجًا من هذه المداخلة
}
translated-by = ترجمة { $who } ({ $language })
wordings-head = كل صياغاتها
wording-current = { " " }(المعروضة أعلاه)
quoted-turn = المداخلة { $number }
quoted-elsewhere = حيث تقف
quoted-earlier-wording = (في صياغة سابقة)
quoted-emptied = (رُفعت الكلمات المقتبسة هنا)
quoted-not-here = (لا يمكن أن يُقرأ ذلك النص هنا)
ask-open = سُئل ولم يُجب عنه بعد
ask-accepted = أُجيب وقُبل الجواب
ask-offered = { $count ->
    [one] عُرض جواب
    [two] عُرض جوابان
    [few] عُرضت { $count } أجوبة
   *[other] عُرض { $count } جوابًا
}

reply-head = مداخلتك
reply-text = ما تقوله
reply-text-hint = ماركداون؛ والسطر الفارغ يبدأ فقرة
reply-closed = هذا الحوار مغلق. ولك أن تضيف مداخلة؛ قل لماذا ينبغي أن يُفتح.
reply-to = تجيب
reply-quoting = أجب عن مداخلة أو اقتبسها
reply-to-nobody = لا أحد بعينه
reply-to-turn = المداخلة { $number }، { $who }
quote-paragraph = مقتبسًا فقرتها
quote-paragraph-hint = برقمها، مثل 3
quote-words = أو كلماتها بعينها
reply-details = اللغة والرخصة
reply-send = انشر هذه المداخلة
reply-means = النشر يوقّعها باسمك ويرسلها إلى كل عضو. يمكنك أن تصوغها من جديد لاحقًا؛ ويبقى ما سبق مقروءًا.
revise-head = صغها من جديد
revise-about = تظهر صياغتك الجديدة من الآن. وتبقى السابقة مقروءة، وتبقى الاقتباسات منها تشير إليها.
revise-text = الصياغة الجديدة
revise-send = انشر هذه الصياغة
revise-means = تُوقَّع وتُرسل كالأولى.

mark-title = ماذا تفعل به؟
mark-title-found = ماذا تفعل هذه الكلمات؟
mark-about = اختر أولًا المجموعة التي تناسب، ثم نوعًا من أنواعها: تسأل الاستمارة عندئذ عمّا يلزمه فقط.
mark-whole = كله
mark-passage = أي فقرة
mark-kind = أنت …
kind-agrees-about = تقول به أنت أيضًا. مثلًا: «نعم: من يستعمل الماء هو من يقرّر في شأنه».
kind-is-compatible-about = لا يلزمك أن تقول به، ولا شيء مما تقول به يعارضه. مثلًا: «لسنا نقولها هكذا، لكنها لا تخالفنا».
kind-sees-synergy-about = هو وشيء آخر يفعلان معًا أكثر. مثلًا: الطاحونة والتعاونية.
kind-sees-synergy-object = مع ماذا؟
kind-extends-about = يصحّ، ولأكثر مما قيل. مثلًا: لا للأنهار وحدها، بل للمياه الجوفية أيضًا.
kind-extends-object = إلى ماذا يمتد؟
kind-sides-with-about = حيث يتقابل رأيان تقف مع هذا. مثلًا: مع هذا، لا مع تركه للسوق.
kind-sides-with-object = في مقابل أي جانب؟
kind-partly-agrees-about = تقول ببعضه دون بعض. مثلًا: أن الأسعار ترتفع، لا أن التجار وحدهم يرفعونها.
kind-partly-agrees-object = مع أي جزء توافق؟
kind-accepts-but-about = تقبله ما دام أمر ما قائمًا. مثلًا: ما دام من هم أعلى النهر مسموعين.
kind-accepts-but-condition = بأي شرط؟
kind-disagrees-about = تقول إنه ليس كذلك. مثلًا: «لا: انخفضت الأسعار في ذلك العام».
kind-cautions-about = قد يكون صوابًا، وفيه خطر. مثلًا: أن يتكلم الأعلى صوتًا باسم الجميع.
kind-cautions-object = ما الخطر؟
kind-limits-about = لا يصحّ إلا إلى حدّ. مثلًا: في القرى لا في المدن.
kind-limits-object = إلى أي حدّ يصحّ؟
kind-challenges-about = تضع ما يسلّم به موضع سؤال. مثلًا: «من قال إن النمو مطلوب أصلًا؟»
kind-adds-about = ينقصه شيء. مثلًا: من يعملون بلا أجر.
kind-adds-object = ماذا تضيف؟
kind-emphasises-about = يستحق وزنًا أكبر مما أُعطي. مثلًا: «هذا هو لبّ الأمر».
kind-de-emphasises-about = هو صحيح، وأقل شأنًا مما يبدو. مثلًا: «هو كذلك، ولا يتوقف عليه كثير».
kind-reframes-about = تضع الأمر نفسه في إطار آخر. مثلًا: من نقص الماء إلى سؤال من يملكه.
kind-reframes-from = في أي إطار هو الآن؟
kind-reframes-to = كيف تراه أنت؟
kind-generalises-about = هو حالة من أمر أوسع. مثلًا: من كل خير يُستعمل معًا.
kind-generalises-object = من أي أمر هو حالة؟
kind-distinguishes-about = فيه أمران يؤخذان أمرًا واحدًا. مثلًا: ما يُملك معًا وما تملكه الدولة.
kind-distinguishes-from = ماذا تميّز؟
kind-distinguishes-to = عمّ؟
kind-links-about = يتصل بأمر في موضع آخر. مثلًا: بما قيل عن الغابات.
kind-links-object = بماذا تصله؟
kind-asks-about = هناك ما يجب جوابه قبل أن تحكم. مثلًا: «من يدفع ثمنه؟»
kind-asks-reason = ماذا تسأل؟
kind-answers-about = فيه سؤال، وأنت تجيب. مثلًا: «من يستعملونه، كل عام».
kind-leaves-open-about = لا يمكن حسمه الآن. مثلًا: لأن أحدًا لم يعدّ بعد.
kind-leaves-open-reason = لماذا يبقى مفتوحًا؟
kind-defers-about = يحسمه غيرك، أو دليل لم يأت بعد. مثلًا: أهل أسفل النهر.
kind-defers-object = إلى من، أو إلى أي دليل؟
mark-reason = لماذا، بكلماتك
mark-reason-hint = يجوز تركه فارغًا
mark-others = هذه الكلمات هي نفسها ملاحظة على شيء آخر
mark-others-which = إن كان أحد يوافق أو يحذّر أو يسأل بهذه الكلمات فاختر على ماذا؛ ثم قل ماذا تفعل.
mark-found = يقولها { $who } بهذه الكلمات:
mark-details = أي فقرة، وبأي لغة
mark-others-about = أنت تنبّه إليها، موقّعًا باسمك؛ وليست فعلًا لصاحبها حتى يقول ذلك.
mark-send = انشر هذه الملاحظة
mark-means = تقف بجانب الفقرة موقّعة باسمك. ولك أن تسحبها؛ وعندئذ تقول ذلك.

moves-title = الملاحظات
moves-open-title = أسئلة لم يُجب عنها أحد
moves-about = ما تفعله الأصوات بكلام بعضها بعضًا: توافق، تحذّر، تعيد التأطير، تسأل، وغير ذلك.
moves-all = كل الملاحظات
moves-open = الأسئلة التي لم يُجب عنها أحد
moves-list = الملاحظات
moves-order = بالوقت.
moves-none = لم يلاحظ أحد شيئًا بعد. افتح حوارًا واختر فقرة.
moves-none-open = لكل سؤال طُرح جواب.
moves-none-step = اقرأ الحوارات
moves-by-kind = نوعًا نوعًا
remark-about = على { $target }
remark-found-in = تقف في هذه الكلمات:
remark-mark = لاحظ على هذه الملاحظة
remark-dispute = نازع فيها
remark-on-source = لاحظ عليه
disputes-head = متنازع فيها
answers-head = الأجوبة
answers-none = لم يُجب أحد عن هذا بعد.
answer-open = افتح هذا الجواب
answer-accepted-by = قبله { $who }
answer-mark = أجب عنه
answer-in-turn = أجب عنه في مداخلة
accept-head = اقبل جوابًا
accept-about = لمن سأل أن يقول إن ملاحظة أو مداخلة أجابت سؤاله.
accept-which = أي جواب
accept-words = كلمات قليلة
accept-send = اقبله
remarks-head = الملاحظات
remarks-none = لم يلاحظ عليه أحد بعد.
lift-head = استخرج منها قولًا
lift-about = القول جملة قصيرة واحدة لغيرك أن يصوّت عليها. قلها بالمعنى الذي قصده صاحبها؛ وتبقى الفقرة مرتبطة به.

since-here = جديد منذ { $when }
since-new = { $count ->
    [one] منذ كنت هنا، { $when }، وصلت مداخلة واحدة: { $first }.
    [two] منذ كنت هنا، { $when }، وصلت مداخلتان؛ والأولى { $first }.
    [few] منذ كنت هنا، { $when }، وصلت { $count } مداخلات؛ والأولى { $first }.
   *[other] منذ كنت هنا، { $when }، وصلت { $count } مداخلة؛ والأولى { $first }.
}
since-nothing = لم يصل شيء منذ كنت هنا، { $when }.
read-so-far = قرأت إلى هنا
read-so-far-about = يُحفظ على هذا الجهاز وحده؛ وفي المرة القادمة يُعلَّم الجديد
crumb-turn = في الحوار { $dialogue }
crumb-mark = ملاحظة على { $what }

preview-head = هكذا سيُقرأ
preview-about = محفوظ على هذا الجهاز. لا يراه غيرك حتى تنشره.
preview-speaks = تتكلم { $standpoint }
preview-nothing = لا كلمات فيها بعد.
draft-see = انظره أولًا
draft-forget = ارمِ المسودة
draft-kept = ما كتبته محفوظ مسودةً على هذا الجهاز.
similar-head = قيل من قبل ما يشبهه كثيرًا
similar-about = لعل واحدًا من هذه يقوله؛ فأجب عنه، أو صوّت عليه، أو قل فيم تختلف.
turn-before = المداخلة السابقة، { $number }
turn-after = المداخلة التالية، { $number }
near-thing = { $what }: { $words }
near-thing-by = { $what }: { $words } ({ $who })
near-find = ابحث عن غيره
near-nothing = لا شيء هنا فيه هذه الكلمات. جرّب أقل منها أو غيرها.
present-answering = { $count ->
    [one] { $who } يجيب عن المداخلة { $number }.
   *[other] { $who } يجيبون عن المداخلة { $number }.
}
present-writing = { $count ->
    [one] { $who } يكتب مداخلة.
   *[other] { $who } يكتبون مداخلات.
}
present-self = تكتب هذا في نافذة أخرى، أو كنت تكتبه قبل لحظة. يبقى ما يُحفظ أخيرًا.
remarks-all = كل الملاحظات عليه
