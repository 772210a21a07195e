# ما يمكن أن يكون في نص كُتب معًا: عناوين وجداول وحواشٍ وصور ومراجع.

book-strokes = { $count ->
        [one] يقول ذلك منظور واحد
        [two] يقول ذلك منظوران
        [few] تقول ذلك { $count } منظورات
       *[other] يقول ذلك { $count } منظورًا
    }
book-strokes-key = كذا من المنظورات يقول ذلك.
book-ring-key = لا يقوله إلا كاتبه.
book-number-key = الرقم يفتح ما يستند إليه السطر.
book-untraced = لا يستند إلى شيء
book-line = السطر { $number }: إلامَ يستند
book-rests = { $count ->
        [one] يستند إلى شيء واحد
        [two] يستند إلى شيئين
        [few] يستند إلى { $count } أشياء
       *[other] يستند إلى { $count } شيئًا
    }
book-behind = يقول ذلك:
book-notes = الحواشي
book-note = الحاشية { $name }
book-note-missing = لا حاشية كهذه هنا
book-note-empty = لا نص لهذه الحاشية بعد.
book-table = جدول، سطرًا سطرًا
book-wording-by = كما كتبه { $who }
book-more-wordings = { $count ->
        [one] صياغة أخرى
        [two] صياغتان أخريان
        [few] { $count } صياغات أخرى
       *[other] { $count } صياغة أخرى
    }
finding-since-outvoted = من لا يوافقون على هذا أكثر ممن يوافقون:
figure-as-of = كما هو في { $day }؛ ويتغير بما يُقال هنا.
figure-whole = كله
figure-nothing = لا شيء هنا تعرضه هذه الصورة: { $of }.
figure-unknown = لا صورة كهذه: اكتب map أو matrix أو ledger أو coverage أو shared بعد «{"\u2066"}figure:{"\u2069"}».
figure-too-many = ترسم الصفحة اثنتي عشرة صورة على الأكثر.
cited-head = الأعمال
cited-work = العمل { $number }
cited-missing = لا عمل كهذا هنا
figure-matrix = من يقول ماذا عمّن
figure-ledger = ما سُئل
figure-coverage = أي الأسئلة تُنووِل
figure-shared = ما هو مشترك
use-link = استعمله في نص
use-title = استعمله في نص
use-about = سطر من نص يستند إلى هذا. ولمن يقرأ السطر أن يفتح ما يستند إليه.
use-also = { $count ->
        [one] ويستند السطر إلى شيء آخر:
        [two] ويستند السطر إلى شيئين آخرين:
       *[other] ويستند السطر إلى أشياء أخرى ({ $count }):
    }
use-in-which = في أي نص
use-new = في نص جديد
use-words = الكلمات
use-words-hint = كما تقولها أنت؛ وما تستند إليه يبقى بجانبها.
use-where = أين
use-at-end = في الآخر
use-after = بعد: { $line }
use-rest = يستند إليه السطر المختار؛ ولا يُضاف سطر.
use-send = استعمله
use-send-means = يُوقَّع باسمك؛ ولأيٍّ كان أن يغيّر السطر.
unclear-use-line = لم يُختر سطر يستند إليه. اختر سطرًا في «أين»، أو دع سطرًا يُضاف.
line-change = غيّر
line-attach = اجعله يستند إلى شيء
line-find = كلمات تبحث عنها
line-find-send = ابحث
line-found-nothing = لا شيء هنا فيه هذه الكلمات.
line-rest-on = اجعله يستند إلى هذا
line-passage = كلمات منه بعينها
line-passage-hint = إن كان المقصود فقرة من مداخلة أو عمل فقط.
line-detach = اجعله لا يستند إلى شيء بعد
line-detach-send = لا يستند إلى هذا بعد
synthesis-by-lines = اكتب سطرًا سطرًا
synthesis-read = انتهيت من الكتابة
present-in-text = { $count ->
        [one] { $who } يكتب هنا الآن.
       *[other] { $who } يكتبون هنا الآن.
    }
figure-map = من يقف أين
line-struck-beside = شطبه { $who }. وهو باقٍ إلى جانب ذلك لأن أحدًا صاغه في الأثناء أو أبقاه.
line-struck-settle = احسم الأمر
line-its-writer = كاتبه
line-came-from = كما كتبه { $who } في { $title }.
line-came-elsewhere = كما كُتب في الأصل الذي ليس هنا.
told-untraced = السطر { $number } جديد: ما كان يستند إليه السطر القديم في موضعه ذهب معه.
told-untraced-back = أعده
book-number = السطر { $number }
change-undone-already = لم يتغير شيء: أُرجع هذا من قبل.
