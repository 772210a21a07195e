# الإطار والتنقّل والأفعال الرئيسة. ما ليس هنا يُقال بالإنجليزية ويُعلَّم بلغته.

product = Polylogue
skip = إلى النص
contents = المحتويات
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
turn-title = المداخلة { $number } لـ{ $who }
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
