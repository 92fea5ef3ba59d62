package scoring

// attrs are attributes of a clause that a frame can ask for.
type attrs uint8

const (
	asksMatter attrs = 1 << iota // it names this customer's matter
	asksTold                     // it tells, and neither asks nor supposes
	asksAsked                    // it asks
	asksOurs                     // we are in it
	asksYours                    // the customer is in it
)

// attrNames are the words of `asks` in [[frame]].
var attrNames = map[string]attrs{"matter": asksMatter, "told": asksTold, "asked": asksAsked, "ours": asksOurs, "yours": asksYours}
