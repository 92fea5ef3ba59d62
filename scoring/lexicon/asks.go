package lexicon

// Attrs are attributes of a clause that a frame can ask for.
type Attrs uint8

const (
	AsksMatter Attrs = 1 << iota // it names this customer's matter
	AsksTold                     // it tells, and neither asks nor supposes
	AsksAsked                    // it asks
	AsksOurs                     // we are in it
	AsksYours                    // the customer is in it
)

// attrNames are the words of `asks` in [[frame]].
var attrNames = map[string]Attrs{"matter": AsksMatter, "told": AsksTold, "asked": AsksAsked, "ours": AsksOurs, "yours": AsksYours}
