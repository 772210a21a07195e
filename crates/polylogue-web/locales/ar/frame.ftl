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
