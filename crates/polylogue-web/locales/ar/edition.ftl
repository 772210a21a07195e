# الطبعات: صنعها وتوقيعها وسردها والتحقق منها.

editions-title = الطبعات
editions-about = نصوص كما كانت في يوم، مثبّتة مع كل ما تستند إليه. ولأيٍّ كان أن يتحقق منها دون هذا المشاع.
editions-list = ما صُنع حتى الآن
editions-none = لا طبعة بعد. تُصنع الطبعة في صفحة النص.
edition-signed-by = { $count ->
        [0] لم يوقّعها أحد بعد
        [one] وقّعها شخص واحد
        [two] وقّعها شخصان
        [few] وقّعها { $count } أشخاص
       *[other] وقّعها { $count } شخصًا
    }
edition-make = اصنع طبعة
edition-name = اسم هذا الإصدار، مثل 1.0
edition-licence = الرخصة، إن كانت غير المعتادة هنا
edition-open-too = إن بقيت تعليقات مفتوحة فاذكرها فيها مفتوحةً
edition-knowingly = اصنعها وإن تعارضت رخص أو تعذّرت قراءة أدلة؛ وهي تقول ذلك
edition-make-now = اصنعها
edition-make-means = يُثبَّت النص كما هو، مع كل ما يستند إليه. وتوقّعه صانعًا له؛ ولغيرك أن يوقّعه بعدك.
edition-made = صنعها { $who } في { $when }
edition-file = الملف، للتحقق وللنقل
edition-now = النص كما هو الآن
edition-emptied = محا هذا السطرَ كاتبُه بعد ذلك.
edition-line = السطر { $number }:{" "}
edition-note-back = عودة إلى السطر { $number }
edition-dissent = تقارير الأقلية
edition-open = ما كان مفتوحًا حين صُنعت
edition-signed = الموقّعون
edition-unsigned = لم يوقّعها أحد بعد.
edition-sign = وقّعها
edition-sign-as = على ماذا توقّع
edition-as-agree = أوافق على ما تقوله
edition-as-reservation = أوافق مع تحفّظ
edition-as-witness = رأيت كيف صُنعت
edition-sign-words = تحفّظك، أو ما تقوله بجانبها
edition-sign-now = وقّع
edition-sign-means = يُطبع باسمك. ولك أن توقّع من جديد؛ ويُحسب الأخير.
edition-by-agree = يوافق
edition-by-reservation = يوافق مع تحفّظ
edition-by-witness = شاهدًا
edition-work = من شارك
edition-work-about = بحسب نوع العمل، مما وُقّع؛ لا ترتيب فضل.
edition-people = { $count ->
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
       *[other] { $count } شخصًا
    }
edition-as-told = كما قيل:
work-wrote = كتبوا النص:
work-spoke = قالوا ما يستند إليه:
work-claimed = وضعوا أقوالًا:
work-marked = لاحظوا:
work-prepared = فتحوا منظورات وأسئلة وحوارات:
work-documented = وصفوا أعمالًا وممارسات:
work-translated = ترجموا:
work-brought-in = أحضروا ما قاله غيرهم:
work-voted = صوّتوا:
edition-cited = ما اقتُبس
edition-cited-about = هل له أن يقف هنا برخصة الطبعة، بحسب جدول صغير. ولمن سُمّي أن يأذن بما يتعارض.
edition-licence-unknown = جدول الرخص لا يعرف «{ $licence }»، فلا يمكن القول هل يوافقها ما استُشهد به.
edition-made-knowingly = صُنعت مع العلم بهذا: ومن صنعها يقوله بتوقيعه.
edition-known-gone = تعذّرت قراءته حين صُنعت
edition-earlier = طبعات سابقة
licence-freely = حرّ
licence-named = يصلح إن ذُكر صاحبه
licence-conflicts = يتعارض
licence-unknown = لا تُعرف له رخصة
edition-checked = ما تُحقِّق منه
edition-holds = كل بايت وكل توقيع في القطع الـ{ $count } صحيح، والنص هو الذي ثُبّت.
edition-traces = { $count ->
        [0] لا سطر يقود إلى شيء.
        [one] شيء واحد يستند إليه سطر هنا بكلماته.
        [two] شيئان تستند إليهما أسطر هنا بكلماتهما.
        [few] { $count } أشياء تستند إليها أسطر هنا بكلماتها.
       *[other] { $count } شيئًا تستند إليها أسطر هنا بكلماتها.
    }
edition-traces-open = { $count ->
        [one] وواحد لا يمكن أن يُقال فيه:
        [two] واثنان لا يمكن أن يُقال فيهما:
       *[other] و{ $count } لا يمكن أن يُقال فيها:
    }
unchecked-emptied = لم يُتحقَّق منه: كلمات مُحيت أو أُخفيت بعد ذلك.
unchecked-stays-in-the-commons = لم يُتحقَّق منه في الخارج: أعداد أصوات تبقى هنا؛ ولكل عضو أن يتحقق منها.
unchecked-newer-figure = لم يُتحقَّق منه: شيء حُسب بطريقة لا يعرفها هذا الإصدار.
unchecked-not-here = لم يُتحقَّق منه: شيء يستند إليه سطر ليس هنا.
edition-check-yourself = تحقق من الملف بنفسك بالأمر
edition-content = بصمة النص:
thing-edition = طبعة
refusal-edition-unsettled = لأحد الأسطر صياغتان، والطبعة تطبع واحدة.
refusal-edition-unsettled-hint = افتح السطر، واختر صياغة أو اكتب ثالثة، ثم حاول من جديد.
refusal-edition-broken = لا يمكن عرض هذه الطبعة هنا: { $what }
refusal-edition-broken-hint = ربما لم يصل بعد شيء تستند إليه. انظر من جديد بعد أن يلقى هذا النظير غيره.
refusal-edition-empty = لا سطر قائم في هذا النص، فلا شيء يُثبَّت.
refusal-edition-empty-hint = اكتب سطرًا أولًا.
refusal-edition-too-large = يستند هذا النص إلى أكثر مما تسعه طبعة: { $count }.
refusal-edition-too-large-hint = اصنع طبعات لأجزائه.
