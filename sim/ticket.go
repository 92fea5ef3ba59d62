package sim

import (
	"slices"
	"strings"
)

// ticketFields are the fields of a 工单 in the order of the form: 5W1H, then 诉求, 下一步, 转给谁.
var ticketFields = [...]string{"who", "what", "when", "where", "why", "how", "want", "next", "to"}

// decided are the fields that the trainee's own handling fills; the others are facts somebody must have given.
var decided = []string{"how", "next", "to"}

// AskedFields are the fields of a conversation's 工单 that count, in the order of the form: those the scenario has
// facts for, without the facts that neither the customer said so far nor the 后台 line shows.
func (s *Session) AskedFields(c *Chat) []string {
	sc := s.Scenario(c)
	if sc == nil {
		return nil
	}
	known := []string{c.Brief, c.Customer}
	for _, l := range c.Lines {
		if l.Who == Customer {
			known = append(known, l.Text)
		}
	}
	given := strings.Join(known, "\n")
	var out []string
	for _, field := range ticketFields {
		facts := sc.Ticket[field]
		if len(facts) > 0 && (slices.Contains(decided, field) || s.holds(given, facts)) {
			out = append(out, field)
		}
	}
	return out
}

// holds reports whether a text says every one of the facts.
func (s *Session) holds(text string, facts []string) bool {
	heard := s.Scorer.Hear(nil, []string{text})
	for _, fact := range facts {
		p, err := s.Scorer.Pattern(fact)
		if err != nil {
			continue // the loader told its author
		}
		if m := heard.Mentions(p); !m.Affirmed && !m.Negated {
			return false
		}
	}
	return true
}

// ticket checks what was handed in, once, after the conversation.
func (d *decision) ticket(in FileTicket) {
	if in.Chat < 1 || in.Chat > len(d.st.Chats) {
		return
	}
	c := &d.st.Chats[in.Chat-1]
	sc := d.ses.Scenario(c)
	if sc == nil || c.Open() || c.Ticket != nil {
		return
	}
	e := Ticketed{Stamp: Stamp{d.at, in.Chat}}
	asked := d.ses.AskedFields(c)
	e.Asked = strings.Join(asked, ",")
	var right []string
	for _, field := range asked {
		if d.ses.holds(in.Fields[field], sc.Ticket[field]) {
			right = append(right, field)
		}
	}
	e.Right = strings.Join(right, ",")
	for field, to := range e.fields() {
		*to = in.Fields[field]
	}
	d.add(e)
}

// fields gives each field's place in the event.
func (e *Ticketed) fields() map[string]*string {
	return map[string]*string{
		"who": &e.Who, "what": &e.What, "when": &e.Date, "where": &e.Place, "why": &e.Cause, "how": &e.How,
		"want": &e.Want, "next": &e.Next, "to": &e.To,
	}
}

// Field is what was written into a field.
func (e *Ticketed) Field(name string) string {
	if p := e.fields()[name]; p != nil {
		return *p
	}
	return ""
}
