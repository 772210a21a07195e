# الإطار والتنقّل والأفعال الرئيسة. ما ليس هنا يُقال بالإنجليزية ويُعلَّم بلغته.

product = Polylogue
skip = إلى النص
contents = المحتويات
contents-more = المزيد
title-in-commons = { $page } · { $commons }
title-alone = { $page } · Polylogue
between = { " · " }
list-next = { "، " }
list-last = { " و" }

part-home = المشاع
part-dialogues = الحوارات
part-perspectives = المنظورات
part-questions = الأسئلة
part-claims = الأقوال
part-moves = الملاحظات
sift-title = أين يقف كلّ منظور
part-people = الناس
part-sources = المكتبة
part-practices = الممارسات
part-search = البحث
part-charter = الميثاق
part-log = المحضر
part-signs = العلامات المستعملة هنا
part-settings = اسمك
part-commons-list = مشاعات أخرى

live-new = جديد في هذه الصفحة:
live-lost = لم تعد هذه الصفحة تعلم بالتغييرات: برنامج Polylogue على هذا الجهاز لا يجيب. ما تكتبه باقٍ هنا.
live-words = الكلمات المأخوذة:
live-kept = المسودة محفوظة على هذا الجهاز.
live-unkept = لم يمكن حفظ المسودة. ستُعاد المحاولة؛ انسخ كلماتك قبل أن تغادر.

keys-head = المفاتيح
keys-help = هذه المفاتيح
keys-search = البحث
keys-turns = المداخلة التالية، والسابقة
keys-answer = كتابة جواب
keys-vote = على قضية: موافقة، اعتراض، امتناع
keys-undo = التراجع عن آخر ما فعلته
keys-words = على رقم الفقرة: أخذ كلماتها واحدة بعد أخرى
keys-on = الحروف المفردة تعمل مفاتيح
keys-close = إغلاق

foot-alone = على هذا الجهاز وحده
foot-peers = { $known ->
    [one] { $heard ->
        [0] نظير واحد، لم يصل منه خبر اليوم
       *[other] نظير واحد، وصل منه خبر اليوم
    }
   *[other] وصل اليوم خبر من { $heard } من أصل { $known } من النظراء
}
foot-nowhere = كل ما هنا على جهازك أنت؛ لا حاجة إلى خادم ولا إلى حساب

done = قيل ووُقّع باسمك.
done-undo = اسحبه

pages = أجزاء هذه القائمة
pages-before = الجزء السابق
pages-after = الجزء التالي
number = { $number }
not-yet = ليس بعد
not-known = غير معروف
not-heard = لم يُسمع

time-today = اليوم { $clock } UTC
time-yesterday = أمس { $clock } UTC
time-day = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

nameless = شخص بلا اسم ({ $key })
newcomer-beside-name = (قادم جديد، لا يُحتسب بعد)
speaker-within = عن { $perspective }، من داخله
speaker-behalf = عن { $perspective }، نيابةً عنه
unnamed-speaker = متكلم غير مسمّى
recorded-by = سجّله { $who }
brought-in-paraphrased = أعاد { $who } صياغته عن { $source }، وليس بكلمات المتكلم
brought-in-named = جاء به { $who } من { $source }

thing-perspective = منظور
thing-question = سؤال دائم
thing-dialogue = حوار
thing-turn = مداخلة
thing-claim = قول
thing-move = ملاحظة
turn-erase = امحه
turn-take-back = تراجع عنه
taken-back = (تراجع عنه صاحبه)
thing-source = عمل في المكتبة
thing-practice = ممارسة
thing-person = شخص

tally = { $agree } موافق، { $disagree } غير موافق، { $pass } تجاوز

move-agrees = يوافق
move-is-compatible = يتفق معه
move-sees-synergy = يرى تآزرًا
move-extends = يوسّع
move-sides-with = ينحاز إلى
move-partly-agrees = يوافق جزئيًا
move-accepts-but = يقبل، لكن
move-disagrees = لا يوافق
move-cautions = يحذّر
move-limits = يحدّ
move-challenges = يعترض
move-adds = يضيف
move-emphasises = يشدّد
move-de-emphasises = يخفّف
move-reframes = يعيد التأطير
move-generalises = يعمّم
move-distinguishes = يميّز
move-links = يربط
move-asks = يسأل
move-answers = يجيب
move-leaves-open = يتركه مفتوحًا
move-defers = يحيل
move-from-to = من { $from } إلى { $to }
move-marked-by = علّمها { $who }
move-all-marked-by = علّمها كلها { $who }

polarity-support = تأييد
polarity-qualified = تأييد مشروط
polarity-challenge = اعتراض
polarity-transform = تحويل
polarity-ask = سؤال
kinds-support = توافق أو تبني عليه
kinds-qualified = توافق جزئيًا
kinds-challenge = تعترض أو تحذّر
kinds-transform = تضيف أو تعيد الصياغة أو تميّز
kinds-ask = تسأل أو تجيب أو تتركه مفتوحًا

language = اللغة
field-language = لغة كلماتك
field-licence = الرخصة
field-reason = لماذا
speak-for = تتكلم عن
speak-oneself = نفسك
speak-perspective = المنظور
speak-within = من داخله
speak-behalf = نيابةً عنه

languages-title = لغة الصفحات
languages-about = يبقى ما كتبه الناس باللغة التي كتبوه بها.
languages-which = تتكلم الصفحات
languages-partly = جزئيًا؛ والباقي بالإنجليزية
languages-browser = كما يطلب المتصفح
languages-send = اخترها
languages-means = تسري على كل مشاع في هذا الجهاز، وعليك وحدك.

# المشاع

commons-title = مشاعاتك
commons-here = على هذا الجهاز
count-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
}
count-perspectives = { $count ->
    [zero] لا منظورات بعد
    [one] منظور واحد
    [two] منظوران
    [few] { $count } منظورات
   *[other] { $count } منظورًا
}
count-dialogues = { $count ->
    [zero] لا حوارات بعد
    [one] حوار واحد
    [two] حواران
    [few] { $count } حوارات
   *[other] { $count } حوارًا
}
count-questions = { $count ->
    [zero] لا أسئلة دائمة بعد
    [one] سؤال دائم واحد
    [two] سؤالان دائمان
    [few] { $count } أسئلة دائمة
   *[other] { $count } سؤالًا دائمًا
}
turns-count = { $count ->
    [zero] لا مداخلات بعد
    [one] مداخلة واحدة
    [two] مداخلتان
    [few] { $count } مداخلات
   *[other] { $count } مداخلة
}
found-head = أسّس مشاعًا
found-title = اسم المشاع
found-question = السؤال الذي يقوم عليه
found-name = اسمك فيه
found-send = أسّسه
join-title = ادخل بدعوة
join-open = استعمل دعوة
join-ticket = الدعوة
join-send = ادخل
home-over = السؤال الذي يقوم عليه هذا المشاع
home-begun = فتحه { $who } في { $day }
needs-head = ما الذي يحتاج إليك
needs-order = الأقدم أولًا. لا شيء يُرتَّب بحسب الشعبية.
needs-open = { $count ->
   *[other] أسئلة طُرحت ولم يُجب عنها أحد
}
needs-open-answer = أجب عنه
needs-unvoted = { $count ->
   *[other] أقوال { $vote }، من أصل { $all }
}
needs-unvoted-link = لم تصوّت عليها
latest-head = آخر المداخلات
latest-all = { $count ->
   *[other] كل المداخلات ({ $count })
}
latest-where = { $dialogue }، المداخلة { $number }
people-and-peers = الناس والنظراء
fact-you = أنت
fact-people = الناس
fact-peers = النظراء
fact-status = نظيرًا نظيرًا
invite-somebody = ادعُ أحدًا
invite-title = ادعُ أحدًا
invite-send = اصنع دعوة
law-head = كيف يُصان هذا المكان
inquiry-head = إلى أين وصل البحث
inquiry-state = الحالة
inquiry-turns = المداخلات
inquiry-open = أسئلة مفتوحة
inquiry-latest = آخر ما كُتب هنا

# الحوار

dialogue = حوار
dialogue-between = حوار بين { $perspectives }
begun-by = بدأه { $who }
dialogue-turns = المداخلات
dialogue-how-to-take = اختر فقرة برقمها لتجيب عنها أو تلاحظ عليها أو تستخرج منها قولًا.
state-planned = مخطَّط
state-open = مفتوح
state-closed = مغلق
turn-title = المداخلة { $number }، {"\u2068"}{ $who }{"\u2069"}
turn-answer = أجب
turn-mark = لاحظ
turn-lift = استخرج قولًا
turn-more = المزيد
take-answer = أجب عن هذه الفقرة
take-mark = لاحظ عليها
take-lift = استخرج منها قولًا
passage-number = الفقرة { $number }
marks-here = ملاحظات على هذه الفقرة
mark-key = الملاحظة { $letter }: { $kind }
quoted-turn = المداخلة { $number }
ask-open = سُئل ولم يُجب عنه
reply-head = مداخلتك
reply-text = ما تقوله
reply-send = انشر هذه المداخلة
reply-to = تجيب
reply-quoting = أجب عن مداخلة أو اقتبسها
reply-details = اللغة والرخصة
mark-title = ماذا تفعل به؟
mark-title-found = ماذا تفعل هذه الكلمات؟
mark-about = اختر ما يناسب، ثم تسأل الاستمارة عمّا يلزمه فقط.
mark-send = انشر هذه الملاحظة
dialogue-new = ابدأ حوارًا
begin-send = ابدأه
perspective-new = سمِّ منظورًا
perspective-send = سمِّه

# الأقوال والتصويت

claims-title = الأقوال
claims-vote = صوّت، قولًا قولًا
claims-progress = صوّتَّ على { $done } من { $count }
claim-new = اكتب قولًا
claim-send = ضع هذا القول
vote-title = التصويت
vote-agree = أوافق
vote-pass = أتجاوز
vote-disagree = لا أوافق
vote-undo = اسحبه
vote-reason = سببك
vote-matters = هذا يهمّني
vote-later = اتركه لوقت آخر
vote-list = القائمة
search-words = كلمات تبحث عنها
search-send = ابحث
search-anything = أي شيء
search-by = قالها

begin-head = ابدأ من هنا
begin-here-about = قل رأيك في قول واحد. يمكنك أن تغيّره أو تسحبه.
begin-here-read = أو اقرأ { $turn } وأجب عنها
vote-before-first = قبل تصويتك الأول: يُوقَّع الصوت باسمك في هذا المشاع، ويُنسخ إلى كل عضو، ولا يمكن استرداده من نسخهم. يمكنك أن تغيّره أو تسحبه؛ وتعرض الصفحة عندئذ الجديد.
needs-open-oldest = أقدمها ينتظر منذ { $when }: { $question }
needs-on-behalf-only = { $count ->
   *[other] منظورات لا يتكلم عنها إلا من ليس فيها
}
needs-unheard = { $count ->
   *[other] منظورات لم تُسمع قط: { $perspectives }
}
needs-unheard-invite = ادعُ من هو فيها
needs-new-turns = { $count ->
   *[other] مداخلات جديدة منذ زرتها آخر مرة، في { $dialogues }
}
needs-newcomers = { $count ->
   *[other] قادمون جدد ينتظرون الترحيب:
}
needs-nothing = لا شيء ينتظرك. لكل سؤال جواب، وقد صوّتَّ على كل الأقوال.
needs-nothing-step = اقرأ الحوارات
latest-none = لم يتكلم أحد بعد. قد تكون المداخلة الأولى جملة واحدة.
fact-people-are = { $count ->
    [one] عضو واحد، أنت
    [two] عضوان
    [few] { $count } أعضاء
   *[other] { $count } عضوًا
}
fact-peers-none = لا أحد بعد: كل شيء على هذا الجهاز وحده
fact-peers-are = { $known } معروفون، ووصل اليوم خبر من { $heard }
fact-held = عندهم
fact-held-all = كل ما كتبته
law-keepers = { $count ->
    [one] { $who } يصون الميثاق.
   *[other] { $who } يصونون الميثاق معًا.
}
law-read = { $version ->
    [1] اقرأ الميثاق كما أُسّس
   *[other] اقرأ الميثاق، النسخة { $version }
}
law-few-keepers = مكان بهذا الحجم ينبغي أن يصونه ثلاثة، كي لا يتوقف على شخص واحد.
inquiry-caption = الحوارات التي تنتظر جوابًا أولًا.
dialogue-open-questions = { $count ->
   *[other] أسئلة تنتظر جوابًا: { $count }
}
dialogue-questions = { $count ->
   *[other] الأسئلة الدائمة التي يدور عليها ({ $count })
}
dialogue-empty = لم يتكلم أحد بعد. يبدأ الحوار حين يقول صوت كيف تبدو الأمور من حيث يقف؛ تكفي جملتان.
claims-lifted = { $count ->
   *[other] أقوال مستخرجة من هذه المداخلة: { $count }
}
claims-about = القول جملة قصيرة يمكن أن يوافق عليها المرء أو لا يوافق. تُستخرج مما قاله أحد، أو تُكتب هنا.
claim-held = يقول به
claim-under = تحت
claim-not-voted = لم تصوّت بعد
origin-head = من أين جاء
vote-reason-hint = إن شئت؛ يُرسل مع صوتك ويُوقَّع
vote-reshape = صغه أفضل، أو قسّمه
vote-whole-page = كل شيء عن هذا القول
vote-of = { $done } من { $count }
vote-order = يأتي أولًا ما يقول أكثر، حوارًا بعد آخر، ولكل شخص ترتيب خاص به. لك أن تتوقف متى شئت.
read-so-far = قرأت إلى هنا
read-so-far-about = يُحفظ على هذا الجهاز وحده؛ وفي المرة القادمة يُعلَّم الجديد
draft-see = انظره أولًا
draft-kept = ما كتبته محفوظ مسودةً على هذا الجهاز.
preview-head = هكذا سيُقرأ
reply-to-nobody = لا أحد بعينه
reply-means = النشر يوقّعها باسمك ويرسلها إلى كل عضو. يمكنك أن تصوغها من جديد لاحقًا؛ ويبقى ما سبق مقروءًا.
foot-find = ابحث، أو اذهب إلى
people-how-invitation = يدخل الناس بدعوة من عضو.
members-head = الأعضاء
charter-keepers = من يصونه
offices-head = المهام
log-none = لم يحدث شيء بعد.
settings-title = اسمك هنا
profile-name = الاسم الذي يراه الآخرون
profile-send = احفظه
wrong-not-found = لا شيء في هذا العنوان
wrong-not-found-about = ربما لم يصل إلى هذا الجهاز بعد، أو أن العنوان غير كامل. لم يضع شيء مما كتبته.
wrong-home = إلى المشاع
needs-second-perspective = سُمّي منظور واحد. سمِّ المنظور الذي ينبغي أن يلقاه، أو ابدأ حوارًا.
needs-first-perspective = تبدأ المحادثة حين يُسمّى منظوران. أيّهما منظورك؟
needs-first-dialogue = سُمّيت المنظورات. وفي الحوار يلتقي بعضها ببعض.

part-maps = الخريطة
maps-title = خرائط الآراء
map-over = خريطة الآراء
map-shared = الأرضية المشتركة
map-divisions = نقاط الانقسام
map-groups = المجموعات
map-next = ما يُسأل بعد ذلك
map-unknown = أصوات أقل من أن تقول شيئًا
map-picture-head = الخريطة
map-you = أنت
map-group = المجموعة
map-person = الشخص
map-votes = الأصوات
seat-head = أين تقف
# ما يُرى أكثر من غيره

time-earlier = (بساعة متأخرة)
perspective-not-here = منظور لم يصل بعد
brought-in-licence = ، { $licence }
brought-in-unnamed = أحضرها { $who } من { $source }، ولا متكلم مسمّى هناك
brought-in-repaired = أحضرها { $who } من { $source }. لا تسمّي تلك الصفحة متكلمها؛ والاسم على مثال جاراتها.
thing-not-here = شيء لم يصل بعد
move-on = على
needs-condition = شرطًا
needs-from-to = من … إلى …
needs-from-that = هذا من ذاك
needs-question = السؤال
needs-reason = لماذا
needs-danger = الخطر
needs-part = أي جزء
needs-over = على ماذا
needs-how-far = إلى أي حدّ
needs-to-whom = إلى من، أو إلى أي دليل
needs-with-what = مع ماذا
needs-what = ماذا
needs-to-what = إلى ماذا
field-language-hint = رمزًا: ar، en، es
field-reason-hint = سيقرؤه آخرون
only-members-speak = يكتب هنا الأعضاء وحدهم. لك أن تتابع القراءة؛ ودعوة عضو تُدخلك.
only-members-vote = يصوّت هنا الأعضاء وحدهم. دعوة عضو تُدخلك.
newcomer-counts-later = أنت قادم جديد هنا. يظهر ما تكتبه كذلك، ويُحسب من أوله حين يرحّب بك عضو.
refused-text-kept = ما كتبته باقٍ أدناه كما هو.
languages-other = اختر لغة أخرى
signs-about = نوعان من العلامات لا غير: علامة مصمتة للمنظور، ومرسومة للملاحظة. ولا تقف علامة دون كلمتها.
signs-kind = الملاحظة
signs-polarity = الاتجاه
signs-plain = في النص العادي
signs-asks = تطلب منك
signs-passages = على فقرة
underline-support = التأييد خط واحد
underline-qualified = التأييد المشروط خط متقطع
underline-challenge = الاعتراض خط مزدوج
underline-transform = التحويل خط منقّط
underline-ask = السؤال خط متموج

commons-about = المشاع مكان يعمل فيه أناس يقفون في مواضع مختلفة على أمر معًا. وكلٌّ من المشاركين يحمله كله.
commons-none = لا شيء هنا بعد. أسّس مشاعًا أدناه، أو انضمّ إلى واحد بدعوة.
you-are-member = أنت عضو
you-are-newcomer = تقرأ معنا قادمًا جديدًا
found-about = لا يلزمه إلا اسم وسؤال. ولكل ما عداهما جواب معقول يمكن تغييره لاحقًا.
found-question-hint = سؤال يودّ أناس من جهات مختلفة أن يجيبوا عنه
found-name-hint = أي اسم؛ ومشاع آخر يعرفك بمفتاح آخر
found-details = اللغة والرخصة ومن يدخل
found-means = تصونه عامًا ثم تجدّد. وقبل أن يأتي العضو العاشر سمِّ اثنين آخرين يصونانه.
join-about = ألصق الدعوة التي أُعطيتها. عندئذ يجلب جهازك المشاع من جهازهم؛ ولا يُنشأ حساب في أي مكان.
join-about-short = هل أعطاك أحد دعوة؟ بها يجلب جهازك مشاعهم.
join-ticket-hint = تبدأ بـ “polylogue”؛ وانقطاع الأسطر لا يضرّ
join-means = قد يستغرق هذا لحظة: يجب أن يكون أحد حاملي المشاع في المتناول.
invite-about = الدعوة نصٌّ تسلّمه باليد: بالبريد أو المحادثة أو الورق. ومن كان عنده قرأ كل شيء هنا، فلا تعطه إلا من تقصد.
invite-which = ماذا تفعل
invite-kind-invite = تجعله عضوًا
invite-kind-vote = تتيح له التصويت لا غير
invite-kind-read = تتيح له القراءة والمتابعة
invite-days = كم يومًا تبقى مفتوحة
invite-means = تصلح لأكثر من شخص إلى أن تنقضي أيامها أو تغلقها، وهي موقّعة باسمك. أما القراءة والمتابعة فلا أيام لها.
status-title = من يحمل ماذا
status-over = الحال
status-alone = كل شيء هنا على هذا الجهاز وحده. لا نسخة عند أحد حتى تدعو أحدًا أو تحمل نسخة.
status-local-only = هذا النظير ليس على الشبكة الآن.
status-peers = النظراء
status-peers-about = كما أخبرنا كلٌّ منهم آخر مرة، لا كما نرجو
status-no-peers = لا يُعرف نظير آخر بعد.
status-peer = النظير
status-has = عنده
status-lacks = ينقصه
status-heard = آخر خبر منه
status-of = { $has } من { $all }
status-connected = متصل الآن
status-never = لم يصل قط
status-sync = اسأل الجميع الآن
status-copy = احمل نسخة معك
copy-read-head = اقرأ نسخة محمولة
copy-read-about = النسخة المحمولة مشاع في ملف، جاء على قرص أو في بريد. يُفحص كل ما فيها كأن نظيرًا أرسله؛ وما هو هنا لا يتغير. تقبل هذه الصفحة ملفات حتى 32 ميغابايت.
copy-file = الملف
copy-read-send = اقرأه
status-mine = ما كتبته
status-mine-all = كله
status-mine-elsewhere = عند غيرك أيضًا
status-mine-here = على هذا الجهاز وحده
status-mine-all-here = كله
status-data = أين بياناتك
status-here = هذا المجلد
status-pieces = القطع المحفوظة
status-server = على خادم
status-server-none = لا شيء
status-odd = ما وُضع جانبًا

perspectives-about = المنظور موقف يشارك: مدرسة فكر أو حركة أو مكان أو طريقة عيش. يتكلم الناس من داخله أو نيابةً عنه.
perspectives-list = من يشارك
perspectives-order = من لم يُسمع يأتي أولًا.
perspectives-none = لم يُسمَّ منظور بعد. سمِّ ما تعرفه أكثر.
perspective-name = اسمه
perspective-short = اسم قصير
perspective-short-hint = للجداول؛ وقد يُترك
perspective-summary = ماذا يقول
perspective-summary-hint = بحيث يعرفه من يقف فيه
perspective-means = تُعطى له علامة تبقى له. ولأيٍّ كان أن يصوغه أفضل لاحقًا؛ وكل صياغة تبقى مقروءة.
perspective-named-by = سمّاه { $who }
perspective-sources = على ماذا يقوم
perspective-dialogues = أين سُمع
perspective-claims = أقواله
perspective-no-claims = لم يقل أحد ما أقواله.
perspective-lineage = من أين جاء
perspective-revise = صغه أفضل
heard-behalf = { $count ->
    [one] مداخلة واحدة نيابةً عنه؛ ولم يتكلم أحد من داخله
   *[other] مداخلات نيابةً عنه: { $count }؛ ولم يتكلم أحد من داخله
}
heard-within = { $count ->
    [one] مداخلة واحدة من داخله
   *[other] مداخلات: { $count }، منها من داخله { $within }
}
holds-claims = { $count ->
    [one] له قول واحد
   *[other] أقواله: { $count }
}
lineage-head = سجّل ما صار إليه
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
question-claims = الأقوال تحته
dialogues-about = في الحوار يتداول الناس الكلام: نصوص طويلة موقّعة تبقى كما قيلت. ولكل فقرة أن تُقتبس وتُجاب.
dialogues-list = الحوارات
dialogues-order = ما ينتظر جوابًا يأتي أولًا.
dialogues-none = لم يبدأ حوار. ابدأ حوارًا بين منظورين.
dialogue-nobody = لم يتكلم أحد بعد
begin-title = عنوانه
begin-about = عمّ يدور
begin-perspectives = المنظورات التي تلتقي
begin-questions = تحت أي أسئلة دائمة
begin-state = متى
begin-open = يُفتح الآن
begin-planned = مخطَّط
begin-scheduled = من أي يوم
begin-scheduled-hint = إن كان مخطَّطًا
begin-means = يراه الجميع هنا حالًا. ولك أن تغلقه وتفتحه من جديد.
dialogue-more = استرجع، ترجم، اقترح، وغير ذلك
state-change = افتحه أو أغلقه أو أرجئه
state-which = هذا الحوار
state-send = قل ذلك
turn-what-to-do = تناولها
turn-answer-head = أجب عنها
turn-mark-long = لاحظ عليها: وافق، حذّر، أعد التأطير، اسأل …
turn-more-long = استرجع، نازع، ترجم، اقترح، وغير ذلك
passage-which = أي فقرة
passage-number-which = الفقرة
passage-none = المداخلة كلها
passage-words = أو كلمات منها بعينها
passage-words-hint = منسوخة كما هي
marks-more = { $count ->
    [one] ملاحظة أخرى هنا
   *[other] ملاحظات أخرى هنا: { $count }
}
take-ask = اسأل عنها
remarks-on-turn = ملاحظات على هذه المداخلة: { $count }
remarks-in-turn = ملاحظات في هذه المداخلة: { $count }
quoted-elsewhere = حيث تقف
ask-accepted = أُجيب وقُبل الجواب
ask-offered = أجوبة معروضة: { $count }
reply-text-hint = ماركداون؛ والسطر الفارغ يبدأ فقرة
reply-closed = هذا الحوار مغلق. ولك أن تضيف مداخلة؛ قل لماذا ينبغي أن يُفتح.
reply-to-turn = المداخلة { $number }، { $who }
quote-paragraph = مقتبسًا فقرتها
quote-paragraph-hint = برقمها، مثل 3
quote-words = أو كلماتها بعينها
mark-whole = كله
mark-passage = أي فقرة
mark-kind = أنت …
mark-object = ما تطلبه: الخطر أو الجزء أو الشيء الآخر
mark-from = من
mark-to = إلى
mark-condition = بأي شرط
mark-reason = لماذا، أو السؤال نفسه
mark-others = هذه الكلمات هي نفسها ملاحظة على شيء آخر
mark-others-which = إن كان أحد يوافق أو يحذّر أو يسأل بهذه الكلمات فاختر على ماذا؛ ثم قل ماذا تفعل.
mark-found = يقولها { $who } بهذه الكلمات:
mark-details = أي فقرة، وبأي لغة
mark-others-about = التعليم لك، موقّع باسمك، وليس فعلًا له حتى يقول ذلك.
mark-means = تقف بجانب الفقرة موقّعة باسمك. ولك أن تسترجعها؛ وعندئذ تقول ذلك.
moves-title = الملاحظات
moves-about = ما تفعله الأصوات بكلام بعضها بعضًا: توافق، تحذّر، تعيد التأطير، تسأل، وغير ذلك.
moves-open = الأسئلة التي لم يُجب عنها أحد
moves-list = الملاحظات
moves-order = بالوقت.
moves-by-kind = نوعًا نوعًا
remark-about = على { $target }
remark-found-in = تقف في هذه الكلمات:
remark-mark = لاحظ على هذه الملاحظة
remark-dispute = نازع فيها
answers-head = الأجوبة
answers-none = لم يُجب أحد عن هذا بعد.
answer-mark = أجب عنه
answer-in-turn = أجب عنه في مداخلة
remarks-head = الملاحظات
remarks-none = لم يلاحظ عليه أحد بعد.
lift-head = استخرج منها قولًا
crumb-turn = في الحوار { $dialogue }
crumb-mark = ملاحظة على { $what }
preview-about = محفوظ على هذا الجهاز. لا يراه غيرك حتى تنشره.
draft-forget = ارمِ المسودة
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

people-how-open = لأيٍّ كان أن يكتب هنا. وترحيب عضو يجعل القادم الجديد محسوبًا.
people-how-vouching = يدخل الناس حين يزكّيهم عضو.
newcomers-head = قادمون جدد لم يُحسبوا بعد
newcomers-about = يظهر ما يكتبونه كذلك حتى يرحّب بهم أحد
newcomers-none = لا أحد ينتظر الترحيب.
members-alone = أنت وحدك هنا حتى الآن. والدعوة تستغرق دقيقة.
greet = رحّب
this-is-you = (أنت)
this-is-you-long = هذا أنت. اسمك في
is-member = عضو
is-voter = عضو، له أن يصوّت
is-newcomer = قادم جديد
has-left = غادر
was-removed = انتهت عضويته
office-greeter = مُرحِّب
office-moderator = مشرف
office-facilitator = ميسِّر
office-publisher = ناشر
root-entered = دوّنه مساعد
person-key = المفتاح
person-came = دخل
person-came-founder = أسّس هذا المشاع
person-devices = الأجهزة
person-one-device = واحد
person-name-is-claim = الاسم ما يسمّي به المرء نفسه؛ والمفتاح هو الذي يوقّع.
person-said = آخر ما قاله
person-search = كل ما قاله
person-said-nothing = لا شيء بعد.
charter-title = الميثاق
charter-entry = من يدخل
charter-empty = لم يُكتب بعد شيء غير ما يلي.
offices-none = لا مهمة لأحد. يدبّر الأعضاء أمرهم بغيرها.
proposals-head = الاقتراحات
proposals-none = لا شيء ينتظر الموافقة.
settings-about = تُعرف في هذا المشاع بمفتاح لك وبالاسم الذي تعطيه. ومشاع آخر يعرف مفتاحًا آخر.
profile-head = الاسم
profile-about = كلمات قليلة عنك
profile-about-hint = قد تُترك
profile-means = يراه الجميع هنا. والأسماء السابقة تبقى في السجل.
settings-key = المفتاح
settings-key-about = هذا يوقّع كل ما تكتبه هنا. نصفه السري لا يغادر هذا الجهاز؛ فاحفظ نسخة من مجلدك في مكان آمن.
presence-head = وأنت تكتب
presence-about = حين تكتب مداخلة أو جوابًا يرى المتصلون في تلك اللحظة «آنا تجيب عن المداخلة 4». لا يُوقَّع ذلك ولا يُحفظ ولا يُنقل إلى غيرهم، ويزول بعد دقيقة.
presence-which = الآخرون هنا
presence-on = لهم أن يروا متى أكتب، وأرى متى يكتبون
presence-off = لا يُخبَرون، ولا أُخبَر عنهم
presence-send = احفظ هذا
devices-title = أجهزتك
devices-lede = ما يوقّعه أحد أجهزتك يُحسب لك، في هذا المشاع وحده.
devices-open = انظر الأجهزة وأضف وأنهِ
leave-head = المغادرة
leave-open = غادر هذا المشاع
leave-send = غادر
leave-means = يرى الجميع هنا أنك غادرت.
log-about = ما فُعل في شأن الناس والكلمات والميثاق، من فعله ولماذا. ولأيٍّ كان أن يجيب.
log-record = السجل الكامل، قطعة قطعة
search-thing = النوع
search-any-perspective = أي منظور
search-nothing = لا شيء هنا فيه كل هذه الكلمات.
search-nobody = لا أحد هنا بهذا الاسم. جرّب أوله، أو انظر بين الناس.
search-people = لأكثر من واحد اسم كهذا؛ اختر واحدًا
thing-title = عن هذه القطعة
thing-more = استرجع، ترجم، اقترح، وغير ذلك
thing-about = ما صار إليه
thing-back = ارجع إلى حيث يقف
thing-signed = وقّعه
thing-counts = ما صار إليه
thing-text = النص
thing-id = المعرّف
thing-acts = ماذا يمكنك أن تفعل
withdraw-head = استرجعه
withdraw-about = يبقى مقروءًا ويقول إنك استرجعته. ولكي تزول الكلمات فامحها.
withdraw-send = استرجعه
dispute-head = نازع فيه
dispute-about = قل لماذا تخطئ ملاحظة أو نسبة أو سجل. ويقف اعتراضك بجانبه.
dispute-send = نازع فيه
erase-head = امحُ كلماته
erase-about = تزول الكلمات من هذا الجهاز حالًا، ومن غيره حين يعلم بذلك. ويبقى أن شيئًا قيل ومن قاله ومتى. وقد تبقى نسخ عند من لا يلتزم بالقواعد.
erase-send = امحُ
erase-means = لا يمكن الرجوع عن هذا.
hide-head = أخفِه
hide-about = يغيب عن النظر حتى يعيده أحد. وسببك علني ويمكن الرد عليه.
hide-send = أخفِه
translate-head = ترجمه
translate-about = تقف ترجمتك بجانب الأصل باسمك. والأصوات مشتركة بينهما.
translate-language = إلى أي لغة
translate-language-hint = رمزًا: ar، en، es
translate-text = الترجمة
translate-send = انشر هذه الترجمة
suggest-head = اقترح شيئًا
suggest-about = لا يحدث شيء ما لم يوافق أصحابه.
suggest-which = ماذا
suggest-fuse = أن يظهرا واحدًا
suggest-sequence = أن يُقرأ أحدهما بعد الآخر
suggest-dialogue = أن يوضعا في حوار
suggest-meet = أن يلتقي أصحابهما
suggest-keep-apart = أن يبقيا منفصلين
suggest-others = مع أيّها
suggest-send = اقترحه
hold-head = اطلب إرجاء نشره
hold-about = جماعة تحتاج وقتًا فيما بينها تطلب من الجميع الانتظار. وينتهي الطلب من نفسه.
hold-caucus = من يطلب
hold-days = كم يومًا
hold-send = اطلبه
verdict-accepted = يُحسب
charter-version = { $version ->
    [1] كما أُسّس في { $day }
   *[other] النسخة { $version }؛ أُسّس في { $day }
}
charter-keepers-until = حتى { $day }، ثم لا يمكنهم إلا التجديد
charter-one-keeper = شخص واحد يصون هذا المكان. ولو كانا اثنين آخرين لاستمرّ إن أصابه شيء.
charter-only-keepers = من يصونون الميثاق يقترحون تغييره؛ ويتغير حين يوافق أكثر من نصفهم.
admission-invitation = من يدعوه عضو
admission-vouching = من يزكّيه عضو
admission-open = لأيٍّ كان أن يكتب؛ وترحيب عضو يجعله محسوبًا
office-until = حتى { $day }
propose-head = اقترح تغييرًا
propose-send = اقترحه

invite-opened = الدعوات حتى الآن
invite-opened-by = أعدّها { $who } في { $day }
invite-until = صالحة حتى { $day }
invite-for = إلى { $whom }
invite-for-nobody = لمن تكون عنده
invite-used-by = استعملها { $who }
invite-used-by-more = { $count } غيرهم
invite-used-by-nobody = لم يستعملها أحد بعد
invite-lets-all = تجعله عضوًا
invite-lets-vote = تتيح له التصويت لا غير
invite-is-open = مفتوحة
invite-is-over = انقضت أيامها
invite-is-void = لا تُحسب: ليس لصاحبها أن يدعو
invite-closed = مغلقة
invite-close = أغلقها
invite-close-about = بإغلاقها لا يدخل بها أحد بعد ذلك، ويبقى من دخل بها.
invite-whom = لمن
invite-whom-hint = تذكير لك وحدك، يبقى على هذا الجهاز
record-none = لم يصل من هذا شيء.
record-day = وصل في { $day }
record-signed = وُقّع { $when }
record-show = اعرض هذه
fact-brought-in = ، ومن جيء بكلامهم: { $count }
brought-in-head = من جيء بكلامهم
brought-in-about = جاء عضو بكلامهم أو أصواتهم من مكان آخر: { $count }
