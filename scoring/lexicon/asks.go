package lexicon

import "slices"

// Attrs are attributes of a clause that a frame can ask for.
type Attrs uint8

const (
	AsksMatter Attrs = 1 << iota // it names this customer's matter
	AsksTold                     // it tells, and neither asks nor supposes
	AsksAsked                    // it asks
	AsksOurs                     // we are in it
	AsksYours                    // the customer is in it
)

// Names are the words for the attributes, in their order.
func (a Attrs) Names() []string {
	var out []string
	for name, bit := range attrNames {
		if a&bit != 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// attrNames are the words of `asks` in [[frame]].
var attrNames = map[string]Attrs{"matter": AsksMatter, "told": AsksTold, "asked": AsksAsked, "ours": AsksOurs, "yours": AsksYours}
