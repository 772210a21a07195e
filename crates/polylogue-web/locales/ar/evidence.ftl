# ما يستند إلى ماذا، وما صار إليه ما قيل، وما يكاد يقول الشيء نفسه، والمصطلحات، وقراءتان.

trace-title = إلامَ يستند
trace-about = كل ما يستند إليه هذا، وكل ما يستند إلى هذا. وكل سطر يقود إلى ما يقوله.
trace-link = إلامَ يستند، وما يستند إليه
trace-down = يستند إلى
trace-down-none = لم يُسجَّل شيء يستند إليه.
trace-up = وإليه يستند
trace-up-none = لا شيء يستند إليه بعد.
trace-cut = هناك أكثر مما تسعه صفحة؛ تنتهي القائمة هنا.
trace-more = و{ $count } غيرها
trace-steps = على بعد { $count } من الخطوات
trace-record = تدوينة عنه
trace-lifted-from = مستخرج من
trace-put-under = موضوع تحت
trace-quotes = يتناول
trace-answers = يجيب عن
trace-is-about = في شأن
trace-found-in = كلمات
trace-came-of = جاء من
trace-translates = يترجم
trace-is-evidence = يتصل بـ
trace-rests-on = يستند إلى

outcome-answered = أُجيب عنه
outcome-accepted = قُبل جوابًا
outcome-lifted = استُخرج قولًا
outcome-supported = أُيّد
outcome-qualified = قُبل بعضه
outcome-challenged = اعتُرض عليه
outcome-taken-further = بُني عليه
outcome-asked-about = سُئل عنه
outcome-taken-up = تُنووِل
outcome-marked = لوحظ عليه
outcome-translated = تُرجم
outcome-disputed = نوزع فيه
outcome-declined = تُرك مفتوحًا أو لم يُقبل
outcome-suggested = اقتُرح

became-title = ما صار إليه ما قاله {"\u2068"}{ $who }{"\u2069"}
became-mine = ما صار إليه ما قلته
became-about = كل مداخلة وقول وسؤال وملاحظة، وما أدّى إليه. ولا يُعدّ هنا أحد ولا يُقارَن.
became-list = ما قيل
became-order = الأحدث أولًا.
became-none = لم يُقل شيء بهذا الاسم بعد.
became-nothing = لم يؤدِّ إلى شيء بعد.
became-more = و{ $count } غيرها، وكل ما تستند إليه
became-by = من { $who }
became-link = ما صار إليه ما قيل

alike-title = ما يكاد يقول الشيء نفسه
alike-about = أزواج في لغة واحدة تشترك في كلمات كثيرة، ولم يقترح أحد فيها شيئًا بعد. ولا يحدث شيء من نفسه: القرار لمن كتبها، ويُحفظ الاثنان.
alike-claims = الأقوال
alike-questions = الأسئلة
alike-list = أزواج، أشدّها شبهًا أولًا
alike-none = لا اثنان يكادان يقولان الشيء نفسه.
alike-share = { $percent } % من الكلمات، بحسب وزنها
alike-fits = قد يناسب { $way }

glossary-title = المعجم
glossary-about = مصطلحات هذا المشاع: متى قيل كل منها هنا أول مرة، ومن يقوله، وماذا يعني به كل منظور.
glossary-list = المصطلحات
glossary-none = لم يُحفظ مصطلح بعد.
glossary-new = احفظ مصطلحًا
glossary-term = المصطلح كما يُقال
glossary-note = عمّ هو
glossary-send = احفظه
glossary-unsaid = لم يقله نص هنا بعد.
glossary-born = قيل أول مرة في { $day } في { $place }، قاله { $who }:
glossary-means = ماذا يعني، ولمن:
glossary-say-meaning = قل ماذا يعني به منظور
glossary-oneself = أناس باسم أنفسهم، وأعمال
glossary-texts = { $count ->
        [one] نص واحد
        [two] نصان
        [few] { $count } نصوص
       *[other] { $count } نصًّا
    }
glossary-since = منذ { $day } في { $place }

agreement-title = قارئان
agreement-about = ما لاحظه شخصان على النصوص نفسها، جنبًا إلى جنب. ولا تتغير قراءة أيّ منهما.
agreement-first = القارئ الأول
agreement-second = القارئ الثاني
agreement-send = قارن
agreement-one = { $count ->
        [0] لم يلاحظ أحد على هذه النصوص بعد.
       *[other] لم يلاحظ على هذه النصوص إلا شخص واحد.
    } ويمكن أن تُقارن قراءتان حين يلاحظ شخص ثانٍ.
agreement-marks = { $who }، { $count ->
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
       *[other] { $count } ملاحظة
    }
agreement-none = لم يلاحظ أيّ منهما على فقرة بعد.
agreement-kinds = إلى أي حدّ يتفقان
agreement-sum = الفقرات التي لاحظ عليها أحدهما: { $all }. والتي لاحظ عليها كلاهما: { $both }. ومنها ما كان بنوع الملاحظة نفسه: { $same }.
agreement-alpha = معامل ألفا لكريبندورف للأنواع: { $alpha } (1 اتفاق تام، و0 ما تعطيه الصدفة). ومع الفقرات التي لاحظ عليها أحدهما فقط: { $gaps }.
agreement-caption = تُعدّ ملاحظتان معًا حيث تتداخل فقرتاهما. والنسبة ضعفُ ما لاحظه كلاهما مقسومًا على كل ملاحظات النوع.
agreement-kind = النوع
agreement-both = كلاهما
agreement-share = النسبة
agreement-alpha-of = ألفا
agreement-untold = لا يمكن القول
agreement-differing = حيث تختلف القراءتان
agreement-all-same = لا موضع.
agreement-reads = { $who }: { $kind }
agreement-unread = { $who }: لا ملاحظة
question-send-still = اطرحه مع ذلك
sift-sheet = هذا الجدول بصيغة CSV، لبرامج أخرى

bring-in-title = أحضر محادثة
bring-in-link = أحضر محادثة بلصقها
bring-in-about = محضر مكتوب أو سلسلة رسائل، تُلصق كما هي. وترى من يُعدّ متكلمًا قبل أن يُحفظ شيء. يُسمّى من تكلم مع مصدر كلامه؛ ولا يصير أحد عضوًا بذلك.
bring-in-form = ما تُحضره
bring-in-text = المحادثة
bring-in-how = كيف يُعرف المتكلمون
bring-in-shown = كما يظهر في النص
bring-in-names = تبدأ الأسطر باسم ونقطتين، أو فيها اسم وحده
bring-in-mails = رسائل متتابعة، فيها From وDate وSubject، أو كما تقتبسها الردود
bring-in-who = من يتكلم، واحد في كل سطر مع عدد مداخلاته؛ احذف ما ليس متكلمًا وأضف من نقص
bring-in-voices = باسم من يتكلمون
bring-in-for-nobody = لا باسم أي منظور
bring-in-for-new = منظور جديد: { $name }
bring-in-no-speaker = ليس متكلمًا
bring-in-new-name = أو منظور جديد باسمه
bring-in-new-named = منظور جديد لـ{ $name }، باسمه
bring-in-are = حيث لا يُختار شيء بجانب الاسم
bring-in-as-chosen = متكلمون، بأسمائهم لا غير
bring-in-as-perspectives = منظورات بأسمائهم
bring-in-within = أعرف أنهم يتكلمون من داخل هذه المنظورات. وإلا قيل إن الكلام بالنيابة عنها.
bring-in-doubts = يبدو متكلمًا ولم يؤخذ: يبقى كلامه لمن تكلم قبله
bring-in-unlisted = ليس في القائمة: يبقى هذا الكلام لمن تكلم قبله؛ وتُترك الرسائل التي هي كذلك
bring-in-doubt = يبدو السطر { $line } متكلمًا، { $name }{ $times ->
        [one] {""}
       *[other] {" "}(في { $times } من الأسطر)
    }: لم يؤخذ لأنه { $why }. علّمه ليؤخذ.
bring-in-why-unlisted = ليس في القائمة
bring-in-why-long = أطول مما تكون الأسماء
bring-in-why-sign = غير مكتوب كما تُكتب الأسماء
bring-in-why-once = وحده في سطر مرة واحدة فقط
bring-in-turns = المداخلات كما تُقرأ
bring-in-line = السطر { $line }
bring-in-means = انظرها ثانية بعد كل تغيير. يبقى مع المداخلات باسم من قيلت، ولا يمكن تغييره لاحقًا.
bring-in-name = عنوانها
bring-in-address = من أين جاءت، إن كان لها عنوان
bring-in-licence = رخصتها، إن عُرفت
bring-in-look = انظرها أولًا
bring-in-send = أحضرها حوارًا
bring-in-read = كما تُقرأ
bring-in-nobody = لا أحد يتكلم فيها بقدر ما يمكن أن يُعرف. اختر كيف يُعرف المتكلمون، أو ضع أسماء ونقطتين قبل ما يقولون.
bring-in-count = { $turns ->
        [one] مداخلة واحدة
        [two] مداخلتان
        [few] { $turns } مداخلات
       *[other] { $turns } مداخلة
    } من { $speakers ->
        [one] متكلم واحد.
        [two] متكلمين اثنين.
        [few] { $speakers } متكلمين.
       *[other] { $speakers } متكلمًا.
    }
bring-in-before = { $count ->
        [one] سطر واحد قبل أن يتكلم أحد، ويُترك.
        [two] سطران قبل أن يتكلم أحد، ويُتركان.
        [few] { $count } أسطر قبل أن يتكلم أحد، وتُترك.
       *[other] { $count } سطرًا قبل أن يتكلم أحد، وتُترك.
    }
bring-in-cut = يُترك الآخِر: هناك أكثر مما يمكن أن يُقرأ.
