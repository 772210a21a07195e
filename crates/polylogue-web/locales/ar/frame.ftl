# إطار كل صفحة، والأوقات، والكلمات الصغيرة التي تصل.

product = Polylogue
skip = إلى النص
contents = المحتويات
contents-more = المزيد
title-in-commons = { $page } · { $commons }
title-alone = { $page } · Polylogue
title-refused = لم يتم: { $page }
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
keys-answer = الذهاب إلى موضع الكتابة
keys-mark = على مقطع: تسجيل خطوة
keys-lift = على مقطع: استخراج قول
keys-send = نشر ما كتبته
keys-vote = على قول: موافقة، اعتراض، امتناع
keys-undo = سحب آخر ما فعلته
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
foot-only-here = { $count ->
    [one] مشاركة واحدة لك على هذا الجهاز وحده · { $what }
    [two] مشاركتان لك على هذا الجهاز وحده · { $what }
    [few] { $count } مشاركات لك على هذا الجهاز وحده · { $what }
   *[other] { $count } مشاركة لك على هذا الجهاز وحده · { $what }
}
foot-only-here-what = ماذا يعني ذلك
foot-nowhere = كل ما هنا على جهازك أنت؛ لا حاجة إلى خادم ولا إلى حساب

done = تمّ، ووُقّع باسمك.
done-undo = اسحبه

pages = أجزاء هذه القائمة
pages-before = الجزء السابق
pages-after = الجزء التالي
pages-shown = { $first } إلى { $last } من { $all }
pages-next = { $count } التالية
pages-previous = { $count } السابقة
pages-beyond = { $all ->
        [one] تنتهي هذه القائمة قبل هذا الموضع: فيها عنصر واحد.
        [two] تنتهي هذه القائمة قبل هذا الموضع: فيها عنصران.
       *[other] تنتهي هذه القائمة قبل هذا الموضع: عدد عناصرها { $all }.
    }
pages-first = إلى أولها
number = { $number }
not-yet = ليس بعد
not-known = غير معروف
not-heard = لم يُسمع

time-today = اليوم { $clock } UTC
time-yesterday = أمس { $clock } UTC
time-day = { $day } { $month } { $year }
time-earlier = (بساعة متأخرة)
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
perspective-not-here = منظور لم يصل بعد
speaker-within = عن { $perspective }، من داخله
speaker-behalf = عن { $perspective }، نيابةً عنه
unnamed-speaker = متكلم غير مسمّى
recorded-by = سجّله { $who }

brought-in-by = أدخله { $who }
brought-in-named = أحضره { $who } من { $source }
brought-in-whole = أحضره { $who } من { $source } في { $day }
brought-in-pasted = نص أُلصق
brought-in-repaired = أحضره { $who } من { $source }. لا تسمّي تلك الصفحة متكلمها؛ والاسم على مثال جاراتها.
brought-in-unnamed = أحضره { $who } من { $source }، ولا متكلم مسمّى هناك
brought-in-paraphrased = أعاد { $who } صياغته عن { $source }، وليس بكلمات المتكلم
brought-in-licence = ، { $licence }

fate-not-here = لم يصل النص إلى هنا بعد. يُعرف من وقّعه ومتى؛ والكلمات تتبع.
fate-erased = محا صاحبه كلماته. ويبقى أن أحدًا قال شيئًا هنا، ومتى.
fate-erased-because = محا صاحبه كلماته: { $reason }
fate-erased-moderator = محا مشرف كلماته. يقول المحضر من هو، ولك أن تجيب هناك.
fate-erased-moderator-because = محا مشرف كلماته: { $reason } يقول المحضر من هو، ولك أن تجيب هناك.
fate-hidden = أخفاه مشرف. يقول المحضر لماذا، ولك أن تجيب هناك.
fate-hidden-because = أخفاه مشرف: { $reason } يقول المحضر من هو، ولك أن تجيب هناك.
fate-minute = إلى المحضر
emptied-by-author = (محاه صاحبه)
emptied-by-moderator = (محاه مشرف)
hidden-by-moderator = (أخفاه مشرف)
taken-back = (سُحب)
text-not-here = (لم يصل نصه بعد)
perspective-gone = منظور مُحي أو أُخفي
dialogue-gone = لا يمكن أن يُقال في هذا الحوار شيء بعد؛ ويبقى ما قاله الآخرون فيه.
fate-withdrawn = سحبه صاحبه. يبقى مقروءًا ولا يُحسب مما قيل.
fate-withdrawn-because = سُحب: { $reason } ويبقى مقروءًا.

thing-perspective = منظور
thing-question = سؤال دائم
thing-dialogue = حوار
thing-turn = مداخلة
thing-claim = قول
thing-move = ملاحظة
thing-source = عمل في المكتبة
thing-practice = ممارسة
thing-person = شخص
thing-not-here = شيء لم يصل بعد
thing-vote = صوت
thing-lineage = تغيّر في اسم أو قول
thing-profile = تعريف
thing-translation = ترجمة
thing-suggestion = اقتراح
thing-law = ميثاق
thing-membership = عضوية
thing-moderation = إشراف
thing-device = جهاز
thing-other = تدوينة
thing-newer = شيء من إصدار أحدث

tally = { $agree } موافق، { $disagree } غير موافق، { $pass } ممتنع
tally-matters = ، ويهمّ { $count } منهم

lineage-renamed = صار اسم { $from }: { $to }
lineage-split = صار { $from }: { $to }
lineage-merged = صار { $from } واحدًا: { $to }
lineage-dropped = تُرك { $from }
lineage-dropped-for = تُرك { $from } لأجل { $to }
lineage-reworded = صيغ { $from } من جديد: { $to }
lineage-fused = يظهر { $from } و{ $to } واحدًا
lineage-changed = تغيّر { $from }

move-agrees = { $who ->
    [you] توافق
   *[other] يوافق
}
move-is-compatible = { $who ->
    [you] تراه متوافقًا
   *[other] يتوافق معه
}
move-sees-synergy = { $who ->
    [you] ترى تآزرًا
   *[other] يرى تآزرًا
}
move-extends = { $who ->
    [you] توسّعه
   *[other] يوسّع
}
move-sides-with = { $who ->
    [you] تنحاز إليه
   *[other] ينحاز إلى
}
move-partly-agrees = { $who ->
    [you] توافق جزئيًا
   *[other] يوافق جزئيًا
}
move-accepts-but = { $who ->
    [you] تقبله، لكن
   *[other] يقبل، لكن
}
move-disagrees = { $who ->
    [you] لا توافق
   *[other] لا يوافق
}
move-cautions = { $who ->
    [you] تحذّر
   *[other] يحذّر
}
move-limits = { $who ->
    [you] تحدّه
   *[other] يحدّ
}
move-challenges = { $who ->
    [you] تعترض عليه
   *[other] يعترض
}
move-adds = { $who ->
    [you] تضيف إليه
   *[other] يضيف
}
move-emphasises = { $who ->
    [you] تشدّد عليه
   *[other] يشدّد
}
move-de-emphasises = { $who ->
    [you] تخفّف منه
   *[other] يخفّف
}
move-reframes = { $who ->
    [you] تعيد تأطيره
   *[other] يعيد التأطير
}
move-generalises = { $who ->
    [you] تعمّمه
   *[other] يعمّم
}
move-distinguishes = { $who ->
    [you] تميّز
   *[other] يميّز
}
move-links = { $who ->
    [you] تربطه
   *[other] يربط
}
move-asks = { $who ->
    [you] تسأل
   *[other] يسأل
}
move-answers = { $who ->
    [you] تجيب
   *[other] يجيب
}
move-leaves-open = { $who ->
    [you] تتركه مفتوحًا
   *[other] يتركه مفتوحًا
}
move-defers = { $who ->
    [you] تحيله
   *[other] يحيل
}
move-of-newer-version = ملاحظة من إصدار أحدث
move-condition = بشرط: { $condition }
move-from-to = من { $from } إلى { $to }
move-distinguishes-from = { $from } من { $to }
move-marked-by = نبّه إليها { $who }
move-all-marked-by = نبّه إليها كلها { $who }
move-marked-in = في { $place } · نبّه إليها { $who }
move-disputed = { $count ->
    [one] متنازع فيها
   *[other] نازع فيها { $count }
}
move-on = على

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
underline-support = التأييد خط واحد
underline-qualified = التأييد المشروط خط متقطع
underline-challenge = الاعتراض خط مزدوج
underline-transform = التحويل خط منقّط
underline-ask = السؤال خط متموج

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

language = اللغة
field-language = لغة كلماتك
field-language-hint = رمزًا: ar، en، es
field-licence = الرخصة
field-reason = لماذا
field-reason-hint = سيقرؤه آخرون

speak-for = تتكلم عن
speak-oneself = نفسك
speak-perspective = المنظور
speak-within = من داخله
speak-behalf = نيابةً عنه
only-members-speak = يكتب هنا الأعضاء وحدهم. لك أن تتابع القراءة؛ ودعوة عضو تُدخلك.
only-votes = أُدخلت لتصوّت لا لتكتب. اطلب من مُرحِّب أن يُدخلك لكل شيء.
only-members-vote = يصوّت هنا الأعضاء وحدهم. دعوة عضو تُدخلك.
newcomer-counts-later = أنت قادم جديد هنا. يظهر ما تكتبه كذلك، ويُحسب من أوله حين يرحّب بك عضو.
trial-about = هذه تجربة، ويزول كل ما فيها حين توقف البرنامج. لتحتفظ بمشاعٍ شغّل «polylogue serve».
refused-elsewhere = ما كتبته
refused-text-kept = ما كتبته باقٍ أدناه كما هو.

signs-about = نوعان من العلامات لا غير: علامة مصمتة للمنظور، ومرسومة للملاحظة. ولا تقف علامة دون كلمتها.
signs-kind = الملاحظة
signs-polarity = الاتجاه
signs-plain = في النص العادي
signs-asks = تطلب منك
signs-passages = على فقرة

languages-title = لغة الصفحات
languages-about = يبقى ما كتبه الناس باللغة التي كتبوه بها.
languages-which = تتكلم الصفحات
languages-browser = كما يطلب المتصفح
languages-send = اخترها
languages-means = تسري على كل مشاع في هذا الجهاز، وعليك وحدك.

foot-find = ابحث، أو اذهب إلى
languages-other = اختر لغة أخرى
