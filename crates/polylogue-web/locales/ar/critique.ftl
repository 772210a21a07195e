# التعليقات على سطر وما صار إليها، والأصوات على الصياغات، والرأي المخالف، والقوالب.

thing-comment = تعليق
a-comment = تعليق
thing-dissent = رأي مخالف
a-dissent = رأي مخالف
comments-title = التعليقات
comments-open-of = { $count ->
    [0] لا تعليق بعد
    [one] { $open ->
        [0] تعليق واحد أُجيب عنه
       *[other] تعليق واحد ينتظر جوابًا
    }
    [two] تعليقان، والمنتظر جوابًا { $open }
    [few] { $count } تعليقات، والمنتظر جوابًا { $open }
   *[other] { $count } تعليقًا، والمنتظر جوابًا { $open }
}
comments-list = ما قيل
comments-none = لم يعلّق أحد.
comments-all = الكل
comments-more = و{ $count } غيرها
comment-title = تعليق
comment-new = علّق
comment-new-about = من يكتب هنا يجيب عن كل تعليق بسبب قبل أن تُصنع طبعة.
comment-text = ما تقوله
comment-words = الكلمات التي تقصدها
comment-words-hint = كما هي في السطر تمامًا؛ واتركها للسطر كله
comment-wording = كيف ينبغي أن يُقرأ السطر كله بدلًا من ذلك
comment-wording-hint = قد تُترك
comment-send = علّق
comment-send-means = يُوقَّع باسمك. ولك أن تسحبه.
comment-on-document = على النص كله
comment-on-line = على هذا السطر
comment-on-missing = ما كان عليه ليس هنا.
comment-answers = يجيب عن { $what }
comment-means = يقصد الكلمات { $words }
comment-orphaned = الكلمات { $words } لم تعد في السطر.
comment-emptied = رُفعت الكلمات التي كان يقصدها.
comment-words-not-here = يقصد الكلمات { $words }؛ ولا يمكن أن يُقرأ السطر هنا الآن.
comment-proposes = صياغة مقترحة
comment-has-wording = مع صياغة أخرى
comment-became = ما صار إليه
comment-undisposed = لم يُجب عنه أحد بعد.
comment-divided-about = أجاب عنه عدة بأجوبة مختلفة. والجواب الجديد يحلّ محلها كلها.
comment-open = ينتظر جوابًا
comment-divided = أجاب عنه عدة مختلفين
comment-accepted = قُبل
comment-adapted = أُخذ معدَّلًا
comment-declined = لم يُقبل
comment-taken-back = سُحب
comment-replies = الردود
comment-no-replies = لا رد بعد.
comment-reply-count = { $count ->
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
   *[other] { $count } ردًّا
}
comment-reply-text = ردّك
comment-reply-send = ردّ
comment-reply-send-means = يُوقَّع باسمك.
dispose-head = أجب عنه
dispose-which = ماذا يصير إليه
dispose-send = أجب
dispose-means = سببك علني. ويمكن تغييره لاحقًا.
dispose-means-wording = بقبوله يُقرأ السطر كما اقتُرح، وينسب إلى من اقترحه. وسببك علني.
disposition-wrote = صيغ السطر لأجله
unclear-disposed = اختر ماذا يصير إليه: قُبل أو أُخذ معدَّلًا أو لم يُقبل.
line-credited = كما اقترحه { $who } في { $comment }.
line-credited-comment = تعليق
needs-comments = { $count ->
    [one] تعليق ينتظر جوابًا على
    [two] تعليقان ينتظران جوابًا على
    [few] تعليقات تنتظر جوابًا على
   *[other] تعليقًا ينتظر جوابًا على
} { $documents }
wording-votes-head = الأصوات على الصياغات
wording-votes-about = الصوت للصياغة التي أُعطي لها بعينها. وما تغيّر من الصياغات يُصوَّت عليه من جديد.
wording-votes-none = لم يصوّت أحد بعد.
wording-votes-caption = كل صياغة صُوّت عليها، بترتيب الوقت
wording-votes-wording = الصياغة
wording-votes-stands = حالها
wording-stands = قائمة الآن
wording-proposed = مقترحة
wording-earlier = جولة سابقة
wording-vote-head = صوّت على صياغة
wording-vote-which = أي صياغة
wording-vote-why = لماذا
wording-vote-why-hint = قد يُترك
wording-vote-agreed = وافقت.
wording-vote-disagreed = لم توافق.
wording-vote-passed = امتنعت.
dissents-title = الرأي المخالف
dissents-about = تقارير وتحفظات ممن يرون غير ذلك. تقف مع النص بقدره، وتدخل في طبعاته.
dissents-none = لا أحد يخالف.
dissents-count = { $count ->
    [0] لا رأي مخالف
   *[other] الآراء المخالفة: { $count }
}
dissents-more = و{ $count } غيرها
dissent-report = تقرير أقلية
dissent-reservation = تحفّظ
dissent-new = خالِف
dissent-form = ما هو
dissent-title = العنوان
dissent-text = كلماته
dissent-send = وقّع وانشر
dissent-send-means = يقف باسمك؛ ولغيرك أن يضيف اسمه. ولا تتغير كلماته بعد ذلك.
dissent-signed = وقّعه { $who }
dissent-no-names = لم يعد تحته اسم أحد.
dissent-words-stay = لا تتغير كلماته أبدًا تحت من وقّعوه.
dissent-join = ضع اسمك تحته
dissent-join-means = ولك أن ترفعه.
dissent-beside = كلمات قليلة بجانب اسمك
dissent-beside-hint = قد تُترك
dissent-leave = ارفع اسمك
left-out-title = تُرك من طبعة
left-out-head = تُرك من طبعات
left-out-none = لم يُترك من طبعة.
left-out-of = تُرك من { $edition }:
left-out-replies = { $count ->
    [0] ردّ
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
   *[other] { $count } ردًّا
}
left-out-new = اتركه من طبعة
left-out-edition = أي طبعة
left-out-send = اتركه
left-out-send-means = سببك علني، ولأيٍّ كان أن يجيب عنه بجانبه.
unclear-edition = قل أي طبعة.
thing-stage = مرحلة
thing-action = عمل متعهَّد به
stages-title = المراحل
stages-about = ما يأتي ومتى، ومن يقوم عليه، وماذا يلزمه. ولا شيء هنا لا يمكن تغييره لاحقًا.
stages-none = لا مرحلة بعد. أضف واحدة، أو دع قالبًا يهيّئ بعضها.
stages-prepare = دع قالبًا يهيّئ مراحل
stages-template = أي قالب
stages-inquiry = استقصاء: منظورات وأسئلة وحوارات وخلاصة ونص يُكتب معًا
stages-survey = استطلاع: أقوال وأصوات وخريطة وتقرير
stages-process = رسم سياسة في عشر خطوات، من التكليف إلى ما أسفر عنه
stages-open-space = فضاء مفتوح: تسجيل واقتراح وجمع ولوحة وأعمال
stages-begin = أضف هذه المراحل
stages-begin-means = تبدأ اليوم باسمك. ولك أن تغيّر أيًّا منها بعد ذلك.
template-open-space = فضاءً مفتوحًا: يقترح كثيرون، ولا يُقرَّر شيء عن الجميع
found-stages = مع تهيئة مراحله
stage-new = أضف مرحلة
stage-name = الاسم
stage-purpose = لأي غرض
stage-needs = ماذا يلزمها لتتمّ
stage-needs-hint = واحد في كل سطر
stage-from = من
stage-until = حتى
stage-who = من يقوم عليها
stage-place = موضعها بين المراحل
stage-send = أضفها
stage-send-means = تُوقَّع باسمك. ولكل من هنا أن يغيّرها.
stage-open = جارية
stage-to-come = لم تبدأ بعد
stage-overdue = انقضت أيامها
stage-done = تمّت
stage-skipped = تُركت
stage-from-until = من { $from } إلى { $until }
stage-only-from = من { $from }
stage-only-until = حتى { $until }
stage-no-dates = لا تواريخ بعد
stage-responsible = يقوم عليها { $who }
stage-nobody = لا أحد يقوم عليها بعد
stage-rests = تستند إلى { $what }.
stage-checklist = ماذا يلزمها
stage-needs-nothing = لم يقل أحد ماذا يلزمها.
stage-others = خُطّط لها على غير ذلك في الوقت نفسه
stage-set = قل إلى أين وصلت
stage-step = هي
stage-words = ما أسفرت عنه
stage-rests-on = إلامَ يستند ذلك
stage-rests-on-hint = أوائل المعرّفات؛ وقد تُترك
stage-set-send = قل ذلك
stage-set-means = يُوقَّع باسمك. ويمكن أن يقال غيره لاحقًا.
stage-revise = غيّرها
stage-revise-send = غيّرها
check-newer = شيء لا يعدّه إلا إصدار أحدث (الرقم { $number })
check-met = بُلغ
check-unmet = ليس بعد
unclear-day = اكتب اليوم هكذا: 2026-11-22.
unclear-who = اختر أحدًا ممن يشاركون هنا.
unclear-step = قل إلى أين وصلت.
unclear-template = اختر قالبًا.
actions-title = الأعمال المتعهَّد بها
actions-about = ما سيكون أناس قد فعلوه بحلول يوم، بأسمائهم. ولا يُلزَم من لم يوقّع.
actions-none = لا عمل بعد.
action-new = قل ماذا ستفعل
action-text = ماذا سيُفعل
action-until = بحلول متى
action-from = من أين جاء
action-from-hint = أول معرّف؛ وقد يُترك
action-send = وقّع وانشر
action-send-means = يقف باسمك؛ ولغيرك أن يضيف اسمه.
action-by = بحلول { $day }
action-past = مضى يومه
action-comes = جاء من { $what }
check-charter = يقول الميثاق شيئًا
check-perspectives = المنظورات المسمّاة { $have }؛ ويلزم { $of }
check-perspectives-heard = أجاب { $have } من { $of } من المنظورات
check-questions = الأسئلة الدائمة: { $have }
check-dialogues = الحوارات: { $have }
check-dialogues-closed = أُغلق { $have } من { $of } من الحوارات
check-claims = الأقوال: { $have }
check-voters = صوّت { $have } من { $of } من الأعضاء
check-suggestions = أُجيب عن { $have } من { $of } من الاقتراحات
check-documents = نصوص فيها سطر: { $have }
check-lines-traced = يستند إلى شيء { $have } من { $of } من الأسطر
check-comments = أُجيب عن { $have } من { $of } من التعليقات
check-practices = الممارسات: { $have }
check-actions = وُقّع { $have } من { $of } من الأعمال
check-sources = الأعمال في المكتبة: { $have }
