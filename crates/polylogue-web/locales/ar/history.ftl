# تاريخ نص كُتب معًا: من كتب ماذا، والتراجع، والإصدارات، والفرع والضمّ.

history-title = التاريخ
history-of = تاريخ «{ $title }»
history-about = من غيّر ماذا ومتى ولماذا. لا يضيع شيء: كل إصدار يُقرأ من جديد.
history-changes = { $count ->
    [one] تغيير واحد
    [two] تغييران
    [few] { $count } تغييرات
   *[other] { $count } تغييرًا
}
history-lines = { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
   *[other] { $count } سطرًا
}
history-more = { $count ->
    [one] وواحد غيره
    [two] واثنان غيره
   *[other] و{ $count } غيره
}
history-undoes = يسحب تغييرًا سابقًا
history-cites = – يستند إلى { $what }
deed-added = جديد
deed-reworded = صيغ من جديد
deed-traced = يستند إلى غير ما كان
deed-settled = حُسم
deed-moved = نُقل
deed-struck = شُطب
deed-restored = أُعيد
deed-said = وُسم ما يقوله
deed-heading = عنوان
words-gone = حُذف:
words-new = أُضيف:
synthesis-because = لماذا
synthesis-because-hint = قد يُترك.
version-title = كما كان يُقرأ حينئذ
version-read-on = كما كان يُقرأ في { $day }
version-left = تركه { $who } { $when }
version-did = ماذا فعل هذا التغيير
version-since = ماذا تغيّر بعد ذلك
version-same = لا شيء يُقرأ على غير ما كان.
version-text = النص
version-blame = تحت كل سطر من كتبه هكذا ومتى.
version-earlier = { $count ->
    [one] صياغة سابقة واحدة
    [two] صياغتان سابقتان
    [few] { $count } صياغات سابقة
   *[other] { $count } صياغة سابقة
}
change-undo = اسحب هذا التغيير
change-undo-send = اسحبه
change-undo-means = بتغيير جديد باسمك. وحيث واصل أحد الكتابة في هذه الأثناء تبقى الصياغتان.
history-begun = بدأ النص
fork-title = اصنع من هذا نصًّا آخر
fork-into = في أي مشاع
fork-send = اصنعه
fork-send-means = تُنسخ الأسطر؛ ويُحفظ من أين جاء كل منها، ولكل من النصين أن يأخذ ما يفعله الآخر.
merge-title = ما تقدّم في الأصل
merge-back-title = خذ تغييرات هذا النص إلى الأصل
merge-none = لم يُصنع هذا النص من نص في هذا المجلد.
merge-moved = { $count ->
    [0] لم يتقدّم شيء
    [one] تقدّم سطر واحد
    [two] تقدّم سطران
    [few] تقدّمت { $count } أسطر
   *[other] تقدّم { $count } سطرًا
}
merge-about = بجانب «{ $title }» كما هو الآن.
merge-choice = هذا السطر
merge-take = خذه
merge-keep = أبقِ ما عندنا
merge-discuss = لتبقَ الصياغتان
merge-later = قرّر لاحقًا
merge-ours = ويُقرأ هنا:
merge-send = افعل ذلك
merge-send-means = يُوقَّع باسمك. ولا يُسأل مرة أخرى عمّا تقرّر.
moved-reworded = صيغ هناك من جديد
moved-both = صيغ من جديد هناك وهنا
moved-added = جديد هناك
moved-struck = شُطب هناك
