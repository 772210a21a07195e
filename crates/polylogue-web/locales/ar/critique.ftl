# تعليقات على النصوص المكتوبة معًا، والتصويت على الصياغات، والمخالفة، والمراحل، والأعمال.

thing-comment = تعليق
a-comment = تعليق
thing-dissent = مخالفة
a-dissent = مخالفة

comments-title = التعليقات
comments-open-of = { $count ->
    [0] لا تعليق بعد
    [one] { $open ->
        [0] تعليق واحد، أُجيب عنه
       *[other] تعليق واحد ينتظر الجواب
    }
   *[other] التعليقات: { $count }، وما ينتظر الجواب: { $open }
    }
comments-list = ما قيل
comments-none = لم يعلّق أحد.
comments-all = الكل
comments-more = وغيرها: { $count }
comment-title = تعليق
comment-new = علّق
comment-new-about = من يكتب هنا يجيب عن كل تعليق مع السبب قبل أن تصدر طبعة.
comment-text = ما تقوله
comment-words = الكلمات التي تقصدها
comment-words-hint = كما هي في السطر تمامًا؛ اتركه فارغًا إن قصدت السطر كله
comment-wording = كيف ينبغي أن يُقرأ السطر كله
comment-wording-hint = يمكن تركه فارغًا
comment-send = علّق
comment-send-means = موقّع باسمك. يمكنك سحبه.
comment-on-document = على النص كله
comment-on-line = على هذا السطر
comment-on-missing = ما عُلّق عليه ليس هنا.
comment-answers = جواب عن { $what }
comment-means = يقصد الكلمات { $words }
comment-orphaned = لم تعد الكلمات { $words } في السطر.
comment-emptied = أُزيلت الكلمات المقصودة.
comment-words-not-here = يقصد الكلمات { $words }؛ ولا يمكن قراءة السطر هنا الآن.
comment-proposes = صياغة مقترحة
comment-has-wording = مع صياغة أخرى
comment-became = ما آل إليه
comment-undisposed = لم يجب عنه أحد بعد.
comment-divided-about = أجاب عنه عدة أشخاص أجوبة مختلفة. الجواب الجديد يحل محلها كلها.
comment-open = ينتظر الجواب
comment-divided = أجوبة مختلفة
comment-accepted = قُبل
comment-adapted = قُبل معدَّلًا
comment-declined = رُدّ
comment-taken-back = سُحب
comment-replies = الردود
comment-no-replies = لا رد بعد.
comment-reply-count = الردود: { $count }
dispose-head = أجب عنه
dispose-which = ما يؤول إليه
dispose-send = أجب
dispose-means = السبب علني. ويمكن تغييره لاحقًا.
dispose-means-wording = إن قُبل صار السطر كما اقتُرح، منسوبًا إلى من اقترحه. والسبب علني.
disposition-wrote = صيغ السطر من أجله
comment-reply-text = ردك
comment-reply-send = ردّ
comment-reply-means = موقّع باسمك.
unclear-disposed = اختر ما يؤول إليه: قُبل أو قُبل معدَّلًا أو رُدّ.
line-credited = كما اقترحه { $who } في { $comment }.
line-credited-comment = تعليق
needs-comments = { $count ->
    [one] تعليق ينتظر الجواب على
   *[other] تعليقات تنتظر الجواب على
    } { $documents }

wording-votes-head = التصويت على الصياغات
wording-votes-about = الصوت للصياغة التي أُعطي لها بعينها. وإذا تغيرت الصياغة صُوّت عليها من جديد.
wording-votes-none = لم يصوّت أحد بعد.
wording-votes-caption = كل صياغة صُوّت عليها، بترتيب الزمن
wording-votes-wording = الصياغة
wording-votes-stands = حالها
wording-stands = قائمة الآن
wording-proposed = مقترحة
wording-earlier = جولة سابقة
wording-vote-head = صوّت على صياغة
wording-vote-which = أي صياغة
wording-vote-why = لماذا
wording-vote-why-hint = يمكن تركه فارغًا
wording-vote-agreed = وافقتَ.
wording-vote-disagreed = لم توافق.
wording-vote-passed = امتنعتَ.

dissents-title = المخالفة
dissents-about = تقارير وتحفظات من يرون غير ذلك. تقف مع النص وبحجمه، وتدخل في طبعاته.
dissents-none = لا أحد يخالف.
dissents-count = { $count ->
    [0] لا مخالفة
   *[other] المخالفة: { $count }
    }
dissents-more = وغيرها: { $count }
dissent-report = تقرير أقلية
dissent-reservation = تحفظ
dissent-new = خالف
dissent-form = ما هي
dissent-title = العنوان
dissent-text = نصها
dissent-send = وقّع وانشر
dissent-send-means = تقف باسمك؛ وقد يضيف آخرون أسماءهم. ولا يمكن تغيير كلماتها بعد ذلك.
dissent-signed = وقّعها { $who }
dissent-no-names = لم يعد تحتها اسم.
dissent-words-stay = لا تتغير كلماتها أبدًا تحت من وقّعوها.
dissent-join = ضع اسمك تحتها
dissent-join-means = يمكنك رفعه من جديد.
dissent-beside = كلمات قليلة بجانب اسمك
dissent-beside-hint = يمكن تركه فارغًا
dissent-leave = ارفع اسمك

left-out-title = تُرك خارج طبعة
left-out-head = الطبعات التي تُرك خارجها
left-out-none = لم يُترك خارج أي طبعة.
left-out-of = تُرك خارج { $edition }:
left-out-replies = { $count ->
    [0] ردّ
   *[other] الردود: { $count }
    }
left-out-new = اتركه خارج طبعة
left-out-edition = أي طبعة
left-out-send = اتركه
left-out-send-means = السبب علني، ولأي شخص أن يرد عليه بجانبه.
unclear-edition = قل أي طبعة.

thing-stage = مرحلة
thing-action = عمل
stages-title = المراحل
stages-about = ماذا يأتي ومتى، ومن المسؤول عنه، وما الذي يلزم له. لا شيء هنا لا يمكن تغييره لاحقًا.
stages-none = لا مرحلة بعد. أضف واحدة، أو دع قالبًا يُعدّ بعضها.
stages-prepare = دع قالبًا يُعدّ المراحل
stages-template = أي قالب
stages-inquiry = تحقيق: منظورات وأسئلة وحوارات وموجز وخلاصة
stages-survey = استطلاع: أقوال وأصوات وخريطة وتقرير
stages-process = مسار سياسات في عشر خطوات، من التكليف إلى ما نتج عنه
stages-open-space = فضاء مفتوح: تسجيل واقتراح وجمع وجدارية وأعمال
stages-begin = أضف هذه المراحل
stages-begin-means = تبدأ اليوم باسمك. غيّر أيًّا منها بعد ذلك.
template-open-space = فضاء مفتوح: كثيرون يقترحون، ولا يُقرَّر شيء عن الجميع
found-stages = مع إعداد مراحله
stage-new = أضف مرحلة
stage-name = الاسم
stage-purpose = الغرض منها
stage-needs = ما يلزم لإتمامها
stage-needs-hint = واحد في كل سطر
stage-from = من
stage-until = إلى
stage-who = المسؤول عنها
stage-place = مكانها بين المراحل
stage-send = أضفها
stage-send-means = موقّعة باسمك. ولأي شخص هنا أن يغيّرها.
stage-open = جارية
stage-done = تمّت
stage-skipped = تُركت
stage-from-until = من { $from } إلى { $until }
stage-only-from = من { $from }
stage-only-until = إلى { $until }
stage-no-dates = بلا تواريخ بعد
stage-responsible = المسؤول عنها { $who }
stage-nobody = لا مسؤول عنها بعد
stage-rests = تستند إلى { $what }.
stage-checklist = ما يلزم
stage-needs-nothing = لم يقل أحد ما يلزم.
stage-others = خُطّطت في الوقت نفسه على وجه آخر
stage-set = قل إلى أين وصلت
stage-step = حالها
stage-words = ما نتج عنها
stage-rests-on = ما يستند إليه ذلك
stage-rests-on-hint = أوائل المعرّفات؛ يمكن تركه فارغًا
stage-set-send = قل ذلك
stage-set-means = موقّع باسمك. ويمكن قول غيره لاحقًا.
stage-revise = غيّرها
stage-revise-send = غيّرها
check-newer = شيء لا يعدّه إلا إصدار أحدث (رقم { $number })
check-met = تحقق
check-unmet = لم يتحقق بعد
unclear-day = اكتب اليوم هكذا: 2026-11-22.
unclear-who = اختر شخصًا يشارك هنا.
unclear-step = قل إلى أين وصلت.
unclear-template = اختر قالبًا.

actions-title = الأعمال
actions-about = ما سينجزه الناس حتى يوم معيّن، بأسمائهم. ولا يلتزم من لم يوقّع.
actions-none = لا عمل بعد.
action-new = قل ماذا ستفعل
action-text = ما سيُفعل
action-until = حتى متى
action-from = من أين يأتي
action-from-hint = أول معرّف؛ يمكن تركه فارغًا
action-send = وقّع وانشر
action-send-means = يقف باسمك؛ وقد يضيف آخرون أسماءهم.
action-by = حتى { $day }
action-past = انقضى يومه
action-comes = يأتي من { $what }
check-charter = الميثاق يقول شيئًا
check-perspectives = المنظورات: { $have }، ويلزم { $of }
check-perspectives-heard = منظورات أجابت: { $have } من { $of }
check-questions = الأسئلة الدائمة: { $have }
check-dialogues = الحوارات: { $have }
check-dialogues-closed = حوارات أُغلقت: { $have } من { $of }
check-claims = الأقوال: { $have }
check-voters = أعضاء صوّتوا: { $have } من { $of }
check-suggestions = اقتراحات أُجيب عنها: { $have } من { $of }
check-documents = نصوص فيها سطر: { $have }
check-lines-traced = سطور تستند إلى شيء: { $have } من { $of }
check-comments = تعليقات أُجيب عنها: { $have } من { $of }
check-practices = الممارسات: { $have }
check-actions = أعمال موقّعة: { $have } من { $of }
check-sources = المصادر: { $have }
