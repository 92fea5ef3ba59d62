package cli

import (
	"fmt"
	"strings"

	"shouxiang/sim"
	"shouxiang/tui"
)

// ticket asks for the 工单 of a conversation, a line a field, and says what was right. Where input ends before anything
// was written, nothing is handed in.
func (p *plain) ticket(c *sim.Chat) {
	n := c.N
	asked := p.sit.Session.AskedFields(c)
	fields := map[string]string{}
	for _, field := range asked {
		if p.ended {
			break
		}
		fmt.Fprintf(p.out, "工单 %s:\n", tui.TicketWord(field))
		if line, ok := p.read(never); ok {
			fields[field] = strings.TrimSpace(line)
		}
	}
	if len(fields) == 0 {
		return
	}
	p.do(sim.FileTicket{Chat: n, Fields: fields})
	got := p.sit.State.Chats[n-1].Ticket
	if got == nil {
		return
	}
	sc := p.sit.Session.Scenario(c)
	p.say("工单", "%s", tui.TicketLine(got))
	for _, field := range asked {
		p.say("工单 "+tui.TicketWord(field), "%s", tui.TicketNote(got, sc, field))
	}
}
