package scoring

import "testing"

func TestAMustIsSaidByItsValueAndByEveryWayToSayThatSomethingCannotBeDone(t *testing.T) {
	for _, tt := range []struct {
		must string
		said []string
		not  []string
	}{
		{"12元", []string{"运费12元", "一共12块", "十二块钱", "运费12，您看行吗"}, []string{"运费120元", "要等12分钟", "不是12元"}},
		{"40", []string{"还剩40节", "四十块", "40"}, []string{"还剩140节", "400元"}},
		{"3个工作日", []string{"三个工作日内到", "3个工作日"}, []string{"3天到", "13个工作日"}},
		{"免不了", []string{"这个不能免", "没法免掉", "手续费免不掉"}, []string{"能免", "给您免了"}},
		{"昨晚*不能退", []string{"昨晚那间退不了", "昨晚的没办法退"}, []string{"昨晚那间退了"}},
		{"绿色按钮", []string{"按绿色的按钮"}, []string{"按红色按钮"}},
		{"3306", []string{"尾号3306", "卡号6222020000003306"}, []string{"33061"}},
	} {
		m, errs := Default().Compile(Brief{Must: []string{tt.must}})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for _, text := range tt.said {
			if !Default().Hear(m, []string{text}).Must[0] {
				t.Errorf("%s does not say %s", text, tt.must)
			}
		}
		for _, text := range tt.not {
			if Default().Hear(m, []string{text}).Must[0] {
				t.Errorf("%s says %s", text, tt.must)
			}
		}
	}
}
