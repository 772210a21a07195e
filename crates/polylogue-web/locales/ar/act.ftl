# ما يمكن فعله بما قيل؛ المحضر؛ السجل.

thing-title = عن هذه القطعة
thing-more = اسحب، ترجم، اقترح، وغير ذلك
thing-about = ما صار إليه
thing-back = ارجع إلى حيث يقف
thing-signed = وقّعه
thing-brought-in = أُحضر في
thing-counts = ما صار إليه
thing-text = النص
thing-id = المعرّف
thing-acts = ماذا يمكنك أن تفعل

withdraw-head = اسحبه
withdraw-about = يبقى مقروءًا ويقول إنك سحبته. ولكي تزول الكلمات فامحُها.
withdraw-send = اسحبه
dispute-head = نازع فيه
dispute-about = قل لماذا تخطئ ملاحظة أو نسبة أو سجل. ويقف اعتراضك بجانبه.
dispute-send = نازع فيه
erase-head = امحُ كلماته
erase-about = تزول الكلمات من هذا الجهاز حالًا، ومن غيره حين يعلم بذلك. ويبقى أن شيئًا قيل ومن قاله ومتى. وقد تبقى نسخ عند من لا يلتزم بالقواعد.
erase-about-moderator = تغيب الكلمات عن النظر حالًا، وتُتلف بعد المهلة التي في الميثاق. وسببك علني ويمكن الرد عليه.
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

log-about = ما فُعل في شأن الناس والكلمات والميثاق، من فعله ولماذا. ولأيٍّ كان أن يجيب.
log-none = لم يحدث شيء بعد.
log-record = السجل الكامل، قطعة قطعة
minute-founding = أسّس { $who } هذا المشاع.
minute-resolution = اقترح { $who } تغيير الميثاق.
minute-assent = أقرّ { $who } تغييرًا للميثاق.
minute-moderator-erase = محا { $who } كلمات بصفته مشرفًا. { $about }
minute-erase = محا { $who } كلمات له.
minute-admit = رحّب { $who } بـ{ $whom }.
minute-vouch = زكّى { $who } { $whom }.
minute-removal = أنهى { $who } عضوية { $whom }.
minute-doors-closed = { $count ->
    [one] أُغلقت دعوة واحدة كتبها أو دخل بها: من يدخل بها الآن ينتظر مع القادمين الجدد.
    [two] أُغلقت دعوتان كتبهما أو دخل بإحداهما: من يدخل بإحداهما الآن ينتظر مع القادمين الجدد.
    [few] أُغلقت { $count } دعوات كتبها أو دخل بها: من يدخل بإحداها الآن ينتظر مع القادمين الجدد.
   *[other] أُغلقت { $count } دعوة كتبها أو دخل بها: من يدخل بإحداها الآن ينتظر مع القادمين الجدد.
}
minute-leave = غادر { $who }.
minute-join = دخل { $who }.
minute-hide = أخفى { $who } هذا: { $about }
minute-restore = أعاد { $who } إظهار { $about }
minute-restore-something = أعاد { $who } إظهار ما كان مخفيًا.
minute-shown-again = أُعيد إظهاره بعد ذلك.
minute-resolution-carried = غيّر { $who } الميثاق.
minute-thing-by = { $what } من { $who }
a-perspective = منظور
a-question = سؤال دائم
a-dialogue = حوار
a-turn = مداخلة
a-claim = قول
a-remark = ملاحظة
a-source = عمل في المكتبة
a-practice = ممارسة
a-profile = تعريف
a-piece = قطعة
law-change-granted = لـ{ $who } مهمة { $office } حتى { $day }.
law-change-recalled = لم تعد لـ{ $who } مهمة { $office }.
law-change-keeper = صار { $who } من أمناء الميثاق.
law-change-keeper-gone = لم يعد { $who } من أمناء الميثاق.
law-change-until = يصونه الأمناء حتى { $day }.
law-change-admission = من يدخل: { $who }.
law-change-licence = ما يُقال هنا برخصة { $licence }.
law-change-charter = كلمات الميثاق غير ما كانت.
law-change-none = يترك كل شيء كما كان.
minute-hold = طلب { $who } الانتظار في شأن { $about }
minute-appeal = أجاب { $who } عن فعل.
minute-closing = أغلق { $who } عدًّا.
minute-count-without = يعدّ { $who } خريطة هذا: { $about }، أيضًا دون { $people ->
    [one] شخص واحد
    [two] شخصين
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}؛ وتبقى خريطة الجميع
minute-count-without-under-nothing = يعدّ { $who } خريطة الأقوال التي ليست تحت شيء أيضًا دون { $people ->
    [one] شخص واحد
    [two] شخصين
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}؛ وتبقى خريطة الجميع
minute-count-all = جعل { $who } خريطة هذا تُعدّ من جديد للجميع وحدهم: { $about }
minute-count-all-under-nothing = جعل { $who } خريطة الأقوال التي ليست تحت شيء تُعدّ من جديد للجميع وحدهم
minute-invitation = صنع { $who } دعوة.
minute-invitation-close = أغلق { $who } دعوة.
minute-handover = انتقل { $who } إلى مفتاح جديد.
minute-device-add = أضاف { $who } جهازًا.
minute-device-end = أنهى { $who } جهازًا.
minute-other = فعل { $who } شيئًا لا يقوله هذا الإصدار.
minute-no-reason = دون سبب.
appeal-head = أجب عن هذا
appeal-text = جوابك
appeal-send = انشر الجواب
restore-head = أظهره من جديد
restore-send = أظهره من جديد
changes-head = تغيّر بعد ذلك
changes-about = ما كان محسوبًا ولم يعد، أو العكس، بعد وصول شيء
changes-piece = هذه القطعة:
changes-because = لأنه وصل: { $what }.
changes-what = هذا

record-title = كل ما وصل
record-about = سطر لكل قطعة، فيه أول كلماتها وما صار إليها؛ آخر ما وصل أولًا. ويُحفظ كله.
record-what = ماذا
record-none = لم يصل من هذا شيء.
record-day = وصل في { $day }
record-signed = وُقّع { $when }
record-show = اعرض هذه
did-found = أسّس هذا المشاع
did-propose = اقترح تغيير الميثاق
did-assent = أقرّ تغييرًا للميثاق
did-invite = صنع دعوة
did-close-invitation = أغلق دعوة
did-join = دخل
did-admit = رحّب بقادم جديد
did-vouch = زكّى قادمًا جديدًا
did-remove = أنهى عضوية
did-leave = غادر
did-add-device = أضاف جهازًا
did-end-device = أنهى جهازًا
did-hand-over = انتقل إلى مفتاح جديد
did-line-clause = قال على هيئة بيانات ما يقوله
did-line-place = وضعه في موضع آخر
did-line-strike = شطبه أو أعاده
erase-quoted = { $count ->
    [one] فعل موقَّع واحد يقتبس كلمات منه ولا يمكن تغييره: لا تظهر في أي صفحة بعد، وتبقى في السجل وفي النسخ والطبعات.
   *[other] { $count } من الأفعال الموقَّعة تقتبس كلمات منه ولا يمكن تغييرها: لا تظهر في أي صفحة بعد، وتبقى في السجل وفي النسخ والطبعات.
}
erase-quoted-where = أين يُقتبس
