# الناس، الدخول، المهام، الميثاق، الإعدادات.

people-how-open = لأيٍّ كان أن يكتب هنا. وترحيب عضو يجعل القادم الجديد محسوبًا.
people-how-invitation = يدخل الناس بدعوة من عضو.
people-how-vouching = يدخل الناس حين يزكّيهم عضو.
newcomers-head = قادمون جدد لم يُحسبوا بعد
newcomers-about = يظهر ما يكتبونه كذلك حتى يرحّب بهم أحد
newcomers-none = لا أحد ينتظر الترحيب.
members-head = الأعضاء
members-other-head = عن أنفسهم
people-find = ابحث عن شخص باسمه
people-within = { $count } من داخل
people-speak-within = من داخل { $perspective }
people-also = ومن داخل { $perspectives } أيضًا
brought-in-head = من أُحضر كلامهم
brought-in-about = { $count ->
    [one] شخص واحد أحضر عضو كلماته أو أصواته من مكان آخر
    [two] شخصان أحضر عضو كلماتهما أو أصواتهما من مكان آخر
    [few] { $count } أشخاص أحضر عضو كلماتهم أو أصواتهم من مكان آخر
   *[other] { $count } شخصًا أحضر عضو كلماتهم أو أصواتهم من مكان آخر
}
members-alone = أنت وحدك هنا حتى الآن. والدعوة تستغرق دقيقة.
gone-head = غادروا
greet = رحّب
this-is-you = (أنت)
this-is-you-long = هذا أنت. اسمك في
is-member = عضو
is-voter = عضو، له أن يصوّت
is-newcomer = قادم جديد
has-left = غادر
was-removed = انتهت عضويته
office-greeter = مُرحِّب
office-moderator = مشرف
office-facilitator = ميسِّر
office-publisher = ناشر
root-entered = أحضره غيره
root-browser = يكتب من متصفح

person-key = المفتاح
person-came = دخل
person-came-not = لم يُدخله أحد بعد
person-came-by = عن طريق { $who }
person-came-founder = أسّس هذا المشاع
person-votes-only = للتصويت فقط
person-devices = الأجهزة
person-one-device = واحد
person-name-is-claim = الاسم ما يسمّي به المرء نفسه؛ والمفتاح هو الذي يوقّع.
device-own = جهازه هو
device-browser = متصفح
device-entered = جهاز من يساعده
device-ended = أُنهي
device-until = حتى { $day }
person-said = آخر ما قاله
person-search = كل ما قاله
person-said-nothing = لا شيء بعد.

scope-which = له أن
scope-all = يقول ما يشاء
scope-vote = يصوّت لا غير
admit-head = رحّب بهذا القادم الجديد
admit-about = الترحيب يجعل كل ما كتبه محسوبًا من أوله.
admit-send = رحّب
admit-means = يُوقَّع باسمك. وإنهاء العضوية لاحقًا يحتاج إلى مشرف وسبب.
vouch-head = زكِّ هذا القادم الجديد
vouch-about = تقول إنك تعرف هذا الشخص وإنه ينبغي أن يُسمع هنا.
vouch-send = زكِّه
vouch-means = يجعل كل ما كتبه محسوبًا من أوله، ويُوقَّع باسمك.
remove-head = أنهِ هذه العضوية
remove-about = { $count ->
    [0] لا يُمسّ شيء مما كتبه حتى الآن. وما يكتبه من الآن لا يُحسب. والسبب علني، وله أن يجيب عنه.
    [one] يبقى الشيء الوحيد الذي كتبه حتى الآن. وما يكتبه من الآن لا يُحسب. والسبب علني، وله أن يجيب عنه.
   *[other] يبقى كل ما كتبه حتى الآن ({ $count }). وما يكتبه من الآن لا يُحسب. والسبب علني، وله أن يجيب عنه.
}
remove-send = أنهِ العضوية
remove-means = تُغلق الدعوات التي كتبها أو دخل بها: من يدخل بإحداها من الآن ينتظر مع القادمين الجدد. ولمُرحِّب أن يُدخله من جديد. ولا تُمسّ النسخ التي عند غيرك.
grant-head = أسند مهمة
grant-about = المُرحِّب يُدخل القادمين الجدد، والمشرف يُخفي ويُعيد، والميسِّر يفتح الحوارات ويغلقها، والناشر يصنع الطبعات. ولكل مهمة نهاية، ولها أن تُسترد.
grant-which = أي مهمة
grant-days = كم يومًا
grant-send = أسندها
recall-head = استردّ مهمة
recall-about = ما فُعل بالمهمة حتى الآن يبقى محسوبًا.
recall-send = استردّها

charter-title = الميثاق
charter-version = { $version ->
    [1] كما أُسّس في { $day }
   *[other] الإصدار { $version }؛ أُسّس في { $day }
}
charter-empty = لم يُكتب بعد شيء غير ما يلي.
charter-entry = من يدخل
charter-keepers = أمناؤه
charter-keepers-until = حتى { $day }، ثم ليس لهم إلا أن يجدّدوا
charter-one-keeper = أمين واحد يصون هذا المكان. ولو كان معه اثنان لاستمرّ إن أصابه شيء.
charter-only-keepers = أمناء الميثاق يقترحون تغييره؛ ويتغير حين يُقرّ التغيير أكثر من نصفهم.
offices-head = المهام
offices-none = لا مهمة لأحد. يدبّر الأعضاء أمرهم بغيرها.
office-until = حتى { $day }
proposals-head = الاقتراحات
proposals-none = لا شيء ينتظر الإقرار.
proposal-by = اقترحه { $who }
assent-about = لا يمكن سحب الإقرار.
assent-send = أقرّه
propose-head = اقترح تغييرًا
propose-about = يحلّ ما هنا محلّ الميثاق كله حين يُقرّه أكثر من نصف أمنائه الحاليين. ومن يقترح فقد أقرّ.
propose-charter = الميثاق
propose-keepers = أمناؤه من بعد ذلك
propose-days = كم يومًا يصونونه
propose-send = اقترحه
propose-means = يُوقَّع باسمك ولا يمكن سحبه.

settings-title = اسمك هنا
settings-about = تُعرف في هذا المشاع بمفتاح لك وبالاسم الذي تعطيه. ومشاع آخر يعرف مفتاحًا آخر.
profile-head = الاسم
profile-name = الاسم الذي يراه الآخرون
profile-about = كلمات قليلة عنك
profile-about-hint = قد تُترك
profile-send = احفظه
profile-means = يراه الجميع هنا. والأسماء السابقة تبقى في السجل.
settings-key = المفتاح
settings-key-about = هذا يوقّع كل ما تكتبه هنا. ونصفه السري لا يغادر هذا الجهاز؛ فاحفظ نسخة من مجلدك في مكان آمن.
presence-head = وأنت تكتب
presence-about = حين تكتب مداخلة أو جوابًا يرى المتصلون في تلك اللحظة «آنا تجيب عن المداخلة 4». لا يُوقَّع ذلك ولا يُحفظ ولا يُنقل إلى غيرهم، ويزول بعد دقيقة.
presence-which = الآخرون هنا
presence-on = لهم أن يروا متى أكتب، وأرى متى يكتبون
presence-off = لا يُخبَرون، ولا أُخبَر عنهم
presence-send = احفظ هذا
devices-title = أجهزتك
devices-lede = ما يوقّعه أحد أجهزتك يُحسب لك، في هذا المشاع وحده.
devices-open = انظر الأجهزة وأضف وأنهِ
devices-list = الأجهزة التي تتكلم عنك
devices-first = جهازك الأول: هو وحده يضيف غيره وينهيه
devices-this = (هذا)
devices-not-first = جهازك الأول وحده يضيف غيره وينهيه؛ ومفتاحه يبدأ بـ{ $key }. افتح هذه الصفحة هناك.
device-speaks = يتكلم عنك
device-end-head = أنهِ هذا الجهاز
device-end-about = ما يوقّعه من الآن لا يُحسب؛ وما قاله حتى الآن يبقى. ولا يمكن الرجوع عن هذا.
device-end-send = أنهِه
device-add-head = أضف جهازًا
device-add-about = كل ما يوقّعه جهاز مضاف يُحسب لك حتى تنهيه. افتح هذه الصفحة من المشاع نفسه على الجهاز الآخر، وأعطه المفتاح كله مما في الأسفل، وارجع بالسطر الذي يعرضه.
device-line = السطر الذي عرضه الجهاز الآخر
device-name = ماذا تسمّيه
device-add-send = أضفه
device-add-means = يُوقَّع باسمك ويراه الجميع. لا تضف إلا جهازًا لك.
device-agree-head = دع هذا الجهاز يتكلم عنك
device-agree-about = إن كنت تكتب في هذا المشاع من جهاز آخر فلهذا أن يتكلم عن الشخص نفسه. يوقّع أنه موافق ويعرض ذلك سطرًا واحدًا؛ ولا يُسجَّل شيء حتى يأخذ جهازك الأول السطر.
device-root = مفتاحك كله كما يعرضه جهازك الأول
device-agree-send = اعرض السطر
device-agreed = هذا الجهاز موافق. احمل السطر إلى جهازك الأول وأضفه هناك؛ ولا ينفع غيرك.
device-agreed-line = السطر
leave-head = المغادرة
leave-open = غادر هذا المشاع
leave-about = ما قلته حتى الآن يبقى ويُحسب. ولن يكون لك أن تكتب أو تصوّت هنا حتى يُدخلك أحد من جديد. وتبقى النسخة على هذا الجهاز مقروءة.
leave-send = غادر
leave-means = يرى الجميع هنا أنك غادرت.
