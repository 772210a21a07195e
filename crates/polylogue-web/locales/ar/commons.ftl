# قائمة المشاعات، التأسيس، الدخول، صفحة المشاع، الدعوة، الحال.

commons-title = مشاعاتك
commons-about = المشاع مكان يعمل فيه أناس يقفون في مواضع مختلفة على أمر معًا. وكلٌّ من المشاركين يحمله كله.
commons-here = على هذا الجهاز
commons-none = لا شيء هنا بعد. أسّس مشاعًا أدناه، أو انضمّ إلى واحد بدعوة.
count-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
count-perspectives = { $count ->
    [zero] لا منظورات بعد
    [one] منظور واحد
    [two] منظوران
    [few] { $count } منظورات
    [many] { $count } منظورًا
   *[other] { $count } منظور
}
count-dialogues = { $count ->
    [zero] لا حوارات بعد
    [one] حوار واحد
    [two] حواران
    [few] { $count } حوارات
    [many] { $count } حوارًا
   *[other] { $count } حوار
}
count-questions = { $count ->
    [zero] لا أسئلة دائمة بعد
    [one] سؤال دائم واحد
    [two] سؤالان دائمان
    [few] { $count } أسئلة دائمة
    [many] { $count } سؤالًا دائمًا
   *[other] { $count } سؤال دائم
}
turns-count = { $count ->
    [zero] لا مداخلات بعد
    [one] مداخلة واحدة
    [two] مداخلتان
    [few] { $count } مداخلات
   *[other] { $count } مداخلة
}
you-are-member = أنت عضو
you-are-voter = لك أن تصوّت
you-are-newcomer = تقرأ معنا قادمًا جديدًا
you-left = غادرت
you-were-removed = انتهت عضويتك

found-head = أسّس مشاعًا
found-about = لا يلزمه إلا اسم وسؤال. ولكل ما عداهما جواب معقول يمكن تغييره لاحقًا.
found-title = اسم المشاع
found-question = السؤال الذي يقوم عليه
found-question-hint = سؤال يودّ أناس من جهات مختلفة أن يجيبوا عنه
found-name = اسمك فيه
found-name-hint = أي اسم؛ ومشاع آخر يعرفك بمفتاح آخر
found-details = اللغة والرخصة ومن يدخل
found-template = يبدأ
template-inquiry = استقصاءً: منظورات في حوار
template-survey = استطلاعًا: أقوال وأصوات
template-process = عملًا على مراحل
template-blank = صفحة بيضاء
found-admission = من يدخل
admission-invitation = من يدعوه عضو
admission-vouching = من يزكّيه عضو
admission-open = لأيٍّ كان أن يكتب؛ ويُحسب ما كتبه حين يرحّب به عضو
found-charter = الميثاق
found-charter-hint = ما يتفق عليه الأعضاء؛ تكفي بضع جمل
found-send = أسّسه
found-means = تصونه عامًا ثم تجدّد. وقبل أن يأتي العضو العاشر سمِّ اثنين آخرين يصونانه.

join-title = ادخل بدعوة
join-about = ألصق الدعوة التي أُعطيتها. عندئذ يجلب جهازك المشاع من جهازهم؛ ولا يُنشأ حساب في أي مكان.
join-about-short = هل أعطاك أحد دعوة؟ بها يجلب جهازك مشاعهم.
join-open = استعمل دعوة
join-ticket = الدعوة
join-ticket-hint = تبدأ بـ«polylogue»؛ وانقطاع الأسطر لا يضرّ
join-send = ادخل
join-means = قد يستغرق هذا لحظة: يجب أن يكون أحد حاملي المشاع في المتناول.

home-over = السؤال الذي يقوم عليه هذا المشاع
home-begun = فتحه { $who } في { $day }

needs-head = ما ينتظرك
needs-order = الأقدم أولًا. لا شيء يُرتَّب بحسب الشعبية.
needs-assents = { $count ->
    [one] اقتراح بتغيير الميثاق ينتظر إقرارك
    [two] اقتراحان بتغيير الميثاق ينتظران إقرارك
    [few] اقتراحات بتغيير الميثاق تنتظر إقرارك
   *[other] اقتراحًا بتغيير الميثاق تنتظر إقرارك
}
needs-acts-against = { $count ->
    [one] شيء قلته أخفاه مشرف أو محاه: { $things }
   *[other] مما قلته أخفاه مشرف أو محاه: { $things }
}
needs-acts-against-about = يقول المحضر من فعل ولماذا؛ ولك أن تجيب هناك.
needs-newcomers = { $count ->
    [one] قادم جديد ينتظر الترحيب:
   *[other] من القادمين الجدد ينتظرون الترحيب:
}
needs-newcomers-about = يظهر ما يكتبونه ولا يُحسب حتى يرحّب بهم أحد.
needs-open = { $count ->
    [one] سؤال مفتوح
    [two] سؤالان مفتوحان
    [few] أسئلة مفتوحة
   *[other] سؤالًا مفتوحًا
}
needs-open-oldest = أقدمها ينتظر منذ { $when }: { $question }
needs-open-answer = أجب عنه
needs-unheard = { $count ->
    [one] منظور لم يُسمع قط: { $perspectives }
    [two] منظوران لم يُسمعا قط: { $perspectives }
    [few] منظورات لم تُسمع قط: { $perspectives }
   *[other] منظورًا لم يُسمع قط: { $perspectives }
}
needs-on-behalf = { $count ->
    [one] وواحد غيرها لا يتكلم عنه إلا غير أهله.
    [two] واثنان غيرها لا يتكلم عنهما إلا غير أهلهما.
   *[other] و{ $count } غيرها لا يتكلم عنها إلا غير أهلها.
}
needs-on-behalf-only = { $count ->
    [one] منظور لا يتكلم عنه إلا من ليس فيه
    [two] منظوران لا يتكلم عنهما إلا من ليس فيهما
    [few] منظورات لا يتكلم عنها إلا من ليس فيها
   *[other] منظورًا لا يتكلم عنه إلا من ليس فيه
}
needs-unheard-invite = ادعُ أحدًا ممن يقفون هناك
needs-unvoted = من الأقوال { $vote }، من أصل { $all }
needs-unvoted-link = لم تصوّت عليها
needs-suggestions = { $count ->
    [one] اقتراح بالجمع بين أشياء أو الفصل بينها لم يُجب عنه بعد
    [two] اقتراحان بالجمع بين أشياء أو الفصل بينها لم يُجب عنهما بعد
    [few] اقتراحات بالجمع بين أشياء أو الفصل بينها لم يُجب عنها بعد
   *[other] اقتراحًا بالجمع بين أشياء أو الفصل بينها لم يُجب عنه بعد
}
needs-first-perspective = تبدأ المحادثة حين يُسمّى منظوران. أيّهما منظورك؟
needs-first-dialogue = سُمّيت المنظورات. وفي الحوار يلتقي بعضها ببعض.
needs-nothing = لا شيء ينتظرك. لكل سؤال جواب، وقد صوّتَّ على كل الأقوال.
needs-nothing-step = اقرأ الحوارات

latest-head = آخر المداخلات
latest-all = { $count ->
    [one] المداخلة الوحيدة
   *[other] كل المداخلات ({ $count })
}
latest-none = لم يتكلم أحد بعد. قد تكون المداخلة الأولى جملة واحدة.
latest-where = { $dialogue }، المداخلة { $number }

people-and-peers = الناس والنظراء
fact-you = أنت
fact-you-unnamed = قل ما اسمك
fact-people = الناس
fact-people-are = { $count ->
    [one] عضو واحد، أنت
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}
fact-brought-in = ، ومن أُحضر كلامهم: { $count }
fact-newcomers = { $count ->
    [one] ، وقادم جديد لم يُحسب بعد
    [two] ، وقادمان جديدان لم يُحسبا بعد
   *[other] ، و{ $count } من القادمين الجدد لم يُحسبوا بعد
}
fact-peers = النظراء
fact-peers-none = لا أحد بعد: كل شيء على هذا الجهاز وحده
fact-peers-are = { $known } معروفون، ووصل اليوم خبر من { $heard }
fact-held = عندهم
fact-held-all = كل ما كتبته
fact-held-not = { $count ->
    [one] كل ما لك إلا مشاركة واحدة على هذا الجهاز وحده
    [two] كل ما لك إلا مشاركتين على هذا الجهاز وحده
    [few] كل ما لك إلا { $count } مشاركات على هذا الجهاز وحده
   *[other] كل ما لك إلا { $count } مشاركة على هذا الجهاز وحده
}
fact-status = كل نظير على حدة
invite-somebody = ادعُ أحدًا

law-head = كيف يُصان هذا المكان
law-keepers = { $count ->
    [one] { $who } يصون الميثاق.
   *[other] { $who } يصونون الميثاق معًا.
}
law-read = { $version ->
    [1] اقرأ الميثاق كما أُسّس
   *[other] اقرأ الميثاق، الإصدار { $version }
}
law-few-keepers = مكان بهذا الحجم ينبغي أن يصونه ثلاثة، كي لا يتوقف على شخص واحد.

inquiry-head = إلى أين وصل الاستقصاء
inquiry-caption = تأتي الحوارات التي تنتظر جوابًا أولًا.
inquiry-state = الحالة
inquiry-turns = المداخلات
inquiry-open = أسئلة مفتوحة
inquiry-latest = آخر ما قيل

invite-title = ادعُ أحدًا
invite-about = الدعوة نصٌّ تسلّمه باليد: بالبريد أو المحادثة أو الورق. ومن كان عنده قرأ كل شيء هنا، فلا تعطه إلا من تقصد.
invite-letter = الرسالة التي تُرسل، كاملةً
invite-letter-in = لغة الرسالة
letter-hello = مرحبًا،
letter-hello-whom = مرحبًا { $whom }،
letter-what = هذه دعوة إلى «{ $title }»: مكان يجيب فيه أناس يفكرون من مواقف مختلفة بعضهم عن كلام بعض.
letter-question = والسؤال هناك: { $question }
letter-lets-all = بهذه الدعوة تقرأ هناك وتكتب وتصوّت.
letter-lets-vote = بهذه الدعوة تقرأ هناك وتصوّت.
letter-lets-read = بها تستطيع القراءة.
letter-until = وهي مفتوحة حتى { $day }.
letter-how = لا حساب هنا ولا شركة تحفظه. عند كل منّا برنامج واحد هو Polylogue، وبرنامجك يجلب الحوار من برامجنا. ثلاث خطوات:
letter-program = 1. احصل على البرنامج. هو ملف واحد: اطلبه مني أرسله إن كان جهازك كجهازي. ومن عنده مصدره وRust يبنيه بهذا: cargo install --path crates/polylogue --locked
letter-start = 2. شغّله بالأمر polylogue serve وافتح في متصفحك العنوان الذي يطبعه.
letter-join = 3. اختر هناك «{ $join }»، والصق هذه الرسالة كلها، وقل بأي اسم تحب أن تُدعى.
letter-first = عندئذ تعرض الصفحة قولًا تصوّت عليه ومداخلة تجيب عنها: ابدأ بأيهما.
letter-secret = من كانت عنده الأسطر أدناه دخل بها، فاحفظها لنفسك.
invite-which = ماذا تفعل
invite-kind-invite = تجعله عضوًا
invite-kind-vote = تتيح له التصويت لا غير
invite-kind-read = تتيح له القراءة والمتابعة
invite-days = كم يومًا تبقى مفتوحة
invite-whom = لمن
invite-whom-hint = تذكير لك وحدك، يبقى على هذا الجهاز
invite-send = اصنع دعوة
invite-means = تصلح لأكثر من شخص إلى أن تنقضي أيامها أو تغلقها، وهي موقّعة باسمك. أما القراءة والمتابعة فلا أيام لهما: من عنده النص له أن يقرأ.
invite-made = الدعوة
invite-made-about = انسخها كلها. تبقى في هذه الصفحة حتى يتوقف نظيرك، ولا تبقى في غيرها.
invite-ticket = الدعوة وحدها
invite-picture = أظهرها صورة تُمسح
invite-picture-name = الدعوة مربعًا تقرؤه الكاميرا
invite-no-addresses = لا يعرف نظيرك عنوانًا يُوصل إليه به، فلا تسمّي هذه الدعوة أحدًا يُسأل. شغّل نظيرك على شبكة، أو سلّم معها نسخة محمولة.
invite-opened = الدعوات حتى الآن
invite-opened-by = أعدّها { $who } في { $day }
invite-until = صالحة حتى { $day }
invite-for = إلى { $whom }
invite-for-nobody = لمن تكون عنده
invite-used-by = استعملها { $who }
invite-used-by-more = { $count } غيرهم
invite-used-by-nobody = لم يستعملها أحد بعد
invite-lets-all = تجعله عضوًا
invite-lets-vote = تتيح له التصويت لا غير
invite-is-open = مفتوحة
invite-is-over = انقضت أيامها
invite-is-void = لا تُحسب: ليس لصاحبها أن يدعو
invite-closed = مغلقة
invite-close = أغلقها
invite-close-about = بإغلاقها لا يدخل بها أحد بعد ذلك، ويبقى من دخل بها.

status-title = من عنده ماذا
status-over = الحال
status-alone = كل شيء هنا على هذا الجهاز وحده. لا نسخة عند أحد حتى تدعو أحدًا أو تحمل نسخة.
status-all-held = { $known ->
    [one] عند النظير الآخر كل ما كتبته.
   *[other] كل ما كتبته عند غيرك أيضًا: عدد النظراء المعروفين { $known }، ووصل اليوم خبر من { $heard } منهم.
}
status-some-here = { $count ->
    [one] ما زالت مشاركة واحدة لك على هذا الجهاز وحده.
    [two] ما زالت مشاركتان لك على هذا الجهاز وحده.
    [few] ما زالت { $count } مشاركات لك على هذا الجهاز وحده.
   *[other] ما زالت { $count } مشاركة لك على هذا الجهاز وحده.
} { $known ->
    [one] يُعرف نظير واحد، ووصل اليوم خبر من { $heard }.
   *[other] عدد النظراء المعروفين { $known }، ووصل اليوم خبر من { $heard } منهم.
}
status-local-only = هذا النظير ليس على الشبكة الآن.
status-peers = النظراء
status-peers-about = كما أخبرنا كلٌّ منهم آخر مرة، لا كما نرجو
status-no-peers = لا يُعرف نظير آخر بعد.
status-peer = النظير
status-has = عنده
status-lacks = ينقصه
status-heard = آخر خبر منه
status-of = { $has } من { $all }
status-connected = متصل الآن
status-never = لم يصل قط
status-sync = اسأل الجميع الآن
status-copy = احمل نسخة معك
copy-read-head = اقرأ نسخة محمولة
copy-read-about = النسخة المحمولة مشاع في ملف، جاء على قرص أو في بريد. يُفحص كل ما فيها كأن نظيرًا أرسله؛ وما هو هنا لا يغيّر شيئًا. تقبل هذه الصفحة ملفات حتى 32 ميغابايت؛ وما زاد يُقرأ بالأمر «{"\u2066"}polylogue bundle read FILE{"\u2069"}».
copy-file = الملف
copy-read-send = اقرأه
copy-was-read = { $read ->
    [one] قُرئت قطعة واحدة، والجديد هنا منها { $new }.
    [two] قُرئت قطعتان، والجديد هنا منهما { $new }.
    [few] قُرئت { $read } قطع، والجديد هنا منها { $new }.
   *[other] قُرئت { $read } قطعة، والجديد هنا منها { $new }.
}
copy-had-bad = { $count ->
    [one] كان على واحدة توقيع لا يصح فتُركت.
   *[other] كان على { $count } منها توقيع لا يصح فتُركت.
}
join-copy-about = بالنسخة تقرأ مشاعًا لم يدعك إليه أحد بعد، بقدر ما فيها.
status-mine = ما كتبته
status-mine-all = كله
status-mine-elsewhere = عند غيرك أيضًا
status-mine-here = على هذا الجهاز وحده
status-mine-all-here = كله
status-data = أين بياناتك
status-here = هذا المجلد
status-pieces = القطع المحفوظة
status-server = على خادم
status-server-none = لا شيء
status-odd = ما وُضع جانبًا
status-waiting = { $count ->
    [one] مشاركة واحدة تنتظر شيئًا لم يصل.
    [two] مشاركتان تنتظران شيئًا لم يصل.
    [few] { $count } مشاركات تنتظر شيئًا لم يصل.
   *[other] { $count } مشاركة تنتظر شيئًا لم يصل.
}
status-set-aside = { $count ->
    [one] مشاركة واحدة محفوظة ولا تُحسب.
    [two] مشاركتان محفوظتان ولا تُحسبان.
    [few] { $count } مشاركات محفوظة ولا تُحسب.
   *[other] { $count } مشاركة محفوظة ولا تُحسب.
}
status-odd-see = تجد كل واحدة بسببها في { $record }.
status-odd-record = السجل الكامل

begin-head = ابدأ من هنا
begin-here-about = الخطوات الأولى. تبقى حتى تتم أو حتى تضعها جانبًا.
begin-here-read = اقرأ { $turn } وأجب عنها
begin-done = تمّ:
begin-voted = صوّتَّ على قول.
begin-vote-on = صوّت على آخر
begin-spoken = قلت شيئًا من عندك.
begin-name = قل بأي اسم تحب أن تُدعى
begin-away = ضع هذه الخطوات جانبًا
needs-new-turns = { $count ->
    [one] مداخلة جديدة منذ زرتها آخر مرة، في { $dialogues }
    [two] مداخلتان جديدتان منذ زرتها آخر مرة، في { $dialogues }
    [few] مداخلات جديدة منذ زرتها آخر مرة، في { $dialogues }
   *[other] مداخلة جديدة منذ زرتها آخر مرة، في { $dialogues }
}
needs-yourself-vouch = أنت هنا قادم جديد. أخبر عضوًا بأنك هنا: فمن يعرفك له أن يزكّيك، ويُحسب عندئذ ما كتبته من أوله.
needs-yourself-greet = أنت هنا قادم جديد. يظهر ما تكتبه كذلك، ويُحسب من أوله حين يرحّب بك عضو.
join-partly = لم يصل كل شيء بعد. لك أن تقرأ ما هنا؛ ويأتي الباقي من نفسه ما دام أحد الآخرين في المتناول.
join-partly-now = اسأل الجميع الآن
needs-vouching = { $count ->
    [one] قادم جديد لم يزكّه أحد بعد:
   *[other] من القادمين الجدد لم يزكّهم أحد بعد:
}
needs-second-perspective = سُمّي منظور واحد. سمِّ المنظور الذي ينبغي أن يلقاه، أو ابدأ حوارًا.
