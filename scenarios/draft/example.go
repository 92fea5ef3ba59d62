package draft

// Card is a card to start from.
func Card() Draft {
	return Draft{
		ID: "banjia-01", Title: "搬家纸箱没到", Tag: "物流/催件", Emotion: "着急", Intensity: 4,
		Name: "阿宽在搬家", About: "今天退租，搬家车约好了下午三点",
		Brief: "尾号7716，纸箱20个，早上8点到站点，还没派；可催派、可改自提", Can: []string{"催派", "改自提"}, Within: "1小时",
		Turns: []Turn{{
			Say:  []string{"纸箱到底今天来不来", "搬家车三点到楼下", "东西全摊地上 我拿手捧啊"},
			Good: "东西摊一地，车三点就到，真够急人 // 我现在给站点打电话催派，10分钟内回您",
			Bad: []Bad{
				{"亲，请您耐心等待哦", []string{"共情", "行动"}, []string{"敷衍"}},
				{"放心，保证三点前一定送到", []string{"共情"}, []string{"过度承诺"}},
			},
		}},
		Thanks: "行 我先把书捆上",
	}
}

// Script is a four-stage script to start from.
func Script() Draft {
	return Draft{
		Script: true, ID: "reshuiqi-01", Title: "热水器修了还漏", Tag: "家电/上门", Emotion: "生气", Intensity: 3,
		Name: "五楼老简", About: "昨天请假等的师傅，今天楼下邻居找上门",
		Brief: "尾号5532，电热水器，昨天师傅换过阀，今天又漏；可约今晚重修，可换新机", Can: []string{"约上门", "换新"}, Within: "2小时",
		Turns: []Turn{{
			Say:  []string{"昨天刚修完", "今天又漏", "楼下都找上来了"},
			Good: "昨天才修今天又漏，楼下还找上门，真够窝火 // 我现在联系师傅站点，10分钟内回您",
			Bad: []Bad{
				{"您先别激动，慢慢说", []string{"行动"}, []string{"否定情绪"}},
				{"会有专人跟您联系的", []string{"共情", "时限"}, nil},
			},
		}, {
			Say:  []string{"到底是没修好", "还是机器不行"},
			Good: "这单我负责到底。跟您核对一下：尾号5532，昨天换的阀，今天还是从那儿漏，对吗？",
			Bad:  []Bad{{"是不是您自己动过阀门", []string{"揽事"}, []string{"指责"}}},
		}, {
			Say:  []string{"对 还是那儿漏", "你说怎么弄吧"},
			Good: "两个办法您选：今晚8点前约师傅上门重修；或者换新机，我今天就提交。您更想要哪种？",
			Bad:  []Bad{{"我再帮您问问吧", []string{"方案", "时限"}, nil}},
		}, {
			Say:  []string{"别又到点没人", "我请不了假了"},
			Good: "今晚7点我打电话跟您确认师傅出门，修完我再回访，这单我一直盯着。",
			Bad:  []Bad{{"应该不会的", []string{"时限", "跟进"}, nil}},
		}},
		Thanks: "行 那我晚上等电话",
	}
}
