package sim

import (
	"reflect"
	"testing"
)

const ticketHead = `brief = "订单尾号8827，10月12日签收"
customer = { name = "陈女士" }
ticket = { who = ["陈女士", "8827"], what = "血压计", where = "杭州", how = "换新|补发" }
`

func TestTheTicketAsksOnlyForFactsSomebodyGave(t *testing.T) {
	c := talk(t, ticketHead+plainTurns())
	c.say(deed, deed)
	if have, want := c.ses.AskedFields(c.st.Last()), []string{"who", "how"}; !reflect.DeepEqual(have, want) {
		t.Errorf("asked %v, want %v: nobody named the thing or the place", have, want)
	}
	c.do(c.at, FileTicket{Chat: 1, Fields: map[string]string{"who": "陈女士，尾号8827", "how": "退款", "where": "上海"}})
	c.do(c.at, FileTicket{Chat: 1, Fields: map[string]string{"how": "换新"}})
	have := one[Ticketed](c.player)
	if have.Asked != "who,how" || have.Right != "who" || have.Place != "上海" {
		t.Errorf("ticket = %+v", have)
	}
}

func TestNoTicketDuringTheConversation(t *testing.T) {
	c := talk(t, ticketHead+plainTurns())
	c.do(c.at, FileTicket{Chat: 1, Fields: map[string]string{"who": "陈女士"}})
	if len(find[Ticketed](c.player)) != 0 {
		t.Error("a ticket was taken while the customer was still talking")
	}
}

func TestRewindLeadsUpToTheTurnAndCanGoOn(t *testing.T) {
	c := talk(t, plainTurns())
	c.say(deed, heart, deed)
	before, ok := Rewind(c.events, 1)
	if !ok {
		t.Fatal("no such step")
	}
	var st State
	for _, e := range before {
		st = Evolve(st, e)
	}
	chat := st.Active()
	if chat == nil || chat.TurnID != "乙" || len(chat.Steps) != 1 || chat.T0 < 0 || len(chat.Bubbles) != 0 {
		t.Fatalf("chat = %+v", chat)
	}
	again := &player{t: t, ses: c.ses, st: st}
	again.do(st.Now+1_000, Send{Text: deed})
	again.do(st.Now+1_001, Done{})
	if e := one[Ended](again); e.Outcome != OutcomeDone {
		t.Errorf("end = %+v", e)
	}
	if _, ok := Rewind(c.events, 9); ok {
		t.Error("a step that never was can be rewound to")
	}
}

func TestTimeInTheKnowledgeBaseIsItsOwnBeat(t *testing.T) {
	c := talk(t, plainTurns())
	c.wait()
	c.do(c.at+1_000, LookUp{Open: true})
	c.do(c.at+1_500, LookUp{Open: true})
	c.do(c.at+4_000, LookUp{Query: "退款"})
	if chat := c.st.Last(); chat.LookupMs != 3_000 || chat.Lookups != 1 {
		t.Errorf("%d ms in %d visits", chat.LookupMs, chat.Lookups)
	}
}
