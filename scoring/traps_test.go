package scoring

import (
	"reflect"
	"testing"

	"shouxiang/scoring/fact"
)

// late is a customer whose parcel stands still.
func late(t testing.TB) *Matter {
	t.Helper()
	m, problems := Default().Compile(Brief{
		Burst: []string{"我的快递三天没动了！", "给孩子的生日礼物，明天就要用！"}, Emotion: "生气", Situation: []string{"三天", "生日", "孩子"},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return m
}

// TestTraps holds the replies that mislead a reader of keywords. have lists what must be heard, not what must not.
func TestTraps(t *testing.T) {
	for _, tt := range []struct {
		name, reply     string
		empathy, action int
		have, not       RedLines
	}{
		{"asking for sympathy is no empathy", "请您谅解", 0, 0, 0, fact.RedLineSet(fact.Dismiss)},
		{"not understanding is no empathy but dismissal", "不理解您急什么", 0, 0, fact.RedLineSet(fact.Dismiss), 0},
		{"a step denied is none", "没办法帮您联系快递员", 0, 0, 0, 0},
		{"refusing to guarantee is no over-promise", "无法保证明天一定到", 0, 0, 0, fact.RedLineSet(fact.Overpromise)},
		{"a vow about one's own act is no over-promise", "这单我一定跟到底", 0, 1, 0, fact.RedLineSet(fact.Overpromise)},
		{"a guarantee of the result is one", "保证明天一定送到", 0, 0, fact.RedLineSet(fact.Overpromise), 0},
		{"别急 without a step", "您先别急嘛", 0, 0, fact.RedLineSet(fact.Dismiss), 0},
		{"知道您急 names the feeling", "知道您急，我现在就催中转站", 2, 1, 0, fact.RedLineSet(fact.Dismiss)},
		{"辛苦您 before a request is polite, no empathy", "辛苦您提供一下单号", 0, 0, 0, 0},
		{"the customer's words quoted are not ours", "您说“你们就是骗子”是吧", 0, 0, 0, fact.RedLineSet(fact.Rude, fact.Accuse)},
		{"telling to guard a code protects", "请勿把验证码告诉任何人", 0, 0, 0, fact.RedLineSet(fact.Privacy)},
		{"asking for a code does not", "麻烦把验证码发我一下", 0, 0, fact.RedLineSet(fact.Privacy), 0},
		{"a forecast is no step", "预计3天到货", 0, 0, 0, 0},
		{"slogans earn nothing and are 敷衍", "理解理解抱歉马上处理", 0, 0, fact.RedLineSet(fact.Robotic), 0},
		{"traditional characters", "孩子明天生日，換我也急。我現在催中轉站，10分鐘內回您", 2, 2, 0, 0},
		{"full width", "孩子明天生日，换我也急。我现在催中转站，１０分钟内回您", 2, 2, 0, 0},
		{"typos", "报歉让您等了三天，窝现在催中转站，十分钟内回您", 2, 2, 0, 0},
		{"no punctuation", "孩子明天生日换谁都急我现在催中转站半小时内回您", 2, 2, 0, 0},
		{"Chinese numerals", "三天没动换我也急，我这就催中转站，俩小时内回您", 2, 2, 0, 0},
		{"before closing time", "三天没动换我也急，我这就催中转站，下班前回您", 2, 2, 0, 0},
		{"24h", "三天没动换我也急，我催中转站，24h内回您", 2, 2, 0, 0},
		{"the day after tomorrow", "我已联系中转站，后天一早给您回电", 0, 2, 0, 0},
		{"echo without acknowledgement", "您说您的快递三天没动是吧", 0, 0, 0, 0},
		{"double negative", "谁说我不理解您着急", 2, 0, 0, fact.RedLineSet(fact.Dismiss)},
		{"another side at fault, but followed up", "是中转站漏扫了，我现在催他们补扫，10分钟内回您", 0, 2, 0, fact.RedLineSet(fact.Deflect)},
		{"so be it, and nothing else", "晚了就晚了嘛", 0, 0, fact.RedLineSet(fact.Dismiss), 0},
		{"so be it beside a step is no shrug", "晚就晚了，我现在催中转站，10分钟内回您", 0, 2, 0, fact.RedLineSet(fact.Dismiss)},
		{"a cue in answer to a complaint", "您寄的时候没做防水啊", 0, 0, fact.RedLineSet(fact.Accuse), 0},
		{"a cue beside a step", "您寄的时候没做防水啊，我现在让仓库烘干，10分钟内回您", 0, 2, 0, fact.RedLineSet(fact.Accuse)},
		{"a word taken up to ask about it is no mockery", "三天？几号发的，有单号没", 0, 0, 0, fact.RedLineSet(fact.Rude)},
		{"a cause to look for, nobody named", "是不是阀门没关好呀，您看看", 0, 0, 0, fact.RedLineSet(fact.Accuse)},
		{"the same guess at what the customer did", "您是不是没填对地址呀，看看", 0, 0, fact.RedLineSet(fact.Accuse), 0},
		{"a friendly laugh beside a step", "哈哈三天确实离谱，我现在催中转站，10分钟内回您", 2, 2, 0, fact.RedLineSet(fact.Rude)},
		{"a laugh and nothing else", "哈哈，生日礼物啊", 0, 0, fact.RedLineSet(fact.Rude), 0},
		{"laughing at it before a step", "哈哈哈三天还能不动啊，我帮您问问", 0, 1, fact.RedLineSet(fact.Rude), 0},
		{"a day gone is no deadline", "今天没扫到，我催一下站点", 0, 1, 0, 0},
		{"an offer put as a question", "要不我给您改约明天？", 0, 1, 0, 0},
		{"under way is not done", "包裹我们在找了", 0, 1, 0, 0},
		{"a template keeps its apology", "很抱歉给您带来不便，已为您登记，会有专人联系您，请耐心等待", 1, 1, fact.RedLineSet(fact.Robotic), 0},
		{"passed on to somebody who is named", "收到，已反馈站点", 0, 2, 0, fact.RedLineSet(fact.Robotic)},
		{"what one may do if one worries", "不放心可以去站点看看", 0, 0, 0, 0},
		{"a retort with nothing beside it", "换一家买嘛", 0, 0, fact.RedLineSet(fact.Dismiss), 0},
		{"the same tone beside empathy", "孩子明天生日，换谁都急嘛，您说说看", 2, 0, 0, fact.RedLineSet(fact.Dismiss)},
		{"spared from hurt is care, no order", "箱子您先别硬掰，怕伤着手", 2, 0, 0, fact.RedLineSet(fact.Dismiss)},
		{"who is asked to ask is the customer", "您让家人帮您看一下", 0, 0, 0, 0},
		{"what the customer tries at once is done", "我远程开柜，您推一下试试", 0, 2, 0, 0},
		{"a third party who is to apologise is no apology", "我让网点主管给您道歉，今晚8点前回您", 0, 2, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := Default().Hear(late(t), []string{tt.reply})
			if f.Empathy != tt.empathy || f.Action != tt.action {
				t.Errorf("共情 %d 行动 %d, want %d and %d: %s", f.Empathy, f.Action, tt.empathy, tt.action, tt.reply)
			}
			if f.RedLines&tt.have != tt.have || f.RedLines&tt.not != 0 {
				t.Errorf("red lines %q: %s", f.RedLines, tt.reply)
			}
		})
	}
}

func TestComeDownWithAStepIsAHint(t *testing.T) {
	m := late(t)
	f := Default().Hear(m, []string{"孩子明天生日，别急，我现在催中转站，10分钟内回您"})
	if !f.RedLines.Has(fact.Dismiss) || !f.Hints.Has(fact.Dismiss) || f.Crossed() != 0 {
		t.Errorf("red lines %q, hints %q", f.RedLines, f.Hints)
	}
	f = Default().Hear(m, []string{"您别急"})
	if !f.Crossed().Has(fact.Dismiss) {
		t.Errorf("without a step it is crossed: %q, hints %q", f.RedLines, f.Hints)
	}
}

func TestARefusalInPartIsNoOffer(t *testing.T) {
	s := Default()
	p, err := s.Pattern("全退|全额退")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]Mention{
		"确实没法全退，能退一半": {Negated: true},
		"今天给您全额退":     {Affirmed: true},
		"退一半行吗":       {},
	} {
		if have := s.Hear(nil, []string{text}).Mentions(p); have != want {
			t.Errorf("%s: %+v, want %+v", text, have, want)
		}
	}
}

func TestOrdinaryFactsMakeNothingFire(t *testing.T) {
	for _, text := range []string{
		"您好，这款空调的额定功率是1500瓦，能效等级为一级，适用面积15到20平方米，室内机尺寸详见商品页面的参数表",
		"发票在订单完成后的次日由系统统一开具，电子发票会发送到下单时填写的邮箱，抬头可以在订单详情里修改一次",
		"本店支持七天无理由退货，退货时请保持吊牌完整，运费由买家承担，会员享受每月一次免费退货的权益",
		"积分在每年的12月31日清零，可以在会员中心兑换优惠券，兑换后有效期为30天，不能与其他优惠同时使用",
		"这条线路全程约3小时20分，经停两站，二等座票价146元，儿童身高1米2以下免票，不占座",
		"这个尺码的肩宽是42厘米，衣长68厘米，平时穿L的话选大一码会宽松一些，面料成分是棉和聚酯纤维",
	} {
		f := Default().Hear(nil, []string{text})
		if f.Empathy != 0 || f.Action != 0 || f.RedLines != 0 {
			t.Errorf("共情 %d 行动 %d 红线 %q: %s", f.Empathy, f.Action, f.RedLines, text)
		}
	}
}

func TestPromises(t *testing.T) {
	for _, tt := range []struct {
		reply string
		want  []Promise // Start and End are not compared
	}{
		{"我现在催中转站，10分钟内回您", []Promise{{Who: "我", What: "回您", Minutes: 10}}},
		{"今晚8点前我把单号发您", []Promise{{Who: "我", What: "我把单号发您", TimeOfDay: "今晚20:00"}}},
		{"明早10点给您打电话", []Promise{{Who: "我", What: "给您打电话", TimeOfDay: "明早10:00"}}},
		{"今天补发换新，或者全额退款，您要哪种？", nil},
		{"我给您派专车，15分钟内到", []Promise{{Who: "我", What: "派专车", Minutes: 15}}},
		{"抢修队15分钟内到", []Promise{{Who: "我", What: "到", Minutes: 15}}},
		{"预计3天到货", nil},
		{"您可以明天再来", nil},
	} {
		have := Default().Hear(nil, []string{tt.reply}).Promises
		for i := range have {
			have[i].Start, have[i].End = 0, 0
		}
		if !reflect.DeepEqual(have, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.reply, have, tt.want)
		}
	}
}

func TestATimeThatPromisesNothingIsNoDeadline(t *testing.T) {
	for reply, want := range map[string]bool{
		"今天提不了，规定就是一万":       false,
		"二回人没来，今天差2厘米，对吧":    false,
		"您周三还是周四在家？":         false,
		"今晚的房费算我们的":          false,
		"成不成我半小时内都打给您":       true,
		"有没有网三分钟内我再问您":       true,
		"我现在给您办，15分钟内还清":     true,
		"限付我来解，三分钟内回您能不能付":   true,
		"快递三天内都没人管":          false,
		"这笔钱先退，今天下班前到账":      true,
		"您一大早就火冒三丈，我去问":      false,
		"抢修队15分钟内到":          true,
		"监控我去调，三天后才冒出来一道刮痕":  false,
		"我明早九点给您回话，您看这么走行吗":  true,
		"您同意我现在就报，三个工作日内出书面": true,
	} {
		if f := Default().Hear(nil, []string{reply}); f.Elements.Has(fact.Deadline) != want {
			t.Errorf("时限 %v, want %v: %s", !want, want, reply)
		}
	}
}

func TestOverreachIsWhatWeGiveAndMayNot(t *testing.T) {
	for _, tt := range []struct {
		can, reply string
		want       bool
	}{
		{"查询", "您没按错，这25块今晚12点前就退回您卡里", false}, // the system does
		{"查询", "没按错，25块会退回原卡的", false},
		{"查询", "这25块我今晚退您", true},
		{"换房", "给您换到正对海那间", false},
		{"换房", "我给您换9楼靠里那间", false},
		{"查询", "我给您换一台新的", true},
		{"复核", "220我给您补上", true},
		{"补发", "少的3箱我给您补上", false},
		{"查询", "拉走了才改价，是不地道", false}, // told of what others did
	} {
		m, _ := Default().Compile(Brief{Burst: []string{"房间不对，还扣了钱"}, CanKnown: true, Can: []string{tt.can}})
		if f := Default().Hear(m, []string{tt.reply}); f.RedLines.Has(fact.Overreach) != tt.want {
			t.Errorf("越权 %v, want %v: %s", !tt.want, tt.want, tt.reply)
		}
	}
}

func TestWhatIsOfferedToChooseFromIsNoPromiseButTheRestIs(t *testing.T) {
	for reply, want := range map[string]int{
		"先翻仓，今天18点前我给您结果\n翻不到我给您报理赔，这样行吗": 1,
		"今天给您退款，或者明天给您换新，您要哪种":            0,
	} {
		if f := Default().Hear(nil, []string{reply}); len(f.Promises) != want {
			t.Errorf("%d promises, want %d: %s %+v", len(f.Promises), want, reply, f.Promises)
		}
	}
}

func TestALaughWithOneWhoThanksIsNotRude(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"昨晚雨那么大，师傅还送上楼，帮我谢谢他！"}})
	if f := Default().Hear(m, []string{"哈哈他知道了得高兴坏了"}); f.RedLines != 0 {
		t.Errorf("red lines %s in answer to thanks", f.RedLines)
	}
}

func TestCuesAreForComplaintsOnly(t *testing.T) {
	m, _ := Default().Compile(Brief{Burst: []string{"你好，想寄一箱书，怎么包"}})
	if f := Default().Hear(m, []string{"您寄的时候做防水呀"}); f.RedLines != 0 {
		t.Errorf("red lines %s in answer to an inquiry", f.RedLines)
	}
}

// Sympathy for anybody and a call back about nothing met every card of the library when they were enough.
func TestWhatCouldGoToAnybodyIsNotEnough(t *testing.T) {
	m, errs := Default().Compile(Brief{Burst: []string{"我的快递三天没动了", "明天就要用"}})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	need := fact.ElementSet(fact.Empathy, fact.Action, fact.Deadline)
	for text, pass := range map[string]bool{
		"您好，非常抱歉给您带来不便，10分钟内回复您":   false,
		"理解您的心情，10分钟内给您答复":         false,
		"很抱歉让您久等，我马上核实，10分钟内回复您":   false,
		"抱歉让您等这么久，我现在催中转站，10分钟内回您": true,
		"抱歉，快递的事我10分钟内回您":          true,
		"三天没动，换谁都急，10分钟内回您":        true,
	} {
		c := m.Grade(Default().Hear(m, []string{text}), Terms{Need: need})
		if c.Pass != pass || !pass && !c.Missing.Has(fact.OnPoint) {
			t.Errorf("%s: %d, lacks %v", text, c.Score, c.Missing)
		}
	}
}

// What a customer has or did is said back to him; that is no insult, no step of ours and nothing given away.
func TestWordsOfTheCustomersCaseAreTakenForWhatTheyAre(t *testing.T) {
	for text, red := range map[string]RedLines{
		"眼镜腿断了肯定着急，我现在给您调配件，今晚8点前给您打电话": 0,
		"手机有毛病，我现在给您报修，10分钟内回您":         0,
		"手机不好使，真耽误事，我现在给您报修，10分钟内回您":    0,
		"您有病吧":    fact.RedLineSet(fact.Rude),
		"你手断了吗":   fact.RedLineSet(fact.Rude),
		"您是不是有毛病": fact.RedLineSet(fact.Rude),
	} {
		if f := Default().Hear(nil, []string{text}); f.Crossed() != red {
			t.Errorf("%s: %v, want %v", text, f.Crossed(), red)
		}
	}
	m, _ := Default().Compile(Brief{Burst: []string{"昨晚199买的", "今早159", "差价退我"}, Can: []string{"退差价"}, CanKnown: true, Within: 60})
	if f := Default().Hear(m, []string{"刚买就降价确实不爽，差价我10分钟内退您"}); f.Crossed() != 0 || f.Action != 2 {
		t.Errorf("差价: 行动 %d 红线 %v", f.Action, f.Crossed())
	}
	m, _ = Default().Compile(Brief{Burst: []string{"备注写了送上楼", "三十斤 六楼没电梯"}, Can: []string{"二次派送"}, CanKnown: true})
	if f := Default().Hear(m, []string{"我让网点给您重新送上楼，今天下午6点前送到"}); f.Crossed() != 0 {
		t.Errorf("送上楼: %v", f.Crossed())
	}
	m, _ = Default().Compile(Brief{Burst: []string{"能换到周日吗"}, Can: []string{"调课"}, CanKnown: true, Within: 60})
	if f := Default().Hear(m, []string{"已经帮您调到周日下午两点了"}); f.Timing != fact.OnTheSpot {
		t.Errorf("调到: %v", f.Timing)
	}
}
