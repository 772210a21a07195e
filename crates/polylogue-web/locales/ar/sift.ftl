# أين يقف كل منظور: من يقول ماذا عمّن، وما سُئل، وما هو مشترك.

sift-title = أين يقف كلّ منظور
sift-about = ما تقوله المنظورات بعضها في بعض، وما سُئل ولم يُجب عنه، وما تشترك فيه. وكل رقم يفتح ما يعدّه.
sift-matrix = من يقول ماذا عمّن
sift-matrix-about = الملاحظات التي قيلت باسم منظور، بحسب ما تفعله. وليس في الجدول ما لاحظه الناس باسم أنفسهم.
sift-matrix-caption = اقرأ الصف: المنظور المسمّى في أوله يتكلم على المنظور الذي في رأس العمود.
sift-matrix-none = لم يقل منظور شيئًا في غيره بعد. افتح حوارًا واختر فقرة.
sift-speaks = يتكلم
sift-rows = المنظورات التي تتكلم
sift-columns = المنظورات التي يُتكلم عليها
sift-nothing = ليس بعد
sift-says-nothing = لم يقل شيئًا في غيره
sift-asked = { $count ->
        [one] طُرح سؤال واحد
        [two] طُرح سؤالان
        [few] طُرحت { $count } أسئلة
       *[other] طُرح { $count } سؤالًا
    }؛ { $waiting ->
        [0] ولكل سؤال جواب.
        [one] واحد منها مفتوح:
        [two] اثنان منها مفتوحان:
       *[other] المفتوح منها { $waiting }:
    }
sift-star = تمرّ الأجوبة كلها بـ{ $perspective }: لا منظورين غيره يجيب أحدهما الآخر.
sift-no-reply = { $count ->
        [one] لا أحد يجيب { $perspectives }.
       *[other] لا أحد يجيب هذه: { $perspectives }.
    }

sift-questions = ما سُئل
sift-questions-about = كل سؤال طرحه أحد، باسم من وعلى من، وما صار إليه.
sift-questions-list = الأسئلة
sift-questions-order = المفتوحة أولًا، وأطولها انتظارًا قبل غيرها. ويُعلَّم الجواب الذي قبله من سأل.
sift-questions-none = لم يُطرح سؤال كهذا بعد. اختر فقرة في حوار واسأل.
sift-all = الكل
sift-count-waiting = المفتوح منها { $count }:
sift-count-open = بلا جواب: { $count }
sift-count-left-open = تُركت مفتوحة: { $count }
sift-count-answered = أُجيب عنها: { $count }
sift-count-accepted = قُبل جوابها: { $count }
sift-count-withdrawn = سُحبت: { $count }
sift-state-open = بلا جواب
sift-state-left-open = تُرك مفتوحًا
sift-state-answered = أُجيب عنه ولم يُقبل الجواب بعد
sift-state-accepted = أُجيب عنه وقُبل الجواب
sift-state-withdrawn = سُحب
sift-put-to = على { $perspectives }
sift-asks = { $asks } يسأل { $asked }
sift-accepted-by = قبله { $who }

sift-voices = من يجيب من
sift-voices-about = أي المنظورات يجيب بعضها بعضًا، وأيها يتكلم عنه غير أهله، ومن لم يُسمع.
sift-answers = الأجوبة بين المنظورات
sift-answers-none = لم يجب منظور غيره بعد.
sift-answers-caption = مداخلة تجيب أخرى أو تتناول كلماتها، وملاحظة تجيب عن سؤال.
sift-who-answers = من يجيب
sift-whom = من
sift-times = مرات
sift-answers-of = يجيب { $answers }، ويُجاب { $answered }
sift-both-ways = { $pairs ->
        [one] التقى زوج واحد من المنظورات
        [two] التقى زوجان من المنظورات
        [few] التقت { $pairs } أزواج من المنظورات
       *[other] التقى { $pairs } زوجًا من المنظورات
    }؛ { $both ->
        [0] ولا زوج يجيب كلٌّ منه الآخر.
        [one] وزوج واحد يجيب كلٌّ منه الآخر،
       *[other] وما يجيب كلٌّ منه الآخر { $both }،
    } { $both ->
        [0] { "" }
       *[other] { $within ->
            [0] وليس فيها ما يتكلم طرفاه من الداخل.
            [one] منها واحد يتكلم طرفاه من الداخل.
           *[other] منها { $within } يتكلم طرفاها من الداخل.
        }
    }
sift-graph-caption = الأمر نفسه رسمًا: يمتد السهم ممن يجيب إلى من يُجاب.
sift-heard = إلى أي حدّ سُمع كلٌّ منها
sift-turns-within = مداخلات من الداخل
sift-turns-behalf = مداخلات نيابةً عنه
sift-in-reply = سُمع
sift-nobody-answers = لا أحد يجيبه
sift-only-behalf = لا يتكلم عنه إلا غير أهله
sift-from-within = يتكلم من الداخل
sift-languages = اللغات
sift-language-unsaid = لغة غير مسمّاة
sift-language-unheard = لا مداخلة بها بعد
sift-language-turns = { $count ->
        [one] مداخلة واحدة
        [two] مداخلتان
        [few] { $count } مداخلات
       *[other] { $count } مداخلة
    }
sift-people = أعضاء لم يتكلموا في مداخلة بعد
sift-people-count = العدد { $count }
sift-people-silent = { $count ->
        [one] واحد: { $people }.
        [two] اثنان: { $people }.
       *[other] عددهم { $count }، ومنهم { $people }.
    }

sift-coverage = الأسئلة الدائمة التي تُنووِلت
sift-coverage-about = أيّ الأسئلة المطروحة على الجميع يتناولها كل منظور، ومن يتناولها عنه.
sift-coverage-table = المنظورات والأسئلة
sift-coverage-caption = يُعدّ السؤال متناولًا حيث تقول ذلك ملاحظة، أو حيث يوضع تحته قول.
sift-coverage-untouched = { $count ->
        [one] لم يتناول أحد السؤال الوحيد بعد.
        [two] لم يتناول أحد أيًّا من السؤالين بعد.
       *[other] لم يتناول أحد أيًّا من الأسئلة بعد، وعددها { $count }.
    } ويُعدّ السؤال متناولًا حين يوضع تحته قول أو تقول ذلك ملاحظة.
sift-coverage-first = إلى السؤال الأول
sift-coverage-none = ولا واحد منها
sift-coverage-sum = الجملة
sift-not-put = لم يُطرح عليه
sift-put = طُرح ولم يتناوله
sift-by-others = تناوله غيره في شأنه
sift-on-behalf = نيابةً عنه
sift-within = من الداخل
sift-explicit = بصريح اللفظ
sift-of = { $count } من { $all }

sift-shared = المشترك والمختلف فيه
sift-shared-about = أقوال تؤيدها عدة منظورات، كلٌّ لأسبابه، وأقوال تفرّق بينها. والمنظورات التي تقوم على مصدر واحد تُعدّ واحدًا.
sift-shared-list = تؤيدها عدة منظورات
sift-shared-order = أولًا ما لا يعترض عليه أحد، ثم ما يؤيَّد بلا شروط، ثم بحسب عدد المنظورات المستقلة التي تؤيده.
sift-divided-list = يؤيدها بعضٌ ويعترض عليها بعض
sift-divided-order = أقربها إلى التساوي أولًا.
sift-shared-none = لا قول كهذا بعد: قل في صفحة قولٍ أيّ المنظورات تقول به، أو لاحظ عليه باسم أحدها.
sift-count-shared = { $count ->
        [one] قول واحد مشترك
        [two] قولان مشتركان
        [few] { $count } أقوال مشتركة
       *[other] { $count } قولًا مشتركًا
    }
sift-count-divided = { $count ->
        [one] قول واحد يفرّق
        [two] قولان يفرّقان
        [few] { $count } أقوال تفرّق
       *[other] { $count } قولًا يفرّق
    }
sift-supports = يؤيده:
sift-challenges = يعترض عليه:
sift-supports-but = يؤيده وله اعتراضات عليه:
sift-independent = { $count ->
        [one] يؤيده منظور واحد
        [two] يؤيده منظوران، والمستقل منهما عن غيره { $independent }
        [few] تؤيده { $count } منظورات، والمستقل منها بعضه عن بعض { $independent }
       *[other] يؤيده { $count } منظورًا، والمستقل منها بعضه عن بعض { $independent }
    }
sift-independent-against = { $count ->
        [one] ويعترض عليه واحد
        [two] ويعترض عليه اثنان، والمستقل منهما عن غيره { $independent }
       *[other] ويعترض عليه { $count }، والمستقل منها بعضه عن بعض { $independent }
    }
sift-with-objections = { $count ->
        [one] ولأحدها اعتراضات عليه
        [two] ولاثنين منها اعتراضات عليه
       *[other] ولـ{ $count } منها اعتراضات عليه
    }
sift-others-against = { $count ->
        [one] ويعترض عليه غيرها واحد
        [two] ويعترض عليه غيرها اثنان
       *[other] ويعترض عليه غيرها { $count }
    }
sift-with-conditions = بشروط
sift-holds = يقول به

sift-cell-moves = ملاحظات منظور على آخر
sift-cell-moves-about = { $speaks } في { $about }
sift-cell-answers = أجوبة منظور لآخر
sift-cell-answers-about = { $speaks } يجيب { $about }
sift-cell-coverage = أين يُتناول السؤال
sift-cell-coverage-about = { $speaks } والسؤال { $about }
sift-cell-none = لا شيء هنا بعد.

synopsis-title = { $perspective } والآخرون
synopsis-over = في صفحة واحدة
synopsis-about = ما يقوله منظور لكل واحد من الآخرين، مأخوذًا من الملاحظات.
synopsis-warning = السطر الواحد لا يزيد على أن يشير. ولكي تفهم أيًّا منها فاقرأ الحوار الذي يفتحه.
synopsis-none = لم يقل شيئًا في غيره بعد. افتح حوارًا واختر فقرة.
synopsis-next = { "؛ " }
says-agrees = يوافق على { $what }
says-is-compatible = يرى { $what } متوافقًا مع ما يقول به
says-sees-synergy = يرى أن { $what } يُثمر أكثر مع غيره: { $object }
says-extends = يوسّع { $what }: { $object }
says-sides-with = ينحاز إلى { $what } أمام غيره: { $object }
says-partly-agrees = يوافق على جزء من { $what }: { $object }
says-accepts-but = يقبل { $what } بشرط: { $condition }
says-disagrees = لا يوافق على { $what }
says-cautions = يرى خطرًا في { $what }: { $object }
says-limits = يضع حدًّا لـ{ $what }: { $object }
says-challenges = يسائل ما يسلّم به { $what }
says-adds = يضيف إلى { $what }: { $object }
says-emphasises = يعطي { $what } وزنًا أكبر
says-de-emphasises = يعطي { $what } وزنًا أقل
says-reframes = يرى { $what } في إطار آخر، لا بوصفه «{ $from }» بل بوصفه «{ $to }»
says-generalises = يعدّ { $what } حالة من شيء أوسع: { $object }
says-distinguishes = يميّز أمرين في { $what }: «{ $from }» و«{ $to }»
says-links = يربط { $what } بشيء آخر: { $object }
says-asks = يسأل عن { $what }
says-answers = يجيب عن { $what }
says-leaves-open = يترك { $what } مفتوحًا
says-defers = يحيل { $what } إلى غيره: { $object }
says-other = { $kind }: { $what }
says-because = { " – " }{ $reason }
says-in-words = ، بهذه الكلمات: { $words }
synopsis-says = { $who } { $says }.
synopsis-but = لكن:
synopsis-still = لكنه { $says }.
synopsis-holds = ما يقول به { $perspective }
synopsis-holds-more = كل ما يقول به
synopsis-itself = ما يقوله { $perspective } عن موقفه
synopsis-unanswered = { $count ->
        [one] سؤال واحد وُجّه إلى { $perspective } بلا جواب.
        [two] سؤالان وُجّها إلى { $perspective } بلا جواب.
        [few] { $count } أسئلة وُجّهت إلى { $perspective } بلا جواب.
       *[other] { $count } سؤالًا وُجّه إلى { $perspective } بلا جواب.
    }
synopsis-in-vain = { $count ->
        [one] سؤال واحد سأله { $perspective } بلا جواب.
        [two] سؤالان سألهما { $perspective } بلا جواب.
        [few] { $count } أسئلة سألها { $perspective } بلا جواب.
       *[other] { $count } سؤالًا سأله { $perspective } بلا جواب.
    }
synopsis-more = و{ $count ->
        [one] واحدة غيرها
        [two] اثنتان غيرها
       *[other] { $count } غيرها
    }
synopsis-moves = { $count ->
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
       *[other] { $count } ملاحظة
    }
synopsis-turns = { $count ->
        [one] مداخلة جوابية واحدة
        [two] مداخلتان جوابيتان
        [few] { $count } مداخلات جوابية
       *[other] { $count } مداخلة جوابية
    }
synopsis-partly-within = { $within } من { $all } من الداخل
synopsis-silent = ليس في هذه الصفحة: لا يقول شيئًا في { $perspectives }.

synopsis-write = أكمل كتابتها
synopsis-write-means = يبدأ نصًّا بهذه الأسطر، كلٌّ منها مستند إلى ملاحظاته؛ ولأيٍّ كان أن يغيّره سطرًا سطرًا.
syntheses-title = ما كُتب معًا
syntheses-about = نصوص كتبها كثيرون سطرًا سطرًا. يقول كل سطر إلامَ يستند، وأين يقول أكثر من ذلك أو أقل.
syntheses-list = النصوص
syntheses-none = لا نص بعد. ابدأ نصًّا في الأسفل، أو من منظور في صفحة واحدة.
synthesis-new = ابدأ نصًّا
synthesis-name = العنوان
synthesis-begin = ابدأه
synthesis-begin-means = لكل من هنا أن يكتب فيه.
synthesis-begun = بدأه { $who } { $when }
synthesis-struck = { $count ->
        [one] سطر واحد مشطوب
        [two] سطران مشطوبان
        [few] { $count } أسطر مشطوبة
       *[other] { $count } سطرًا مشطوبًا
    }
synthesis-empty = لا سطر بعد.
synthesis-edit = اكتب
synthesis-edit-about = سطر لكل جملة. لا تُحفظ إلا الأسطر التي تغيّرها؛ وإن غيّر أحد السطر نفسه في هذه الأثناء بقيت الصياغتان.
synthesis-text = النص
synthesis-save = احفظ
synthesis-save-means = يُوقَّع باسمك سطرًا سطرًا.
synthesis-saved = { $count ->
        [0] لم يختلف شيء، فلم يُحفظ شيء.
        [one] حُفظ: سطر واحد كُتب أو نُقل أو شُطب.
       *[other] حُفظ: { $count } من الأسطر كُتبت أو نُقلت أو شُطبت.
    }
synthesis-saved-what = انظر ما تغيّر
line-title = سطر
line-reads = كيف يُقرأ
line-says = على هيئة بيانات:
line-says-nothing = لم يقل أحد على هيئة بيانات ما يقوله هذا السطر.
line-untraced = لا يستند إلى شيء
line-asserted = يقول ذلك { $who }.
line-rests = { $count ->
        [one] يستند إلى شيء واحد
        [two] يستند إلى شيئين
        [few] يستند إلى { $count } أشياء
       *[other] يستند إلى { $count } شيئًا
    }
line-wordings = { $count ->
        [one] صياغة واحدة
        [two] صياغتان جنبًا إلى جنب
        [few] { $count } صياغات جنبًا إلى جنب
       *[other] { $count } صياغة جنبًا إلى جنب
    }
line-is-struck = هذا السطر مشطوب.
line-settle = لتقم هذه الصياغة مقام الجميع
line-set = صغه من جديد، أو قل إلامَ يستند
line-text = السطر
line-traces = إلامَ يستند
line-traces-hint = ملاحظات وأقوال ومداخلات بأوائل معرّفاتها.
line-send = احفظ السطر
line-send-means = تُستبدل الصياغات التي تراها هنا.
line-clause = قل على هيئة بيانات ما يقوله
line-strike = اشطب السطر
line-restore = أعد السطر
clause-who = من
clause-does = يفعل ماذا
clause-whom = لمن
clause-target = أو في هذا
clause-target-hint = قول أو مداخلة أو ملاحظة بأول معرّفها.
clause-condition = بشرط
clause-send = قل ذلك
clause-send-means = يوضع ما يقوله السطر بجانب ما يستند إليه.
drift-title = بجانب ما يستند إليه
drift-about = عُثر عليه بمقابلة بيانات كل سطر بملاحظاته، لا بتخمين المعنى.
drift-not-found = لم يقله أحد هنا
drift-other-voice = قيل باسم غيره
drift-self-criticism-turned = نقد ذاتي وُجّه إلى الغير
drift-stronger = أقوى مما يستند إليه
drift-weaker = أضعف مما يستند إليه
drift-source-changed = تغيّر ما يستند إليه
drift-supported = يؤيده ما يستند إليه
finding-untraced = لا يستند إلى شيء مما هنا.
finding-quotes-unsaid = يضع بين علامتي اقتباس كلمات ليست في مداخلة هنا.
finding-said-for-other = قيل هذا باسم غيره:
finding-said-of-itself = قال هذا منظورٌ على نفسه:
finding-condition-dropped = لهذا شرط أسقطه السطر:
finding-hardened = هذا يقوله بحسم أقل:
finding-softened = هذا يقوله بحسم أكثر:
finding-side-changed = هذا في جانب آخر، أو ليس في جانب:
finding-left-out = قيل هذا في الشيء نفسه، ولم يترك له السطر موضعًا:
finding-kept-back = تحفّظ في الشيء نفسه ليس في هذا النص:
finding-since-not-here = هذا ليس هنا:
finding-since-withdrawn = سُحب هذا بعد ذلك:
finding-since-gone = أُخفي هذا أو مُحي بعد ذلك:
finding-since-revised = كلمات هذا لم تعد في نصه:
finding-since-disputed = هذا متنازع فيه:
finding-since-answered = صار لهذا السؤال جواب:
thing-document = نص
thing-line = سطر
a-document = نص
a-line = سطر
